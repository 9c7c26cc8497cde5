import { expect, test } from 'vitest';
import { harmless } from './harmless.ts';

test('what a terminal would obey is shown as written', () => {
	expect(harmless('a\u001b[31mred\u0007 \u202egnp.exe \u009b2J\r')).toBe(
		'a\\u001b[31mred\\u0007 \\u202egnp.exe \\u009b2J\\u000d'
	);
});

test('tables, Chinese and line ends stay as they are', () => {
	expect(harmless('有效出货\t12\n“No.1” ×1.7 …')).toBe('有效出货\t12\n“No.1” ×1.7 …');
});
