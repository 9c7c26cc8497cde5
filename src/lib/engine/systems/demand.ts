/**
 * Demand of the areas (rules H1, H2, H9–H11, H13): season, growth, weather, shocks, what pantries use up, and what empty
 * shelves sent away last week.
 */
import { smooth } from '../ordering.ts';
import { PURPOSE, uniform, type WeekKey } from '../random.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { at, type World } from '../world.ts';

export const WEEKS_PER_YEAR = 52;
/** H9 What empty shelves sent on never more than doubles a week's demand. Design (A). */
const MOST_POOLED = 1;
/** H10 How fast the usual weekly sales follow the week's. Design (A). */
const USUAL = 0.1;
/** H10 A pantry never feeds more than this share of a week's demand. Design (A). */
const PANTRY_FEEDS = 0.5;

/** H1 Season by calendar month, growth by elapsed time. */
export function seasonFactor(world: World, r: number, week: number): number {
	const { season, growth } = at(world.spec.regions, r);
	const ofYear = (world.spec.time.startWeekOfYear + week) % WEEKS_PER_YEAR;
	const month = Math.floor((ofYear * 12) / WEEKS_PER_YEAR);
	return season[month]! * Math.max(0, 1 + (growth * week) / WEEKS_PER_YEAR);
}

/** Before the outlets' week: fills the turn's `level` and `buying`. */
export function setDemand(world: World, state: State, turn: Turn, key: WeekKey, week: number): void {
	const [k0, k1, k2, k3] = key;
	const { category } = world.spec;
	startShocks(world, state, key, week);
	for (let r = 0; r < world.regions; r++) {
		// H2 weather is one draw per region and week: the neighbouring areas share the sky.
		const weather = 1 + category.weather * (2 * uniform(k0, k1, k2, k3, r, PURPOSE.weather) - 1);
		const level = seasonFactor(world, r, week) * weather * shockFactor(world, state, r);
		const needed = world.regionSize[r]! * level;
		// H10 what households have at home they do not buy.
		const used = Math.min(state.pantry[r]! * world.spec.response.pantryDrain, PANTRY_FEEDS * needed);
		state.pantry[r] = state.pantry[r]! - used;
		const bought = needed > 0 ? level * (1 - used / needed) : 0;
		for (const a of at(world.regionAreas, r)) turn.level[a] = bought * world.potential;
	}
	setBuying(world, state, turn);
}

/**
 * What is bought per unit wanted by those who are there: more in a price-off, by those whom empty shelves sent on (H9)
 * and those who seek the product (H13); less by those who have it at home (H10).
 */
function setBuying(world: World, state: State, turn: Turn): void {
	const { products, areaRegion } = world;
	const { pool, usual, ownPantry } = state;
	const { rows, buy, buying, sought } = turn;
	const { pantryDrain } = world.spec.response;
	const bought = new Float64Array(usual.length);
	for (let cell = 0; cell < bought.length; cell++) {
		const stored = ownPantry[cell]! * pantryDrain;
		const used = Math.min(stored, PANTRY_FEEDS * usual[cell]!);
		// Of a product that nobody buys any more nothing is left out for what is at home.
		ownPantry[cell] = ownPantry[cell]! - (usual[cell]! > 0 ? used : stored);
		bought[cell] = usual[cell]! > 0 ? 1 - used / usual[cell]! : 1;
	}
	void (pool[0]! + buy[0]! + buying[0]! + sought[0]! + bought[0]!);
	for (let row = 0; row < rows.count; row++) {
		const a = rows.area[row]!;
		const region = areaRegion[a]! * products;
		for (let k = 0; k < products; k++) {
			const shelf = a * products + k;
			const i = row * products + k;
			buying[i] = buy[i]! * (1 + pool[shelf]!) * sought[shelf]! * bought[region + k]!;
		}
	}
}

/** H11 A shock begins by its chance in each of its weeks where it does not last already. */
function startShocks(world: World, state: State, key: WeekKey, week: number): void {
	const [k0, k1, k2, k3] = key;
	for (const [s, shock] of world.spec.shocks.entries()) {
		if (week < shock.fromWeek || week >= shock.untilWeek) continue;
		for (const id of shock.regions) {
			const r = world.index.region.get(id) ?? 0;
			const cell = s * world.regions + r;
			const u = uniform(k0, k1, k2, k3, r, PURPOSE.shock + (s << 8));
			if (state.shockWeeks[cell] === 0 && u < shock.chancePerWeek) state.shockWeeks[cell] = shock.lastsWeeks;
		}
	}
}

function shockFactor(world: World, state: State, r: number): number {
	let factor = 1;
	for (const [s, shock] of world.spec.shocks.entries())
		if (state.shockWeeks[s * world.regions + r]! > 0) factor *= shock.factor;
	return factor;
}

/** After the outlets' week: the turn's sales, pantries, pools and shocks. */
export function closeDemand(world: World, state: State, turn: Turn): void {
	const { products, areaRegion } = world;
	const { pantryLoyalty } = world.spec.response;
	const { rows, till, weekly, regionSold, cutSold, buy, cut } = turn;
	const { pantry, ownPantry, turnSold } = state;
	regionSold.fill(0);
	cutSold.fill(0);
	weekly.fill(0);
	void (till[0]! + weekly[0]! + turnSold[0]! + regionSold[0]! + cutSold[0]! + cut[0]! + buy[0]!);
	for (let row = 0; row < rows.count; row++) {
		const a = rows.area[row]!;
		const r = areaRegion[a]!;
		for (let k = 0; k < products; k++) {
			const i = row * products + k;
			const sold = till[i]!;
			if (sold === 0) continue;
			const cell = a * products + k;
			weekly[cell] = weekly[cell]! + sold;
			turnSold[cell] = turnSold[cell]! + sold;
			const own = r * products + k;
			regionSold[own] = regionSold[own]! + sold;
			cutSold[own] = cutSold[own]! + sold * cut[i]!;
			// H10 of what was bought in a price-off, the part beyond need is put by.
			if (buy[i] === 1) continue;
			const putBy = (sold * (buy[i]! - 1)) / buy[i]!;
			pantry[r] = pantry[r]! + (1 - pantryLoyalty) * putBy;
			ownPantry[own] = ownPantry[own]! + pantryLoyalty * putBy;
		}
	}
	for (let a = 0; a < world.areas; a++) {
		state.turnOutside[a] = state.turnOutside[a]! + turn.weekOutside[a]!;
		poolArea(world, state, turn, a);
	}
	const { referenceKeep } = world.spec.activities;
	for (let row = 0; row < state.usual.length; row++) {
		const sold = turn.regionSold[row]!;
		state.usual[row] = smooth(state.usual[row]!, sold, USUAL);
		// A19 A week in which nobody bought teaches nobody.
		if (sold > 0) state.usedTo[row] = smooth(state.usedTo[row]!, cutSold[row]! / sold, 1 - referenceKeep);
	}
	for (let cell = 0; cell < state.shockWeeks.length; cell++)
		state.shockWeeks[cell] = Math.max(0, state.shockWeeks[cell]! - 1);
}

/**
 * H9 Next week's pool of an area. From shelves that were empty: who goes elsewhere or comes again (the others were
 * shared out in the shop, H7). From shelves that ran out in the week: the same, and who takes another product then.
 */
function poolArea(world: World, state: State, turn: Turn, a: number): void {
	const { products, productFirm } = world;
	const { otherStore, otherBrand, otherPack, later } = world.spec.response.stockOut;
	const from = a * products;
	for (let k = 0; k < products; k++)
		state.pool[from + k] = (otherStore + later) * (turn.missed[from + k]! + turn.ranOut[from + k]!);
	let all = 0;
	for (let k = 0; k < products; k++) all += turn.weekly[from + k]!;
	for (let k = 0; k < products; k++) {
		const units = turn.ranOut[from + k]!;
		if (units === 0) continue;
		const f = productFirm[k]!;
		let own = 0;
		for (const j of at(world.firmProducts, f)) own += turn.weekly[from + j]!;
		const siblings = own - turn.weekly[from + k]!;
		const toPacks = siblings > 0 ? otherPack * units : 0;
		// Small brands take their part of the rest, and are not followed.
		const others = all - own + turn.weekOutside[a]!;
		const toBrands = others > 0 ? ((otherBrand + otherPack) * units - toPacks) / others : 0;
		for (let j = 0; j < products; j++) {
			if (j === k) continue;
			const sold = turn.weekly[from + j]!;
			const share = productFirm[j] === f ? (siblings > 0 ? toPacks / siblings : 0) : toBrands;
			state.pool[from + j] = state.pool[from + j]! + sold * share;
		}
	}
	for (let k = 0; k < products; k++) {
		const sold = turn.weekly[from + k]!;
		state.pool[from + k] = sold > 0 ? Math.min(MOST_POOLED, state.pool[from + k]! / sold) : 0;
	}
}
