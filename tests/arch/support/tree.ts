import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The top of the clone, ending in a slash. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What tools make, at the top; none of it is tracked. */
const MADE = new Set(['node_modules', 'build', 'test-results', 'playwright-report']);

/** Names at the top of the clone that someone wrote: git may be absent, so the tree itself is asked. */
export function topLevel(): string[] {
	return readdirSync(ROOT).filter((name) => !MADE.has(name) && !name.endsWith('.log'));
}

/** Files below a folder of the clone, as paths from the top; none if the folder does not exist (yet). */
export function filesBelow(folder: string): string[] {
	if (!existsSync(ROOT + folder)) return [];
	return readdirSync(ROOT + folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => `${entry.parentPath.slice(ROOT.length)}/${entry.name}`)
		.sort();
}

export function read(path: string): string {
	return readFileSync(ROOT + path, 'utf8');
}
