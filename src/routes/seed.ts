/** A seed nobody chose: eight hex digits are luck enough for one player, and short enough to be told to another. */
export function newSeed(): string {
	const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
	return value.toString(16).padStart(8, '0');
}
