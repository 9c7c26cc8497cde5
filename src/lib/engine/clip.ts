/** What `project` does to a figure and to a list of ids before anything else. */

/** A whole number inside its limits; what is no number at all is `fallback`. */
export function clip(value: number, low: number, high: number, fallback: number): number {
	const whole = Number.isFinite(value) ? Math.floor(value) : fallback;
	return Math.min(high, Math.max(low, whole));
}

/** The ids there are, each once, in their order; the others are told with their place. */
export function knownIds(
	ids: readonly string[],
	index: ReadonlyMap<string, number>,
	onUnknown: (id: string, place: number) => void,
	onRepeated: (id: string, place: number) => void
): string[] {
	const kept: string[] = [];
	for (const [i, id] of ids.entries()) {
		if (!index.has(id)) onUnknown(id, i);
		else if (kept.includes(id)) onRepeated(id, i);
		else kept.push(id);
	}
	return kept;
}
