import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preview, view as viewOf } from '#lib/engine/game.ts';
import { DROP_CODES, type Dropped, type Plan } from '#lib/engine/plan.ts';
import { createTranslator, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import { textsOf } from '#lib/scenario/texts.ts';
import { played } from '../../../../tests/support/games.ts';
import { anyPlan } from '../../../../tests/support/plans.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf } from '../words.ts';
import { droppedAt, wordDrop } from './word-drop.ts';

const scenario = shipped('first-city.yaml');
const game = played(scenario, 'hold', 'drops', 1);
const view = viewOf(game);

function dropped(change: Partial<Plan>): readonly Dropped[] {
	return preview(game, { ...view.plan, ...change }).dropped;
}

describe.each(LOCALES)('%s', async (locale) => {
	const t = createTranslator(locale, await loadCatalogue(locale, ['play']), { strict: true });
	const words = wordsOf({ locale, t }, textsOf(scenario.draft));

	test('has words for every code there is', () => {
		for (const code of DROP_CODES) {
			const lever = 'price';
			const params = {
				asked: 1,
				given: 0,
				low: 0,
				high: 2,
				limit: 8,
				turn: 2,
				startWeek: 0,
				weeks: 1,
				person: 9
			};
			const text = wordDrop({ code, lever, path: 'price', params }, view.plan, view.rules, words);
			expect(text.length).toBeGreaterThan(0);
		}
	});

	test('words whatever a market drops from any plan', () => {
		fc.assert(
			fc.property(anyPlan(game.world), (plan) => {
				for (const it of preview(game, plan).dropped)
					expect(wordDrop(it, plan, view.rules, words)).not.toMatch(/undefined|NaN|\{|\[/);
			}),
			{ seed: 17, numRuns: 300 }
		);
	});

	test('names what it is about, with the figures that hold', () => {
		const plan: Plan = {
			...view.plan,
			dealers: { sheets: {}, appoint: { qinglan: 'qingyuan' } },
			price: { dealerPriceCents: { 'qinghe-500': 900 } },
			activities: [
				{
					kind: 'priceOff',
					product: 'qinghe-500',
					targets: ['college'],
					startWeek: 2,
					weeks: 9,
					depthBp: 9000,
					budgetCents: 100
				}
			]
		};
		const texts = dropped(plan).map((it) => wordDrop(it, plan, view.rules, words));
		expect(texts).toEqual(
			locale === 'en'
				? [
						'Appointing Qingyuan Foods takes a shortlist of 3 to 4.',
						`Qinghe fruit tea 500 ml: ¥9.00 is outside ¥${bound('low')} to ¥${bound('high')}; ¥${bound('high')} holds.`,
						'Activity 1: cut to weeks 3–4 of the turn.',
						'Activity 1: a depth of 90% is cut to 40%.'
					]
				: [
						'定青源食品之前，候选须有 3 至 4 家。',
						`青禾果味茶 500 毫升：¥9.00 超出 ¥${bound('low')} 至 ¥${bound('high')}，按 ¥${bound('high')}。`,
						'活动 1：截到本回合第 3–4 周。',
						'活动 1：力度 90% 压到 40%。'
					]
		);
	});
});

describe('figures', async () => {
	const t = createTranslator('en', await loadCatalogue('en', ['play']), { strict: true });
	const words = wordsOf({ locale: 'en', t }, textsOf(scenario.draft));
	const said = (drop: Omit<Dropped, 'lever'>, lever: Dropped['lever'] = 'dealers'): string =>
		wordDrop({ ...drop, lever }, view.plan, view.rules, words);

	test('that are money are said in yuan, not in cents', () => {
		const short = { code: 'SUPPORT_SHORT', path: 'dealers.terms.qinglan.support' } as const;
		expect(said({ ...short, params: { region: 'qinglan', asked: 80_000, given: 0 } })).toContain('¥800 ');
		const limit = { params: { limit: 500_000 }, path: 'activities[0]' } as const;
		expect(said({ code: 'NOT_APPROVED', ...limit }, 'activities')).toMatch(/¥5,000[^,\d]/);
		const late = { ...limit.params, startWeek: 2, weeks: 2 };
		const text = said({ code: 'APPROVED_LATE', path: 'activities[0]', params: late }, 'activities');
		expect(text).toMatch(/¥5,000[^,\d]/);
		expect(text).toContain('3–4');
	});

	test('of terms are what the term is: days, a share, money', () => {
		const out = (field: string, asked: number, given: number): string =>
			said({ code: 'TERMS_LIMIT', path: `dealers.terms.qinglan.${field}`, params: { asked, given } });
		expect(out('creditDays', 120, 90)).toMatch(/120 .*90/);
		expect(out('rebateBp', 4000, 3000)).toMatch(/40% .*30%/);
		expect(out('steps[0]', 4000, 3000)).toMatch(/40% .*30%/);
		expect(out('targetCents', 200_00, 100_00)).toMatch(/¥200 .*¥100/);
	});
});

function bound(end: 'low' | 'high'): string {
	const [product] = view.products;
	const cents = end === 'low' ? product?.minDealerPriceCents : product?.maxDealerPriceCents;
	return ((cents ?? 0) / 100).toFixed(2);
}

test('what is dropped at a place is found there, and not at its neighbour', () => {
	const at = (path: string): Dropped => ({ code: 'CASH_SHORT', lever: 'activities', path, params: {} });
	const all = [at('activities[1]'), at('activities[1].targets[0]'), at('activities[10]')];
	expect(droppedAt(all, 'activities[1]')).toEqual(all.slice(0, 2));
	expect(droppedAt(all, 'activities')).toEqual(all);
	expect(droppedAt(all, 'activities[1].targets')).toEqual(all.slice(1, 2));
});
