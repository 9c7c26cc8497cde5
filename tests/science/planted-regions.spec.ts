/**
 * What needs more than one region, or more than one tier, planted: goods that wander (窜货) and what holds them, a list
 * price of one region, a second tier (二批).
 */
import { describe, expect, test } from 'vitest';
import type { Game } from '#lib/engine/game.ts';
import { at } from '#lib/engine/world.ts';
import {
	all,
	AREAS,
	both,
	DEALER,
	dealerHolds,
	differing,
	field,
	leverTests,
	loyalty,
	nothing,
	own,
	play,
	PRODUCT,
	set,
	setField,
	soldOut,
	sum,
	terms,
	type Edit,
	type Figure,
	type LeverShown,
	type Use
} from '../support/planted.ts';
import { shipped } from '../support/scenarios.ts';

const { spec: CITIES } = shipped('three-cities.yaml');
const SETTING = { of: CITIES, turns: 3 } as const;
const [HERE, THERE, ELSEWHERE] = ['linting', 'lingan', 'hebu'] as const;

const diverted: Figure = (game) => sum(own(game).map(({ divertedUnits }) => divertedUnits));
/** List price 2.39, freight of the two nearest regions .22: a gap of 9.2 %. */
const gap = (rebateBp: number): Use => terms({ rebateBp }, HERE);
const WIDE = gap(2000);
/** Loyal enough to take no offence, not enough to resist; nobody grows rich or poor by it. */
const tempted: Edit = set('dealing', { loyaltySpeed: 0, openingLoyalty: 0.3, leavePerWeek: 0 });
const control =
	(inspection: number): Use =>
	(plan) => {
		plan.dealers.control = { inspection, fineBp: 10_000, forfeit: true };
	};

const LEVERS: readonly LeverShown[] = [
	{
		name: '[D22] a gap beyond the freight sends goods next door',
		use: WIDE,
		off: set('dealing', { divertResponse: 0 }),
		figure: diverted,
		moves: 'up',
		where: tempted
	},
	{
		name: '[D22] a step of a rebate within reach does, where the same rebate flat does not: the cliff',
		use: terms({ targetCents: 6_000_000, steps: [{ fromBp: 10_000, rebateBp: 800 }] }, HERE),
		instead: gap(800),
		off: set('dealing', { divertResponse: 0 }),
		figure: diverted,
		moves: 'up',
		where: tempted
	},
	{
		name: '[D22] who is likely to be found lets it be; a fine that nobody can hand out deters nobody',
		use: both(WIDE, control(3)),
		instead: WIDE,
		off: set('dealing', { detectPerLevel: 0 }),
		figure: diverted,
		moves: 'down',
		where: all(tempted, set('dealing', { detectBase: 0 }))
	},
	{
		name: '[F11][D22] advisors make a dealer that keeps to its region',
		use: both(WIDE, field({ advisors: { heads: 2, regions: [HERE] } })),
		instead: WIDE,
		off: setField('advisors', { lift: 0 }),
		figure: diverted,
		moves: 'down',
		where: tempted
	},
	{
		name: '[D20][D22] support of commerce halves the readiness',
		use: terms({ rebateBp: 2000, support: { commerce: 3, information: 0, logistics: 0 } }, HERE),
		instead: WIDE,
		off: set('dealing', { supportSpeed: 0 }),
		figure: diverted,
		moves: 'down',
		where: tempted
	}
];

describe('goods that wander', () => {
	leverTests(LEVERS.map((lever) => ({ ...lever, ...SETTING })));

	test('[D22] below the threshold a gap moves nothing', () => {
		const game = play(gap(800), [tempted], SETTING);
		expect(diverted(game)).toBe(0);
		expect(differing(game, play(nothing, [tempted], SETTING))).toEqual([]);
	});

	test('[D22] a loyal dealer keeps to its region whatever the gap', () => {
		const fond = set('dealing', { openingLoyalty: 1 });
		const game = play(WIDE, [tempted, fond], SETTING);
		expect(diverted(game)).toBe(0);
		expect(differing(game, play(nothing, [tempted, fond], SETTING))).toEqual([]);
	});

	test('[D22] who is found pays, and is less loyal for it', () => {
		const found: Edit = set('dealing', { detectBase: 1, divertResponse: 100 });
		const watched: Use = both(gap(3000), (plan) => {
			plan.dealers.control = { inspection: 0, fineBp: 500, forfeit: false };
		});
		const [seen, unseen] = [[], [set('dealing', { detectBase: 0 })]].map((edits) =>
			play(watched, [tempted, found, ...edits], SETTING)
		) as [Game, Game];
		const fined = (game: Game): number =>
			sum(own(game).flatMap(({ dealers }) => dealers.map(({ finedCents }) => finedCents)));
		expect(fined(seen)).toBeGreaterThan(0);
		expect(fined(unseen)).toBe(0);
		expect(loyalty(seen)).toBeLessThan(loyalty(unseen));
	});
});

test('[T1][P4] a list price of one region is paid there, and changes nothing anywhere else', () => {
	/** Nothing wanders, and there are goods for all. */
	const apart: Edit = (spec) => {
		for (const firm of spec.firms) firm.plant.capacityUnitsPerWeek = 1e8;
		spec.dealing.divertResponse = 0;
	};
	const dear: Use = (plan) => {
		plan.price.byRegion = { [HERE]: { [PRODUCT]: 280 } };
	};
	const [usual, raised] = [play(nothing, [apart], SETTING), play(dear, [apart], SETTING)];
	const soldIn = (game: Game, region: string): number[] =>
		own(game).map(({ areas }) =>
			sum(areas.filter((area) => area.region === region).map(({ units }) => at(units, game.world.player)))
		);
	expect(sum(soldIn(raised, HERE))).toBeLessThan(0.95 * sum(soldIn(usual, HERE)));
	for (const region of [THERE, ELSEWHERE]) expect(soldIn(raised, region)).toEqual(soldIn(usual, region));
});

test('[W9][D8][D10] a second tier keeps a stock of its own between dealer and shelf; where it serves nobody, it is not there', () => {
	const second =
		(reach: number): Edit =>
		(spec) => {
			const above = structuredClone(
				at(
					spec.dealers,
					spec.dealers.findIndex(({ id }) => id === DEALER)
				)
			);
			spec.dealers.push({
				...above,
				id: 'second',
				open: false,
				heldBy: null,
				hold: 0,
				reach: Object.fromEntries(AREAS.map((area) => [area, reach])),
				secondTier: { of: DEALER, margin: 0.5, leadWeeks: 1 }
			});
		};
	const [none, idle, half] = [play(nothing, []), play(nothing, [second(0)]), play(nothing, [second(0.5)])];
	expect(soldOut(idle)).toBe(soldOut(none));
	expect(differing(idle, none, ['nodeStock', 'nodeForecast', 'loyalty'])).toEqual([]);
	expect(dealerHolds(half)).toBeGreaterThan(1.05 * dealerHolds(none));
});
