/**
 * What the sample points of an area tell (rules V1, V3, V4, V12). It is the same to every firm, so the views of one
 * moment share it, and each part of it is found when the first of them is looked at.
 */
import { exact, sampled, unknown } from './figures.ts';
import { WEEK, type State } from './state.ts';
import type { Figure, No1View } from './view.ts';
import { CLASSES } from './vocab.ts';
import { at, type World } from './world.ts';

/**
 * V4 Bottles of a shop speak for the shop: for shares it counts as so many witnesses. Found by playing: with three the
 * intervals hold the truth in 96 to 97 of 100 in every shipped market, with thirty they did in 50 to 56. Design (A).
 */
const WITNESSES = 3;

const A = CLASSES.indexOf('A');

export interface AreaPanel {
	/** Category units of the last turn, and the share of each firm. */
	readonly categoryUnits: Figure;
	readonly shares: readonly Figure[];
	/** Sell-through of a firm in the last turn, units. */
	sellOut(firm: number): Figure;
	/** Share of sample points with stock on the shelf, by firm. */
	distribution(): readonly Figure[];
	/** V12 Of the sample points: who is listed where, and whose goods make up what A accounts reckon to sell. */
	listings(): Pick<No1View, 'occupancy' | 'insideA'>;
}

/** By area. Good as long as the state stays as it is. */
export type Panel = (a: number) => AreaPanel;

export function panelOf(world: World, state: State): Panel {
	const known = new Array<AreaPanel | undefined>(world.areas);
	return (a) => (known[a] ??= state.clock[WEEK] === 0 ? filed(world, a) : told(world, state, a));
}

/** V1 Before the first week there is only the file: what the last owner of the territory wrote down. */
function filed({ spec, areaSpecs }: World, a: number): AreaPanel {
	const area = at(areaSpecs, a);
	const figure = (value: number): Figure => exact(value, -1, 'file');
	const weekly = area.outlets * area.represents * area.unitsPerOutletWeek;
	const units = Math.floor(weekly * spec.time.weeksPerTurn + 0.5);
	const shares = spec.firms.map((f) => figure(area.shares[f.id] ?? 0));
	return {
		categoryUnits: figure(units),
		shares,
		sellOut: (firm) => figure(Math.floor(units * (at(shares, firm).value ?? 0) + 0.5)),
		distribution: () =>
			spec.firms.map((f) => {
				const listed = area.distribution[f.id];
				const { classes } = spec.category;
				if (listed === undefined) return figure(0);
				return figure(CLASSES.reduce((sum, c) => sum + classes[c].outletShare * listed[c], 0));
			}),
		listings: () => ({
			occupancy: spec.firms.map(() => unknown('panel')),
			insideA: spec.firms.map(() => unknown('panel'))
		})
	};
}

function told(world: World, state: State, a: number): AreaPanel {
	const { firms, products, firmStart } = world;
	const week = state.clock[WEEK]! - 1;
	const points = countPoints(world, a);
	const sold: number[] = [];
	let all = state.turnPanelOutside[a]!;
	for (let f = 0; f < firms; f++) {
		let units = 0;
		for (let k = firmStart[f]!; k < firmStart[f + 1]!; k++) units += state.turnPanelSold[a * products + k]!;
		sold.push(units);
		all += units;
	}
	// V4 shoppers of one outlet are alike: a sample of shops is worth fewer than its bottles.
	const design = all > 0 ? Math.max(1, all / (points * WITNESSES)) : 1;
	const panelSize = world.areaPanelSize[a]!;
	const grossUp = panelSize > 0 ? world.areaSize[a]! / panelSize : 1;
	const categoryUnits = grossed(all, grossUp, points, week);
	const shares = sold.map((units) => sampled(units, all, week, design));
	let seen: Seen | null = null;
	const look = (): Seen => (seen ??= lookAtPoints(world, state, a));
	return {
		categoryUnits,
		shares,
		sellOut: (firm) =>
			grossedShare(categoryUnits, at(shares, firm), grossed(at(sold, firm), grossUp, points, week)),
		distribution: () => Array.from(look().stocked, (n) => sampled(n, points, week)),
		listings() {
			const { listed, reckoned, allReckoned, pointsA } = look();
			// A shop is one witness, however much it sells.
			const scale = Math.max(1, allReckoned > 0 && pointsA > 0 ? allReckoned / pointsA : 1);
			return {
				occupancy: Array.from(listed, (n) => sampled(n, points, week)),
				insideA: Array.from(reckoned, (units) => sampled(units, allReckoned, week, scale))
			};
		}
	};
}

function countPoints({ areaStart, outletPanel }: World, a: number): number {
	let points = 0;
	for (let o = areaStart[a]!; o < areaStart[a + 1]!; o++) points += outletPanel[o]!;
	return points;
}

/** At the sample points of an area. */
interface Seen {
	readonly pointsA: number;
	/** At how many something of the firm stands, and at how many it is listed [firm]. */
	readonly stocked: Float64Array;
	readonly listed: Float64Array;
	/** Units a week that points of class A reckon to sell of what they list of the firm [firm], and of all. */
	readonly reckoned: Float64Array;
	readonly allReckoned: number;
}

function lookAtPoints(world: World, state: State, a: number): Seen {
	const { firms, products, firmStart, areaStart, outletPanel, outletClass } = world;
	const { stockNew, stockOld, outletForecast } = state;
	const stocked = new Float64Array(firms);
	const listed = new Float64Array(firms);
	const reckoned = new Float64Array(firms);
	let pointsA = 0;
	let allReckoned = 0;
	const last = areaStart[a + 1]!;
	for (let o = areaStart[a]!; o < last; o++) {
		if (outletPanel[o] !== 1) continue;
		const isA = outletClass[o] === A;
		if (isA) pointsA++;
		const row = o * products;
		for (let f = 0; f < firms; f++) {
			const end = row + firmStart[f + 1]!;
			let units = 0;
			let lists = 0;
			for (let cell = row + firmStart[f]!; cell < end; cell++) {
				units += stockNew[cell]! + stockOld[cell]!;
				if (state.listed[cell] !== 1) continue;
				lists = 1;
				if (!isA) continue;
				reckoned[f] = reckoned[f]! + outletForecast[cell]!;
				allReckoned += outletForecast[cell]!;
			}
			if (units > 0) stocked[f] = stocked[f]! + 1;
			listed[f] = listed[f]! + lists;
		}
	}
	return { pointsA, stocked, listed, reckoned, allReckoned };
}

/** V4 Panel units raised to the area by size; two standard errors of a ratio estimate over the points. */
function grossed(units: number, factor: number, points: number, week: number): Figure {
	const value = Math.floor(units * factor + 0.5);
	const half = factor <= 1 ? 0 : (1.2 * value) / Math.sqrt(Math.max(1, points));
	return { value, low: Math.max(0, value - half), high: value + half, asOfWeek: week, source: 'panel' };
}

/**
 * V4 Own units as the panel has them: as unsure as the category is, and as the share of it is besides. Of few shops a
 * firm's own sales hang on which of them list it.
 */
function grossedShare(category: Figure, share: Figure, own: Figure): Figure {
	if (category.value === null || share.value === null || own.value === null) return own;
	const { value } = own;
	const of = (from: number | null, to: number | null): number => (to ?? 0) - (from ?? 0);
	const whole = category.value;
	const away = (level: number, part: number): number =>
		Math.sqrt(level * level + whole * part * (whole * part));
	return {
		...own,
		low: Math.max(0, value - away(of(own.low, value), of(share.low, share.value))),
		high: value + away(of(value, own.high), of(share.value, share.high))
	};
}
