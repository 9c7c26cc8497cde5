/**
 * exp, ln and pow that give the same bits in every engine. ECMAScript leaves `Math.exp`, `Math.log`, `Math.pow` and
 * `**` to the host, and hosts differ: in 1e6 inputs Chromium and Node disagreed on 98 000 of exp and pow and 19 000 of
 * log. These are FDLIBM's algorithms in plain + − × ÷ and integer steps, which IEEE 754 fixes to the last bit.
 *
 * Largest errors over 2.7 million inputs against a double-double reference (detmath.spec.ts, [N2]), in units in the
 * last place: exp .88 (1 where the result is subnormal), ln .79, pow .82; pow to the −½, 3 and 4, which the package
 * takes apart, 1.43, 1.25 and 1.83.
 *
 * The packages are CommonJS with the function as `module.exports`, which is the default import in Node, vitest and
 * Vite's bundles alike.
 */
import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibPow from '@stdlib/math-base-special-pow';

/** e to the x. 0 below −745.13, Infinity above 709.78, NaN for NaN. */
export const exp: (x: number) => number = stdlibExp;

/** Natural logarithm. −Infinity at 0, NaN below it. */
export const ln: (x: number) => number = stdlibLn;

/**
 * x to the y, for x from 0 up: markets know no other base. Of negative ones the package answers some at odds with the
 * language (−0 to the ½, −∞ to the ±½, −1 to whole numbers from 2^53). 1 to ±∞ is 1, as in IEEE 754, where `**` has NaN;
 * NaN to the 0 is NaN, where both have 1.
 */
export const pow: (x: number, y: number) => number = stdlibPow;
