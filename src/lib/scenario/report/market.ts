/** Size of the market: what all brands together sell. */
import type { AreaSpec, FirmSpec, MarketSpec } from '../../engine/spec.ts';
import { CLASSES, type PerClass } from '../../engine/vocab.ts';

/** The player's firm; every compiled scenario has just one. */
export function playerOf(spec: MarketSpec): FirmSpec {
	const found = spec.firms.find(({ role }) => role === 'player');
	if (found === undefined) throw new Error(`no player in ${spec.id}`);
	return found;
}

/** Category units a week in an area at season 1. */
export function weeklyUnits(area: AreaSpec): number {
	return area.outlets * area.represents * area.unitsPerOutletWeek;
}

/** Weeks of each scored turn: the turns, then the closing weeks if there are any. */
export function turnWeeks({ time }: MarketSpec): number[] {
	const weeks = new Array<number>(time.turns).fill(time.weeksPerTurn);
	return time.closingWeeks > 0 ? [...weeks, time.closingWeeks] : weeks;
}

/** Season and growth of each scored turn together, over all regions by size; 1 = an average week of the first year's start. */
export function turnFactors(spec: MarketSpec): number[] {
	let week = 0;
	return turnWeeks(spec).map((weeks) => {
		let total = 0;
		for (let i = 0; i < weeks; i++, week++) total += levelOf(spec, week);
		return total / weeks;
	});
}

/** Season and growth of a tick: months are twelfths of 52 weeks. */
function levelOf({ regions, time }: MarketSpec, week: number): number {
	const month = Math.floor((((time.startWeekOfYear + week) % 52) * 12) / 52);
	let demand = 0;
	let size = 0;
	for (const { areas, season, growth } of regions) {
		const units = areas.reduce((sum, area) => sum + weeklyUnits(area), 0);
		size += units;
		demand += units * (season[month] ?? 1) * (1 + (growth * week) / 52);
	}
	return demand / size;
}

/** Share of all an area's outlets that list a firm, or with `volumeShare` of their volume. */
export function distributionOf(
	spec: MarketSpec,
	area: AreaSpec,
	firm: string,
	by: 'outletShare' | 'volumeShare'
): number {
	const listed: PerClass<number> | undefined = area.distribution[firm];
	if (listed === undefined) return 0;
	return CLASSES.reduce((total, name) => total + listed[name] * spec.category.classes[name][by], 0);
}
