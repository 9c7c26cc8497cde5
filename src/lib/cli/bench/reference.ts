/**
 * A fixed piece of integer work, so that figures of different machines, or of one machine on a busy day, can be
 * compared: the engine's own mix of multiply, shift and xor, in a chain that cannot be skipped or run side by side.
 */
export const REFERENCE_STEPS = 1 << 23;
/** In many short calls, so that the compiler takes the function up as a whole and early, on a busy machine too. */
const STEPS_PER_CALL = 1 << 12;

/** @returns nanoseconds of processor time per step */
export function referenceNs(): number {
	let result = 1;
	const ms = cpuMs(() => {
		for (let done = 0; done < REFERENCE_STEPS; done += STEPS_PER_CALL) result = chain(result, STEPS_PER_CALL);
	});
	// Looking at the result is what keeps the loop from being optimised away.
	if (result === 0) throw new Error('the reference loop ended at 0');
	return (ms * 1e6) / REFERENCE_STEPS;
}

/** Milliseconds of processor time of this process: what other programs take in the meantime does not count. */
export function cpuMs(action: () => void): number {
	const before = process.cpuUsage();
	action();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** `lowbias32` (C. Wellons) applied again and again, each time to the last result and the step. 32 bits signed throughout. */
function chain(start: number, steps: number): number {
	let h = start | 0;
	for (let i = 0; i < steps; i++) {
		h = (h + i) | 0;
		h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
		h = Math.imul(h ^ (h >>> 15), 0xd35a2d97);
		h ^= h >>> 15;
	}
	return h;
}
