import { expect, test } from 'vitest';
import { csvText, harmless, xlsxFile } from './sheets.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '＠x'])('%j is no formula any more', (text) => {
	expect(harmless(text)).toBe(`'${text}`);
});

test('nor is one behind a semicolon, at which a spreadsheet of half of Europe cuts, quotes or none', () => {
	expect(harmless("a;=cmd|'/C calc'!A0; @b")).toBe("a;'=cmd|'/C calc'!A0; '@b");
	expect(csvText(['team'], [['a, b;=1+1']])).toContain('\r\n"a, b;\'=1+1"\r\n');
});

test.each(['1=1', 'a; b', '一队', '<b>', 'a-b', ''])('%j stays as it is', (text) => {
	expect(harmless(text)).toBe(text);
});

test('a CSV file has its mark, quotes what needs it, and leaves empty what is not there', () => {
	expect(
		csvText(
			['名', 'b'],
			[
				['a"b,c\nd', 1.5],
				['=x', -2],
				['n', null]
			]
		)
	).toBe('\ufeff名,b\r\n"a""b,c\nd",1.5\r\n\'=x,-2\r\nn,\r\n');
});

test('an XLSX file holds names as text', async () => {
	const file = await xlsxFile('Sheet', ['Team'], [['=1+1'], [3], [null]]);
	expect(file.subarray(0, 2).toString()).toBe('PK');
	expect(file.length).toBeGreaterThan(1000);
});
