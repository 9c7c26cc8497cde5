import adapter from '@sveltejs/adapter-node';

/**
 * SvelteKit's options. Kit 3 no longer reads this file by itself: vite.config.ts hands it to the plugin.
 *
 * @type {import('@sveltejs/kit/vite').Config}
 */
export default {
	adapter: adapter({ out: 'build' })
};
