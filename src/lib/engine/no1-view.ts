/**
 * What a firm may know of its way to No.1 in an area (rules V12, V10): the second and third of the three local
 * indicators beside the ratio of shares, how much is missing, and which accounts could close it.
 */
import { exact, unknown } from './figures.ts';
import type { State } from './state.ts';
import { WEEK } from './state.ts';
import { listsAny, named } from './field/observe.ts';
import type { AreaPanel } from './panel.ts';
import { CHANNELS, CLASSES, NO1_RATIO, type OutletClass } from './vocab.ts';
import type { AccountToWin, Figure, No1View } from './view.ts';
import { at, type World } from './world.ts';

/** V10 Longest list of accounts: what one person can call on in a turn of A and B accounts. Design (A). */
const MOST_ACCOUNTS = 40;

/** @param weeks of the last turn */
export function no1View(
	world: World,
	state: State,
	firm: number,
	a: number,
	panel: AreaPanel,
	weeks: number
): No1View {
	const week = state.clock[WEEK]! - 1;
	const { shares, categoryUnits } = panel;
	const gapUnits = gapOf(shares, firm, categoryUnits, week < 0 ? world.spec.time.weeksPerTurn : weeks);
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
	return {
		...panel.listings(),
		gapUnits,
		accounts:
			week < 0
				? []
				: untilClosed(world, a, open, insideShare(shares, panel.distribution(), firm), gapUnits.value ?? 0),
		openAccounts: week < 0 ? unknown('visits') : exact(openAccounts, week, 'visits'),
		uncalled: named(CLASSES, never)
	};
}

/** V10 Units a week that are missing to 1.7 times the best rival, by the shares as they are known. */
function gapOf(shares: readonly Figure[], firm: number, category: Figure, weeks: number): Figure {
	const own = at(shares, firm);
	const best = shares.reduce((most, share, f) => (f === firm ? most : Math.max(most, share.value ?? 0)), 0);
	if (own.value === null || category.value === null) return unknown('panel');
	const weekly = category.value / weeks;
	const units = (share: number): number => Math.max(0, (NO1_RATIO * best - share) * weekly);
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

/** What an account of a class sells of the category in a week, as the file has it: its own size nobody told us. */
function classDemand(world: World, a: number, name: OutletClass): number {
	const { outletShare, volumeShare } = world.spec.category.classes[name];
	const relative = outletShare > 0 ? volumeShare / outletShare : 0;
	return at(world.areaSpecs, a).unitsPerOutletWeek * relative;
}

/**
 * As many as it takes by what they promise, at most `MOST_ACCOUNTS`: class by class, the most promising first. Of an area
 * and a class all promise alike, so they come as they lie.
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
	const represents = world.outletRepresents[world.areaStart[a]!]!;
	let left = gap;
	const needed: AccountToWin[] = [];
	for (const [c, outletClass] of CLASSES.entries()) {
		const gain = classDemand(world, a, outletClass) * represents * (inside ?? 0);
		for (const outlet of at(open, c)) {
			if (left <= 0 || needed.length >= MOST_ACCOUNTS) return needed;
			const channel = at(CHANNELS, world.outletChannel[outlet]!);
			const gainUnits = inside === null ? null : gain;
			needed.push({ outlet, represents, outletClass, channel, gainUnits });
			left -= gain;
		}
	}
	return needed;
}
