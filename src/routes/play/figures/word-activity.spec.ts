import { describe, expect, test } from 'vitest';
import { recordOf } from '#lib/engine/activities/record.ts';
import { BOARD_MARKS, BOARD_STAGES } from '#lib/engine/systems/small-board.ts';
import { createTranslator, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import { textsOf } from '#lib/scenario/texts.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { wordsOf } from '../words.ts';
import { recordRow, wordCheck } from './word-activity.ts';

/** Codes of the five tests and of the gates. */
const TESTS = ['rivalry', 'dominant', 'taste', 'channels', 'protection'] as const;
const GATES = [
	'suitability',
	'dealer',
	'coreShare',
	'filed',
	'listed',
	'priceHeld',
	'inside',
	'reorders',
	'lead'
] as const;

describe.each(LOCALES)('%s', async (locale) => {
	const t = createTranslator(locale, await loadCatalogue(locale, ['play']), { strict: true });
	const words = wordsOf({ locale, t }, textsOf(shipped('first-city.yaml').draft));

	test('an activity that is over stands in a row, with its range', () => {
		const record = recordOf(1, {
			kind: 'display',
			product: 'qinghe-500',
			aim: null,
			purpose: null,
			prepared: true,
			followedUp: true,
			fromWeek: 4,
			weeks: 4,
			depthBp: 5000,
			plannedCents: 300_000,
			outlets: 40,
			contacts: 9000,
			effectiveContacts: 6000,
			shoppers: 20_000,
			places: [
				{
					id: 'college',
					spentCents: 200_000,
					wastedCents: 50_000,
					units: 1200,
					expectedUnits: 1000,
					gainCents: 20_000
				}
			]
		});
		const row = recordRow(record, words);
		expect(row).toHaveLength(6);
		const en = locale === 'en';
		expect(row[0]).toEqual(
			en
				? { main: 'Display 50%', notes: ['turn 2, College quarter', 'prepared, followed up'] }
				: { main: '陈列堆头 50%', notes: ['第 2 回合，学院片', '事前有准备，事后有跟踪'] }
		);
		expect(row[1]).toEqual({
			main: '2,000',
			notes: en ? ['planned 3,000', 'wasted 500'] : ['计划 3,000', '白花 500']
		});
		expect(row[2]?.notes[0]).toContain('9,000');
		expect(row[3]).toEqual({ main: '1,200', notes: [en ? 'expected 1,000' : '应有 1,000'] });
		expect(row[4]).toEqual({ main: '200', notes: [en ? '150 to 250' : '150 至 250'] });
		expect(row[5]?.main).toMatch(/%$/);
	});

	test.each([...TESTS, ...GATES])('has words for the condition %s', (code) => {
		const text = wordCheck({ code, value: 1, needed: 1, met: true }, words);
		expect(text).not.toMatch(/undefined|NaN|board\./);
		expect(text.length).toBeGreaterThan(4);
	});

	test('a share stands in percent, a lead as so many times', () => {
		const { inside } = BOARD_MARKS;
		expect(wordCheck({ code: 'inside', value: 0.25, needed: inside, met: false }, words)).toContain('25.0%');
		expect(wordCheck({ code: 'lead', value: 1.5, needed: 1.7, met: false }, words)).toContain('1.50');
	});

	test('it says whether less, no more or at least so much is asked', () => {
		const said = (code: string): string => wordCheck({ code, value: 0.1, needed: 0.3, met: true }, words);
		const en = locale === 'en';
		expect(said('dominant')).toContain(en ? 'less than 30.0%' : '要低于 30.0%');
		expect(said('protection')).toContain(en ? 'at most 30.0%' : '不超过 30.0%');
		expect(said('taste')).toContain(en ? 'at least 30.0%' : '至少 30.0%');
	});

	test('every stage has its name', () => {
		const names = Array.from({ length: BOARD_STAGES + 2 }, (_, stage) =>
			t('smallBoard.stage', { stage: String(stage) })
		);
		expect(new Set(names).size).toBe(BOARD_STAGES + 2);
	});
});
