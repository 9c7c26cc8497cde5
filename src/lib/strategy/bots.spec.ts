import { describe, expect, test } from 'vitest';
import { worldOf } from '../../../tests/support/scenarios.ts';
import { newGame, view } from '../engine/game.ts';
import { seedFromText } from '../engine/random.ts';
import type { StrategyDraws } from '../engine/strategy.ts';
import type { AreaView, FirmView } from '../engine/view.ts';
import { readPlan } from '../engine/shape.ts';
import { at } from '../engine/world.ts';
import { hold } from './bots/hold.ts';
import { oneAreaFirst } from './bots/one-area-first.ts';
import { promoAddict } from './bots/promo-addict.ts';
import { randomLegal } from './bots/random-legal.ts';
import { spreadThin } from './bots/spread-thin.ts';
import { stuff } from './bots/stuff.ts';
import { headsFor, screen } from './tools.ts';
import { rival } from './index.ts';

const seen: FirmView = view(newGame(worldOf('three-cities.yaml'), seedFromText('bots'), rival));
const none: StrategyDraws = () => {
	throw new Error('draws nothing');
};
const withRatios = (base: FirmView, ratio: (area: AreaView, i: number) => number): FirmView => ({
	...base,
	areas: base.areas.map((area, i) => ({ ...area, ratio: { ...area.ratio, value: ratio(area, i) } }))
});
/** The view a turn later, with the bot's plan in force. */
const later = (base: FirmView, plan: FirmView['plan'], turn = 1): FirmView => ({ ...base, turn, plan });

test('hold hands back the plan in force', () => {
	expect(hold.decide(seen, none)).toBe(seen.plan);
});

describe('one area first', () => {
	test('begins where its own share is nearest to the best rival’s', () => {
		const plan = oneAreaFirst.decide(
			withRatios(seen, (_, i) => (i === 3 ? 0.9 : 0.4)),
			none
		);
		expect(plan.regions.worked).toEqual([at(seen.areas, 3).id]);
	});

	test('staffs that area in full, and no more', () => {
		const plan = oneAreaFirst.decide(seen, none);
		const area = at(
			seen.areas.filter(({ id }) => plan.regions.worked.includes(id)),
			0
		);
		// 15, 10 and 7 minutes and the way, 4, 2 and 1 times in four weeks.
		const { A, B, C } = area.outlets;
		const way = seen.field.travelMinutesPerVisit;
		const minutes = (A * 4 * (15 + way) + B * 2 * (10 + way) + C * (7 + way)) / 4;
		expect(plan.field.merchandisers).toBe(Math.ceil(minutes / seen.field.minutesPerHead));
	});

	test('appoints the best on paper of its region, once, off a shortlist of four', () => {
		const plan = oneAreaFirst.decide(seen, none);
		const region =
			seen.regions.find(({ areas }) => areas.includes(at(plan.regions.worked, 0))) ?? at(seen.regions, 0);
		expect(plan.dealers.appoint).toEqual({ [region.id]: screen(region).best });
		expect(plan.dealers.sheets[region.id]?.shortlist).toHaveLength(4);
		expect(oneAreaFirst.decide(later(seen, plan), none).dealers.appoint).toEqual({});
	});

	test('stays while it is not held, and rolls on when it is', () => {
		const first = oneAreaFirst.decide(seen, none);
		const held = (mark: number): FirmView =>
			withRatios(later(seen, first), ({ id }) => (first.regions.worked.includes(id) ? mark : 0.2));
		expect(oneAreaFirst.decide(held(1.7), none).regions.worked).toEqual(first.regions.worked);
		const next = oneAreaFirst.decide(held(1.8), none).regions.worked;
		expect(next).toHaveLength(2);
		expect(next[0]).toBe(first.regions.worked[0]);
	});

	test('replenishes by sell-through everywhere, pushes nothing, runs no activity', () => {
		const plan = oneAreaFirst.decide(seen, none);
		expect(new Set(Object.values(plan.supply.orderMode))).toEqual(new Set(['sellThrough']));
		expect([plan.supply.pushes, plan.activities]).toEqual([[], []]);
	});
});

test('spread thin works every area with one short call, and a tenth off all over', () => {
	const rich = { ...seen, money: { ...seen.money, grossMarginLastTurnCents: 100_000 } };
	const plan = spreadThin.decide(rich, none);
	expect(plan.regions.worked).toEqual(seen.areas.map(({ id }) => id));
	expect(plan.field).toEqual({
		merchandisers: seen.plan.field.merchandisers + 1,
		visitsPer4Weeks: { A: 1, B: 1, C: 1 },
		minutesPerVisit: { A: 6, B: 6, C: 6 }
	});
	expect(plan.activities).toHaveLength(1);
	expect(plan.activities[0]).toMatchObject({ kind: 'priceOff', depthBp: 1000, budgetCents: 15_000 });
	expect(plan.dealers.appoint).toEqual({});
	expect(spreadThin.decide(later(rich, plan), none).field.merchandisers).toBe(plan.field.merchandisers);
});

test('stuff pushes all there is at every dealer, with a deal in the last week, and calls on nobody more', () => {
	const plan = stuff.decide(seen, none);
	expect(plan.supply.pushes).toHaveLength(seen.regions.length * seen.products.length);
	for (const push of plan.supply.pushes) expect(push.cases).toBeGreaterThan(100_000);
	expect(plan.activities[0]).toMatchObject({ kind: 'tradeDeal', startWeek: 3, weeks: 1, depthBp: 800 });
	expect(at(plan.activities, 0).budgetCents).toBe(Math.floor(seen.money.cashCents / 10));
	expect([plan.field, plan.regions]).toEqual([seen.plan.field, seen.plan.regions]);
});

test('promo addict cuts every price in every area all turn long, by what the last turn earned', () => {
	const rich = { ...seen, turn: 1, money: { ...seen.money, grossMarginLastTurnCents: 100_000 } };
	const plan = promoAddict.decide(rich, none);
	expect(plan.activities).toHaveLength(seen.products.length);
	expect(plan.activities[0]).toMatchObject({
		kind: 'priceOff',
		targets: seen.areas.map(({ id }) => id),
		startWeek: 0,
		weeks: seen.weeksPerTurn,
		depthBp: 2500,
		budgetCents: 60_000
	});
	expect({ ...plan, activities: [] }).toEqual({ ...seen.plan, activities: [] });
	const first = promoAddict.decide(seen, none);
	expect(first.activities[0]?.budgetCents).toBe(Math.floor(seen.money.cashCents / 10));
	const poor = { ...rich, money: { ...rich.money, grossMarginLastTurnCents: 0 } };
	expect(promoAddict.decide(poor, none).activities).toEqual([]);
});

test('random legal is well-shaped whatever it draws', () => {
	for (let i = 0; i < 200; i++) {
		const plan = randomLegal.decide(seen, (id, purpose) => ((id * 31 + purpose * 17 + i * 7919) % 997) / 997);
		expect(readPlan(structuredClone(plan)).ok).toBe(true);
	}
	const edge = randomLegal.decide(seen, () => 1 - 2 ** -32);
	expect(readPlan(structuredClone(edge)).ok).toBe(true);
});

describe('tools', () => {
	test('a shortlist is the four best on paper; a hold counts .6, a shut door not at all', () => {
		const stated = (points: number) => ({
			reputation: points,
			strength: points,
			scale: points,
			network: points,
			delivery: points,
			management: points
		});
		const candidate = (id: string, points: number, heldBy: string | null = null, open = true) => ({
			id,
			stated: stated(points),
			heldBy,
			open,
			capitalCents: 0,
			returns: null
		});
		const region = {
			...at(seen.regions, 0),
			candidates: [
				candidate('a', 50),
				candidate('held', 80, 'rival'),
				candidate('shut', 99, null, false),
				candidate('b', 60),
				candidate('c', 49),
				candidate('d', 10)
			]
		};
		expect(screen(region).sheet.shortlist).toEqual(['b', 'a', 'c', 'held']);
		expect(screen(region).best).toBe('b');
		expect(screen({ ...region, candidates: [] }).best).toBeNull();
	});

	test('heads are at least one, at most the limit', () => {
		const field = {
			merchandisers: 0,
			visitsPer4Weeks: { A: 0, B: 0, C: 0 },
			minutesPerVisit: { A: 0, B: 0, C: 0 }
		};
		expect(headsFor(seen, seen.areas, field)).toBe(1);
		const mad = {
			...field,
			visitsPer4Weeks: { A: 20, B: 20, C: 20 },
			minutesPerVisit: { A: 120, B: 120, C: 120 }
		};
		expect(headsFor(seen, seen.areas, mad)).toBe(seen.rules.maxMerchandisers);
	});
});
