import { expect, test } from 'vitest';
import { fail, fault, ok } from '#lib/result.ts';

test('a success carries its value', () => {
	expect(ok(3)).toEqual({ ok: true, value: 3 });
});

test('a failure carries every fault in the order given', () => {
	const first = fault('PLAN_SHAPE', 'staff[0]', 'not a number');
	const second = fault('PLAN_SHAPE', '', 'too large', { limit: 4 });
	expect(fail(first, second)).toEqual({ ok: false, faults: [first, second] });
});

test('a fault without parameters has no params key', () => {
	expect(Object.keys(fault('X', '', 'm'))).toEqual(['code', 'path', 'message']);
});
