/** One turn of the market (rule T0): projected plans in, weeks run, facts out. Changes `state` in place. */
import { auditOf } from './audit.ts';
import { factsOf } from './facts.ts';
import type { Dropped, Plan } from './plan.ts';
import { setTargets } from './platform/targets.ts';
import { project, type Projected } from './project.ts';
import { weekKey } from './random.ts';
import type { TurnFacts } from './report.ts';
import { TURN, WEEK, type State } from './state.ts';
import { orderAgain, runDealers } from './systems/dealers.ts';
import { settleDealers } from './systems/dealings.ts';
import { beginTurn } from './systems/handover.ts';
import { closeDemand, setDemand } from './systems/demand.ts';
import { moveGoodwill } from './systems/goodwill.ts';
import { setMarket } from './systems/market.ts';
import { moveStanding } from './systems/no1.ts';
import { movePriceOrder } from './systems/price-order.ts';
import { judgeBoards } from './systems/small-board.ts';
import { settle } from './systems/money.ts';
import { openOutletWeek } from './systems/outlet-week.ts';
import { buildPlatforms } from './systems/platform.ts';
import { runFirms } from './systems/supply.ts';
import { sweep } from './systems/sweep.ts';
import { closeTeams, runTeams } from './systems/team.ts';
import { openTurn } from './turn.ts';
import { at, type World } from './world.ts';

export interface Stepped {
	readonly applied: readonly Plan[];
	readonly dropped: readonly (readonly Dropped[])[];
	readonly facts: readonly TurnFacts[];
}

export const MARKET_STREAM = 'market';

/** Weeks the coming turn has: the turn after the last is the closing one. */
export function weeksOfTurn(world: World, turn: number): number {
	const { turns, weeksPerTurn, closingWeeks } = world.spec.time;
	return turn < turns ? weeksPerTurn : closingWeeks;
}

/**
 * @param plans one per firm, in file order, any that are well-shaped
 * @param standing the plans in force until now, one per firm
 * @param marketSeed 32 hex digits
 */
export function step(
	world: World,
	state: State,
	plans: readonly Plan[],
	standing: readonly Plan[],
	marketSeed: string
): Stepped {
	const turnNumber = state.clock[TURN]!;
	const weeks = weeksOfTurn(world, turnNumber);
	const projected: Projected[] = plans.map((plan, f) =>
		project(world, state, f, plan, at(standing, f), weeks)
	);
	const applied = projected.map((p) => p.applied);
	const first = state.clock[WEEK]!;
	setTargets(world, state, applied);
	// All at once: in the midst of the weeks each would take longer, since the outlets push its code out of the cache.
	const keys = Array.from({ length: Math.max(1, weeks) }, (_, i) =>
		weekKey(marketSeed, MARKET_STREAM, first + i)
	);
	beginTurn(world, state, applied, at(keys, 0));
	const turn = openTurn(world, state, applied, first);
	for (let week = first; week < first + weeks; week++) {
		const key = at(keys, week - first);
		buildPlatforms(world, state, turn);
		setMarket(world, state, turn, week);
		setDemand(world, state, turn, key, week);
		sweep(world, openOutletWeek(world, state, turn, key, week));
		closeDemand(world, state, turn);
		runDealers(world, state, turn, key, week);
		runFirms(world, state, turn, week);
		orderAgain(world, state, turn, week);
		settle(world, state, turn, week);
		settleDealers(world, state, turn, key, week);
		runTeams(world, state, turn);
		moveGoodwill(world, state, turn);
		movePriceOrder(world, state, turn);
		moveStanding(world, state, turn);
		state.clock[WEEK] = week + 1;
	}
	if (weeks > 0) closeTeams(world, state, turn, at(keys, weeks - 1), weeks);
	judgeBoards(world, state, turn);
	const audit = auditOf(world, state);
	const facts = applied.map((_, f) => factsOf(world, state, f, weeks, turn, audit));
	state.clock[TURN] = turnNumber + 1;
	return { applied, dropped: projected.map((p) => p.dropped), facts };
}
