import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import options from '../svelte.config.js';
import { PURE_FILES, pureRules } from './pure.js';

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', '.cache/', 'test-results/', 'playwright-report/']),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript finds these better, and knows the types of a .svelte file.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'ExportDefaultDeclaration',
					message: 'Export by name, so that a thing has one name everywhere.'
				}
			],
			eqeqeq: 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig: options } }
	},
	{
		// What a tool wants as the default export of its configuration.
		files: ['*.config.{js,ts}', '.config/*.js', 'tests/e2e/*.config.ts'],
		rules: { 'no-restricted-syntax': 'off' }
	},
	{
		// The tick reads typed arrays within bounds it computed itself; a check at every read would cost half the speed,
		// and `as number` would only hide the same claim.
		files: ['src/lib/engine/**/*.ts'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
	},
	{ files: PURE_FILES, ignores: ['**/*.spec.ts'], rules: pureRules }
);
