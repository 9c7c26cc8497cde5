/**
 * Targets (rules K6, K7): the firm's target of a turn over its areas by past sales × correction index (修正指数), then to
 * dealers and people. Past sales are what sample points tell, so that a target says no more than its firm knows.
 */
import { shareOut } from '../ledger.ts';
import type { Plan } from '../plan.ts';
import { WEEK, type State } from '../state.ts';
import { at, indexOf, type World } from '../world.ts';

/** K6 A correction is between half and double. Design (A). */
export const INDEX_LOW_BP = 5000;
export const INDEX_HIGH_BP = 20_000;
export const WHOLE_INDEX_BP = 10_000;
export const MOST_TARGET_UNITS = 1_000_000_000;

/** By past sales × index, by largest remainder; where nothing was sold anywhere, by index alone. */
export function splitTarget(total: number, past: readonly number[], indexBp: readonly number[]): number[] {
	const sold = past.some((units) => units > 0);
	const weights = past.map((units, i) => (sold ? units : 1) * at(indexBp, i));
	const shares = new Array<number>(past.length).fill(0);
	if (total > 0 && past.length > 0) shareOut(total, weights, shares);
	return shares;
}

/** V4 The firm's sales of the last turn in an area as its sample points tell; before the first, as the file does. */
export function pastSales(world: World, state: State, firm: number, a: number): number {
	if (state.clock[WEEK]! === 0) {
		const area = at(world.areaSpecs, a);
		const weekly = area.outlets * area.represents * area.unitsPerOutletWeek;
		const units = Math.floor(weekly * world.spec.time.weeksPerTurn + 0.5);
		return Math.floor(units * (area.shares[at(world.spec.firms, firm).id] ?? 0) + 0.5);
	}
	let units = 0;
	for (const k of at(world.firmProducts, firm)) units += state.turnPanelSold[a * world.products + k]!;
	const panel = world.areaPanelSize[a]!;
	return Math.floor(units * (panel > 0 ? world.areaSize[a]! / panel : 1) + 0.5);
}

/** K6 When a turn begins, before its counters do: what each worked area is to sell, and what it sold. */
export function setTargets(world: World, state: State, plans: readonly Plan[]): void {
	state.target.fill(0);
	for (const [f, plan] of plans.entries()) {
		for (let a = 0; a < world.areas; a++)
			state.targetPast[f * world.areas + a] = pastSales(world, state, f, a);
		const targets = plan.platform?.targets;
		if (targets === undefined) continue;
		const areas = plan.regions.worked.map((id) => indexOf(world.index.area, id));
		const shares = splitTarget(
			targets.totalUnits,
			areas.map((a) => state.targetPast[f * world.areas + a]!),
			plan.regions.worked.map((id) => targets.indexBp[id] ?? WHOLE_INDEX_BP)
		);
		for (const [i, a] of areas.entries()) state.target[f * world.areas + a] = at(shares, i);
	}
}

/**
 * K8 How well a target pulls: not at all at past sales or below, fully at `stretch` beyond, and as much the other way
 * from three times that on, where nobody can reach it.
 */
export function pullOf(target: number, past: number, stretch: number): number {
	if (target <= past || target === 0) return 0;
	if (past === 0) return 0;
	const beyond = (target / past - 1) / stretch;
	return beyond <= 1 ? beyond : Math.max(-1, 2 - beyond);
}

/** Of an area; null: it has none. */
export function targetOf(world: World, state: State, f: number, a: number): number | null {
	const units = state.target[f * world.areas + a]!;
	return units > 0 ? units : null;
}

/** Of all areas of a firm. */
export function targetPull(world: World, state: State, f: number): number[] {
	const { targetStretch } = world.spec.platform;
	return Array.from({ length: world.areas }, (_, a) => {
		const cell = f * world.areas + a;
		return pullOf(state.target[cell]!, state.targetPast[cell]!, targetStretch);
	});
}
