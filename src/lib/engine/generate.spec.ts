import { describe, expect, test } from 'vitest';
import { SCENARIO_FILES, worldOf } from '../../../tests/support/scenarios.ts';
import { areaOf, dealer, dealerOf, oneClass, soloSpec, type SpecDraft } from '../../../tests/support/spec.ts';
import { generateWorld } from './generate.ts';
import { CHANNELS } from './vocab.ts';
import type { World } from './world.ts';

const made = (edit: (spec: SpecDraft) => void, seed?: string): World => generateWorld(soloSpec(edit), seed);
const count = (values: ArrayLike<number>, value: number): number =>
	Array.from(values).filter((x) => x === value).length;

describe('channels', () => {
	const seven = (seed?: string): World =>
		made((spec) => {
			const area = areaOf(spec);
			area.outlets = 7;
			area.channelMix = { modern: 0.5, traditional: 0.3, convenience: 0.2, onPremise: 0, specialist: 0 };
		}, seed);

	test('[W1] channels are split by largest remainder: 7 outlets at .5, .3, .2 are 4, 2 and 1', () => {
		// 3.5, 2.1, 1.4: the odd one goes to the remainder .5.
		expect(CHANNELS.map((_, c) => count(seven().outletChannel, c))).toEqual([4, 2, 1, 0, 0]);
	});

	test('[W1] their order is chance, by the seed', () => {
		const orders = new Set(['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => seven(seed).outletChannel.join()));
		expect(orders.size).toBeGreaterThan(3);
		expect(seven('a').outletChannel).toEqual(seven('a').outletChannel);
	});
});

describe('classes', () => {
	test('[W2] 10 outlets at .12, .28, .60 are 1 A, 3 B and 6 C', () => {
		const world = made(({ category }) => {
			category.classes.A.outletShare = 0.12;
			category.classes.B.outletShare = 0.28;
			category.classes.C.outletShare = 0.6;
		});
		expect([0, 1, 2].map((c) => count(world.outletClass, c))).toEqual([1, 3, 6]);
	});

	test('[W2] half modern and 40 % A: chance leaves 87.5 % of the A to modern shops', () => {
		const world = made((spec) => {
			areaOf(spec).outlets = 4000;
			areaOf(spec).channelMix = {
				modern: 0.5,
				traditional: 0.5,
				convenience: 0,
				onPremise: 0,
				specialist: 0
			};
			spec.category.classes = {
				A: { outletShare: 0.4, volumeShare: 0.4 },
				B: { outletShare: 0.3, volumeShare: 0.3 },
				C: { outletShare: 0.3, volumeShare: 0.3 }
			};
		});
		// Keys are uniform, modern ones .6 higher. Of keys above .9: 70 % of the modern, 10 % of the others; 40 % in all.
		let modern = 0;
		let a = 0;
		world.outletClass.forEach((c, o) => {
			if (c !== 0) return;
			a++;
			if (world.outletChannel[o] === 0) modern++;
		});
		expect(a).toBe(1600);
		// One standard error is below .01.
		expect(Math.abs(modern / a - 0.875)).toBeLessThan(0.025);
	});
});

describe('sizes', () => {
	const tailed = (tail: number, outlets = 5000): World =>
		made((spec) => {
			oneClass(spec, 'A');
			spec.category.sizeTail = tail;
			areaOf(spec).outlets = outlets;
		});

	test('[W3] class volumes and the area’s volume are the file’s to 1e-9', () => {
		const world = made((spec) => {
			spec.category.sizeTail = 0.5;
			spec.category.classes = {
				A: { outletShare: 0.12, volumeShare: 0.42 },
				B: { outletShare: 0.28, volumeShare: 0.36 },
				C: { outletShare: 0.6, volumeShare: 0.22 }
			};
			Object.assign(areaOf(spec), { outlets: 87, represents: 3, unitsPerOutletWeek: 33 });
		});
		const total = 87 * 3 * 33;
		const sums = [0, 0, 0];
		world.outletSize.forEach((size, o) => {
			sums[world.outletClass[o] ?? 0]! += size;
		});
		for (const [c, share] of [0.42, 0.36, 0.22].entries())
			expect(Math.abs(sums[c]! / (total * share) - 1)).toBeLessThan(1e-9);
		expect(Math.abs(sums.reduce((a, b) => a + b) / total - 1)).toBeLessThan(1e-9);
	});

	test('[W3] an area with outlets of one class only has its whole volume, even if the file gives that class none', () => {
		for (const volumeShare of [0.22, 0]) {
			const world = made((spec) => {
				oneClass(spec, 'C');
				spec.category.classes.A.volumeShare = 1 - volumeShare;
				spec.category.classes.C.volumeShare = volumeShare;
			});
			expect(new Set(world.outletClass)).toEqual(new Set([2]));
			expect(new Set(world.outletSize)).toEqual(new Set([10]));
		}
	});

	test('[W3] without a tail all outlets of a class are alike', () => {
		expect(new Set(tailed(0, 10).outletSize)).toEqual(new Set([10]));
	});

	test.each([0.25, 0.5, 0.95])(
		'[W3] tail %f: the median outlet is as far below the mean as the form says',
		(t) => {
			const sizes = tailed(t).outletSize.toSorted();
			// Mean of 1 + t·u ÷ (1.02 − u) is 1 + t(1.02 ln 51 − 1), its median 1 + t·.5 ÷ .52.
			const expected = (1 + (t * 0.5) / 0.52) / (1 + t * (1.02 * Math.log(51) - 1));
			expect(Math.abs(sizes[2500]! / 10 / expected - 1)).toBeLessThan(0.03);
		}
	);
});

test('[W4] 3 of 10 sample points are the 2nd, 6th and 9th by size', () => {
	const world = made((spec) => {
		oneClass(spec, 'A');
		spec.category.sizeTail = 0.5;
		spec.channelRules.panelShare = 0.3;
	});
	const bySize = Array.from(world.outletSize.keys()).sort(
		(i, j) => world.outletSize[j]! - world.outletSize[i]!
	);
	// The middles of thirds of ten: floor(1.67), floor(5), floor(8.33), from 0.
	expect(bySize.flatMap((o, place) => (world.outletPanel[o] === 1 ? [place] : []))).toEqual([1, 5, 8]);
});

describe('reach', () => {
	test('[W5] a dealer of reach .34 in 10 outlets delivers to 3', () => {
		const world = made((spec) => {
			dealerOf(spec).reach = { area: 0.34 };
		});
		expect(count(world.reach, 1)).toBe(3);
	});

	const others = (edit: (spec: SpecDraft) => void): void => {
		const few = (spec: SpecDraft): void => {
			areaOf(spec).outlets = 60;
			dealerOf(spec).reach = { area: 0.5 };
		};
		const before = made(few);
		const after = made((spec) => {
			few(spec);
			edit(spec);
		});
		const start = after.areaStart[after.index.area.get('area')!]!;
		const d = after.index.dealer.get('own-dealer')!;
		const row = after.reach.subarray(d * after.outlets + start, d * after.outlets + start + 60);
		expect(row).toEqual(before.reach);
		for (const name of ['outletSize', 'outletClass', 'outletRank', 'outletPanel', 'outletOffset'] as const)
			expect(after[name].slice(start, start + 60)).toEqual(before[name]);
		expect(after.openingSales.slice(start, start + 60)).toEqual(before.openingSales);
		expect(after.openingCloseness.slice(start, start + 60)).toEqual(before.openingCloseness);
	};

	test('[W5] one more dealer in front moves no outlet and no network', () => {
		others((spec) => {
			spec.dealers.unshift({ ...dealer('newcomer'), reach: { area: 0.7 } });
		});
	});

	test('[W5] one more area behind moves none either', () => {
		others(({ regions }) => {
			regions[0]!.areas.push({ ...structuredClone(regions[0]!.areas[0]!), id: 'behind', outlets: 33 });
		});
	});

	test('[W5] nor does one more area in front', () => {
		others(({ regions }) => {
			regions[0]!.areas.unshift({ ...structuredClone(regions[0]!.areas[0]!), id: 'front', outlets: 33 });
		});
	});
});

test.each(SCENARIO_FILES)('%s: what is known of an area is what its outlets come to', (file) => {
	const world = worldOf(file);
	for (let a = 0; a < world.areas; a++) {
		const outlets = Array.from({ length: world.outlets }, (_, o) => o).filter(
			(o) => world.outletArea[o] === a
		);
		const real = (of: Uint8Array, kind: number): number =>
			outlets.reduce((sum, o) => sum + (of[o] === kind ? world.outletRepresents[o]! : 0), 0);
		const size = (points: readonly number[]): number =>
			points.reduce((sum, o) => sum + world.outletSize[o]!, 0);
		expect(world.areaClasses.subarray(a * 3, a * 3 + 3)).toEqual(
			Int32Array.from([0, 1, 2], (c) => real(world.outletClass, c))
		);
		expect(world.areaChannels.subarray(a * 5, a * 5 + 5)).toEqual(
			Int32Array.from([0, 1, 2, 3, 4], (channel) => real(world.outletChannel, channel))
		);
		expect(world.areaSize[a]).toBe(size(outlets));
		expect(world.areaPanelSize[a]).toBe(size(outlets.filter((o) => world.outletPanel[o] === 1)));
	}
});
