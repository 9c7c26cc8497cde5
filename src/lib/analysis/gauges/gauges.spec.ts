import { describe, expect, test } from 'vitest';
import { advance, newGame, view as viewOf } from '../../engine/game.ts';
import { seedFromText } from '../../engine/random.ts';
import type { AreaView, FirmView } from '../../engine/view.ts';
import { NO1_RATIO } from '../../engine/vocab.ts';
import { at } from '../../engine/world.ts';
import { oneAreaFirst } from '../../strategy/bots/one-area-first.ts';
import { rival } from '../../strategy/index.ts';
import { worldOf } from '../../../../tests/support/scenarios.ts';
import { balanceOf } from './balance.ts';
import { targetRows, targetsMet, targetsSeen } from './targets.ts';

const world = worldOf('first-city.yaml');
let game = newGame(world, seedFromText('gauges'), rival, false);
for (let turn = 0; turn < 3; turn++)
	game = advance(
		game,
		oneAreaFirst.decide(viewOf(game), () => 0.5)
	);
const view = viewOf(game);

describe('targets against results', () => {
	const place = (area: string, region: string, target: number, result: number | null) => ({
		area,
		region,
		target,
		result
	});

	test('[K7] come down to dealer and person, several sharing an area evenly', () => {
		const rows = targetRows([place('a', 'r', 101, 50), place('b', 'r', 20, 30), place('c', 's', 10, null)], {
			a: [1, 2],
			b: [2]
		});
		expect(rows).toEqual([
			{ of: 'area', id: 'a', target: 101, result: 50 },
			{ of: 'area', id: 'b', target: 20, result: 30 },
			{ of: 'area', id: 'c', target: 10, result: null },
			{ of: 'dealer', id: 'r', target: 121, result: 80 },
			{ of: 'dealer', id: 's', target: 10, result: null },
			{ of: 'person', id: '1', target: 51, result: 25 },
			{ of: 'person', id: '2', target: 70, result: 55 },
			{ of: 'firm', id: '', target: 131, result: null }
		]);
		expect(targetRows([], {})).toEqual([]);
	});

	test('are seen through sample points, and met by what was really sold', () => {
		const seen = targetsSeen(view);
		const report = at(game.reports, 2);
		const regions = new Map(view.areas.map(({ id, region }) => [id, region]));
		const met = targetsMet(report.facts, report.plan, 0, regions);
		expect(seen.map(({ of, id, target }) => [of, id, target])).toEqual(
			met.map(({ of, id, target }) => [of, id, target])
		);
		expect(met.find(({ of }) => of === 'area')?.result).toBe(
			report.facts.areas.find(({ targetUnits }) => targetUnits !== undefined)?.units[0]
		);
		expect(seen.find(({ of }) => of === 'person')?.target).toBeGreaterThan(0);
	});
});

describe('balance of the four elements', () => {
	const all = (change: (area: AreaView) => Partial<AreaView>): FirmView => ({
		...view,
		areas: view.areas.map((area) => ({ ...area, ...change(area) }))
	});

	test('each element is read off what is there, and the weakest is named', () => {
		const { points, weakest, even } = balanceOf(view);
		const values = Object.values(points);
		expect(values.every((value) => value >= 0 && value <= 100)).toBe(true);
		expect(weakest !== null && points[weakest]).toBe(Math.min(...values));
		expect(even).toBe(Math.floor((100 * Math.min(...values)) / Math.max(...values)));
	});

	test('one element moves by its own figures alone', () => {
		const before = balanceOf(view).points;
		const held = balanceOf(all(({ ratio }) => ({ ratio: { ...ratio, value: NO1_RATIO } }))).points;
		expect(held).toEqual({ ...before, market: 100 });
		const gone = { ...view, regions: view.regions.map((region) => ({ ...region, dealer: '' })) };
		expect(balanceOf(gone).points).toEqual({ ...before, dealers: 0 });
		const uncalled = balanceOf(all(({ visitedShare }) => ({ visitedShare: { ...visitedShare, value: 0 } })));
		expect(uncalled.points).toEqual({ ...before, outlets: uncalled.points.outlets });
		expect(uncalled.points.outlets).toBeLessThan(before.outlets);
		const advised = { ...view, regions: view.regions.map((region) => ({ ...region, advice: 1 })) };
		expect(balanceOf(advised).points.advisors).toBeGreaterThan(before.advisors);
	});

	test('where nothing is worked there is nothing to balance', () => {
		const idle = all(() => ({ worked: false }));
		expect(balanceOf(idle)).toEqual({
			points: { market: 0, dealers: 0, outlets: 0, advisors: 0 },
			weakest: null,
			even: 0
		});
	});
});
