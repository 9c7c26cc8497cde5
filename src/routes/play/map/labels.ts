/** Pixels a letter of a label takes in the widest of the fonts a reader may have, and a Chinese character. */
const LETTER = 8.5;
const CHARACTER = 14;

/** Pixels a line takes across. */
export function labelWidth(line: string): number {
	return [...line].reduce((sum, letter) => sum + (letter > '\u2e7f' ? CHARACTER : LETTER), 0);
}

/**
 * A name on one or two lines, broken at the space nearest to its middle. Names without spaces stay whole.
 *
 * @param room pixels there are across
 */
export function labelLines(name: string, room: number): string[] {
	const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
	const middle = (name.length - 1) / 2;
	const [nearest] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
	if (labelWidth(name) <= room || nearest === undefined) return [name];
	return [name.slice(0, nearest), name.slice(nearest + 1)];
}

/** The place nearest to `at` where something that reaches `half` to either side stays between two ends. */
export function keptWithin(at: number, half: number, from: number, to: number): number {
	return 2 * half > to - from ? (from + to) / 2 : Math.min(to - half, Math.max(from + half, at));
}
