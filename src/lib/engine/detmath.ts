/**
 * exp, ln and pow that give the same bits in every engine. ECMAScript leaves `Math.exp`, `Math.log`, `Math.pow` and
 * `**` to the host, and hosts differ: in 1e6 inputs Chromium and Node disagreed on 98 000 of exp and pow and 19 000 of
 * log. These are FDLIBM's algorithms in plain + − × ÷ and integer steps, which IEEE 754 fixes to the last bit.
 *
 * Largest error measured against a double-double reference (detmath.spec.ts, [N2]): see the bounds there, below 1 ulp
 * for exp, ln and pow on the engine's ranges. The packages are CommonJS with the function as `module.exports`, which
 * is the default import in Node, vitest and Vite's bundles alike.
 */
import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibPow from '@stdlib/math-base-special-pow';

/** e to the x. 0 below −745.13, Infinity above 709.78, NaN for NaN. */
export const exp: (x: number) => number = stdlibExp;

/** Natural logarithm. −Infinity at 0, NaN below it. */
export const ln: (x: number) => number = stdlibLn;

/** x to the y. NaN for a negative x with a fractional y. */
export const pow: (x: number, y: number) => number = stdlibPow;
