/** `bench-board`: how long a board takes to read that a great many stand on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBoard, type BoardTimes } from '#lib/server/board/bench.ts';
import { openDatabase } from '#lib/server/database/index.ts';
import { usageFault } from '../args.ts';
import { DONE, INPUT_AT_FAULT, printJson, type Command } from '../command.ts';
import type { Language } from '../language.ts';
import { progressLine } from '../progress.ts';
import { refuseUsage } from '../refuse.ts';
import { table } from '../table.ts';

const RUNS = 1_000_000;
const MOST_RUNS = 100_000_000;
const READS = 1000;

export const benchBoardCommand: Command = {
	name: 'bench-board',
	syntax: { options: { runs: 'whole', reads: 'whole', json: 'switch' }, files: [0, 0] },
	async execute(context) {
		const { args, language, print, complain } = context;
		const [runs, reads] = [args.whole('runs') ?? RUNS, args.whole('reads') ?? READS];
		for (const [option, value] of [
			['--runs', runs],
			['--reads', reads]
		] as const) {
			if (value >= 100 && value <= MOST_RUNS) continue;
			const params = { option, value, min: 100, max: MOST_RUNS };
			return refuseUsage(complain, language, 'bench-board', [usageFault('OUT_OF_RANGE', params)]);
		}
		// A folder of its own: the server may be running over its data.
		const folder = mkdtempSync(join(tmpdir(), 'shapan-bench-'));
		try {
			const opened = await openDatabase({ url: process.env['DATABASE_URL'] || null, folder });
			if (!opened.ok) {
				for (const { code, message } of opened.faults) complain(`${code}: ${message}`);
				return INPUT_AT_FAULT;
			}
			const progress = progressLine(runs, language);
			const times = await benchBoard(opened.value, runs, reads, progress.show);
			progress.clear();
			await opened.value.close();
			if (args.has('json')) printJson(context, times);
			else print(textOf(times, language));
			return DONE;
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
};

function textOf({ database, runs, times }: BoardTimes, { t, number }: Language): string {
	const rows = Object.entries(times).map(([kind, it]) => [
		kind,
		...[it.median, it.p99, it.most].map((ms) => number(ms, 1))
	]);
	const head = [t('cli.benchBoard.read'), t('cli.benchBoard.median'), 'p99', t('cli.benchBoard.most')];
	return `${t('cli.benchBoard.title', { database, runs })}\n\n${table(head, rows, ['left', 'right'])}`;
}
