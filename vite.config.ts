import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import options from './svelte.config.js';

/**
 * Kit 3 stops when a svelte.config.js exists, to warn those whose file would be ignored. Ours is not ignored
 * (it is imported above), and editors and svelte-check look for it by that name, so exactly this one refusal is
 * passed over. The hook has done its work (finding the root) before it refuses.
 */
async function withOptionsFile(kit: Promise<Plugin[]>): Promise<Plugin[]> {
	const plugins = await kit;
	for (const plugin of plugins) {
		if (plugin.name !== 'vite-plugin-sveltekit-resolve-root') continue;
		const hook = plugin.config;
		if (typeof hook !== 'object') continue;
		const { handler } = hook;
		hook.handler = function (config, env) {
			try {
				return handler.call(this, config, env);
			} catch (error) {
				if (error instanceof Error && error.message.includes('config_file_unsupported')) return undefined;
				throw error;
			}
		};
	}
	return plugins;
}

const EXCLUDED = ['node_modules/**', 'build/**', '.svelte-kit/**', 'tests/e2e/**', '**/*.e2e.ts'];
const SERVER_SPECS = ['src/lib/server/**/*.spec.ts', 'tests/server/**/*.spec.ts'];

export default defineConfig({
	plugins: [withOptionsFile(sveltekit(options))],
	// The worker is started as a module, and takes its parts from files of their own.
	worker: { format: 'es' },
	// The page reads scenario files as text, which the development server refuses outside folders it is told of.
	server: { fs: { allow: ['scenarios'] } },
	optimizeDeps: {
		// Found only once the worker asks for them, they would make the development server start the page over.
		include: [
			'yaml',
			'valibot',
			'seedrandom/lib/alea.js',
			'@noble/hashes/sha2.js',
			'@noble/hashes/utils.js',
			'@stdlib/math-base-special-exp',
			'@stdlib/math-base-special-ln',
			'@stdlib/math-base-special-pow'
		]
	},
	test: {
		// Plain Node throughout: whatever needs a page is an end-to-end test and belongs to Playwright.
		environment: 'node',
		exclude: EXCLUDED,
		// One core left to itself, as is usual, would on a machine of two be half of it.
		maxWorkers: availableParallelism(),
		// Room for a slow or busy machine: a limit catches what hangs, it measures nothing.
		testTimeout: 60_000,
		hookTimeout: 180_000,
		// A test that forgets to check anything must not count as passed.
		expect: { requireAssertions: true },
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					// One process reads the modules once for all its files, and runs them compiled: half the time of all these tests.
					// Nothing here may leave anything behind; what replaces modules puts them back (tests/arch/house.spec.ts).
					isolate: false,
					include: ['src/**/*.spec.ts', 'tests/**/*.spec.ts'],
					exclude: [...EXCLUDED, ...SERVER_SPECS]
				}
			},
			{
				extends: true,
				// Apart, so that PostgreSQL is started for them and not for every other test.
				test: { name: 'server', include: SERVER_SPECS, globalSetup: 'tests/support/postgres-setup.ts' }
			}
		]
	}
});
