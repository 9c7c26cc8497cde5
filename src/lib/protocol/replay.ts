/** Plays a save again and compares: the proof that these decisions give this course and this score. */
import { advance, close, newGame, score, type Game } from '../engine/game.ts';
import { beginState } from '../engine/begin.ts';
import { generateWorld } from '../engine/generate.ts';
import { hashState } from '../engine/state.ts';
import { rival } from '../strategy/index.ts';
import type { PlayableSave } from './read.ts';
import type { GameSave } from './save.ts';

export const REPLAY_CODES = [
	/** Another world: its seed was changed. */
	'REPLAY_WORLD_SEED',
	/** Another market from the first turn on, under the same plans: its seed was changed. */
	'REPLAY_MARKET_SEED',
	/** The decisions are not those that were played. */
	'REPLAY_PLAN',
	'REPLAY_HASH',
	'REPLAY_REPORT',
	'REPLAY_SCORE'
] as const;
export type ReplayCode = (typeof REPLAY_CODES)[number];

type Leaf = string | number | boolean | null;

export interface Difference {
	/** Null where it is about the game as a whole. */
	readonly turn: number | null;
	/** `openingHash`, `hash`, `score.…` or `report.…`. */
	readonly field: string;
	readonly saved: Leaf;
	readonly played: Leaf;
}

export interface Replayed {
	readonly game: Game;
	readonly same: boolean;
	/** What was most likely changed; null if nothing was. */
	readonly code: ReplayCode | null;
	/** The first `MAX_DIFFERENCES` of them, in the order of the turns. */
	readonly differences: readonly Difference[];
}

/** A game that ran otherwise differs in nearly everything: more than this helps nobody. */
export const MAX_DIFFERENCES = 200;

export function replaySave({ save, scenario }: PlayableSave): Replayed {
	const world = generateWorld(scenario.spec, save.log.worldSeed);
	const openingHash = hashState(world, beginState(world));
	let game = newGame(world, save.log.marketSeed, rival);
	for (const plan of save.log.plans) game = advance(game, plan);
	if (save.complete) game = close(game);
	const { total, pillars } = score(game);
	const differences: Difference[] = [];
	compare(null, 'openingHash', save.openingHash, openingHash, differences);
	for (const [turn, report] of game.reports.entries()) {
		compare(turn, 'hash', save.hashes[turn], game.hashes[turn], differences);
		compare(turn, 'report', save.reports[turn], report, differences);
	}
	compare(null, 'score', save.score, { total, pillars }, differences);
	return {
		game,
		same: differences.length === 0,
		code: codeOf(save, differences),
		differences: differences.slice(0, MAX_DIFFERENCES)
	};
}

/** Leaf by leaf, so that a reader sees what differs and not only that something does. */
function compare(
	turn: number | null,
	field: string,
	saved: unknown,
	played: unknown,
	out: Difference[]
): void {
	if (isBranch(saved) && isBranch(played)) {
		for (const key of new Set([...Object.keys(saved), ...Object.keys(played)])) {
			const below = Array.isArray(played) ? `${field}[${key}]` : `${field}.${key}`;
			compare(turn, below, saved[key], played[key], out);
		}
		return;
	}
	if (saved !== played) out.push({ turn, field, saved: leaf(saved), played: leaf(played) });
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

function leaf(value: unknown): Leaf {
	if (isBranch(value)) return JSON.stringify(value).slice(0, 100);
	return value === undefined ? null : (value as Leaf);
}

/**
 * What a change leaves behind. Applied plans follow from world and plan alone in the first turn, and from the state
 * before it in any: where they are the first to differ, the log was changed.
 */
function codeOf(save: GameSave, differences: readonly Difference[]): ReplayCode | null {
	if (differences.length === 0) return null;
	if (differences.some(({ field }) => field === 'openingHash')) return 'REPLAY_WORLD_SEED';
	const turn = differences.find((difference) => difference.turn !== null)?.turn;
	if (turn === undefined || turn === null) return 'REPLAY_SCORE';
	const fields = differences.filter((difference) => difference.turn === turn).map(({ field }) => field);
	const hashDiffers = fields.includes('hash');
	const ofPlan = fields.filter((field) => /^report\.(plan|dropped)\b/.test(field));
	// A decision without effect, cut away or about an area nobody works, shows in the report's plan alone.
	if (ofPlan.length > 0 && (hashDiffers || ofPlan.length === fields.length)) return 'REPLAY_PLAN';
	if (!hashDiffers) return 'REPLAY_REPORT';
	const marketDiffers = fields.some((field) => field.startsWith('report.'));
	if (!marketDiffers) return 'REPLAY_HASH';
	return turn === 0 && save.log.plans.length > 0 ? 'REPLAY_MARKET_SEED' : 'REPLAY_REPORT';
}
