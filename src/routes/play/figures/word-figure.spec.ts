import { describe, expect, test } from 'vitest';
import type { Figure } from '#lib/engine/view.ts';
import { createTranslator, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import { textsOf } from '#lib/scenario/texts.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf } from '../words.ts';
import { wordFigure } from './word-figure.ts';

const SHARE: Figure = { value: 0.1, low: 0.081, high: 0.123, asOfWeek: 3, source: 'panel' };

describe.each(LOCALES)('%s', async (locale) => {
	const t = createTranslator(locale, await loadCatalogue(locale, ['play']), { strict: true });
	const words = wordsOf({ locale, t }, textsOf(shipped('first-city.yaml').draft));
	const { share, ratio, whole } = words.formats;

	test('a sampled figure has its interval, source and week', () => {
		expect(wordFigure(SHARE, share, true, words)).toEqual({
			value: '10.0%',
			from:
				locale === 'en' ? '95% 8.1%–12.3%, sample points, week 4' : '95% 区间 8.1%–12.3%，样本点，第 4 周',
			range: locale === 'en' ? '95% 8.1%–12.3%' : '95% 区间 8.1%–12.3%'
		});
	});

	test('a range that is no sampling interval is not called one', () => {
		const figure = { ...SHARE, value: 1.2, low: 0.9, high: 1.5 };
		expect(wordFigure(figure, ratio, false, words).range).toBe('0.90–1.50');
	});

	test('an exact figure has no range, the opening no week', () => {
		const exact: Figure = { value: 800, low: 800, high: 800, asOfWeek: -1, source: 'dealerReport' };
		const from = locale === 'en' ? 'dealer’s report, at the start' : '经销商上报，开局时';
		expect(wordFigure(exact, whole, true, words)).toEqual({ value: '800', from, range: null });
		const filed = wordFigure({ ...exact, source: 'file' }, whole, true, words);
		expect(filed.from).toBe(locale === 'en' ? 'opening file' : '开局档案');
	});

	test('what is not known is said so, without a source', () => {
		const none: Figure = { value: null, low: null, high: null, asOfWeek: -1, source: 'visits' };
		const value = locale === 'en' ? 'not known' : '未知';
		expect(wordFigure(none, whole, true, words)).toEqual({ value, from: null, range: null });
	});
});
