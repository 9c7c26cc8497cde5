/**
 * Balance of the four elements (四要素, M2): regional market, core dealers, outlet network, customer advisors, each 0–100
 * over the areas that are worked. Read off the view alone; the parts and their weights are A.
 */
import type { AreaView, FirmView, RegionView } from '../../engine/view.ts';
import { CLASSES, NO1_RATIO } from '../../engine/vocab.ts';

export const ELEMENTS = ['market', 'dealers', 'outlets', 'advisors'] as const;
export type Element = (typeof ELEMENTS)[number];

export interface Balance {
	/** Whole points, 0–100. */
	readonly points: Readonly<Record<Element, number>>;
	/** The one that holds the others back; null where nothing is worked. */
	readonly weakest: Element | null;
	/** Weakest over strongest, 0–100: 100 where all are even. */
	readonly even: number;
}

export function balanceOf(view: FirmView): Balance {
	const areas = view.areas.filter(({ worked }) => worked);
	const regions = view.regions.filter(({ id }) => areas.some(({ region }) => region === id));
	const share: Readonly<Record<Element, number>> = {
		market: mean(areas.map((area) => Math.min(1, (area.ratio.value ?? 0) / NO1_RATIO))),
		dealers: mean(regions.map((region) => dealer(view, region))),
		outlets: mean(areas.map(outlets)),
		advisors: mean([
			mean(regions.map(({ advice }) => advice)),
			mean(areas.map(({ field }) => Math.min(1, Math.max(0, (field.quality - 0.5) / 1))))
		])
	};
	const points = { market: 0, dealers: 0, outlets: 0, advisors: 0 };
	for (const element of ELEMENTS) points[element] = Math.floor(100 * share[element] + 0.5);
	const all = ELEMENTS.map((element) => points[element]);
	const [low, high] = [Math.min(...all), Math.max(...all)];
	return {
		points,
		weakest: areas.length === 0 ? null : (ELEMENTS.find((element) => points[element] === low) ?? null),
		even: high === 0 ? 0 : Math.floor((100 * low) / high)
	};
}

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** There is one, it owes nothing overdue, its stock is in hand, and most of the outlets are its own to live on. */
function dealer({ rules }: FirmView, { dealer: id, contract, dealerDaysOfSupply }: RegionView): number {
	if (id === '') return 0;
	const days = dealerDaysOfSupply.value;
	return mean([
		1,
		contract === null || contract.overdueCents === 0 ? 1 : 0,
		days === null || days <= rules.dealing.glutDays ? 1 : 0,
		contract === null ? 1 : contract.outletsBp / 10_000
	]);
}

/** Called on, and listing the firm. */
function outlets({ outlets: all, field, visitedShare }: AreaView): number {
	const accounts = CLASSES.reduce((sum, name) => sum + all[name], 0);
	const lists = accounts === 0 ? 0 : (field.stages.listed + field.stages.core) / accounts;
	return mean([visitedShare.value ?? 0, lists]);
}
