import { describe, expect, test } from 'vitest';
import { changed, firmOf, gameOf, off, soloSpec, type SpecDraft } from '../../../../tests/support/spec.ts';
import { advance, view, type Game } from '../game.ts';
import type { ActivityFacts } from '../report.ts';
import { communicationOf } from './communication.ts';
import { recordOf } from './record.ts';

const facts = (change: Partial<ActivityFacts> = {}): ActivityFacts => ({
	kind: 'sampling',
	product: 'own-tea',
	aim: null,
	purpose: 'trial',
	prepared: true,
	followedUp: false,
	fromWeek: 4,
	weeks: 2,
	depthBp: 0,
	plannedCents: 2000,
	outlets: 10,
	contacts: 40,
	effectiveContacts: 40,
	shoppers: 80,
	places: [{ id: 'area', spentCents: 2000, wastedCents: 0, units: 120, expectedUnits: 100, gainCents: 1800 }],
	...change
});

describe('[A21] communication index', () => {
	const index = (...activities: ActivityFacts[]) => communicationOf(activities, 0.5, 100);

	test('is what was planned, met and understood over what a contact costs', () => {
		// 40 + 30 + 30; half of the shoppers; sampling goes 80 deep. 20.00 for 40 contacts is .50, half the base.
		expect(index(facts())).toEqual({
			planning: 100,
			reach: 50,
			comprehension: 80,
			spentCents: 2000,
			effectiveContacts: 40,
			costIndex: 50,
			index: 460
		});
	});

	test('knows no sales', () => {
		const sold = facts({ places: [{ ...facts().places[0]!, units: 999, gainCents: 99_999 }] });
		expect(index(sold)).toEqual(index(facts()));
	});

	test.each([
		['unprepared', { prepared: false }, { planning: 60, comprehension: 40 }],
		['without a purpose', { purpose: null }, { planning: 70 }],
		['for what it cannot do', { purpose: 'loyalty' as const }, { planning: 70 }],
		['half wasted', { places: [{ ...facts().places[0]!, wastedCents: 1000 }] }, { planning: 85 }],
		['half of it where nothing stands', { effectiveContacts: 20 }, { comprehension: 40, costIndex: 100 }],
		['met by nobody who could buy', { effectiveContacts: 0 }, { costIndex: null, index: 0 }],
		[
			'a campaign, by its aim',
			{ kind: 'advertising' as const, aim: 'awareness' as const },
			{ comprehension: 30 }
		]
	])('%s', (_name, change, part) => {
		expect(index(facts(change))).toMatchObject(part);
	});

	test('weighs by spend, and counts only what communicates', () => {
		const big = facts({
			kind: 'display',
			purpose: 'volume',
			places: [{ ...facts().places[0]!, spentCents: 6000 }]
		});
		expect(index(facts(), big)?.comprehension).toBe(Math.floor((80 + 3 * 30) / 4 + 0.5));
		expect(index(facts({ kind: 'priceOff' }), facts({ kind: 'tradeDeal' }))).toBeNull();
		expect(index()).toBeNull();
	});
});

describe('[A22] what a firm remembers', () => {
	test('extra units and return carry the error of the baseline, less of it where it followed up', () => {
		const record = recordOf(1, facts());
		expect(record).toMatchObject({ turn: 1, spentCents: 2000, wastedCents: 0 });
		expect(record.extra).toEqual({ value: 20, low: 10, high: 30, asOfWeek: 5, source: 'visits' });
		// 18.00 for 20.00, and .90 a unit.
		expect(record.returns.value).toBeCloseTo(-0.1, 12);
		expect(record.returns.high).toBeCloseTo(-0.1 + (10 * 90) / 2000, 12);
		const followed = recordOf(1, facts({ followedUp: true }));
		expect([followed.extra.low, followed.extra.high]).toEqual([15, 25]);
		const free = recordOf(1, facts({ places: [{ ...facts().places[0]!, spentCents: 0 }] }));
		expect(free.returns.value).toBeNull();
	});

	test('all turns behind it stand in the view, and the index of the last', () => {
		const turn = (game: Game, ...kinds: ('sampling' | 'priceOff')[]): Game =>
			advance(
				game,
				changed(game.world.spec.defaultPlan, (plan) => {
					plan.activities = kinds.map((kind) => off({ kind, budgetCents: 4000 }));
				})
			);
		const rich = (spec: SpecDraft): void => {
			firmOf(spec).cashCents = 1e8;
		};
		const first = turn(gameOf(soloSpec(rich)), 'sampling');
		expect(view(first).communication?.reach).toBeGreaterThan(0);
		const second = turn(first, 'priceOff', 'sampling');
		expect(view(second).activities.map((it) => [it.turn, it.facts.kind])).toEqual([
			[0, 'sampling'],
			[1, 'priceOff'],
			[1, 'sampling']
		]);
		expect(view(turn(second, 'priceOff')).communication).toBeNull();
	});
});
