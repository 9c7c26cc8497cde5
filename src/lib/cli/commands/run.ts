/** `run`: a strategy plays a scenario from the first turn to the score; a lab runs by itself. */
import { resolve } from 'node:path';
import { newGame, playOut, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { seedFromText } from '#lib/engine/random.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { encodeSave, makeSave } from '#lib/protocol/index.ts';
import { fail, fault, ok, type Result } from '#lib/result.ts';
import { BOT_NAMES, RIVAL_NAMES, rival, strategyNamed } from '#lib/strategy/index.ts';
import { usageFault } from '../args.ts';
import { DONE, printJson, type Command, type Context } from '../command.ts';
import { readText, writeWhole } from '../files.ts';
import { gameText } from '../game-text.ts';
import { refuseFaults, refuseInput, refuseUsage } from '../refuse.ts';
import { runLabFile } from '../run-lab.ts';
import { openFile } from '../scenario.ts';
import { scoreSummary, totalsSummary, weeksPlayed } from '../summary.ts';

/** World seeds stand in logs, which bound them. */
const LONGEST_SEED = 128;

export const run: Command = {
	name: 'run',
	syntax: {
		options: {
			seed: 'text',
			strategy: 'text',
			'world-seed': 'text',
			save: 'text',
			force: 'switch',
			weeks: 'whole',
			json: 'switch'
		},
		files: [1, 1]
	},
	async execute(context) {
		const { args, language, folder, print, complain } = context;
		const [file = '', seed, name] = [args.files[0], args.text('seed'), args.text('strategy')];
		const worldSeed = args.text('world-seed');
		const strategy = name === undefined ? null : strategyNamed(name);
		if (name !== undefined && strategy === null) {
			const known = [...BOT_NAMES, ...RIVAL_NAMES].join(', ');
			return refuseUsage(complain, language, 'run', [usageFault('UNKNOWN_STRATEGY', { name, known })]);
		}
		if (worldSeed !== undefined && worldSeed.length > LONGEST_SEED) {
			const params = { option: '--world-seed', max: LONGEST_SEED };
			return refuseUsage(complain, language, 'run', [usageFault('TOO_LONG', params)]);
		}
		const { scenario, lab, problems } = openFile(file, context);
		if (lab !== null) return runLabFile(file, lab, context);
		if (scenario === null) return refuseInput(context, problems);
		if (seed === undefined || name === undefined || strategy === null || args.has('weeks')) {
			const missing = [
				...(seed === undefined ? ['--seed'] : []),
				...(strategy === null ? ['--strategy'] : [])
			];
			return refuseUsage(complain, language, 'run', [
				...missing.map((option) => usageFault('OPTION_MISSING', { option })),
				...(args.has('weeks') ? [usageFault('ONLY_FOR_LAB', { option: '--weeks' })] : [])
			]);
		}
		const saveTo = args.text('save');
		const target = saveTo === undefined ? null : resolve(folder, saveTo);
		// Before the game: nobody wants to wait for a refusal.
		const writable = target === null || args.has('force') ? ok(undefined) : mayReplace(target);
		if (!writable.ok) return refuseFaults(context, saveTo ?? '', writable.faults);

		const started = performance.now();
		const world = generateWorld(scenario.spec, worldSeed);
		const game = playOut(newGame(world, seedFromText(seed), rival), strategy);
		const wallMs = performance.now() - started;

		if (target !== null) {
			const written = writeWhole(target, encodeSave(makeSave(game, scenario, name)));
			if (!written.ok) return refuseFaults(context, saveTo ?? '', written.faults);
		}
		if (args.has('json'))
			printRun(context, game, { scenarioHash: scenario.hash, seed, strategy: name, wallMs });
		else {
			print(gameText(game, scenario, language, { seed, strategy: name }));
			if (target !== null) print(`\n${language.t('cli.run.saved', { file: saveTo ?? '' })}`);
		}
		return DONE;
	}
};

interface RunFacts {
	readonly scenarioHash: string;
	readonly seed: string;
	readonly strategy: string;
	readonly wallMs: number;
}

function printRun(context: Context, game: Game, { scenarioHash, seed, strategy, wallMs }: RunFacts): void {
	printJson(context, {
		scenario: game.world.spec.id,
		scenarioHash,
		engineVersion: ENGINE_VERSION,
		seed,
		marketSeed: game.marketSeed,
		worldSeed: game.world.worldSeed,
		strategy,
		weeks: weeksPlayed(game),
		score: scoreSummary(game),
		totals: totalsSummary(game),
		hashes: game.hashes,
		wallMs
	});
}

/** Saves may be replaced; anything else that lies there is somebody's work. */
function mayReplace(path: string): Result<void> {
	const text = readText(path, 200);
	if (!text.ok) return text.faults[0]?.code === 'FILE_NOT_FOUND' ? ok(undefined) : fail(...text.faults);
	if (text.value === '' || /^\ufeff?\s*\{\s*"format"\s*:\s*"shapan-save"/.test(text.value))
		return ok(undefined);
	return fail(fault('FILE_NOT_A_SAVE', '', `not a save: ${path}`));
}
