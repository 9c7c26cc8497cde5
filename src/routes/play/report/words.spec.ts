import { describe, expect, test } from 'vitest';
import { coach, RULES } from '#lib/analysis/coach/index.ts';
import { createTranslator, loadCatalogue, LOCALES, type MessageKey } from '#lib/i18n/index.ts';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { played } from '../../../../tests/support/games.ts';
import { MARKET_SCENARIOS, shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf, type Words } from '../words.ts';
import { daysPicture, goodsPicture, leadPicture, moneyPicture } from './chart-specs.ts';
import { paramsOf } from './quantity.ts';
import { partMark, partName, partValue } from './score-words.ts';

const PICTURES = [goodsPicture, daysPicture, leadPicture, moneyPicture];
/** A place left empty, a number that is none, a message that is missing. */
const BROKEN = /undefined|NaN|null|\{|\[/;

describe.each(LOCALES)('in %s', (locale) => {
	/** Strict: a missing message or parameter throws. */
	const words = async (file: string): Promise<Words> => {
		const t = createTranslator(locale, await loadCatalogue(locale), { strict: true });
		return wordsOf({ locale, t }, shipped(file).texts);
	};

	test.each(MARKET_SCENARIOS)('every turn any bot plays of %s can be told', async (file) => {
		const [told, scenario] = [await words(file), shipped(file)];
		for (const bot of BOT_NAMES) {
			const { reports } = played(scenario, bot, 'words');
			for (const [i, { score }] of reports.entries()) {
				const past = { reports: reports.slice(0, i + 1), firms: scenario.spec.firms, words: told };
				const pictures = PICTURES.map((picture) => picture(past));
				const parts = Object.values(score?.parts ?? {}).flat();
				const said = [
					...pictures.flatMap(({ title, sentence }) => [title, sentence]),
					...parts.flatMap((part) => [partName(part, told), partValue(part, told), partMark(part, told)]),
					...coach(reports, i, scenario.spec.firms).flatMap(({ code, params }) => [
						told.t(`coach.${code}.sign`, paramsOf(params, told)),
						told.t(`coach.${code}.next`, paramsOf(params, told))
					])
				];
				expect(said.filter((text) => text === '' || BROKEN.test(text))).toEqual([]);
				for (const { spec } of pictures) {
					for (const { values } of [...spec.series, ...(spec.columns ?? [])]) {
						expect(values).toHaveLength(i + 1);
					}
				}
			}
		}
	});

	test('every rule’s row of the method has a name', async () => {
		const { t } = await words('first-city.yaml');
		for (const { row } of RULES) expect(t(`lesson.${row}` as MessageKey)).not.toBe('');
	});
});
