import { describe, expect, test, vi } from 'vitest';
import { played } from '../../../tests/support/games.ts';
import { shipped } from '../../../tests/support/scenarios.ts';
import { seedFromText } from '../engine/random.ts';
import { encodeSave, makeSave, MAX_DIFFERENCES, readSave, replaySave, type Replayed } from './index.ts';

// Whole processes and games, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const scenario = shipped('first-city.yaml');
const text = encodeSave(makeSave(played(scenario, 'one-area-first', 'a'), scenario, 'one-area-first'));
// Asks for more than it may have, so that some of its decisions are cut away.
const greedy = encodeSave(makeSave(played(scenario, 'random-legal', 'a'), scenario, 'random-legal'));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a save that somebody changed
type Loose = any;

function replayed(change: (save: Loose) => void, from = text): Replayed {
	const save: Loose = JSON.parse(from);
	change(save);
	const read = readSave(JSON.stringify(save));
	if (!read.ok || read.value.readOnly !== null) throw new Error(JSON.stringify(read));
	return replaySave(read.value);
}

describe('what was changed is found, each by its own code', () => {
	test.each<[string, string, string, (save: Loose) => void]>([
		['a decision', 'REPLAY_PLAN', 'hash', (s) => (s.log.plans[2].field.merchandisers += 1)],
		['the first decision', 'REPLAY_PLAN', 'hash', (s) => (s.log.plans[0].regions.worked = [])],
		['the market seed', 'REPLAY_MARKET_SEED', 'hash', (s) => (s.log.marketSeed = seedFromText('b'))],
		['the world seed', 'REPLAY_WORLD_SEED', 'openingHash', (s) => (s.log.worldSeed = 'b')],
		['a hash', 'REPLAY_HASH', 'hash', (s) => (s.hashes[3] = s.hashes[2])],
		['the score', 'REPLAY_SCORE', 'score.total', (s) => (s.score.total += 1)],
		['a pillar', 'REPLAY_SCORE', 'score.pillars.no1', (s) => (s.score.pillars.no1 += 1)],
		[
			'a figure of a report',
			'REPLAY_REPORT',
			'report.facts.sellOutUnits',
			(s) => (s.reports[4].facts.sellOutUnits += 1)
		],
		['the score of a turn', 'REPLAY_REPORT', 'report.score.total', (s) => (s.reports[4].score.total += 1)]
	])('%s', (_name, code, field, change) => {
		const { same, code: found, differences } = replayed(change);
		expect({ same, found, field: differences[0]?.field }).toEqual({ same: false, found: code, field });
	});

	test('a decision that came to nothing', () => {
		const change = (save: Loose): void => (save.log.plans[0].field.visitsPer4Weeks.A += 1000);
		const { code, differences } = replayed(change, greedy);
		expect(code).toBe('REPLAY_PLAN');
		expect(differences.length).toBeGreaterThan(0);
	});
});

test('differences name the turn and both values, and are not endless', () => {
	const one = replayed((save) => (save.reports[1].facts.money.cashCents += 7));
	const { cashCents } = one.game.reports[1]?.facts.money ?? { cashCents: NaN };
	expect(one.differences).toEqual([
		{ turn: 1, field: 'report.facts.money.cashCents', saved: cashCents + 7, played: cashCents }
	]);
	const many = replayed((save) => (save.log.worldSeed = 'b'));
	expect(many.differences).toHaveLength(MAX_DIFFERENCES);
});
