/** `replay`: plays a save again and compares every figure with what it says. */
import { resolve } from 'node:path';
import type { Game } from '#lib/engine/game.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import {
	MAX_SAVE_LENGTH,
	readSave,
	replaySave,
	type PlayableSave,
	type Replayed
} from '#lib/protocol/index.ts';
import { fault } from '#lib/result.ts';
import { DONE, INPUT_AT_FAULT, printJson, type Command, type Context } from '../command.ts';
import { readText } from '../files.ts';
import { gameText } from '../game-text.ts';
import { faultProblem, problemText } from '../problems.ts';
import { refuseFaults } from '../refuse.ts';
import { scoreSummary, totalsSummary, weeksPlayed } from '../summary.ts';

/** Differences a person is shown; `--json` has more. */
const SHOWN = 10;

export const replay: Command = {
	name: 'replay',
	syntax: { options: { json: 'switch' }, files: [1, 1] },
	async execute(context) {
		const { args, folder } = context;
		const file = args.files[0] ?? '';
		// Bytes against characters: UTF-8 takes up to three for one.
		const text = readText(resolve(folder, file), MAX_SAVE_LENGTH * 3);
		if (!text.ok) return refuseFaults(context, file, text.faults);
		const read = readSave(text.value);
		if (!read.ok) return refuseFaults(context, file, read.faults);
		if (read.value.readOnly !== null) return refuseFaults(context, file, [read.value.readOnly]);

		const started = performance.now();
		const replayed = replaySave(read.value);
		const wallMs = performance.now() - started;
		if (args.has('json')) printReplay(context, file, read.value, replayed, wallMs);
		else tell(context, file, read.value, replayed);
		return replayed.same ? DONE : INPUT_AT_FAULT;
	}
};

function problemsOf({ language }: Context, file: string, { code, differences }: Replayed) {
	if (code === null) return [];
	const first = differences.find(({ turn }) => turn !== null)?.turn ?? null;
	// People count turns from one.
	const params = { turn: first === null ? 0 : first + 1, count: differences.length };
	return [faultProblem(fault(code, '', code, params), file, language)];
}

function printReplay(
	context: Context,
	file: string,
	{ save, scenario }: PlayableSave,
	replayed: Replayed,
	wallMs: number
): void {
	const { game, same, differences } = replayed;
	printJson(context, {
		ok: same,
		same,
		problems: problemsOf(context, file, replayed),
		scenario: scenario.spec.id,
		scenarioHash: scenario.hash,
		engineVersion: ENGINE_VERSION,
		marketSeed: game.marketSeed,
		worldSeed: game.world.worldSeed,
		strategy: save.strategy,
		complete: save.complete,
		weeks: weeksPlayed(game),
		score: scoreSummary(game),
		totals: totalsSummary(game),
		hashes: game.hashes,
		differences,
		wallMs
	});
}

function tell(context: Context, file: string, { save, scenario }: PlayableSave, replayed: Replayed): void {
	const { language, print, complain } = context;
	const { t } = language;
	print(gameText(replayed.game, scenario, language, { strategy: save.strategy }));
	if (replayed.same) return print(`\n${t('cli.replay.same', { turns: hashesOf(replayed.game) })}`);
	for (const problem of problemsOf(context, file, replayed)) complain(problemText(problem, language));
	for (const { turn, field, saved, played } of replayed.differences.slice(0, SHOWN)) {
		const about = turn === null ? field : `${t('cli.turnNumber', { turn: turn + 1 })} ${field}`;
		complain(`    ${t('cli.replay.difference', { about, saved: String(saved), played: String(played) })}`);
	}
	const more = replayed.differences.length - SHOWN;
	if (more > 0) complain(`    ${t('cli.replay.more', { count: more })}`);
}

function hashesOf({ hashes }: Game): number {
	return hashes.length;
}
