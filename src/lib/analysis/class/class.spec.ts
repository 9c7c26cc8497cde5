import { expect, test } from 'vitest';
import { changed, deal, soloSpec } from '../../../../tests/support/spec.ts';
import type { Plan } from '../../engine/plan.ts';
import { LEVERS } from '../../engine/vocab.ts';
import { classStatistics, planFigures } from './index.ts';

const base: Plan = soloSpec().defaultPlan;
const withPeople = (merchandisers: number): Plan =>
	changed(base, (plan) => {
		plan.field.merchandisers = merchandisers;
	});

test('every lever has its line, touched or not', () => {
	const lines = classStatistics([{ team: 'a', before: base, plan: base }]);
	expect(lines.map(({ lever }) => lever)).toEqual(LEVERS);
	expect(lines.flatMap(({ touched }) => touched)).toEqual([]);
});

test('least, middle and most are those of the class, and who touched the lever is named', () => {
	const plans = [7, 3, 5, 4].map((people, i) => ({
		team: `t${i}`,
		before: withPeople(4),
		plan: withPeople(people)
	}));
	const field = classStatistics(plans).find(({ lever }) => lever === 'field');
	expect(field?.touched).toEqual(['t0', 't1', 't2']);
	expect(field?.figures).toContainEqual({ figure: 'merchandisers', min: 3, median: 4, max: 7 });
});

test('a one-off of the turn before is not taken for a decision to have none', () => {
	const before = changed(base, (plan) => {
		plan.activities.push(deal());
	});
	const activities = classStatistics([{ team: 'a', before, plan: base }]).find(
		({ lever }) => lever === 'activities'
	);
	expect(activities?.touched).toEqual([]);
});

test('lists count and add up what can be added', () => {
	const plan = changed(base, (draft) => {
		draft.activities.push(deal({ budgetCents: 100 }), deal({ budgetCents: 250 }));
	});
	expect(Object.fromEntries(planFigures(plan, 'activities'))).toEqual({ count: 2, budgetCents: 350 });
});

test('a word of its own stands under its name, words by region are counted', () => {
	const plan = changed(base, (draft) => {
		draft.field.selling = 'coaching';
		draft.field.pay = { basis: 'calls', shareBp: 2000 };
		draft.supply.orderMode = { a: 'quota', b: 'quota', c: 'sellThrough' };
	});
	expect(planFigures(plan, 'field').get('selling.coaching')).toBe(1);
	expect(planFigures(plan, 'field').get('pay.basis.calls')).toBe(1);
	const supply = planFigures(plan, 'supply');
	expect([supply.get('orderMode.quota'), supply.get('orderMode.sellThrough')]).toEqual([2, 1]);
});

test('no class, no figures', () => {
	expect(classStatistics([]).flatMap(({ figures }) => figures)).toEqual([]);
});
