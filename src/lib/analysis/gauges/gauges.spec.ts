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
import { budgetsMet, budgetsSeen } from './budgets.ts';
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
		const met = targetsMet(report.facts, report.plan, 0);
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

describe('budgets beside what was spent', () => {
	test('[K9] what people cost falls on the worked areas by accounts, and on people by what they answer for', () => {
		const [first, second] = view.areas;
		if (first === undefined || second === undefined) throw new Error('another city');
		const budget = { promotionCents: 1000, peopleCents: 2001 };
		const plan = {
			...view.plan,
			regions: { worked: [first.id, second.id] },
			field: { ...view.plan.field, responsible: { [first.id]: [1], [second.id]: [1, 2] } },
			platform: { build: [], budgets: { [second.id]: budget } }
		};
		const seen: FirmView = {
			...view,
			areas: view.areas.map((area) => ({ ...area, worked: plan.regions.worked.includes(area.id) }))
		};
		const rows = budgetsSeen(seen, plan);
		expect(rows.map(({ of, id }) => [of, id])).toEqual([
			['area', first.id],
			['area', second.id],
			['person', '1'],
			['person', '2']
		]);
		const wages = view.money.peopleLastTurnCents;
		expect(wages).toBeGreaterThan(0);
		const [a, b, one, two] = rows.map(({ spent }) => spent.peopleCents);
		expect(wages - ((a ?? 0) + (b ?? 0))).toBeLessThan(2);
		expect([one, two]).toEqual([(a ?? 0) + Math.floor((b ?? 0) / 2), Math.floor((b ?? 0) / 2)]);
		expect(rows.map((row) => row.budget)).toEqual([
			null,
			budget,
			{ promotionCents: 500, peopleCents: 1000 },
			{ promotionCents: 500, peopleCents: 1000 }
		]);
	});

	test('[K9] what an activity of a region cost falls on all its areas alike', () => {
		const region = at(view.regions, 0);
		const record = {
			turn: view.turn - 1,
			facts: {
				places: [
					{ id: region.id, spentCents: 300 },
					{ id: at(region.areas, 0), spentCents: 7 }
				]
			}
		};
		const seen = { ...view, activities: [record] } as unknown as FirmView;
		const plan = { ...view.plan, regions: { worked: region.areas } };
		const each = 300 / region.areas.length;
		expect(
			budgetsSeen(seen, plan).flatMap(({ of, spent }) => (of === 'area' ? [spent.promotionCents] : []))
		).toEqual(region.areas.map((_, i) => each + (i === 0 ? 7 : 0)));
	});

	test('[K9] of a turn the areas, the people and the firm come to what the books say', () => {
		const worked = view.areas.map(({ id }) => id);
		const budget = { promotionCents: 5000, peopleCents: 100_000 };
		const budgets = Object.fromEntries(worked.map((id) => [id, budget]));
		const responsible = Object.fromEntries(worked.map((id) => [id, [1]]));
		const { facts, plan } = at(game.reports, game.reports.length - 1);
		const asked = { ...plan, field: { ...plan.field, responsible }, regions: { worked } };
		const rows = budgetsMet(facts, { ...asked, platform: { build: [], budgets } });
		expect(rows.map(({ of }) => of)).toEqual([...worked.map(() => 'area'), 'person', 'firm']);
		const [person, firm] = [at(rows, worked.length), at(rows, worked.length + 1)];
		expect(firm.budget).toEqual({
			promotionCents: 5000 * worked.length,
			peopleCents: 100_000 * worked.length
		});
		expect(facts.money.peopleCents - firm.spent.peopleCents).toBeLessThan(worked.length);
		expect(firm.spent.peopleCents).toBeGreaterThan(0);
		expect(person).toMatchObject({ of: 'person', id: '1', budget: firm.budget });
		expect(person.spent.peopleCents).toBe(firm.spent.peopleCents);
		const some = { [at(worked, 0)]: budget };
		const partly = budgetsMet(facts, { ...asked, platform: { build: [], budgets: some } });
		expect(partly.at(-1)).toMatchObject({ of: 'firm', budget: null });
	});

	test('where an area has a budget and nobody works it, it stands there all the same', () => {
		const { facts, plan } = at(game.reports, 0);
		const id = at(view.areas, 0).id;
		const budget = { promotionCents: 5000, peopleCents: 0 };
		const idle = { ...plan, regions: { worked: [] }, platform: { build: [], budgets: { [id]: budget } } };
		expect(budgetsMet(facts, idle)[0]).toMatchObject({ of: 'area', id, budget });
	});
});
