/**
 * The setup token: whoever has it makes rooms. Drawn at the first start into a file that only its owner reads; deleting
 * the file and starting again draws another.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from './secrets.ts';

const FILE = 'setup-token';

export interface SetupToken {
	readonly token: string;
	/** Null where it came from the environment. */
	readonly file: string | null;
	/** Drawn just now. */
	readonly fresh: boolean;
}

/**
 * @param folder the data folder
 * @param given `SHAPAN_SETUP_TOKEN`: of a deployment of several nodes, which have no folder in common
 */
export function setupToken(folder: string, given: string | null): SetupToken {
	if (given !== null) return { token: given, file: null, fresh: false };
	const file = join(folder, FILE);
	const kept = readToken(file);
	if (kept !== null) return { token: kept, file, fresh: false };
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const token = newSecret();
	try {
		writeFileSync(file, `${token}\n`, { mode: 0o600, flag: 'wx' });
	} catch (error) {
		// Two that start at once on PostgreSQL: the other was quicker.
		const theirs = readToken(file);
		if (theirs === null) throw error;
		return { token: theirs, file, fresh: false };
	}
	return { token, file, fresh: true };
}

function readToken(file: string): string | null {
	try {
		const token = readFileSync(file, 'utf8').trim();
		return token.length >= 20 ? token : null;
	} catch {
		return null;
	}
}
