import { describe, expect, test, vi } from 'vitest';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { played } from '../../../../tests/support/games.ts';
import { comparePanel } from './compare.ts';
import { playSeed, seedText } from './play.ts';
import { playPanel } from './pool.ts';

// Whole processes and games, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const scenario = shipped('first-city.yaml');
const work = { spec: scenario.spec, bots: ['hold', 'random-legal'] };

describe('the pool', () => {
	test('gives the same marks by whatever number of threads', async () => {
		const done: number[] = [];
		const one = await playPanel(work, 5, 1);
		const three = await playPanel(work, 5, 3, (count) => done.push(count));
		expect(three).toEqual(one);
		expect(done.at(-1)).toBe(5);
		expect(one).toEqual(Array.from({ length: 5 }, (_, i) => playSeed(work.spec, work.bots, i + 1)));
	});

	test('fails when a thread does', async () => {
		await expect(playPanel({ ...work, bots: ['nobody'] }, 2, 2)).rejects.toThrow('no such bot: nobody');
	});
});

test('a seed of the panel is the game `run` plays with its text as both seeds', () => {
	const text = seedText(3);
	const game = played(scenario, 'hold', text, Infinity, text);
	const points = game.reports.map((report) => report.score?.pillars.stock ?? NaN);
	const weights = points.map((_, turn) => turn + 1);
	const mean =
		points.reduce((sum, value, turn) => sum + value * (weights[turn] ?? 0), 0) /
		weights.reduce((sum, weight) => sum + weight, 0);
	expect(playSeed(scenario.spec, ['hold'], 3)[0]?.[2]).toBeCloseTo(mean / 1000, 3);
});

test('differences are taken seed by seed', () => {
	const marks = [
		[
			[10, 1, 2, 3, 4],
			[7, 1, 2, 3, 4]
		],
		[
			[50, 1, 2, 3, 4],
			[48, 3, 2, 3, 4]
		],
		[
			[30, 1, 2, 3, 4],
			[31, 5, 2, 3, 4]
		]
	];
	const { bots, differences } = comparePanel(['a', 'b'], marks);
	expect(bots[1]).toMatchObject({
		name: 'b',
		mean: 28.666667,
		pillars: { effectiveShipment: 3, stock: 2, expense: 3, no1: 4 }
	});
	expect(differences).toHaveLength(1);
	expect(differences[0]).toMatchObject({ a: 'a', b: 'b', mean: 1.333333, wins: 2 });
	// t(2) = 4.302653, standard deviation of 3, 2 and −1 is √(13/3).
	expect(differences[0]?.interval[1]).toBeCloseTo(4 / 3 + 4.302653 * Math.sqrt(13 / 9), 5);
});
