/** `backup` and `restore`: the SQLite file of a server, which may run meanwhile for the first and not for the second. */
import { resolve } from 'node:path';
import { backUp, restore as putBack } from '#lib/server/database/backup.ts';
import { readConfig } from '#lib/server/config.ts';
import { programFolder } from '#lib/server/program.ts';
import type { Result } from '#lib/result.ts';
import { DONE, INPUT_AT_FAULT, type Command, type Context } from '../command.ts';

export const backup: Command = {
	name: 'backup',
	syntax: { options: {}, files: [1, 1] },
	execute: (context) => onSqlite(context, 'cli.backup.done', (folder, file) => backUp(folder, file))
};

export const restore: Command = {
	name: 'restore',
	syntax: { options: { replace: 'switch' }, files: [1, 1] },
	execute: (context) =>
		onSqlite(context, 'cli.restore.done', (folder, file) =>
			putBack(folder, file, { replace: context.args.has('replace') })
		)
};

async function onSqlite(
	{ args, folder, language: { t }, print, complain }: Context,
	done: 'cli.backup.done' | 'cli.restore.done',
	act: (data: string, file: string) => Promise<Result<{ readonly pages: number }>>
): Promise<number> {
	// As the server reads it: a relative data folder is of the program, and not of whoever calls.
	const { databaseUrl, dataFolder } = readConfig(process.env, programFolder());
	if (databaseUrl !== null) {
		complain(t('cli.backup.postgres'));
		return INPUT_AT_FAULT;
	}
	const file = resolve(folder, args.files[0] ?? '');
	const copied = await act(dataFolder, file);
	if (!copied.ok) {
		for (const { code, message } of copied.faults) complain(`${code}: ${message}`);
		return INPUT_AT_FAULT;
	}
	print(t(done, { file, folder: dataFolder, pages: copied.value.pages }));
	return DONE;
}
