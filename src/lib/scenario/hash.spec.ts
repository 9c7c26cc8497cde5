import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './hash.ts';

test('the order of keys does not count, the order of items does', () => {
	expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'x' } })).toBe('{"a":{"c":"x","d":null},"b":[2,1]}');
	expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
	expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test('any JSON reads back to the same canonical text', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = canonicalJson(value);
			expect(canonicalJson(JSON.parse(text))).toBe(text);
		}),
		{ seed: 1, numRuns: 500 }
	);
});
