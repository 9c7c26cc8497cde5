import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { faultOf, ForeignSchema, isDisconnected } from './faults.ts';

const dom = (name: string, message = 'as the browser says') => new DOMException(message, name);

/** Wrapped as dexie wraps. */
function wrapped(name: string, inner: unknown): Error {
	return Object.assign(new Error('wrapped'), { name, inner });
}

describe('what is told of an error', () => {
	test.each([
		['no room', dom('QuotaExceededError'), false, 'STORE_FULL'],
		['no room, told as an abort', wrapped('AbortError', dom('QuotaExceededError')), false, 'STORE_FULL'],
		[
			'no room, wrapped twice',
			wrapped('BulkError', wrapped('AbortError', dom('QuotaExceededError'))),
			false,
			'STORE_FULL'
		],
		['no room to open', wrapped('OpenFailedError', dom('QuotaExceededError')), true, 'STORE_FULL'],
		['a newer database', wrapped('DatabaseClosedError', dom('VersionError')), true, 'STORE_NEWER'],
		['a database of another kind', new ForeignSchema('x'), true, 'STORE_DAMAGED'],
		['no database at all', new Dexie.MissingAPIError(), true, 'STORE_BLOCKED'],
		['a policy', dom('SecurityError'), false, 'STORE_BLOCKED'],
		['a broken profile', dom('UnknownError'), true, 'STORE_BLOCKED'],
		['a private window', dom('InvalidStateError'), true, 'STORE_BLOCKED'],
		['anything else while writing', dom('UnknownError'), false, 'STORE_FAILED'],
		['our own bug', new TypeError('x is undefined'), false, 'STORE_FAILED'],
		['something that is no error', 'odd', false, 'STORE_FAILED'],
		['nothing', undefined, false, 'STORE_FAILED'],
		['a name every object has', Object.assign(new Error(), { name: 'constructor' }), false, 'STORE_FAILED']
	])('%s', (_name, error, opening, code) => {
		expect(faultOf(error, opening).code).toBe(code);
	});

	test('developers see the whole chain', () => {
		const error = wrapped('AbortError', dom('QuotaExceededError', 'too much'));
		expect(faultOf(error, false).message).toBe('AbortError: wrapped ← QuotaExceededError: too much');
	});

	test('a chain that bites its tail ends', () => {
		const error: { name: string; inner?: unknown } = { name: 'AbortError' };
		error.inner = error;
		expect(faultOf(error, false).code).toBe('STORE_FAILED');
	});
});

describe('whether another try may succeed', () => {
	test.each([
		['a closed connection', wrapped('DatabaseClosedError', undefined), true],
		['a transaction on one', dom('InvalidStateError'), true],
		['a transaction that was cut off', wrapped('AbortError', dom('AbortError')), true],
		['a transaction that did not fit', wrapped('AbortError', dom('QuotaExceededError')), false],
		['a newer database', wrapped('DatabaseClosedError', dom('VersionError')), false],
		['our own bug', new TypeError('x is undefined'), false]
	])('%s: %o', (_name, error, again) => {
		expect(isDisconnected(error)).toBe(again);
	});
});
