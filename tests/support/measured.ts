/** What the programs have in common that try the built server from outside: arguments, databases, folders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestPostgres } from './postgres.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

/** Ends the program, since nothing was begun: 2 is wrong usage. */
function refuse(words: string): never {
	console.error(words);
	process.exit(2);
}

export function wholeNumber(name: string, text: string, most: number): number {
	const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	return value >= 1 && value <= most ? value : refuse(`--${name} takes a whole number from 1 to ${most}.`);
}

export function databasesOf(named: string): readonly DatabaseKind[] {
	if (named === 'both') return ['sqlite', 'postgres'];
	if (named === 'sqlite' || named === 'postgres') return [named];
	return refuse('--database takes sqlite, postgres or both.');
}

export interface Place {
	/** Empty, and gone afterwards. */
	readonly folder: string;
	/** Of its own, as durable as one that people rely on; null with SQLite. */
	readonly postgres: TestPostgres | null;
}

export async function onDatabase<T>(
	kind: DatabaseKind,
	name: string,
	act: (place: Place) => Promise<T>
): Promise<T> {
	const postgres = kind === 'postgres' ? await TestPostgres.start({ durable: true }) : null;
	if (kind === 'postgres' && postgres === null) throw new Error('this machine has no PostgreSQL');
	const folder = mkdtempSync(join(tmpdir(), `shapan-${name}-`));
	try {
		return await act({ folder, postgres });
	} finally {
		await postgres?.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}
