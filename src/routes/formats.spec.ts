import { describe, expect, test } from 'vitest';
import { LOCALES } from '#lib/i18n/index.ts';
import { formatsOf } from './formats.ts';

describe.each(LOCALES)('%s', (locale) => {
	const formats = formatsOf(locale);

	test('what rounds to nought has no sign', () => {
		expect([formats.whole(-0.2), formats.score(-20), formats.yuan(-20)]).toEqual(['0', '0.0', '0']);
		expect([formats.change.whole(-0.2), formats.change.score(20), formats.change.share(-0.0001)]).toEqual([
			'0',
			'0.0',
			'0.0%'
		]);
	});

	test('a minus is one, in a table and in a sentence alike', () => {
		expect([formats.whole(-1234), formats.yuan(-123_400), formats.score(-2360)]).toEqual([
			'−1,234',
			'−1,234',
			'−2.4'
		]);
	});

	test('a change has its sign, and a minus that is one', () => {
		expect([formats.change.whole(1234), formats.change.whole(-1234)]).toEqual(['+1,234', '−1,234']);
		expect([formats.change.score(2340), formats.change.score(-2360)]).toEqual(['+2.3', '−2.4']);
		expect(formats.change.share(-0.0741)).toBe('−7.4%');
	});

	test('days have a decimal only where it says something', () => {
		expect([formats.days(20), formats.days(7.26)]).toEqual(['20', '7.3']);
	});
});
