/**
 * Households (rules H1–H6): demand of each outlet, shared among what is on its shelf by multiplicative
 * attraction, sold in whole units.
 */
import { normalish, PURPOSE, uniform, type WeekKey } from '../random.ts';
import { wholeUnits } from '../sampling.ts';
import { CHANNEL_COUNT, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import type { World } from '../world.ts';

export const WEEKS_PER_YEAR = 52;

/** H1 Season by calendar month, growth by elapsed time. */
export function seasonFactor(world: World, week: number): number {
	const { category, time } = world.spec;
	const ofYear = (time.startWeekOfYear + week) % WEEKS_PER_YEAR;
	const month = Math.floor((ofYear * 12) / WEEKS_PER_YEAR);
	return category.season[month]! * (1 + (category.growth * week) / WEEKS_PER_YEAR);
}

export function sellToHouseholds(world: World, state: State, turn: Turn, key: WeekKey, week: number): void {
	const { category, response } = world.spec;
	const season = seasonFactor(world, week);
	const [k0, k1, k2, k3] = key;
	state.weekSold.fill(0);
	state.sold.fill(0);
	for (let a = 0; a < world.areas; a++) {
		// H2 weather is one draw per region and week: the neighbouring areas share the sky.
		const weather =
			1 + category.weather * (2 * uniform(k0, k1, k2, k3, world.areaRegion[a]!, PURPOSE.weather) - 1);
		sellInArea(world, state, turn, key, a, season * weather, category.noise, response.relationLift);
	}
}

function sellInArea(
	world: World,
	state: State,
	turn: Turn,
	key: WeekKey,
	a: number,
	level: number,
	noise: number,
	lift: number
): void {
	const { products, firms, productFirm } = world;
	const [k0, k1, k2, k3] = key;
	const { pull } = turn;
	let outside = 0;
	let panelOutside = 0;
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		// H3 outlet-week noise, floored so that no outlet turns negative.
		const factor = Math.max(0, 1 + noise * normalish(k0, k1, k2, k3, o, PURPOSE.noise));
		const demand = world.outletSize[o]! * level * factor;
		let sum = 1;
		for (let k = 0; k < products; k++) {
			const cell = o * products + k;
			// H4 only what stands on the shelf competes; the relation lifts its place there.
			if (state.stockNew[cell]! + state.stockOld[cell]! > 0) {
				const closeness = state.closeness[o * firms + productFirm[k]!]!;
				pull[k] = turn.attraction[a * products + k]! * (1 + lift * closeness);
				sum += pull[k]!;
			} else pull[k] = 0;
		}
		const panel = world.outletPanel[o]!;
		const unit = demand / sum;
		for (let k = 0; k < products; k++) {
			if (pull[k] === 0) continue;
			const cell = o * products + k;
			// H5 whole units that keep a mean of .3 at .3.
			const wanted = wholeUnits(unit * pull[k]!, uniform(k0, k1, k2, k3, o, PURPOSE.sale + (k << 8)));
			const old = state.stockOld[cell]!;
			const sold = Math.min(wanted, old + state.stockNew[cell]!);
			// H6 the older goods go first.
			const fromOld = Math.min(sold, old);
			state.stockOld[cell] = old - fromOld;
			state.stockNew[cell] = state.stockNew[cell]! - (sold - fromOld);
			state.sold[cell] = sold;
			const area = a * products + k;
			state.turnSold[area] = state.turnSold[area]! + sold;
			const till = (a * CHANNEL_COUNT + world.outletChannel[o]!) * products + k;
			state.weekSold[till] = state.weekSold[till]! + sold;
			if (panel === 1) state.turnPanelSold[area] = state.turnPanelSold[area]! + sold;
		}
		const others = wholeUnits(unit, uniform(k0, k1, k2, k3, o, PURPOSE.outside));
		outside += others;
		if (panel === 1) panelOutside += others;
	}
	state.turnOutside[a] = state.turnOutside[a]! + outside;
	state.turnPanelOutside[a] = state.turnPanelOutside[a]! + panelOutside;
}
