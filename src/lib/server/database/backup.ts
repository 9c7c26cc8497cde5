/** A whole and consistent copy of the SQLite file while a server writes to it, and the way back. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ok } from '#lib/result.ts';
import { databaseFault, readDatabaseError, type DatabaseCode, type DatabaseResult } from './faults.ts';
import { appliedFault, readApplied } from './migrate.ts';
import { DATABASE_FILE, lockFolder } from './sqlite.ts';

/** In one step: a server that writes meanwhile would make smaller ones begin again, and again. */
const ALL_PAGES = 2 ** 31 - 1;
const SUFFIX = '.part';

/** @param to a file that is not there yet; readable by its owner only, since names are in it */
export async function backUp(
	folder: string,
	to: string
): Promise<DatabaseResult<{ readonly pages: number }>> {
	const from = join(folder, DATABASE_FILE);
	if (!existsSync(from)) return refused('DATABASE_FOLDER', `there is no ${from}`);
	if (existsSync(to)) return refused('DATABASE_EXISTS', `${to} is there already`);
	// Under another name until it is whole: half a copy is never taken for one.
	const part = to + SUFFIX;
	return guarded(async () => {
		rmSync(part, { force: true });
		const source = new DatabaseSync(from, { readOnly: true });
		let pages: number;
		try {
			pages = await backup(source, part, { rate: ALL_PAGES });
		} finally {
			source.close();
		}
		chmodSync(part, 0o600);
		const sound = check(part);
		if (!sound.ok) {
			rmSync(part, { force: true });
			return sound;
		}
		renameSync(part, to);
		return ok({ pages });
	});
}

/**
 * Puts a copy in the place of the database of a server that does not run.
 *
 * @param replace what is there now, which is kept beside it until the copy is in its place
 */
export async function restore(
	folder: string,
	from: string,
	{ replace = false } = {}
): Promise<DatabaseResult<{ readonly pages: number }>> {
	if (!existsSync(from)) return refused('DATABASE_FOLDER', `there is no ${from}`);
	const to = join(folder, DATABASE_FILE);
	return guarded(async () => {
		const sound = check(from);
		if (!sound.ok) return sound;
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const lock = await lockFolder(folder);
		if (lock === null) return refused('DATABASE_IN_USE', `another process has ${to}`);
		const part = to + SUFFIX;
		try {
			if (existsSync(to) && !replace) return refused('DATABASE_EXISTS', `${to} is there already`);
			rmSync(part, { force: true });
			const source = new DatabaseSync(from, { readOnly: true });
			const pages = await backup(source, part, { rate: ALL_PAGES }).finally(() => source.close());
			chmodSync(part, 0o600);
			// Writes of the database before would be taken for some of this one.
			for (const rest of ['-wal', '-shm']) rmSync(to + rest, { force: true });
			renameSync(part, to);
			return ok({ pages });
		} finally {
			rmSync(part, { force: true });
			lock.close();
		}
	});
}

/** Whether it is a sound database, and one of ours that this program can open. */
function check(path: string): DatabaseResult<null> {
	const file = new DatabaseSync(path, { readOnly: true });
	try {
		const [first] = file.prepare('pragma integrity_check').all() as { integrity_check: string }[];
		if (first?.integrity_check !== 'ok') {
			return refused('DATABASE_DAMAGED', `${path}: ${first?.integrity_check ?? 'no answer'}`);
		}
		const table = file.prepare("select 1 from sqlite_schema where name = 'migration'").get();
		if (table === undefined) return refused('DATABASE_FOREIGN', `${path} was not made by Shapan`);
		const wrong = appliedFault(readApplied(file));
		return wrong === null ? ok(null) : { ok: false, faults: [wrong] };
	} finally {
		file.close();
		// Looking at a copy in WAL mode makes these beside it.
		for (const rest of ['-wal', '-shm']) rmSync(path + rest, { force: true });
	}
}

async function guarded<T>(act: () => Promise<DatabaseResult<T>>): Promise<DatabaseResult<T>> {
	try {
		return await act();
	} catch (error) {
		const known = readDatabaseError(error);
		if (known !== null) return refused(known.code, known.message);
		const { code, path = '' } = error as NodeJS.ErrnoException;
		if (code === 'ENOSPC') return refused('DATABASE_FULL', path);
		if (code?.startsWith('E') === true) return refused('DATABASE_FOLDER', `${dirname(path)}: ${code}`);
		throw error;
	}
}

function refused(code: DatabaseCode, message: string) {
	return { ok: false as const, faults: [databaseFault(code, message)] };
}
