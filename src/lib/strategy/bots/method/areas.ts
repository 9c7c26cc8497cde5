/** Where to fight (M1, M3, M9): one area until it is No.1, then the next; what is held stays worked. */
import type { AreaView, FirmView, RegionView } from '../../../engine/view.ts';
import { ratioOf } from '../../tools.ts';

/** A sample point flatters or wrongs: from here on the next area is prepared while the last step to 1.7 is made. */
const NEARLY_HELD = 1.4;
/** What is begun later than so many turns before the end costs people and brings nothing any more. */
const LAST_ENTRY = 2;

/** The areas already in hand, and one more when they stand: the nearest to No.1, first where people and dealer are. */
export function chooseAreas(view: FirmView): AreaView[] {
	const begun =
		view.turn === 0 ? [] : view.areas.filter((area) => view.plan.regions.worked.includes(area.id));
	const at = new Set(begun.map((area) => area.region));
	const next = view.areas
		.filter((area) => !begun.includes(area))
		.sort(
			(a, b) =>
				Number(at.has(b.region)) - Number(at.has(a.region)) ||
				ratioOf(b) - ratioOf(a) ||
				(a.id < b.id ? -1 : 1)
		)[0];
	const stands = begun.every((area) => ratioOf(area) >= NEARLY_HELD);
	const isEarly = view.turn === 0 || view.turn < view.turns - LAST_ENTRY;
	return stands && isEarly && next !== undefined ? [...begun, next] : begun;
}

/** Regions in which one of these areas lies. */
export function regionsOf(view: FirmView, areas: readonly AreaView[]): RegionView[] {
	return view.regions.filter((region) => areas.some((area) => area.region === region.id));
}

/** Those of them that nobody worked until now. */
export function newRegions(view: FirmView, regions: readonly RegionView[]): RegionView[] {
	const { worked } = view.plan.regions;
	return regions.filter((region) => view.turn === 0 || !region.areas.some((area) => worked.includes(area)));
}
