import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { table } from './table.ts';

describe('a table', () => {
	test('lines up Chinese as a terminal shows it', () => {
		const text = table(
			['责任区', 'Units'],
			[
				['老城', '1'],
				['West', '1,000']
			],
			['left', 'right']
		);
		expect(text).toBe('责任区  Units\n老城        1\nWest    1,000');
		expect(text.split('\n').map((line) => stringWidth(line))).toEqual([13, 13, 13]);
	});

	test('leaves no blanks at the end of a line', () => {
		expect(table(['a', 'b'], [['x', '']], ['left'])).toBe('a  b\nx');
	});
});
