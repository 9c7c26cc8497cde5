/** How long a game takes, turn by turn, and where the time goes. */
import { advance, close, isDecided, newGame, strategyDraws, view, type Game } from '#lib/engine/game.ts';
import { hashState } from '#lib/engine/state.ts';
import type { Strategy } from '#lib/engine/strategy.ts';
import type { World } from '#lib/engine/world.ts';

export interface GameTimes {
	/** Milliseconds of each turn: the player's view and decision, rivals', weeks, reports, score and, if on, hash. */
	readonly turnMs: readonly number[];
	/** Parts of the whole game, milliseconds; what a rival looks at is made while it decides. */
	readonly strategiesMs: number;
	readonly viewsMs: number;
	readonly hashMs: number;
}

/** @param hashing off as in searches and panels: then the parts that cost extra work are not measured either */
export function timeGame(
	world: World,
	marketSeed: string,
	player: Strategy,
	find: (name: string) => Strategy,
	hashing: boolean
): GameTimes {
	let strategiesMs = 0;
	let viewsMs = 0;
	let hashMs = 0;
	const timed = (strategy: Strategy): Strategy => ({
		name: strategy.name,
		decide(seen, draws) {
			const started = performance.now();
			const plan = strategy.decide(seen, draws);
			strategiesMs += performance.now() - started;
			return plan;
		}
	});
	const decider = timed(player);
	const turnMs: number[] = [];
	let game = newGame(world, marketSeed, (name) => timed(find(name)), hashing);
	while (!isDecided(game)) {
		// Taken once more, outside the turn's own time: inside `advance` they cannot be told apart.
		if (hashing) viewsMs += timeOf(() => viewAll(game));
		const started = performance.now();
		game = advance(game, decider.decide(view(game), strategyDraws(game, world.player)));
		turnMs.push(performance.now() - started);
		if (hashing) hashMs += timeOf(() => hashState(world, game.state));
	}
	const started = performance.now();
	game = close(game);
	turnMs.push(performance.now() - started);
	if (hashing) hashMs += timeOf(() => hashState(world, game.state));
	return { turnMs, strategiesMs, viewsMs, hashMs };
}

function viewAll(game: Game): void {
	for (let firm = 0; firm < game.world.firms; firm++) view(game, firm);
}

function timeOf(action: () => unknown): number {
	const started = performance.now();
	action();
	return performance.now() - started;
}

/** The value below which a share of the others lie; nearest rank. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? NaN;
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}
