/**
 * What a firm may know of its way to No.1 in an area (rules V12, V10): the second and third of the three local
 * indicators beside the ratio of shares, how much is missing, and which accounts could close it.
 */
import { exact, sampled, unknown } from './figures.ts';
import type { State } from './state.ts';
import { WEEK } from './state.ts';
import { listsAny } from './field/observe.ts';
import { CHANNELS, CLASSES, NO1_RATIO } from './vocab.ts';
import type { AccountToWin, Figure, No1View } from './view.ts';
import { at, type World } from './world.ts';

/** V10 Longest list of accounts: what one person can call on in a turn of A and B accounts. Design (A). */
const MOST_ACCOUNTS = 40;

/**
 * @param shares by firm, @param distribution likewise: as the view has them
 * @param weekly category demand of the area in a week, units, as the view has it
 */
export function no1View(
	world: World,
	state: State,
	firm: number,
	a: number,
	shares: readonly Figure[],
	distribution: readonly Figure[],
	weekly: Figure
): No1View {
	const week = state.clock[WEEK]! - 1;
	const gapUnits = gapOf(shares, firm, weekly);
	const { firms, areaStart, outletClass, outletRepresents } = world;
	const { called } = state;
	const never = new Int32Array(CLASSES.length);
	const open = CLASSES.map((): number[] => []);
	let openAccounts = 0;
	const end = areaStart[a + 1]!;
	for (let o = areaStart[a]!; o < end; o++) {
		const c = outletClass[o]!;
		if (called[o * firms + firm] !== 1) never[c] = never[c]! + outletRepresents[o]!;
		else if (!listsAny(world, state, o, firm)) {
			at(open, c).push(o);
			openAccounts += outletRepresents[o]!;
		}
	}
	const [A = 0, B = 0, C = 0] = never;
	return {
		...panelIndicators(world, state, a, week),
		gapUnits,
		accounts:
			week < 0
				? []
				: untilClosed(world, a, open, insideShare(shares, distribution, firm), gapUnits.value ?? 0),
		openAccounts: week < 0 ? unknown('visits') : exact(openAccounts, week, 'visits'),
		uncalled: { A, B, C }
	};
}

/** V12 Of the sample points: who is listed where, and whose goods make up what A accounts reckon to sell. */
function panelIndicators(
	world: World,
	state: State,
	a: number,
	week: number
): Pick<No1View, 'occupancy' | 'insideA'> {
	const { firms, products, firmStart, areaStart, outletPanel, outletClass } = world;
	const listed = new Float64Array(firms);
	const reckoned = new Float64Array(firms);
	let points = 0;
	let pointsA = 0;
	let all = 0;
	const end = areaStart[a + 1]!;
	for (let o = areaStart[a]!; o < end; o++) {
		if (outletPanel[o] !== 1) continue;
		points++;
		const isA = outletClass[o] === 0;
		if (isA) pointsA++;
		for (let f = 0; f < firms; f++) {
			if (!listsAny(world, state, o, f)) continue;
			listed[f] = listed[f]! + 1;
			if (!isA) continue;
			for (let cell = o * products + firmStart[f]!; cell < o * products + firmStart[f + 1]!; cell++) {
				if (state.listed[cell] !== 1) continue;
				reckoned[f] = reckoned[f]! + state.outletForecast[cell]!;
				all += state.outletForecast[cell]!;
			}
		}
	}
	if (week < 0)
		return {
			occupancy: Array.from(listed, () => unknown('panel')),
			insideA: Array.from(listed, () => unknown('panel'))
		};
	// A shop is one witness, however much it sells.
	const scale = all > 0 && pointsA > 0 ? all / pointsA : 1;
	return {
		occupancy: Array.from(listed, (n) => sampled(n, points, week)),
		insideA: Array.from(reckoned, (units) => sampled(units, all, week, Math.max(1, scale)))
	};
}

/** V10 Units a week that are missing to 1.7 times the best rival, by the shares as they are known. */
function gapOf(shares: readonly Figure[], firm: number, weekly: Figure): Figure {
	const own = at(shares, firm);
	const best = shares.reduce((most, share, f) => (f === firm ? most : Math.max(most, share.value ?? 0)), 0);
	if (own.value === null || weekly.value === null) return unknown('panel');
	const units = (share: number): number => Math.max(0, (NO1_RATIO * best - share) * (weekly.value ?? 0));
	return {
		value: units(own.value),
		low: units(own.high ?? own.value),
		high: units(own.low ?? own.value),
		asOfWeek: own.asOfWeek,
		source: own.source
	};
}

/** D: share = distribution × share inside those who list us. */
function insideShare(
	shares: readonly Figure[],
	distribution: readonly Figure[],
	firm: number
): number | null {
	const share = at(shares, firm).value;
	const spread = at(distribution, firm).value;
	return share === null || spread === null || spread <= 0 ? null : Math.min(1, share / spread);
}

/** What an account sells of the category in a week [class], as the file has it: its own size nobody told us. */
function classDemand(world: World, a: number): number[] {
	return CLASSES.map((name) => {
		const { outletShare, volumeShare } = world.spec.category.classes[name];
		const relative = outletShare > 0 ? volumeShare / outletShare : 0;
		return at(world.areaSpecs, a).unitsPerOutletWeek * relative;
	});
}

/**
 * As many as it takes by what they promise, at most `MOST_ACCOUNTS`: class by class, the most promising first.
 *
 * @param open outlets of each class, as they lie
 * @param inside share inside those who list the firm
 * @param gap units a week
 */
function untilClosed(
	world: World,
	a: number,
	open: readonly (readonly number[])[],
	inside: number | null,
	gap: number
): AccountToWin[] {
	const demand = classDemand(world, a);
	let left = gap;
	const needed: AccountToWin[] = [];
	for (const [c, outlets] of open.entries()) {
		if (left <= 0) break;
		const gain = (o: number): number => at(demand, c) * world.outletRepresents[o]! * (inside ?? 0);
		for (const o of outlets.toSorted((x, y) => gain(y) - gain(x) || x - y)) {
			if (left <= 0 || needed.length >= MOST_ACCOUNTS) break;
			needed.push({
				outlet: o,
				represents: world.outletRepresents[o]!,
				outletClass: at(CLASSES, c),
				channel: at(CHANNELS, world.outletChannel[o]!),
				gainUnits: inside === null ? null : gain(o)
			});
			left -= gain(o);
		}
	}
	return needed;
}
