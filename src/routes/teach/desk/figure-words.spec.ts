import { expect, test } from 'vitest';
import { planFigures } from '#lib/analysis/class/index.ts';
import type { Plan } from '#lib/engine/plan.ts';
import {
	CALL_PURPOSES,
	LEVERS,
	ORDER_MODES,
	PAY_BASES,
	PLATFORM_PARTS,
	SELLING_STYLES
} from '#lib/engine/vocab.ts';
import { createTranslator, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf } from '../../play/words.ts';
import { wordFigure, wordValue } from './figure-words.ts';

const scenario = shipped('six-regions.yaml');
const [region, ...regions] = scenario.spec.regions;
const [area] = region?.areas ?? [];
const [product] = scenario.spec.firms.find(({ role }) => role === 'player')?.products ?? [];
const [first] = scenario.spec.dealers;
if (!region || !area || !product || !first) throw new Error('an empty market');
const standing = scenario.spec.defaultPlan;
const calls = { visitsPer4Weeks: { A: 4, B: 2, C: 1 }, minutesPerVisit: { A: 20, B: 15, C: 10 } };

/** Everything a plan may say, said once. */
const whole = (n: number): Plan => ({
	regions: { worked: [area.id] },
	dealers: {
		sheets: {
			[region.id]: {
				weights: { reputation: 20, strength: 20, scale: 20, network: 20, delivery: 10, management: 10 },
				scores: {},
				shortlist: [first.id]
			}
		},
		appoint: { [region.id]: first.id },
		terms: {
			[region.id]: {
				exclusive: true,
				creditDays: 15,
				rebateBp: 100,
				targetCents: 100_000,
				steps: [{ fromBp: 8000, rebateBp: 100 }],
				support: { commerce: 1, information: 2, logistics: 3 },
				assigned: { areas: [area.id], classes: ['A'] }
			}
		},
		control: { inspection: 1, fineBp: 1000, forfeit: true }
	},
	field: {
		...standing.field,
		...calls,
		calls: Object.fromEntries(CALL_PURPOSES.map((purpose) => [purpose, calls])),
		keyAccounts: 3,
		responsible: { [area.id]: [1] },
		trainingHours: 4,
		visitStandard: 50,
		officeHelp: 50,
		accountFile: true,
		selling: SELLING_STYLES[n % SELLING_STYLES.length] ?? 'service',
		pay: { basis: PAY_BASES[n % PAY_BASES.length] ?? 'fixed', shareBp: 2000 },
		advisors: { heads: 2, regions: [region.id] }
	},
	price: {
		dealerPriceCents: { [product.id]: 250 },
		byRegion: { [region.id]: { [product.id]: 240 } },
		launches: { [product.id]: [region.id] }
	},
	activities: [
		{
			kind: 'display',
			product: product.id,
			targets: [area.id],
			startWeek: 0,
			weeks: 2,
			depthBp: 0,
			budgetCents: 500_000
		}
	],
	supply: {
		orderMode: Object.fromEntries(
			[region, ...regions].map(({ id }, i) => [id, ORDER_MODES[(i + n) % ORDER_MODES.length] ?? 'quota'])
		),
		quotas: { [region.id]: { [product.id]: 10 } },
		production: { [product.id]: 10 },
		pushes: [{ region: region.id, product: product.id, cases: 10 }]
	},
	platform: {
		build: [...PLATFORM_PARTS],
		targets: { totalUnits: 1000, indexBp: { [area.id]: 11_000 } },
		budgets: { [area.id]: { promotionCents: 500_000, peopleCents: 700_000 } }
	}
});

test.each(LOCALES)('every figure of a plan has words in %s, and no id among them', async (locale) => {
	const words = wordsOf({ locale, t: createTranslator(locale, await loadCatalogue(locale)) }, scenario.texts);
	const paths = [0, 1, 2, 3].flatMap((n) =>
		LEVERS.flatMap((lever) => [...planFigures(whole(n), lever).keys()])
	);
	const worded = new Map(paths.map((path) => [path, wordFigure(words, path)]));
	expect([...worded].filter(([, text]) => text === null)).toEqual([]);
	const ids = [region.id, area.id, product.id, first.id, 'undefined', '['];
	for (const text of worded.values()) for (const id of ids) expect(text?.includes(id)).toBe(false);
	expect(new Set(worded.values()).size).toBe(worded.size);
});

test.each([
	['terms.x.exclusive', 1, '是'],
	['control.forfeit', 0, '否'],
	['dealerPriceCents.x', 250, '2.50'],
	['byRegion.x.y', 240, '2.40'],
	['pay.shareBp', 2000, '20%'],
	['targets.indexBp.x', 11_000, '110%'],
	['budgets.x.promotionCents', 500_000, '5,000.00'],
	['merchandisers', 12, '12']
])('%s of %d reads %s', async (path, value, text) => {
	const locale = 'zh-CN';
	const words = wordsOf({ locale, t: createTranslator(locale, await loadCatalogue(locale)) }, scenario.texts);
	expect(wordValue(words, path, value)).toBe(text);
});

test('what is no figure of a plan has no words', async () => {
	const words = wordsOf(
		{ locale: 'en', t: createTranslator('en', await loadCatalogue('en')) },
		scenario.texts
	);
	expect(wordFigure(words, 'merchandisers.A')).toBeNull();
});
