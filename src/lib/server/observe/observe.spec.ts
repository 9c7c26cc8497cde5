import { expect, test } from 'vitest';
import { mayReadMetrics } from './index.ts';
import { createMetrics } from './metrics.ts';
import { plainError } from './log.ts';

test('an error is logged by its kind and place, and not by what it quotes', () => {
	const error = Object.assign(new Error('duplicate key (nickname)=(小明)'), {
		code: '23505',
		detail: '小明'
	});
	const written = JSON.stringify(plainError(error));
	expect(written).toContain('23505');
	expect(written).toContain('observe.spec.ts');
	expect(written).not.toContain('小明');
});

test.each([
	['this machine', {}, '127.0.0.1', null, true],
	['this machine by IPv6', {}, '::1', null, true],
	['a proxy on this machine', { 'x-forwarded-for': '1.2.3.4' }, '127.0.0.1', null, false],
	['somebody else', {}, '192.168.1.9', null, false],
	['whoever has the token', { authorization: 'Bearer s3cret' }, '192.168.1.9', 's3cret', true],
	['whoever has another', { authorization: 'Bearer s3cres' }, '127.0.0.1', 's3cret', false],
	['a token where none is set', { authorization: 'Bearer ' }, '192.168.1.9', null, false]
])('figures for %s', (_name, headers, address, token, may) => {
	expect(mayReadMetrics(new Headers(headers), address, token)).toBe(may);
});

test('figures name the pattern of an address, and count', async () => {
	const metrics = createMetrics();
	metrics.answered('GET', '/api/rooms/[room]/state', 200, 0.02);
	metrics.jobs.inc({ kind: 'verify', end: 'done' });
	const text = await metrics.text();
	metrics.stop();
	expect(text).toContain(
		'shapan_http_seconds_count{method="GET",route="/api/rooms/[room]/state",status="200"} 1'
	);
	expect(text).toContain('shapan_jobs_total{kind="verify",end="done"} 1');
	expect(text).toContain('nodejs_eventloop_lag_seconds');
});
