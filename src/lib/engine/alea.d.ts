/** @types/seedrandom types the package as a whole; the engine takes this one generator and leaves the rest alone. */
declare module 'seedrandom/lib/alea.js' {
	import type seedrandom from 'seedrandom';

	const alea: (seed: string) => seedrandom.PRNG;
	export = alea;
}
