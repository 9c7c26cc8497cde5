import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	lab,
	off,
	projected,
	soloSpec,
	turnOf,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { FULL, shopWeek } from '../../../../tests/support/outlets.ts';
import { SEGMENT_FIELDS } from '../vocab.ts';
import { at } from '../world.ts';
import { SEGMENT_BOUNDS } from './segment.ts';

type Off = ReturnType<typeof off>;

/** Ten outlets, five of them restaurants, two of class A, three B, five C; sizes unlike. */
const mixed = (spec: SpecDraft): void => {
	areaOf(spec).channelMix = { modern: 0, traditional: 0.5, convenience: 0, onPremise: 0.5, specialist: 0 };
	areaOf(spec).unitsPerOutletWeek = 1000;
	spec.category.sizeTail = 0.5;
};

/** What each outlet sells, shelves full, under an activity or none. */
function sales(activity: Off | null, edit: (market: ReturnType<typeof lab>) => void = () => {}) {
	const market = lab(soloSpec(mixed));
	edit(market);
	const { world, state } = market;
	const own = changed(at(market.plans, 0), (plan) => {
		plan.activities = activity === null ? [] : [activity];
	});
	const turn = turnOf(market, projected(market, own).applied);
	state.stockNew.fill(FULL);
	const { sold, sell } = shopWeek(market, turn);
	sell();
	return { world, state, turn, sold: Array.from(sold) };
}

const plain = sales(null);
const restaurant = (o: number): boolean => plain.world.outletChannel[o] === 3;

/** The outlets that an activity moves. */
const moved = (activity: Off, edit?: Parameters<typeof sales>[1]): number[] => {
	const base = sales(null, edit).sold;
	return sales(activity, edit).sold.flatMap((units, o) => (units === base[o] ? [] : [o]));
};
const all = Array.from({ length: 10 }, (_, o) => o);

describe('[A5][A6] a price-off moves those it is for, and nobody else', () => {
	test('without an audience, everybody', () => {
		expect(moved(off())).toEqual(all);
	});

	test('of a channel', () => {
		expect(moved(off({ channels: ['onPremise'] }))).toEqual(all.filter(restaurant));
	});

	test('of a class', () => {
		const small = all.filter((o) => plain.world.outletClass[o] === 2);
		expect(moved(off({ classes: ['C'] }))).toEqual(small);
		expect(small).toHaveLength(5);
	});

	test('of both, where both hold', () => {
		const wanted = all.filter((o) => restaurant(o) && plain.world.outletClass[o] !== 2);
		expect(moved(off({ channels: ['onPremise'], classes: ['A', 'B'] }))).toEqual(wanted);
	});

	test('of a place by size: the largest three in ten', () => {
		const bySize = [...all].sort((i, j) => plain.world.outletSize[j]! - plain.world.outletSize[i]!);
		const segment = [{ field: 'sizeRank' as const, from: 1, to: 30 }];
		expect(moved(off({ segment }))).toEqual(bySize.slice(0, 3).sort((i, j) => i - j));
	});

	test('of a closeness in percent, both ends in it', () => {
		const close = ({ state }: ReturnType<typeof lab>): void => {
			state.closeness.set([0.1, 0.294, 0.3, 0.5, 0.504, 0.506, 0.7, 0.8, 0.9, 1]);
		};
		const segment = [{ field: 'closeness' as const, from: 30, to: 50 }];
		expect(moved(off({ segment }), close)).toEqual([2, 3, 4]);
	});

	test('by what is listed as the turn begins', () => {
		const bare = ({ state }: ReturnType<typeof lab>): void => {
			state.listed.set([0, 0, 0, 0, 0]);
		};
		const segment = [{ field: 'listed' as const, from: 1, to: 1 }];
		expect(moved(off({ segment }), bare)).toEqual([5, 6, 7, 8, 9]);
	});

	test('two activities on one product: the deeper holds where both are', () => {
		const market = lab(soloSpec(mixed));
		const own = changed(at(market.plans, 0), (plan) => {
			plan.activities = [off(), off({ depthBp: 3000, channels: ['onPremise'] })];
		});
		const turn = turnOf(market, own);
		shopWeek(market, turn);
		for (const o of all) expect(turn.offBp[turn.rows.ofOutlet[o]!]).toBe(restaurant(o) ? 3000 : 1000);
	});
});

describe('[A5] projected', () => {
	const small = (change: Partial<Off>): Off => off({ budgetCents: 5000, ...change });
	const project = (activity: Off) => {
		const market = lab(soloSpec(mixed));
		const { applied, dropped } = projected(
			market,
			changed(at(market.plans, 0), (plan) => {
				plan.activities = [activity];
			})
		);
		return { kept: applied.activities, dropped: dropped.map(({ code, path }) => `${code} ${path}`) };
	};

	test('lists lose what is said twice, and stand in the order of the words', () => {
		const asked = small({ channels: ['onPremise', 'modern', 'onPremise'], classes: ['C', 'A'] });
		expect(project(asked)).toEqual({
			kept: [small({ channels: ['modern', 'onPremise'], classes: ['A', 'C'] })],
			dropped: []
		});
	});

	test('an empty list is nobody, and so is a range from more to less', () => {
		for (const asked of [
			small({ channels: [] }),
			off({ segment: [{ field: 'sizeRank', from: 20, to: 10 }] })
		])
			expect(project(asked)).toEqual({ kept: [], dropped: ['TARGET_EMPTY activities[0]'] });
	});

	test.each(SEGMENT_FIELDS)('a range of %s ends where the field does', (field) => {
		const [low, high] = SEGMENT_BOUNDS[field];
		expect(project(small({ segment: [{ field, from: -9, to: 999 }] }))).toEqual({
			kept: [small({ segment: [{ field, from: low, to: high }] })],
			dropped: ['SEGMENT_BOUNDS activities[0].segment[0]']
		});
	});

	test('a trade deal is for whole regions', () => {
		const whole = small({ kind: 'tradeDeal', targets: ['region'] });
		expect(project({ ...whole, channels: ['modern'] })).toEqual({
			kept: [whole],
			dropped: ['WHOLE_REGION activities[0]']
		});
	});
});
