/** What the specs of this folder share: the shipped scenarios as a library, a small game, a worker within Node. */
import { readFileSync } from 'node:fs';
import { newGame, type Game } from '../../engine/game.ts';
import { generateWorld } from '../../engine/generate.ts';
import { seedFromText } from '../../engine/random.ts';
import { loadScenario } from '../../scenario/index.ts';
import { rival } from '../../strategy/index.ts';
import type { HostResult } from '../faults.ts';
import type { Library } from '../library.ts';

const SHIPPED = ['beer-game', 'first-city', 'six-regions', 'three-cities'];

export function shippedText(entry: string): string {
	return readFileSync(new URL(`../../../../scenarios/${entry}.yaml`, import.meta.url), 'utf8');
}

export const LIBRARY: Library = Object.fromEntries(
	SHIPPED.map((entry) => [entry, async () => shippedText(entry)])
);

/** The same game without any host. */
export function directGame(entry: string, seed: string): Game {
	const loaded = loadScenario(shippedText(entry), `${entry}.yaml`);
	if (!loaded.ok) throw new Error(`${entry} does not load`);
	return newGame(generateWorld(loaded.scenario.spec), seedFromText(seed), rival);
}

/** @throws if the result is not what a test takes for granted */
export function valueOf<T>(result: HostResult<T>): T {
	if (!result.ok) throw new Error(result.faults.map((it) => `${it.code}: ${it.message}`).join('\n'));
	return result.value;
}

export function codesOf(result: HostResult<unknown>): string[] {
	return result.ok ? [] : result.faults.map((fault) => fault.code);
}
