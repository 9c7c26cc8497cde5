export interface Segment {
	readonly from: number;
	readonly width: number;
}

export interface Drawn {
	readonly parts: readonly Segment[];
	/** Where what there is ends. */
	readonly mark: number;
	/** How far the parts run beyond it. */
	readonly over: number;
}

/** Parts end to end on a scale of 0–100 that holds both them and the mark. */
export function segments(parts: readonly number[], mark: number): Drawn {
	const sum = parts.reduce((all, part) => all + part, 0);
	const full = Math.max(sum, mark);
	const scale = full > 0 ? 100 / full : 0;
	let from = 0;
	const drawn = parts.map((part): Segment => {
		const segment = { from, width: part * scale };
		from += segment.width;
		return segment;
	});
	return { parts: drawn, mark: mark * scale, over: Math.max(0, sum - mark) * scale };
}
