/**
 * Segments (rule A5): whom an activity is for, as ranges of whole numbers that all must hold. Bounded, kept in the log
 * with the plan, and never code: a leaf of a decision tree is just such a list.
 */
import type { State } from '../state.ts';
import { CHANNELS, CLASSES, type Channel, type OutletClass, type SegmentField } from '../vocab.ts';
import type { World } from '../world.ts';

/** One range, both ends in it. */
export interface SegmentCondition {
	readonly field: SegmentField;
	readonly from: number;
	readonly to: number;
}

/** What of an activity says whom it is for; what is left out is everybody. */
export interface Audience {
	readonly channels?: readonly Channel[];
	readonly classes?: readonly OutletClass[];
	readonly segment?: readonly SegmentCondition[];
}

/** Most ranges of one segment. */
export const MAX_CONDITIONS = 8;

/** Lowest and highest that a field can be. */
export const SEGMENT_BOUNDS: Readonly<Record<SegmentField, readonly [number, number]>> = {
	class: [0, CLASSES.length - 1],
	channel: [0, CHANNELS.length - 1],
	sizeRank: [1, 100],
	listed: [0, 1],
	closeness: [0, 100],
	dependence: [0, 100]
};

const percent = (share: number): number => Math.floor(share * 100 + 0.5);

/**
 * Whom among the outlets an audience holds.
 *
 * @param firm whose relations and listings are meant, with `product`
 * @param rank place by size in the area, 1–100 [outlet]; asked for only where a range needs it
 */
export function audienceTest(
	world: World,
	state: State,
	{ channels, classes, segment = [] }: Audience,
	firm: number,
	product: number,
	rank: () => Uint8Array
): (outlet: number) => boolean {
	const inChannel = CHANNELS.map((name) => channels === undefined || channels.includes(name));
	const inClass = CLASSES.map((name) => classes === undefined || classes.includes(name));
	const relation = (of: Float64Array, o: number): number => percent(of[o * world.firms + firm]!);
	const read: Readonly<Record<SegmentField, (o: number) => number>> = {
		class: (o) => world.outletClass[o]!,
		channel: (o) => world.outletChannel[o]!,
		sizeRank: (o) => rank()[o]!,
		listed: (o) => state.listed[o * world.products + product]!,
		closeness: (o) => relation(state.closeness, o),
		dependence: (o) => relation(state.dependence, o)
	};
	return (o) => {
		if (inChannel[world.outletChannel[o]!] !== true || inClass[world.outletClass[o]!] !== true) return false;
		for (const { field, from, to } of segment) {
			const value = read[field](o);
			if (value < from || value > to) return false;
		}
		return true;
	};
}

/** Place of each outlet by size among those of its area: 1 for the largest hundredth, 100 for the smallest. */
export function sizeRanks({ outlets, areas, areaStart, outletArea, bySize }: World): Uint8Array {
	const ranks = new Uint8Array(outlets);
	const placed = new Int32Array(areas);
	for (let i = 0; i < outlets; i++) {
		const o = bySize[i]!;
		const a = outletArea[o]!;
		const place = placed[a]!;
		ranks[o] = Math.floor((place * 100) / (areaStart[a + 1]! - areaStart[a]!)) + 1;
		placed[a] = place + 1;
	}
	return ranks;
}
