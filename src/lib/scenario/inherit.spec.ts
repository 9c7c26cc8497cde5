import { describe, expect, test } from 'vitest';
import { inherit, merge } from './inherit.ts';
import { parseText } from './parse.ts';
import { placeOf, plain, type Node } from './tree.ts';

function tree(text: string, file = 'over.yaml'): Node {
	const { root } = parseText(text, file);
	if (root === undefined) throw new Error(`unreadable: ${text}`);
	return root;
}

function merged(base: string, over: string): unknown {
	return plain(merge(tree(base, 'base.yaml'), tree(over)));
}

describe('merging', () => {
	test.each([
		['maps by key, at every depth', '{a: {x: 1, y: 2}, b: 3}', '{a: {y: 4}}', { a: { x: 1, y: 4 }, b: 3 }],
		[
			'lists with ids by id, new ones last',
			'[{id: a, n: 1}, {id: b, n: 2}]',
			'[{id: c, n: 5}, {id: b, m: 3}]',
			[
				{ id: 'a', n: 1 },
				{ id: 'b', n: 2, m: 3 },
				{ id: 'c', n: 5 }
			]
		],
		['other lists are replaced', '[1, 2, 3]', '[4]', [4]],
		[
			'a list with one item without an id is replaced',
			'[{id: a}]',
			'[{id: a, n: 1}, {n: 2}]',
			[{ id: 'a', n: 1 }, { n: 2 }]
		],
		['another kind of value is replaced', '{a: {x: 1}}', '{a: [1]}', { a: [1] }],
		[
			'an id said twice stays twice',
			'[{id: a}]',
			'[{id: a, n: 1}, {id: a, n: 2}]',
			[
				{ id: 'a', n: 1 },
				{ id: 'a', n: 2 }
			]
		]
	])('%s', (_name, base, over, expected) => {
		expect(merged(base, over)).toEqual(expected);
	});

	test('leaves both as they were', () => {
		const base = tree('{a: {x: 1}, l: [{id: a}]}');
		const over = tree('{a: {x: 2}, l: [{id: a, n: 1}]}');
		const before = [plain(base), plain(over)];
		merge(base, over);
		expect([plain(base), plain(over)]).toEqual(before);
	});

	test('each value keeps the place in its own file', () => {
		const whole = merge(tree('a:\n  x: 1\n  y: 2', 'base.yaml'), tree('a: {y: 3}'));
		expect(placeOf(whole, ['a', 'x'])).toMatchObject({ file: 'base.yaml', line: 2 });
		expect(placeOf(whole, ['a', 'y'])).toMatchObject({ file: 'over.yaml', line: 1 });
	});
});

describe('following', () => {
	const files = new Map([
		['root', 'id: root\na: 1\nb: 1\nc: 1'],
		['middle', 'id: middle\nextends: root\nb: 2\nc: 2']
	]);
	const follow = (text: string, file = 'top.yaml') =>
		inherit(tree(text, file), file, (id) => files.get(id) ?? null);

	test('the nearer file wins', () => {
		const { root } = follow('id: top\nextends: middle\nc: 3');
		expect(root && plain(root)).toEqual({ id: 'top', extends: 'middle', a: 1, b: 2, c: 3 });
	});

	test('the id is never inherited', () => {
		const { root } = follow('extends: root');
		expect(root && plain(root)).not.toHaveProperty('id');
	});

	test('a base stands in the folder of the file that names it', () => {
		const { root } = follow('id: top\nextends: root', 'scenarios/top.yaml');
		expect(root && placeOf(root, ['a']).file).toBe('scenarios/root.yaml');
	});

	test('to itself is a circle', () => {
		expect(follow('id: top\nextends: top').problems.map(({ code }) => code)).toEqual(['EXTENDS_CYCLE']);
	});
});
