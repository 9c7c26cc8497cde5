/** One seed of a panel: every bot in the same world, under the same chance. */
import { newGame, playOut, score } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';
import { PILLARS } from '#lib/engine/vocab.ts';
import { rival, strategyNamed } from '#lib/strategy/index.ts';

/** Points: the total, then the pillars in their order. */
export type Marks = readonly number[];

/** The text both seeds are made of: `run --seed panel-7 --world-seed panel-7` is the same game. */
export function seedText(seed: number): string {
	return `panel-${seed}`;
}

/** @returns marks by bot, in the order of the names */
export function playSeed(spec: MarketSpec, bots: readonly string[], seed: number): Marks[] {
	const world = generateWorld(spec, seedText(seed));
	return bots.map((name) => {
		const bot = strategyNamed(name);
		if (bot === null) throw new Error(`no such bot: ${name}`);
		const { total, pillars } = score(
			playOut(newGame(world, seedFromText(seedText(seed)), rival, false), bot)
		);
		return [total, ...PILLARS.map((pillar) => pillars[pillar])].map((thousandths) => thousandths / 1000);
	});
}
