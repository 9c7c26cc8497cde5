import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.js';
import { run, tool } from './run.js';
import { say } from './say.js';

const STAMP = join(ROOT, 'build', '.shapan-build');

/** Everything the built server depends on. A change in a test or a document is no reason to build again. */
const SOURCES = [
	'src',
	'static',
	'messages',
	'scenarios',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/**
 * Files below a path of the clone, in a fixed order.
 *
 * @param {string} path
 * @returns {Generator<string>}
 */
function* filesBelow(path) {
	const entries = readdirSync(join(ROOT, path), { withFileTypes: true });
	entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const child = `${path}/${entry.name}`;
		if (entry.isDirectory()) yield* filesBelow(child);
		else if (!entry.name.endsWith('.spec.ts')) yield child;
	}
}

/** Contents, not times: a checkout or a copied clone changes times without changing anything. */
function hashOfSources() {
	const hash = createHash('sha256');
	for (const source of SOURCES) {
		if (!existsSync(join(ROOT, source))) continue;
		for (const file of source.includes('.') ? [source] : filesBelow(source)) {
			hash.update(`${file}\0`);
			hash.update(readFileSync(join(ROOT, file)));
			hash.update('\0');
		}
	}
	return `${hash.digest('hex')}\n`;
}

export function isBuilt() {
	return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources();
}

/**
 * Builds if the sources changed since the last build.
 *
 * @param {string} node
 * @returns {Promise<number>} exit code, 0 if nothing had to be done
 */
export async function ensureBuilt(node) {
	if (isBuilt()) return 0;
	say('Building …', '正在构建……');
	// Taken before the build: what is saved while it runs must not pass for built.
	const hash = hashOfSources();
	// Kit ends with advice about a command we do not have.
	const code = await run(node, [tool('vite'), 'build', '--logLevel', 'warn'], { quiet: true });
	if (code === 0) writeFileSync(STAMP, hash);
	return code;
}
