/** Pixels a letter of a label takes; a Chinese character takes two such. */
const LETTER = 7.5;

/**
 * A name on one or two lines, broken at the space nearest to its middle. Names without spaces stay whole.
 *
 * @param room pixels there are across
 */
export function labelLines(name: string, room: number): string[] {
	const width = [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1) * LETTER, 0);
	const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
	const middle = (name.length - 1) / 2;
	const [nearest] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
	if (width <= room || nearest === undefined) return [name];
	return [name.slice(0, nearest), name.slice(nearest + 1)];
}
