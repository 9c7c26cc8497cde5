import { expect, test } from 'vitest';
import { advance, newGame, view as viewOf } from '../../engine/game.ts';
import { seedFromText } from '../../engine/random.ts';
import type { AreaFieldView, FirmView } from '../../engine/view.ts';
import { oneAreaFirst } from '../../strategy/bots/one-area-first.ts';
import { rival } from '../../strategy/index.ts';
import { worldOf } from '../../../../tests/support/scenarios.ts';
import { funnelOf } from './funnel.ts';

const game = newGame(worldOf('first-city.yaml'), seedFromText('funnel'), rival, false);
const opening = viewOf(game);
const played = viewOf(
	advance(
		game,
		oneAreaFirst.decide(opening, () => 0.5)
	)
);

type Counts = Pick<AreaFieldView, 'stages' | 'openings'>;

/** The last turn with these counts in one area, and no other worked. */
function withCounts({ stages, openings }: Counts): FirmView {
	const areas = played.areas.map((area, i) => ({
		...area,
		worked: i === 0,
		field: { ...area.field, stages, openings }
	}));
	return { ...played, areas };
}

const stages = { prospect: 90, visited: 40, negotiating: 10, listed: 5, core: 0 };
const openings = { begun: 120, negotiated: 60, tried: 50, won: 20, dropped: 10, broken: 20 };

test('what is in hand promises orders by the rates of the last turn', () => {
	const funnel = funnelOf(withCounts({ stages, openings }));
	expect(funnel).toMatchObject({ leadRate: 0.5, orderRate: 0.5, orders: 20, expected: 15 });
});

test('each stage is held against what as many orders again take, backwards from them', () => {
	const { steps } = funnelOf(withCounts({ stages, openings }));
	expect(steps.map(({ code, value, mark, met }) => [code, value, mark, met])).toEqual([
		['prospect', 90, 80, true],
		['visited', 40, 80, false],
		['negotiating', 10, 40, false]
	]);
});

test('without orders there is nothing to keep up, and without series nothing is promised', () => {
	const none = { begun: 0, negotiated: 0, tried: 0, won: 0, dropped: 0, broken: 0 };
	const idle = { ...stages, visited: 0, negotiating: 0 };
	expect(funnelOf(withCounts({ stages: idle, openings: none }))).toEqual({
		leadRate: null,
		orderRate: null,
		orders: 0,
		expected: null,
		steps: []
	});
	expect(funnelOf(opening)).toMatchObject({ orders: 0, expected: null });
});

test('it counts what the areas worked count', () => {
	const funnel = funnelOf(played);
	const worked = played.areas.filter((area) => area.worked);
	expect(funnel.orders).toBe(worked.reduce((sum, { field }) => sum + field.conversion.orders, 0));
	expect(funnel.orders).toBeGreaterThan(0);
});
