import { describe, expect, test } from 'vitest';
import { MAX_VALUES } from './convert.ts';
import { MAX_BYTES, parseText } from './parse.ts';
import { nodeAt, placeOf, plain } from './tree.ts';

function codes(text: string): string[] {
	return parseText(text, 'a.yaml').problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('every value knows where it stands', () => {
	const { root } = parseText('a: 1\nlist:\n  - x: two\n  - [3, 4]\n', 'a.yaml');
	if (root === undefined) throw new Error('unreadable');

	test.each([
		[['a'], 1, 1],
		[['list', 0, 'x'], 3, 5],
		[['list', 1, 1], 4, 9],
		// What is not there: at the nearest thing that should hold it.
		[['list', 0, 'y', 'z'], 3, 5],
		[['nowhere'], 1, 1]
	] as const)('%j', (path, line, column) => {
		expect(placeOf(root, path)).toMatchObject({ file: 'a.yaml', line, column });
	});

	test('and comes out as plain data', () => {
		expect(plain(root)).toEqual({ a: 1, list: [{ x: 'two' }, [3, 4]] });
		expect(Object.getPrototypeOf(plain(root))).toBe(null);
		expect(nodeAt(root, ['list', 0, 'x'])).toMatchObject({ kind: 'scalar', value: 'two' });
	});
});

describe('aliases', () => {
	test('stand for the latest anchor above them, at its place', () => {
		const { root } = parseText('a: &n 1\nb: *n\nc: &n 2\nd: *n\n', 'a.yaml');
		expect(root && plain(root)).toEqual({ a: 1, b: 1, c: 2, d: 2 });
		expect(root && nodeAt(root, ['b'])).toMatchObject({ line: 1, column: 7 });
	});

	test('without an anchor above, or to what holds them, are refused', () => {
		expect(codes('a: *n\nb: &n 1')).toEqual(['YAML_SYNTAX 1:4']);
		expect(codes('a: &n [*n]')).toEqual(['TOO_DEEP 1:8']);
	});

	test('are counted each time they are used', () => {
		const used = Array.from({ length: MAX_VALUES / 10 }, () => '*n').join(', ');
		expect(codes(`a: &n [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\nb: [${used}]`)[0]).toMatch(/^TOO_MANY_VALUES 2:/);
	});
});

describe('refused before it is read', () => {
	test('a text of more than half a megabyte, by its bytes', () => {
		expect(codes('x'.repeat(MAX_BYTES + 1))).toEqual(['TOO_LARGE 1:1']);
		expect(codes('价'.repeat(MAX_BYTES / 3 + 1))).toEqual(['TOO_LARGE 1:1']);
		expect(codes(`# ${'价'.repeat(MAX_BYTES / 3 - 10)}`)).toEqual(['EMPTY_FILE 1:1']);
	});

	test('a control character, where it is', () => {
		expect(codes('a: 1\nb: x\u0007')).toEqual(['CONTROL_CHARACTER 2:5']);
	});
});

describe('keys', () => {
	test.each([
		['a list', '? [1, 2]\n: x', 'KEY_NOT_TEXT 1:3'],
		['nothing', '~: x', 'KEY_NOT_TEXT 1:1'],
		['a prototype', 'constructor: x', 'FORBIDDEN_KEY 1:1'],
		['the same twice', 'a: 1\na: 2', 'DUPLICATE_KEY 2:1']
	])('%s', (_name, text, expected) => {
		expect(codes(text)).toEqual([expected]);
	});
});

describe('a full-width colon', () => {
	test.each([
		['after a key', 'a: 1\nkind：market', ['FULL_WIDTH_COLON 2:5']],
		['after a key of a list item', 'a:\n  - id：x', ['FULL_WIDTH_COLON 2:7']],
		['in a text on the line of its key', 'a: goal：x', []],
		['in a block of text', 'a: |-\n  goal：x\n  hint：y', []],
		['in quotation marks over two lines', 'a: "x\n  goal：y"', []],
		['after a Chinese word', 'a: >-\n  说明：x', []]
	])('%s', (_name, text, expected) => {
		expect(codes(text)).toEqual(expected);
	});
});

test('line ends of Windows count as one', () => {
	expect(codes('a: 1\r\na: 2\r\n')).toEqual(['DUPLICATE_KEY 2:1']);
});

test('a byte-order mark is no fault', () => {
	expect(codes('\ufeffa: 1')).toEqual([]);
});

test('nesting that exhausts the parser is a refusal, no exception', () => {
	for (const text of ['['.repeat(40_000), '{a: '.repeat(20_000), '- '.repeat(40_000)]) {
		expect(parseText(text, 'a.yaml').root).toBeUndefined();
		expect(codes(text)).not.toEqual([]);
	}
});
