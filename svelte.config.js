import adapter from '@sveltejs/adapter-node';

/**
 * SvelteKit's options. Kit 3 no longer reads this file by itself: vite.config.ts hands it to the plugin.
 *
 * @type {import('@sveltejs/kit/vite').Config}
 */
export default {
	adapter: adapter({ out: 'build' }),
	compilerOptions: { runes: true },
	// Registered by hand (src/routes/offline.svelte.ts), which has to know what becomes of it.
	serviceWorker: { register: false },
	// Everything the page uses comes from its own server, and nothing is inline: a scenario file or a nickname that
	// smuggles markup finds nothing that would run it.
	csp: {
		mode: 'auto',
		directives: {
			'default-src': ['none'],
			'script-src': ['self'],
			'style-src': ['self'],
			// The one style attribute on the page is kit's own, on the element that reads out a new page's title.
			'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
			'img-src': ['self', 'data:', 'blob:'],
			'font-src': ['self'],
			'connect-src': ['self'],
			'worker-src': ['self'],
			'manifest-src': ['self'],
			'base-uri': ['none'],
			'form-action': ['self'],
			'frame-ancestors': ['none']
		}
	}
};
