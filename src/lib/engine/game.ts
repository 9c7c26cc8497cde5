/**
 * A game: a world, its state, who decides for which firm, and what has happened. The one place that folds `step`;
 * page, command line, panel and server all play through it.
 */
import { PURPOSE, uniform, weekKey, type WeekKey } from './random.ts';
import type { FirmReport, GameScore, TurnFacts, TurnScore } from './report.ts';
import { beginState } from './begin.ts';
import { Look, observe } from './observe.ts';
import { panelOf, type Panel } from './panel.ts';
import { previewPlan, type Previewed } from './project.ts';
import { standing, type Plan } from './plan.ts';
import { scoreGame, scoreTurn } from './score.ts';
import { cloneState, hashState, TURN, type State } from './state.ts';
import { step, weeksOfTurn } from './step.ts';
import type { Strategy, StrategyDraws } from './strategy.ts';
import type { FirmView } from './view.ts';
import { at, type World } from './world.ts';

export interface Game {
	readonly world: World;
	readonly state: State;
	/** 32 hex digits. */
	readonly marketSeed: string;
	/** One per firm; the player's place holds null. */
	readonly rivals: readonly (Strategy | null)[];
	/** Plans in force, one per firm, without one-offs. */
	readonly standing: readonly Plan[];
	/** True facts by turn, then firm. */
	readonly facts: readonly (readonly TurnFacts[])[];
	/** The player's reports by turn. */
	readonly reports: readonly FirmReport[];
	/** The plans the player handed in, as handed in: with the seeds, all a replay needs. */
	readonly log: readonly Plan[];
	/** State hash after each turn; empty strings when hashing is off. */
	readonly hashes: readonly string[];
	readonly hashing: boolean;
}

/**
 * @param marketSeed 32 hex digits (`seedFromText`)
 * @param find gives the strategy of a rival by its name in the scenario
 * @param hashing off in searches, where only the score counts
 */
export function newGame(
	world: World,
	marketSeed: string,
	find: (name: string) => Strategy,
	hashing = true
): Game {
	return {
		world,
		state: beginState(world),
		marketSeed,
		rivals: world.spec.firms.map((firm) => (firm.strategy === null ? null : find(firm.strategy))),
		standing: world.spec.firms.map((firm) => standing(firm.defaultPlan ?? world.spec.defaultPlan)),
		facts: [],
		reports: [],
		log: [],
		hashes: [],
		hashing
	};
}

/** Turns played, the closing one included. */
export const turnOf = (game: Game): number => game.state.clock[TURN]!;
/** All decisions are made; only the closing weeks may be left. */
export const isDecided = (game: Game): boolean => turnOf(game) >= game.world.spec.time.turns;
export const isOver = (game: Game): boolean => turnOf(game) > game.world.spec.time.turns;

export function view(game: Game, firm: number = game.world.player): FirmView {
	const { world, state } = game;
	return observe(world, state, firm, at(game.standing, firm), lastOf(game, firm), historyOf(game, firm));
}

const lastOf = (game: Game, firm: number): TurnFacts | null => game.facts.at(-1)?.[firm] ?? null;
const historyOf = (game: Game, firm: number): TurnFacts['activities'][] =>
	game.facts.map((turn) => turn[firm]?.activities ?? []);

/** What would become of a plan now, without playing it. */
export function preview(game: Game, plan: Plan): Previewed {
	const { world, state } = game;
	const weeks = weeksOfTurn(world, turnOf(game));
	return previewPlan(world, state, world.player, plan, at(game.standing, world.player), weeks);
}

/** Draws of a strategy: fixed for (market seed, firm, turn), apart from the market's own. */
export function strategyDraws(game: Game, firm: number): StrategyDraws {
	const turn = turnOf(game);
	let key: WeekKey | null = null;
	return (id, purpose) => {
		// Most strategies draw nothing, and a key takes long to make.
		const [k0, k1, k2, k3] = (key ??= weekKey(game.marketSeed, `strategy/${firm}`, turn));
		return uniform(k0, k1, k2, k3, id, PURPOSE.strategy + (purpose << 8));
	};
}

/**
 * What a strategy makes of the coming turn.
 *
 * @param panel as the sample points tell it now: who asks for several firms has it made once
 */
export function decisionOf(
	game: Game,
	strategy: Strategy,
	firm: number = game.world.player,
	panel: Panel = panelOf(game.world, game.state)
): Plan {
	const { world, state } = game;
	const history = (): TurnFacts['activities'][] => historyOf(game, firm);
	const look = new Look(world, state, firm, at(game.standing, firm), lastOf(game, firm), history, panel);
	return strategy.decide(look, strategyDraws(game, firm));
}

/**
 * Plays the coming turn with the player's plan. A new `Game` is returned; the old one's state is used up unless it
 * was cloned, since the kernel works in place.
 *
 * @param panel as for `decisionOf`
 */
export function advance(game: Game, plan: Plan, panel: Panel = panelOf(game.world, game.state)): Game {
	if (isDecided(game)) throw new Error('all turns are played');
	const plans = game.rivals.map((rival, f) => (rival === null ? plan : decisionOf(game, rival, f, panel)));
	return fold(game, plans, [...game.log, plan]);
}

/** Runs the closing weeks on the standing plans; they count like a turn. */
export function close(game: Game): Game {
	if (!isDecided(game) || isOver(game)) throw new Error('closing weeks come once, after the last turn');
	return fold(game, game.standing, game.log);
}

function fold(game: Game, plans: readonly Plan[], log: readonly Plan[]): Game {
	const { world, state, marketSeed } = game;
	const stepped = step(world, state, plans, game.standing, marketSeed);
	const facts = [...game.facts, stepped.facts];
	const p = world.player;
	const own = facts.map((turn) => at(turn, p));
	const report: FirmReport = {
		firm: at(world.spec.firms, p).id,
		facts: at(stepped.facts, p),
		// A scenario may have no closing weeks; what lasted no week has no score.
		score: own.at(-1)?.weeks === 0 ? null : scoreTurn(world.spec, p, own),
		plan: at(stepped.applied, p),
		dropped: at(stepped.dropped, p)
	};
	return {
		...game,
		standing: stepped.applied.map(standing),
		facts,
		reports: [...game.reports, report],
		log,
		hashes: [...game.hashes, game.hashing ? hashState(world, state) : '']
	};
}

/** The score of all turns played so far. */
export function score(game: Game): GameScore {
	const turns = game.reports.map((report) => report.score).filter((s): s is TurnScore => s !== null);
	return scoreGame(turns);
}

export function cloneGame(game: Game): Game {
	return { ...game, state: cloneState(game.world, game.state) };
}

/** Plays a strategy from the game's present turn to the end, closing weeks included. */
export function playOut(game: Game, player: Strategy): Game {
	let now = game;
	while (!isDecided(now)) {
		const panel = panelOf(now.world, now.state);
		now = advance(now, decisionOf(now, player, now.world.player, panel), panel);
	}
	return isOver(now) ? now : close(now);
}

/** Plays logged plans over again, closing weeks included if the log is whole. */
export function replay(game: Game, log: readonly Plan[]): Game {
	let now = game;
	for (const plan of log) now = advance(now, plan);
	return isDecided(now) && !isOver(now) ? close(now) : now;
}
