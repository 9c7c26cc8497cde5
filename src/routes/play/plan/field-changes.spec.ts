import { describe, expect, test } from 'vitest';
import { view as viewOf } from '#lib/engine/game.ts';
import type { FieldPlan } from '#lib/engine/plan.ts';
import { createTranslator, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import { textsOf } from '#lib/scenario/texts.ts';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf } from '../words.ts';
import { fieldChanges } from './field-changes.ts';
import { wordChange } from './word-change.ts';

const scenario = shipped('first-city.yaml');
const view = viewOf(played(scenario, 'hold', 'field-changes', 1));
const { plan, rules, weeksPerTurn } = view;
const [area = ''] = plan.regions.worked;
const with_ = (part: Partial<FieldPlan>) =>
	fieldChanges(view, { ...plan, field: { ...plan.field, ...part } });

/** One of everything that may change. */
const EVERYTHING: Partial<FieldPlan> = {
	merchandisers: plan.field.merchandisers + 1,
	visitsPer4Weeks: { ...plan.field.visitsPer4Weeks, A: 5 },
	calls: { open: plan.field },
	keyAccounts: 4,
	responsible: { [area]: [1] },
	trainingHours: 4,
	visitStandard: 50,
	officeHelp: 50,
	accountFile: true,
	selling: 'advisory',
	pay: { basis: 'calls', shareBp: 2000 },
	advisors: { heads: 1, regions: ['qinglan'] }
};

test('nothing changed is no change, also where a part says what is so anyway', () => {
	expect(with_({})).toEqual([]);
	expect(with_({ keyAccounts: 0, accountFile: false, selling: 'service', responsible: {} })).toEqual([]);
});

test('each change is told once, with what it costs in the turn', () => {
	const heads = plan.field.merchandisers;
	expect(with_({ trainingHours: 4 }).map(({ kind, cents }) => [kind, cents])).toEqual([
		['fieldNumber', heads * rules.field.trainingCentsPerHour * weeksPerTurn]
	]);
	expect(
		with_({ advisors: { heads: 1, regions: ['qinglan'] } }).map(({ kind, cents }) => [kind, cents])
	).toEqual([
		['advisors', rules.field.advisorWageCentsPerWeek * weeksPerTurn],
		['advised', null]
	]);
	expect(with_(EVERYTHING).map(({ kind }) => kind)).toEqual([
		'heads',
		'calls',
		'purpose',
		'fieldNumber',
		'fieldNumber',
		'fieldNumber',
		'fieldNumber',
		'responsible',
		'accountFile',
		'selling',
		'pay',
		'advisors',
		'advised'
	]);
});

describe.each(LOCALES)('%s', async (locale) => {
	const t = createTranslator(locale, await loadCatalogue(locale, ['play']), { strict: true });
	const words = wordsOf({ locale, t }, textsOf(scenario.draft));

	test('every change has words', () => {
		for (const change of with_(EVERYTHING)) {
			const { what, from, to } = wordChange(change, words);
			expect([what, from, to].join(' '), change.kind).not.toMatch(/undefined|NaN|\{|^ /);
			expect(what.length).toBeGreaterThan(0);
		}
	});
});
