import { createSubscriber } from 'svelte/reactivity';

/** Tells an effect to run again when the page's colours change: by the device, or by the reader's choice. */
export function followTheme(): () => void {
	return createSubscriber((update) => {
		const device = matchMedia('(prefers-color-scheme: dark)');
		const chosen = new MutationObserver(update);
		device.addEventListener('change', update);
		chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		return () => {
			device.removeEventListener('change', update);
			chosen.disconnect();
		};
	});
}
