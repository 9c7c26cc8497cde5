/**
 * A fixed piece of integer work, so that figures of different machines, or of one machine on a busy day, can be
 * compared: the engine's own mix of multiply, shift and xor, in a chain that cannot be skipped or run side by side.
 */
export const REFERENCE_STEPS = 1 << 23;

/** @returns nanoseconds per step */
export function referenceNs(): number {
	const started = performance.now();
	const result = chain(REFERENCE_STEPS);
	const elapsed = performance.now() - started;
	// Looking at the result is what keeps the loop from being optimised away.
	if (result === 0) throw new Error('the reference loop ended at 0');
	return (elapsed * 1e6) / REFERENCE_STEPS;
}

/** `lowbias32` (C. Wellons) applied again and again, each time to the last result and the step. */
function chain(steps: number): number {
	let h = 1;
	for (let i = 0; i < steps; i++) {
		h = (h + i) | 0;
		h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
		h = Math.imul(h ^ (h >>> 15), 0xd35a2d97);
		h ^= h >>> 15;
	}
	return h >>> 0;
}
