/**
 * Rows (rule A6): outlets that the week's tables treat alike. Without activities a row is a channel of an area; where an
 * activity is for some of its outlets only, the row is split in two, those it is for and those it is not.
 */
import { CHANNEL_COUNT } from '../state.ts';
import type { World } from '../world.ts';

export interface Rows {
	readonly count: number;
	/** [outlet]. */
	readonly ofOutlet: Int32Array;
	/** [row]. The first `areas × channels` are in order of area and channel, whether an outlet is left in them or not. */
	readonly area: Int32Array;
	readonly channel: Int32Array;
	/** 1 where the first rows of an area are in no part: what is true of one is true of all its channels [area]. */
	readonly plain: Uint8Array;
	/** Rows that each of the parts is in, in ascending order. */
	readonly ofPart: readonly (readonly number[])[];
}

/** Some of the outlets of some areas. */
export interface Part {
	/** 1 for an area in which any may be [area]. */
	readonly areas: Uint8Array;
	/** Null: all of them. */
	readonly holds: ((outlet: number) => boolean) | null;
}

export function splitRows(world: World, parts: readonly Part[]): Rows {
	const area: number[] = [];
	const channel: number[] = [];
	for (let a = 0; a < world.areas; a++)
		for (let c = 0; c < CHANNEL_COUNT; c++) {
			area.push(a);
			channel.push(c);
		}
	const ofOutlet = parts.some(({ holds }) => holds !== null) ? world.outletRow.slice() : world.outletRow;
	const plain = new Uint8Array(world.areas).fill(1);
	/** Of each row: the parts it is in. */
	const members: number[][] = area.map(() => []);
	for (const [p, part] of parts.entries()) {
		const { holds } = part;
		/** Row of those the part holds, by the row they stood in. */
		const split = new Map<number, number>();
		for (let a = 0; a < world.areas; a++) {
			if (part.areas[a] !== 1) continue;
			if (holds === null) {
				plain[a] = 0;
				for (let row = 0; row < area.length; row++) if (area[row] === a) members[row]?.push(p);
				continue;
			}
			const [from, to] = [world.areaStart[a]!, world.areaStart[a + 1]!];
			for (let o = from; o < to; o++) {
				if (!holds(o)) continue;
				const before = ofOutlet[o]!;
				let row = split.get(before);
				if (row === undefined) {
					row = area.length;
					split.set(before, row);
					area.push(a);
					channel.push(channel[before] ?? 0);
					members.push([...(members[before] ?? []), p]);
				}
				ofOutlet[o] = row;
			}
		}
	}
	const ofPart: number[][] = parts.map(() => []);
	for (const [row, inParts] of members.entries()) for (const p of inParts) ofPart[p]?.push(row);
	return {
		count: area.length,
		ofOutlet,
		area: Int32Array.from(area),
		channel: Int32Array.from(channel),
		plain,
		ofPart
	};
}
