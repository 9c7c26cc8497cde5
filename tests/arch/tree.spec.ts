import { describe, expect, test } from 'vitest';
import { filesBelow, read, topLevel } from './support/tree.ts';

const ALLOWED_AT_TOP = new Set([
	...['src', 'static', 'scenarios', 'tests', 'docs', 'bin', 'docker', 'messages'],
	...['package.json', 'package-lock.json', 'tsconfig.json', 'svelte.config.js', 'vite.config.ts'],
	...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']
]);

function isAllowedAtTop(name: string): boolean {
	return name.startsWith('.') || /^LICENSE/.test(name) || ALLOWED_AT_TOP.has(name);
}

/** Folders of the machine a file was written on: nothing of them exists where it is read. */
const MACHINE_PATH = new RegExp(`(^|[^\\w.])/(${['work', 'root', 'tmp'].join('|')})/`);

const TEXT = /\.(ts|js|mjs|json|svelte|css|html|md|yaml|yml|svg|txt|sh)$/;

test('the top level holds only what is meant to be there', () => {
	expect(topLevel().filter((name) => !isAllowedAtTop(name))).toEqual([]);
});

test('no lockfile line carries a download address', () => {
	const lines = read('package-lock.json').split('\n');
	expect(lines.filter((line) => line.includes('"resolved"') || line.includes('registry.'))).toEqual([]);
});

test('every dependency has one exact version', () => {
	const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(read('package.json'));
	const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
		Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
	);
	expect(ranges).toEqual([]);
});

test('no file names a place on the machine it was written on', () => {
	const files = ['src', 'bin', 'docs', 'tests', 'scenarios', 'messages'].flatMap(filesBelow);
	expect(files.length).toBeGreaterThan(0);
	const named = files.filter((path) => TEXT.test(path)).filter((path) => MACHINE_PATH.test(read(path)));
	expect(named).toEqual([]);
});

describe('the rules would notice', () => {
	test.each(['notes.txt', 'playwright.config.ts', 'lib', 'eslint.config.js'])('%s at the top', (name) => {
		expect(isAllowedAtTop(name)).toBe(false);
	});

	test.each(['work', 'root', 'tmp'])('a path below /%s', (folder) => {
		expect(MACHINE_PATH.test(`see '/${folder}/x'`)).toBe(true);
		expect(MACHINE_PATH.test(`https://example.org/${folder}/x and src/${folder}/y`)).toBe(false);
	});
});
