import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { played } from '../../../tests/support/games.ts';
import { shipped } from '../../../tests/support/scenarios.ts';
import { encodeSave, makeSave, MAX_SAVE_LENGTH, readSave, replaySave, type GameSave } from './index.ts';

// Whole processes and games, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const scenario = shipped('first-city.yaml');
const whole = makeSave(played(scenario, 'one-area-first', 'a'), scenario, 'one-area-first');
const text = encodeSave(whole);

/** Any part of a save may be anything. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- it is wrong shapes that are built here
type Loose = any;

function changed(change: (save: Loose) => void): string {
	const save: Loose = JSON.parse(text);
	change(save);
	return JSON.stringify(save);
}

describe('what is no save, or a changed one, is refused with code and path', () => {
	test.each<[string, string, string, string]>([
		['nothing', '', 'SAVE_NOT_JSON', ''],
		['half a file', text.slice(0, text.length / 2), 'SAVE_NOT_JSON', ''],
		['a number', '3', 'SAVE_FOREIGN', 'format'],
		['null', 'null', 'SAVE_FOREIGN', 'format'],
		['a list', '[]', 'SAVE_FOREIGN', 'format'],
		['another program’s file', '{"name":"x"}', 'SAVE_FOREIGN', 'format'],
		['a log', JSON.stringify(whole.log), 'SAVE_FOREIGN', 'format'],
		['a later format', changed((s) => (s.version = 2)), 'SAVE_NEWER', 'version'],
		['an earlier format', changed((s) => (s.version = 0)), 'SAVE_DAMAGED', 'version'],
		['a later engine', changed((s) => (s.log.engineVersion = '1.10.0')), 'SAVE_NEWER', 'log.engineVersion'],
		[
			'an engine of no version',
			changed((s) => (s.log.engineVersion = 'new')),
			'SAVE_DAMAGED',
			'log.engineVersion'
		],
		['a missing part', changed((s) => delete s.hashes), 'SAVE_DAMAGED', 'hashes'],
		['an added part', changed((s) => (s.extra = 1)), 'SAVE_DAMAGED', 'extra'],
		[
			'a figure that is text',
			changed((s) => (s.reports[2].facts.money.cashCents = '1')),
			'SAVE_DAMAGED',
			'reports[2].facts.money.cashCents'
		],
		[
			'half a unit',
			changed((s) => (s.reports[0].facts.areas[1].units[0] = 0.5)),
			'SAVE_DAMAGED',
			'reports[0].facts.areas[1].units[0]'
		],
		['a seed that is none', changed((s) => (s.log.marketSeed = 'a')), 'SAVE_DAMAGED', 'log.marketSeed'],
		['an ill-shaped plan', changed((s) => delete s.log.plans[1].field), 'SAVE_DAMAGED', 'log.plans[1].field'],
		['a report too few', changed((s) => s.reports.pop()), 'SAVE_DAMAGED', 'reports'],
		['a hash too few', changed((s) => s.hashes.pop()), 'SAVE_DAMAGED', 'hashes'],
		['a plan too many', changed((s) => s.log.plans.push(s.log.plans[0])), 'SAVE_DAMAGED', 'reports'],
		[
			'more turns than there are',
			changed((s) => {
				s.log.plans.push(s.log.plans[0]);
				s.complete = false;
			}),
			'SAVE_DAMAGED',
			'log.plans'
		],
		[
			'closing weeks before the end',
			changed((s) => {
				s.log.plans.pop();
				s.reports.pop();
				s.hashes.pop();
			}),
			'SAVE_DAMAGED',
			'log.plans'
		],
		['another scenario’s name', changed((s) => (s.log.scenario = 'x')), 'SAVE_DAMAGED', 'log.scenario'],
		[
			'a scenario that fails its checks',
			changed((s) => (s.scenario.regions[0].areas[0].outlets = -1)),
			'SAVE_SCENARIO',
			'scenario.regions[0].areas[0].outlets'
		],
		['no scenario', changed((s) => (s.scenario = {})), 'SAVE_SCENARIO', 'scenario.format'],
		['another scenario', changed((s) => (s.scenario.time.startMonth = 9)), 'SAVE_HASH', 'log.scenarioHash'],
		[
			'a rival nobody knows',
			changed((s) => (s.scenario.firms[1].strategy = 'x')),
			'SAVE_SCENARIO',
			'scenario.firms[1].strategy'
		]
	])('%s', (_name, content, code, path) => {
		const read = readSave(content);
		expect(read.ok ? null : read.faults[0]).toMatchObject({ code, path });
	});

	test('a file larger than any', () => {
		const read = readSave(' '.repeat(MAX_SAVE_LENGTH + 1));
		expect(read).toMatchObject({ ok: false, faults: [{ code: 'SAVE_TOO_LARGE', path: '' }] });
	});

	test.each(['__proto__', 'constructor', 'prototype'])('a key %s, anywhere', (key) => {
		const content = text.replace('"facts":{', `"facts":{"${key}":{"polluted":1},`);
		const path = `reports[0].facts.${key}`;
		expect(readSave(content)).toMatchObject({ ok: false, faults: [{ code: 'SAVE_DAMAGED', path }] });
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test('nesting that would exhaust the stack', () => {
		const deep = '['.repeat(200_000) + ']'.repeat(200_000);
		const content = text.replace('"reports":[', `"reports":[${deep},`);
		expect(readSave(content)).toMatchObject({ ok: false, faults: [{ code: 'SAVE_DAMAGED' }] });
	});
});

test('a game of an older engine is opened to read', () => {
	const older = changed((save) => {
		save.log.engineVersion = '0.9.12';
		// Its scenario need not pass today's checks.
		save.scenario = { format: 0 };
	});
	const read = readSave(older);
	expect(read).toMatchObject({
		ok: true,
		value: { scenario: null, readOnly: { code: 'SAVE_OLDER_ENGINE', path: 'log.engineVersion' } }
	});
	expect(read.ok && read.value.save.reports).toEqual(whole.reports);
});

test('a byte order mark is not held against a file', () => {
	expect(readSave(`\ufeff${text}`).ok).toBe(true);
});

describe('whatever it is given, it answers', () => {
	test('any text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
				expect(readSave(content).ok).toBe(false);
			}),
			{ numRuns: 300, seed: 2 }
		);
	});

	test('a save with any value in any place: refused, or replayed without falling over', () => {
		const places = leaves(JSON.parse(text));
		const value = fc.oneof(
			fc.integer(),
			fc.maxSafeInteger(),
			fc.double({ noNaN: true, noDefaultInfinity: true }),
			fc.string(),
			fc.constantFrom(null, true, [], {}, '', 0, -1, 1e308)
		);
		const place = fc.constantFrom(...places);
		let opened = 0;
		fc.assert(
			fc.property(place, value, (path, replacement) => {
				const read = readSave(
					changed((save) => {
						const last = path.at(-1) ?? '';
						path.slice(0, -1).reduce((inner: Loose, key) => inner[key], save)[last] = replacement;
					})
				);
				expect(typeof read.ok).toBe('boolean');
				if (!read.ok || read.value.readOnly !== null) return;
				opened += 1;
				expect(typeof replaySave(read.value).same).toBe('boolean');
			}),
			{ numRuns: 100, seed: 3 }
		);
		// Else the draws would only ever have been refused.
		expect(opened).toBeGreaterThan(5);
	});
});

/** Ways to every value that is no list or map, at most a few of each kind of report. */
function leaves(save: GameSave): string[][] {
	const found: string[][] = [];
	const walk = (value: unknown, path: string[]): void => {
		if (typeof value !== 'object' || value === null) found.push(path);
		else for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
	};
	walk({ ...save, reports: save.reports.slice(0, 1), hashes: save.hashes.slice(0, 1) }, []);
	return found;
}
