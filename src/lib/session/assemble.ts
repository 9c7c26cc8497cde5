/** Between a save file and the rows of the store, both ways, without playing anything: the engine may be gone. */
import type { GameScore } from '../engine/report.ts';
import { scoreGame } from '../engine/score.ts';
import { LOG_VERSION } from '../protocol/log.ts';
import { SAVE_VERSION, type GameSave } from '../protocol/save.ts';
import { standaloneText } from '../scenario/hash.ts';
import type { Text } from '../scenario/texts.ts';
import type { GameStart, StoredGame, TurnRecord } from './store.ts';

/** What `create` takes to keep the game of a save that was read. */
export function turnsOf(save: GameSave): {
	readonly start: GameStart;
	readonly turns: readonly TurnRecord[];
} {
	const { log, reports, hashes, predictions, complete } = save;
	const turns = reports.map((report, turn): TurnRecord => ({
		turn,
		parentHash: hashes[turn - 1] ?? '',
		hash: hashes[turn] ?? '',
		plan: log.plans[turn] ?? null,
		prediction: (turn < log.plans.length ? predictions?.[turn] : null) ?? null,
		report,
		// The last is as the save has it: the engine that made it may have reckoned otherwise.
		score: turn === reports.length - 1 ? save.score.total : scoreOf(reports.slice(0, turn + 1)).total
	}));
	const { engineVersion, scenarioHash, worldSeed, marketSeed } = log;
	const start: GameStart = {
		scenario: { file: `${log.scenario}.json`, text: standaloneText(save.scenario) },
		scenarioId: log.scenario,
		scenarioHash,
		engineVersion,
		worldSeed,
		marketSeed,
		openingHash: save.openingHash,
		strategy: save.strategy,
		title: titleOf(save),
		turns: complete ? log.plans.length : turnCountOf(save)
	};
	return { start, turns };
}

/** The save that `makeSave` would give for the same game. */
export function saveOf({ start, turns }: Pick<StoredGame, 'start' | 'turns'>): GameSave {
	const decided = turns.filter(({ plan }) => plan !== null);
	const predictions = decided.map(({ prediction }) => prediction);
	const { total, pillars } = scoreOf(turns.map(({ report }) => report));
	const save: GameSave = {
		format: 'shapan-save',
		version: SAVE_VERSION,
		log: {
			format: 'shapan-log',
			version: LOG_VERSION,
			engineVersion: start.engineVersion,
			scenario: start.scenarioId,
			scenarioHash: start.scenarioHash,
			worldSeed: start.worldSeed,
			marketSeed: start.marketSeed,
			plans: decided.flatMap(({ plan }) => (plan === null ? [] : [plan]))
		},
		scenario: JSON.parse(start.scenario.text) as GameSave['scenario'],
		strategy: start.strategy ?? null,
		openingHash: start.openingHash,
		reports: turns.map(({ report }) => report),
		hashes: turns.map(({ hash }) => hash),
		score: { total: turns.at(-1)?.score ?? total, pillars },
		complete: turns.length > start.turns,
		...(predictions.some((it) => it !== null) ? { predictions } : {})
	};
	return JSON.parse(JSON.stringify(save)) as GameSave;
}

function scoreOf(reports: GameSave['reports']): GameScore {
	return scoreGame(reports.flatMap(({ score }) => (score === null ? [] : [score])));
}

/** The scenario of an older engine's save was not checked: it may say nothing of what it is asked for. */
function titleOf({ scenario, log }: GameSave): Text {
	const title = membersOf(scenario['title']);
	const word = (value: unknown): string =>
		typeof value === 'string' && value !== '' ? value.slice(0, 200) : log.scenario;
	return { 'zh-CN': word(title['zh-CN']), en: word(title['en']) };
}

function turnCountOf({ scenario, log }: GameSave): number {
	const { turns } = membersOf(scenario['time']);
	const said = typeof turns === 'number' && Number.isInteger(turns) ? turns : 0;
	return Math.max(said, log.plans.length);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
