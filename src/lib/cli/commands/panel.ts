/** `panel`: bots on the same seeds, to see whether the method wins and how surely. */
import { availableParallelism } from 'node:os';
import { ENGINE_VERSION, PILLARS } from '#lib/engine/vocab.ts';
import { fault } from '#lib/result.ts';
import { BOT_NAMES, RIVAL_NAMES, strategyNamed } from '#lib/strategy/index.ts';
import { usageFault } from '../args.ts';
import { DONE, printJson, type Command } from '../command.ts';
import type { Language } from '../language.ts';
import { comparePanel, type BotResult, type PairResult } from '../panel/compare.ts';
import { playPanel } from '../panel/pool.ts';
import { progressLine } from '../progress.ts';
import { refuseFaults, refuseInput, refuseUsage } from '../refuse.ts';
import { openFile } from '../scenario.ts';
import { table } from '../table.ts';

const MOST_SEEDS = 100_000;
const MOST_WORKERS = 256;

export const panel: Command = {
	name: 'panel',
	syntax: {
		options: { seeds: 'whole', bots: 'text', workers: 'whole', json: 'switch' },
		files: [1, 1],
		required: ['seeds']
	},
	async execute(context) {
		const { args, language, print, complain } = context;
		const file = args.files[0] ?? '';
		const seeds = args.whole('seeds') ?? 0;
		const workers = args.whole('workers') ?? availableParallelism();
		const bots = [...new Set(args.text('bots')?.split(',') ?? BOT_NAMES)];
		const wrong = [
			// One seed has no interval.
			...outOfRange('--seeds', seeds, 2, MOST_SEEDS),
			...outOfRange('--workers', workers, 1, MOST_WORKERS),
			...bots
				.filter((name) => strategyNamed(name) === null)
				.map((name) =>
					usageFault('UNKNOWN_STRATEGY', { name, known: [...BOT_NAMES, ...RIVAL_NAMES].join(', ') })
				)
		];
		if (wrong.length > 0) return refuseUsage(complain, language, 'panel', wrong);
		const { scenario, lab, problems } = openFile(file, context);
		const kind = (scenario ?? lab)?.spec.kind;
		if (kind !== undefined && kind !== 'market') {
			return refuseFaults(context, file, [fault('PANEL_KIND', 'kind', `no panel for a ${kind}`, { kind })]);
		}
		if (scenario === null) return refuseInput(context, problems);

		const progress = progressLine(seeds, language);
		const started = performance.now();
		const marks = await playPanel({ spec: scenario.spec, bots }, seeds, workers, progress.show);
		const wallMs = performance.now() - started;
		progress.clear();
		const result = comparePanel(bots, marks);
		const gamesPerSecond = (seeds * bots.length * 1000) / wallMs;
		if (args.has('json')) {
			printJson(context, {
				scenario: scenario.spec.id,
				scenarioHash: scenario.hash,
				engineVersion: ENGINE_VERSION,
				seeds,
				...result,
				workers,
				wallMs,
				gamesPerSecond
			});
			return DONE;
		}
		const { t, locale, number } = language;
		const head = { title: scenario.texts.title[locale], id: scenario.spec.id, seeds: number(seeds) };
		print(t('cli.panel.head', head));
		print(`\n${botsTable(result.bots, language)}`);
		if (bots.length > 1)
			print(`\n${t('cli.panel.pairs')}\n${pairsTable(result.differences, seeds, language)}`);
		print(
			`\n${t('cli.panel.speed', { games: number(seeds * bots.length), rate: number(gamesPerSecond), workers })}`
		);
		return DONE;
	}
};

function outOfRange(option: string, value: number, min: number, max: number) {
	return value >= min && value <= max ? [] : [usageFault('OUT_OF_RANGE', { option, value, min, max })];
}

function intervalText([low, high]: readonly [number, number], { number }: Language): string {
	return `${number(low, 1)} … ${number(high, 1)}`;
}

function botsTable(bots: readonly BotResult[], language: Language): string {
	const { t, number } = language;
	return table(
		[
			t('cli.column.strategy'),
			t('cli.column.mean'),
			t('cli.column.interval'),
			...PILLARS.map((pillar) => t(`pillar.${pillar}`))
		],
		[...bots]
			.sort((a, b) => b.mean - a.mean)
			.map((bot) => [
				bot.name,
				number(bot.mean, 1),
				intervalText(bot.interval, language),
				...PILLARS.map((pillar) => number(bot.pillars[pillar], 1))
			]),
		['left', 'right']
	);
}

function pairsTable(pairs: readonly PairResult[], seeds: number, language: Language): string {
	const { t, number } = language;
	return table(
		[t('cli.column.pair'), t('cli.column.mean'), t('cli.column.interval'), t('cli.column.wins')],
		pairs.map((pair) => [
			`${pair.a} − ${pair.b}`,
			number(pair.mean, 1),
			intervalText(pair.interval, language),
			`${number(pair.wins)}/${number(seeds)}`
		]),
		['left', 'right']
	);
}
