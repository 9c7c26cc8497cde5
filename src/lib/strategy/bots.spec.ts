import { describe, expect, test } from 'vitest';
import { worldOf } from '../../../tests/support/scenarios.ts';
import { newGame, view } from '../engine/game.ts';
import { seedFromText } from '../engine/random.ts';
import type { StrategyDraws } from '../engine/strategy.ts';
import type { AreaView, FirmView } from '../engine/view.ts';
import { standing } from '../engine/plan.ts';
import { readPlan } from '../engine/shape.ts';
import { at } from '../engine/world.ts';
import { adWar } from './bots/ad-war.ts';
import { hold } from './bots/hold.ts';
import { oneAreaFirst } from './bots/one-area-first.ts';
import { outletWar } from './bots/outlet-war.ts';
import { promoAddict } from './bots/promo-addict.ts';
import { randomLegal } from './bots/random-legal.ts';
import { spreadThin } from './bots/spread-thin.ts';
import { stuff } from './bots/stuff.ts';
import { screen } from './tools.ts';
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

	test('staffs that area for planned openings and the usual calls, and no more', () => {
		const plan = oneAreaFirst.decide(seen, none);
		const area = at(
			seen.areas.filter(({ id }) => plan.regions.worked.includes(id)),
			0
		);
		// Who lists us by 15, 10 and 7 minutes, 4, 2 and 1 times; who does not by the same minutes, 4, 4 and 2 times.
		const { A, B, C } = area.outlets;
		const way = seen.field.travelMinutesPerVisit;
		const ours = (area.field.stages.listed + area.field.stages.core) / (A + B + C);
		const kept = A * 4 * (15 + way) + B * 2 * (10 + way) + C * (7 + way);
		const opened = A * 4 * (15 + way) + B * 4 * (10 + way) + C * 2 * (7 + way);
		const heads = (ours * kept + (1 - ours) * opened) / 4 / seen.field.minutesPerHead;
		expect(plan.field.merchandisers).toBe(Math.ceil(heads));
		expect(plan.field.responsible).toEqual({ [area.id]: [1] });
	});

	test('asks the best on paper of its region, held or not, once, off a shortlist of four', () => {
		const plan = oneAreaFirst.decide(seen, none);
		const region =
			seen.regions.find(({ areas }) => areas.includes(at(plan.regions.worked, 0))) ?? at(seen.regions, 0);
		const { best } = screen(region, 1);
		expect(plan.dealers.appoint).toEqual({ [region.id]: best });
		expect(region.candidates.find(({ id }) => id === best)?.heldBy).not.toBeNull();
		expect(plan.dealers.terms?.[region.id]).toMatchObject({ exclusive: true, rebateBp: 200 });
		expect(plan.dealers.sheets[region.id]?.shortlist).toHaveLength(4);
		expect(oneAreaFirst.decide(later(seen, plan), none).dealers.appoint).toEqual({});
	});

	test('takes the best that nobody holds when the first refuses', () => {
		const first = oneAreaFirst.decide(seen, none);
		const [id = ''] = Object.keys(first.dealers.appoint);
		const refused: FirmView = {
			...later(seen, first),
			regions: seen.regions.map((region) => ({
				...region,
				contract: region.contract && { ...region.contract, answer: 'exclusiveTooDear' }
			}))
		};
		const plan = oneAreaFirst.decide(refused, none);
		const region = at(
			seen.regions.filter((one) => one.id === id),
			0
		);
		expect(plan.dealers.appoint).toEqual({ [id]: screen(region).best });
		expect(plan.dealers.terms?.[id]).toMatchObject({ exclusive: false, rebateBp: 0 });
	});

	test('looks for goods that wander once some were found', () => {
		const plan = oneAreaFirst.decide(seen, none);
		expect(plan.dealers.control).toBeUndefined();
		const found: FirmView = {
			...seen,
			regions: seen.regions.map((region) => ({
				...region,
				contract: region.contract && { ...region.contract, foundUnits: 3 }
			}))
		};
		expect(oneAreaFirst.decide(found, none).dealers.control).toMatchObject({ inspection: 2, forfeit: true });
	});

	test('stays while it is not held, and rolls on when it is', () => {
		const first = oneAreaFirst.decide(seen, none);
		const held = (mark: number): FirmView =>
			withRatios(later(seen, first), ({ id }) => (first.regions.worked.includes(id) ? mark : 0.2));
		expect(oneAreaFirst.decide(held(1.3), none).regions.worked).toEqual(first.regions.worked);
		const next = oneAreaFirst.decide(held(1.4), none).regions.worked;
		expect(next).toHaveLength(2);
		expect(next[0]).toBe(first.regions.worked[0]);
		// The second is next door: people and dealer are there already.
		const regionOf = (id: string | undefined) => seen.areas.find((area) => area.id === id)?.region;
		expect(regionOf(next[1])).toBe(regionOf(next[0]));
		const late = { ...held(1.8), turn: seen.turns - 2 };
		expect(oneAreaFirst.decide(late, none).regions.worked).toEqual(first.regions.worked);
	});

	test('replenishes by sell-through everywhere, pushes nothing, leaves prices alone', () => {
		const plan = oneAreaFirst.decide(seen, none);
		expect(new Set(Object.values(plan.supply.orderMode))).toEqual(new Set(['sellThrough']));
		expect(plan.supply.pushes).toEqual([]);
		expect(plan.price).toEqual(seen.plan.price);
	});

	test('meets the dealer on the way in, and asks for awareness a turn ahead', () => {
		const first = oneAreaFirst.decide(seen, none);
		expect(first.activities.map(({ kind }) => kind)).toEqual(['dealerConference']);
		const rich = {
			...later(seen, standing(first)),
			money: { ...seen.money, grossMarginLastTurnCents: 100_000 }
		};
		const second = oneAreaFirst.decide(rich, none);
		expect(second.activities).toMatchObject([
			{ kind: 'advertising', aim: 'awareness', ahead: true, budgetCents: 6000 }
		]);
		const third = oneAreaFirst.decide(later(rich, standing(second), 2), none);
		expect(third.activities[0]).toMatchObject({ kind: 'advertising', prepared: true });
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

test('ad war spends half of the margin on campaigns that sell while they run, until half-time', () => {
	const rich = { ...seen, turn: 1, money: { ...seen.money, grossMarginLastTurnCents: 100_000 } };
	const [campaign, ...others] = adWar.decide(rich, none).activities;
	expect(campaign).toMatchObject({ kind: 'advertising', aim: 'sales', budgetCents: 50_000, weeks: 4 });
	expect(campaign?.targets).toEqual(seen.regions.map(({ id }) => id));
	expect(others).toEqual([]);
	expect(adWar.decide({ ...rich, turn: seen.turns / 2 }, none).activities).toEqual([]);
});

test('outlet war pays for displays in all areas, and calls on nobody more', () => {
	const rich = { ...seen, turn: 1, money: { ...seen.money, grossMarginLastTurnCents: 100_000 } };
	const plan = outletWar.decide(rich, none);
	expect(plan.activities).toMatchObject([{ kind: 'display', depthBp: 20_000, budgetCents: 60_000 }]);
	expect(plan.activities[0]?.targets).toEqual(seen.areas.map(({ id }) => id));
	expect({ ...plan, activities: [] }).toEqual({ ...seen.plan, activities: [] });
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
});
