import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { listen, wantedPort } from '../../bin/lib/listen.js';
import { isNewEnough, OLDEST } from '../../bin/lib/node.js';
import { speaksChinese } from '../../bin/lib/say.js';
import { add, fromReport, readPlaywright, readVitest, totalsLine } from '../../bin/lib/totals.js';
import { read } from '../arch/support/tree.ts';

describe('the totals line', () => {
	test.each([
		[{ passed: 3, failed: 0, skipped: 0 }, '3 passed, 0 failed'],
		[{ passed: 3, failed: 1, skipped: 2 }, '3 passed, 1 failed, 2 skipped']
	])('%o', (totals, line) => {
		expect(totalsLine(totals)).toBe(line);
	});

	test('parts add up', () => {
		const one = { passed: 1, failed: 2, skipped: 3 };
		expect(add(one, one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
	});
});

describe('what the runners reported', () => {
	const folder = mkdtempSync(join(tmpdir(), 'shapan-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	function report(content: unknown): string {
		const file = join(folder, 'report.json');
		writeFileSync(file, JSON.stringify(content));
		return file;
	}

	const vitest = {
		numPassedTests: 4,
		numFailedTests: 0,
		numPendingTests: 1,
		numTodoTests: 1,
		testResults: []
	};
	const loaded = { status: 'failed', assertionResults: [{ status: 'failed' }] };
	const broken = { status: 'failed', assertionResults: [] };

	test('vitest: tests, and files that could not be loaded', () => {
		const withFailures = { ...vitest, numFailedTests: 1, testResults: [loaded, broken] };
		expect(fromReport(report(withFailures), 1, readVitest)).toEqual({ passed: 4, failed: 2, skipped: 2 });
	});

	test('playwright: flaky is failed, and so is an error outside any test', () => {
		const content = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
		expect(fromReport(report(content), 1, readPlaywright)).toEqual({ passed: 5, failed: 3, skipped: 2 });
	});

	test('a runner without a report has failed', () => {
		expect(fromReport(join(folder, 'none.json'), 0, readVitest).failed).toBe(1);
	});

	test('a runner that ends badly with no failed test has failed', () => {
		expect(fromReport(report(vitest), 1, readVitest).failed).toBe(1);
		expect(fromReport(report(vitest), 0, readVitest).failed).toBe(0);
	});
});

describe('the language of the terminal', () => {
	test.each([
		[{ LANG: 'zh_CN.UTF-8' }, true],
		[{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, false],
		[{ LC_ALL: 'zh_TW' }, true],
		[{ LANG: 'C.UTF-8' }, false],
		[{}, false]
	])('%o', (env, chinese) => {
		expect(speaksChinese(env)).toBe(chinese);
	});
});

describe('Node', () => {
	test.each([
		['20.20.2', false],
		['22.16.9', false],
		['22.17.0', true],
		['24.0.0', true]
	])('%s', (version, enough) => {
		expect(isNewEnough(version)).toBe(enough);
	});

	test('the oldest is the one package.json names', () => {
		expect(JSON.parse(read('package.json')).engines.node).toBe(`>=${OLDEST.join('.')}`);
	});
});

describe('the port', () => {
	test('is PORT, or the usual one', () => {
		expect([wantedPort({ PORT: '8080' }), wantedPort({}), wantedPort({ PORT: '' })]).toEqual([
			8080, 4173, 4173
		]);
	});

	test.each(['abc', '-1', '65536', '80.5', '1e3'])('%s is none', (given) => {
		expect(() => wantedPort({ PORT: given })).toThrow('PORT');
	});

	test('is the next free one if it is taken', async () => {
		const [first, second] = [createServer(), createServer()];
		onTestFinished(() => {
			first.close();
			second.close();
		});
		const taken = await listen(first, 0, '127.0.0.1');
		const got = await listen(second, taken, '127.0.0.1');
		expect(got).toBeGreaterThan(taken);
		expect(got).toBeLessThan(taken + 50);
	});
});
