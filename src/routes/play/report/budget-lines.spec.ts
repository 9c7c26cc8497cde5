import { expect, test } from 'vitest';
import type { BudgetRow } from '#lib/analysis/gauges/index.ts';
import { createTranslator, loadCatalogue, type Locale } from '#lib/i18n/index.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf } from '../words.ts';
import { budgetLines } from './budget-lines.ts';

const { texts } = shipped('first-city.yaml');
const [north, south] = Object.keys(texts.areas);
if (north === undefined || south === undefined) throw new Error('another city');

const area = (id: string, budget: BudgetRow['budget'], promotionCents: number, peopleCents: number) =>
	({ of: 'area', id, budget, spent: { promotionCents, peopleCents } }) as const;
const both = { promotionCents: 100_000, peopleCents: 200_000 };

async function lines(locale: Locale, rows: readonly BudgetRow[]): Promise<string[]> {
	return budgetLines(
		rows,
		wordsOf({ locale, t: createTranslator(locale, await loadCatalogue(locale)) }, texts)
	);
}

test('areas with a budget are summed, and what went over is named by area, kind and sum', async () => {
	const rows = [area(north, both, 150_000, 200_000), area(south, null, 900, 900)];
	const name = { en: texts.areas[north]?.name.en, zh: texts.areas[north]?.name['zh-CN'] };
	expect(await lines('en', rows)).toEqual([
		'In the one area with a budget promotion came to ¥1,500 of ¥1,000, people to ¥2,000 of ¥2,000.',
		`More than planned: ${name.en} (promotion) by ¥500.`
	]);
	expect(await lines('zh-CN', rows)).toEqual([
		'定了预算的 1 片：促销用了 ¥1,500，预算 ¥1,000；人员用了 ¥2,000，预算 ¥2,000。',
		`超支：${name.zh}促销超 ¥500。`
	]);
});

test('where nothing went over, or nobody had a budget, it says so', async () => {
	expect((await lines('en', [area(north, both, 0, 0), area(south, both, 1, 1)])).at(-1)).toBe(
		'No area spent more than it had.'
	);
	expect(await lines('zh-CN', [area(north, null, 900, 900)])).toEqual(['各片都没定预算。']);
});
