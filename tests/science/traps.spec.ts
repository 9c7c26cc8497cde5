/**
 * The four traps of sameness (M12), each by the bot that walks into it, turn by turn beside a firm that changes nothing, in
 * the same worlds under the same chance: what looks like success at first, and what it comes to.
 */
import { describe, expect, test } from 'vitest';
import { advance, close, isDecided, newGame, strategyDraws, view } from '#lib/engine/game.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { TurnFacts } from '#lib/engine/report.ts';
import { rival, strategyNamed } from '#lib/strategy/index.ts';
import { at } from '#lib/engine/world.ts';
import { worldOf } from '../support/scenarios.ts';

const SEEDS = ['trap-1', 'trap-2'];

interface Turned {
	readonly sold: number;
	/** Gross margin, and what is left of it after promotion. */
	readonly margin: number;
	readonly left: number;
	readonly promotion: number;
	/** Worst usual shelf price over the sheet. */
	readonly order: number;
	/** Lowest of the rivals' shelf prices over their own opening. */
	readonly rivals: number;
}

/** Turn by turn, closing weeks last, the mean over the seeds. */
function play(name: string): Turned[] {
	const bot = strategyNamed(name);
	if (bot === null) throw new Error(`no such bot: ${name}`);
	const games = SEEDS.map((seed) => {
		const turns: Turned[] = [];
		let game = newGame(worldOf('three-cities.yaml', seed), seedFromText(seed), rival, false);
		const note = (): void => {
			const facts = at(at(game.facts, game.facts.length - 1), game.world.player);
			turns.push(turned(facts, view(game)));
		};
		while (!isDecided(game)) {
			game = advance(game, bot.decide(view(game), strategyDraws(game, game.world.player)));
			note();
		}
		game = close(game);
		note();
		return turns;
	});
	return at(games, 0).map((_, t) => meanOf(games.map((turns) => at(turns, t))));
}

function turned({ sellOutUnits, money, dealers }: TurnFacts, seen: ReturnType<typeof view>): Turned {
	const margin = money.revenueCents - money.rebateCents - money.costOfGoodsCents - money.freightCents;
	return {
		sold: sellOutUnits,
		margin,
		left: margin - money.promotionCents,
		promotion: money.promotionCents,
		order: Math.min(...dealers.map(({ priceOrderBp }) => priceOrderBp)) / 10_000,
		rivals: Math.min(
			...seen.rivalProducts.map(
				({ shelfPriceCents, listShelfPriceCents }) => (shelfPriceCents.value ?? NaN) / listShelfPriceCents
			)
		)
	};
}

function meanOf(turns: readonly Turned[]): Turned {
	const mean = (key: keyof Turned): number => turns.reduce((sum, turn) => sum + turn[key], 0) / turns.length;
	const keys = ['sold', 'margin', 'left', 'promotion', 'order', 'rivals'] as const;
	return Object.fromEntries(keys.map((key) => [key, mean(key)])) as unknown as Turned;
}

const still = play('hold');
/** Of a figure, by turn, over that of the firm that changes nothing. */
const beside = (turns: readonly Turned[], key: keyof Turned): number[] =>
	turns.map((turn, t) => turn[key] / at(still, t)[key]);
const total = (turns: readonly Turned[], key: keyof Turned): number =>
	turns.reduce((sum, turn) => sum + turn[key], 0);

describe('price war', () => {
	const turns = play('price-war');
	const sold = beside(turns, 'sold');

	test('sells a quarter more at once, for half a year hardly any more, and less in the end', () => {
		expect(at(sold, 0)).toBeGreaterThan(1.25);
		expect(Math.max(...sold.slice(3, 6))).toBeLessThan(1.1);
		expect(at(sold, sold.length - 1)).toBeLessThan(0.9);
	});

	test('is answered: rivals’ prices come down turn by turn', () => {
		const prices = turns.slice(0, 4).map(({ rivals }) => rivals);
		for (let t = 1; t < prices.length; t++) expect(at(prices, t)).toBeLessThan(at(prices, t - 1));
		expect(at(still, 3).rivals - at(prices, 3)).toBeGreaterThan(0.1);
	});

	test('costs margin in every turn, however much it sells', () => {
		for (const margin of beside(turns, 'margin').slice(0, 8)) expect(margin).toBeLessThan(0.95);
	});
});

describe('outlet war', () => {
	const turns = play('outlet-war');

	test('sells a little more, and pays several times for it what that earns, turn after turn', () => {
		expect(total(turns, 'sold') / total(still, 'sold')).toBeGreaterThan(1);
		expect(total(turns, 'sold') / total(still, 'sold')).toBeLessThan(1.06);
		for (const [t, turn] of turns.slice(0, 8).entries())
			expect(turn.promotion).toBeGreaterThan(2 * (turn.margin - at(still, t).margin));
	});
});

describe('advertising war', () => {
	const turns = play('ad-war');
	const sold = beside(turns, 'sold');

	test('sells only while it runs', () => {
		const [during, after] = [sold.slice(1, 4), sold.slice(4)];
		for (const one of during) expect(one).toBeGreaterThan(1.02);
		for (const one of after.slice(0, 3)) expect(one).toBeLessThan(1.02);
		expect(Math.min(...during)).toBeGreaterThan(Math.max(...after.slice(0, 2)));
	});

	test('leaves less money than none at all', () => {
		expect(total(turns, 'left')).toBeLessThan(total(still, 'left'));
	});
});

describe('promotion war', () => {
	const turns = play('promo-addict');
	const sold = beside(turns, 'sold');

	test('each price-off wins less than the one before, and in the end the base is lower than it was', () => {
		expect(at(sold, 0)).toBeGreaterThan(1.2);
		expect(at(sold, 2)).toBeLessThan(at(sold, 0) - 0.1);
		expect(Math.max(...sold.slice(3, 8))).toBeLessThan(1.05);
		expect(at(sold, sold.length - 1)).toBeLessThan(0.8);
	});

	test('wears the price order down turn by turn', () => {
		const order = turns.slice(0, 8).map((turn) => turn.order);
		for (let t = 1; t < order.length; t++) expect(at(order, t)).toBeLessThan(at(order, t - 1));
		expect(at(order, 7)).toBeLessThan(0.9);
	});

	test('leaves less of the margin after promotion, from the third turn in every turn', () => {
		for (const left of beside(turns, 'left').slice(2, 8)) expect(left).toBeLessThan(0.9);
	});
});
