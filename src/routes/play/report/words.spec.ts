import { expect, test } from 'vitest';
import { coach, RULES } from '#lib/analysis/coach/index.ts';
import { createTranslator, loadCatalogue, LOCALES, type Locale, type MessageKey } from '#lib/i18n/index.ts';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { played } from '../../../../tests/support/games.ts';
import { MARKET_SCENARIOS, shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf, type Words } from '../words.ts';
import { daysPicture, goodsPicture, leadPicture, moneyPicture, type Told } from './chart-specs.ts';
import { paramsOf } from './quantity.ts';
import { partMark, partName, partValue } from './score-words.ts';

const PICTURES = [goodsPicture, daysPicture, leadPicture, moneyPicture];
/** A place left empty, a number that is none, a message that is missing. */
const BROKEN = /undefined|NaN|null|\{|\[/;

/** Strict: a missing message or parameter throws. */
async function wordsFor(locale: Locale, file: string): Promise<Words> {
	const t = createTranslator(locale, await loadCatalogue(locale), { strict: true });
	return wordsOf({ locale, t }, shipped(file).texts);
}

/** All that is said of the last of these turns: pictures, parts of the score, signs. */
function expectTold(past: Told): void {
	const { reports, firms, words: told } = past;
	const pictures = PICTURES.map((picture) => picture(past));
	const parts = Object.values(reports.at(-1)?.score?.parts ?? {}).flat();
	const said = [
		...pictures.flatMap(({ title, sentence }) => [title, sentence]),
		...parts.flatMap((part) => [partName(part, told), partValue(part, told), partMark(part, told)]),
		...coach(reports, reports.length - 1, firms).flatMap(({ code, params }) => [
			told.t(`coach.${code}.sign`, paramsOf(params, told)),
			told.t(`coach.${code}.next`, paramsOf(params, told))
		])
	];
	expect(said.filter((text) => text === '' || BROKEN.test(text))).toEqual([]);
	for (const { spec } of pictures) {
		for (const { values } of [...spec.series, ...(spec.columns ?? [])])
			expect(values).toHaveLength(reports.length);
	}
}

test.each(MARKET_SCENARIOS)('every turn any bot plays of %s can be told, in every language', async (file) => {
	const scenario = shipped(file);
	const languages = await Promise.all(LOCALES.map((locale) => wordsFor(locale, file)));
	for (const bot of BOT_NAMES) {
		const { reports } = played(scenario, bot, 'words');
		const { firms } = scenario.spec;
		for (const words of languages)
			for (const i of reports.keys()) expectTold({ reports: reports.slice(0, i + 1), firms, words });
	}
});

test.each(LOCALES)('every rule’s row of the method has a name in %s', async (locale) => {
	const { t } = await wordsFor(locale, 'first-city.yaml');
	for (const { row } of RULES) expect(t(`lesson.${row}` as MessageKey)).not.toBe('');
});
