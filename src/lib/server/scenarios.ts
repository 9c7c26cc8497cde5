/** The scenarios that came with the program, read when they are asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from './program.ts';

const SUFFIX = '.yaml';

export function shippedIds(): string[] {
	return readdirSync(join(programFolder(), 'scenarios'))
		.filter((name) => name.endsWith(SUFFIX))
		.map((name) => name.slice(0, -SUFFIX.length))
		.sort();
}

/** Null where none has this id; an id is never taken for a path. */
export function shippedText(id: string): string | null {
	if (!shippedIds().includes(id)) return null;
	return readFileSync(join(programFolder(), 'scenarios', id + SUFFIX), 'utf8');
}
