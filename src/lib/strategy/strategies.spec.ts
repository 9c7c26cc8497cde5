import { describe, expect, test } from 'vitest';
import { MARKET_SCENARIOS, worldOf } from '../../../tests/support/scenarios.ts';
import { duoSpec, gameOf } from '../../../tests/support/spec.ts';
import { advance, decisionOf, newGame, strategyDraws, view } from '../engine/game.ts';
import { seedFromText } from '../engine/random.ts';
import type { Strategy, StrategyDraws } from '../engine/strategy.ts';
import type { FirmView } from '../engine/view.ts';
import { BOTS, BOT_NAMES, PROBES, rival, RIVALS, RIVAL_NAMES, strategyNamed } from './index.ts';

function freeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(freeze);
	}
	return value;
}

const DRAWS: StrategyDraws = (id, purpose) => ((id * 7 + purpose * 13 + 3) % 101) / 101;
const ALL: readonly Strategy[] = [...BOTS, ...RIVALS, ...PROBES];

test('names are unique, and each finds its own', () => {
	const names = [...BOT_NAMES, ...RIVAL_NAMES, ...PROBES.map(({ name }) => name)];
	expect(new Set(names).size).toBe(names.length);
	for (const strategy of ALL) expect(strategyNamed(strategy.name)).toBe(strategy);
	for (const strategy of RIVALS) expect(rival(strategy.name)).toBe(strategy);
	expect(strategyNamed('nobody')).toBeNull();
	expect(() => rival('hold')).toThrow('no such rival: hold');
});

describe.each(ALL.map((strategy) => [strategy.name, strategy] as const))('%s', (_name, strategy) => {
	test('changes nothing it is shown, and decides alike twice', () => {
		for (const file of MARKET_SCENARIOS) {
			const game = newGame(worldOf(file), seedFromText('pure'), rival);
			const seen: FirmView = freeze(view(game));
			const draws = strategyDraws(game, game.world.player);
			const plan = strategy.decide(seen, draws);
			expect(strategy.decide(freeze(structuredClone(seen)), draws)).toEqual(plan);
		}
	});

	test('decides by what it looks at as by a view made whole', () => {
		for (const file of MARKET_SCENARIOS) {
			const { player } = worldOf(file);
			let game = newGame(worldOf(file), seedFromText('looks'), rival, false);
			for (let turn = 0; turn < 3; turn++) {
				const plan = strategy.decide(view(game), strategyDraws(game, player));
				expect(decisionOf(game, strategy)).toEqual(plan);
				game = advance(game, plan);
			}
		}
	});

	test('copes with a view in which nothing is known', () => {
		const seen = structuredClone(view(gameOf(duoSpec())));
		const unknown = { value: null, low: null, high: null };
		const blank = {
			...seen,
			areas: seen.areas.map((area) => ({
				...area,
				ratio: { ...area.ratio, ...unknown },
				shares: area.shares.map((share) => ({ ...share, ...unknown })),
				stockOutRate: { ...area.stockOutRate, ...unknown }
			}))
		};
		const plan = strategy.decide(blank, DRAWS);
		expect(JSON.stringify(plan)).not.toContain('NaN');
		for (const { budgetCents, depthBp } of plan.activities) {
			expect(Number.isSafeInteger(budgetCents) && budgetCents >= 0).toBe(true);
			expect(Number.isSafeInteger(depthBp)).toBe(true);
		}
	});
});
