import { describe, expect, test } from 'vitest';
import { cleanName, nameKey } from './names.ts';

const clean = (typed: string) => {
	const read = cleanName(typed, 24, 'team');
	return read.ok ? read.value : read.faults.map(({ code, path }) => `${code} ${path}`).join();
};

describe('a name is text', () => {
	test.each([
		['blanks are one, and none at the ends', '  Team \t\n One  ', 'Team One'],
		['Chinese', '华东一队', '华东一队'],
		['right to left', 'فريق', 'فريق'],
		['markup stays what was typed', '<b>x</b>', '<b>x</b>'],
		['emoji of several parts', '👩‍👩‍👧‍👦 队', '👩‍👩‍👧‍👦 队'],
		['controls are gone', 'a\u0000\u0007b', 'ab'],
		['marks that turn direction are gone', 'a\u202eb\u2066c', 'abc'],
		['nothing visible is added by what takes no place', 'a\u200b\ufeffb', 'ab'],
		['no tower of marks', `e${'\u0301'.repeat(40)}`, 'é\u0301\u0301\u0301'],
		['half a character is none', 'a\ud800b', 'ab'],
		['a letter that is a blank is one', 'a\u3164b\u2800', 'a b'],
		['composed', 'e\u0301', 'é']
	])('%s', (_name, typed, kept) => {
		expect(clean(typed)).toBe(kept);
	});

	test.each(['', '   ', '\u200b\u202e', '\u200d', '\u0301', '\u3164\u115f\uffa0', '\u2800'])(
		'nothing is left of %j',
		(typed) => {
			expect(clean(typed)).toBe('TEAM_NAME_EMPTY team');
		}
	);

	test('its length is what a reader counts', () => {
		expect(clean('👩‍👩‍👧‍👦'.repeat(12))).toHaveLength(12 * 11);
		expect(clean('字'.repeat(24))).toBe('字'.repeat(24));
		expect(clean('字'.repeat(25))).toBe('TEAM_NAME_LONG team');
		expect(clean('👩‍👩‍👧‍👦'.repeat(24))).toBe('TEAM_NAME_LONG team');
	});
});

describe('two names are the same to a reader', () => {
	test.each([
		['Team One', 'team one'],
		['Ａ队', 'A队'],
		['Team-One', 'TeamOne'],
		['一队', '一 队'],
		['a\u200cb', 'ab'],
		['红队', '红\ufe0f队'],
		['红队', '红队\u{e0100}'],
		['PACE', '\u0420\u0410\u0421\u0415'],
		['Total', '\u03a4ot\u0430l']
	])('%s and %s', (a, b) => {
		expect(nameKey(a)).toBe(nameKey(b));
	});

	test.each([
		['一队', '二队'],
		['!', '?'],
		['Жук', 'Лук'],
		['Team 1', 'Team 2']
	])('but not %s and %s', (a, b) => {
		expect(nameKey(a)).not.toBe(nameKey(b));
	});
});
