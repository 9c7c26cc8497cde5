import { version } from '$app/env';

const RELOADED_KEY = 'shapan.reloaded-from';

/**
 * A tab that was open while a new version was installed asks for files that are gone. Loading the page again gets
 * the new ones. Each version does so once, so that a file missing for another reason cannot make it reload for ever.
 * The error goes its way all the same: held back, whoever asked would be given nothing and fall over that.
 * Where nobody answers, the page that is there is all there is, and stays.
 */
window.addEventListener('vite:preloadError', () => {
	if (sessionStorage.getItem(RELOADED_KEY) === version) return;
	void fetch(location.href, { cache: 'no-store' })
		.then(({ ok }) => {
			if (!ok) return;
			sessionStorage.setItem(RELOADED_KEY, version);
			location.reload();
		})
		.catch(() => undefined);
});
