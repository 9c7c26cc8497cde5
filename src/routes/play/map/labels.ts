/** Long enough for two lines rather than one, in letters that need a space between words. */
const LONG = 10;

/** A name on one or two lines, broken at the space nearest to its middle. Names without spaces stay whole. */
export function labelLines(name: string): string[] {
	const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
	const middle = (name.length - 1) / 2;
	const [nearest] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
	if (name.length <= LONG || nearest === undefined) return [name];
	return [name.slice(0, nearest), name.slice(nearest + 1)];
}
