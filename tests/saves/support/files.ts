/**
 * Files kept for good: never written over, and written at all only when asked to, so that a test cannot make what it is
 * to be held against.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..');
/** Set to 1 after a change of the engine's version or of a schema, to add what is missing. */
const WRITE = 'SHAPAN_WRITE_SAVES';

/** @param path below `tests/saves` */
export function keptFile(path: string): string {
	return readFileSync(join(FOLDER, path), 'utf8');
}

export function foldersOfEngines(): readonly string[] {
	return readdirSync(FOLDER).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
}

export function filesIn(folder: string): readonly string[] {
	return readdirSync(join(FOLDER, folder)).filter((name) => name.endsWith('.json'));
}

export function isKept(path: string): boolean {
	return existsSync(join(FOLDER, path));
}

/** @throws if the file is missing and nobody asked for it to be written */
export async function ensureKept(path: string, make: () => string | Promise<string>): Promise<void> {
	if (isKept(path)) return;
	if (process.env[WRITE] !== '1') {
		throw new Error(`tests/saves/${path} is missing: ${WRITE}=1 has the test that misses it write it`);
	}
	mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
	writeFileSync(join(FOLDER, path), await make());
}
