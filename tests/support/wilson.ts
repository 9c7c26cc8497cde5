/** How many standard deviations of its own a bound lies off the share that was found: Wilson's interval (rule V3) says 1.96. */
export function deviations(found: number, bound: number | null | undefined, witnesses: number): number {
	if (bound === null || bound === undefined) throw new Error('no bound');
	return Math.abs(found - bound) / Math.sqrt((bound * (1 - bound)) / witnesses);
}
