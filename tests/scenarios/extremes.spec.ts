/** What the schema lets through, the engine must play: every figure of a file at either end of its range. */
import { expect, test } from 'vitest';
import { boundsLaw, goodsLaw, moneyLaw, unitsInModel } from '#lib/engine/engine.properties.ts';
import { advance, close, isDecided, isOver, newGame, score, strategyDraws, view } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { cashTotal } from '#lib/engine/ledger.ts';
import { seedFromText } from '#lib/engine/random.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';
import { compileScenario } from '#lib/scenario/compile.ts';
import { scenarioDraft, type ScenarioDraft } from '#lib/scenario/draft.ts';
import { rival, strategyNamed } from '#lib/strategy/index.ts';
import { smallDraft } from './support.ts';

type Path = readonly (string | number)[];

/** The parts of a schema that matter for finding its numbers. */
interface Walkable {
	readonly type: string;
	readonly wrapped?: Walkable;
	readonly entries?: Readonly<Record<string, Walkable>>;
	readonly item?: Walkable;
	readonly value?: Walkable;
	readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

interface Leaf {
	readonly path: Path;
	readonly ends: readonly number[];
}

function leaves(schema: Walkable, value: unknown, path: Path = []): Leaf[] {
	if (value === undefined || value === null) return [];
	if (schema.wrapped) return leaves(schema.wrapped, value, path);
	if (schema.type === 'number') {
		const bounds = schema.pipe?.filter(({ type }) => type === 'min_value' || type === 'max_value') ?? [];
		return [{ path, ends: bounds.map(({ requirement }) => Number(requirement)) }];
	}
	return Object.entries(value).flatMap(([key, child]) => {
		const below = schema.item ?? schema.value ?? schema.entries?.[key];
		return below === undefined ? [] : leaves(below, child, [...path, schema.item ? Number(key) : key]);
	});
}

function changed<T>(whole: T, [step, ...rest]: Path, value: number): T {
	if (step === undefined) return value as T;
	const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string | number, unknown>;
	copy[step] = changed(copy[step], rest, value);
	return copy as T;
}

/** Plays to the end; what breaks a law, in words. */
function play(spec: MarketSpec, bot: string): string[] {
	const world = generateWorld(spec);
	const strategy = strategyNamed(bot);
	if (strategy === null) throw new Error(`no such bot: ${bot}`);
	let game = newGame(world, seedFromText('extremes'), rival);
	const cash = cashTotal(game.state.balances);
	while (!isOver(game)) {
		const before = unitsInModel(world, game.state);
		game = isDecided(game)
			? close(game)
			: advance(game, strategy.decide(view(game), strategyDraws(game, world.player)));
		const broken = [
			...goodsLaw(world, game.state, before),
			...moneyLaw(world, game.state, cash),
			...boundsLaw(world, game.state)
		];
		if (broken.length > 0) return broken;
	}
	const { total } = score(game);
	return Number.isInteger(total) && total >= 0 && total <= 100_000 ? [] : [`a score of ${total}`];
}

const BASE: ScenarioDraft = smallDraft();
const CASES = leaves(scenarioDraft, BASE).flatMap(({ path, ends }) =>
	ends.map((value) => ({ name: `${path.join('.')} = ${value}`, draft: changed(BASE, path, value) }))
);

test('every figure at either end of its range is refused with a reason, or plays by the laws', { timeout: 180_000 }, () => {
	const broken: string[] = [];
	let played = 0;
	for (const { name, draft } of CASES) {
		const compiled = compileScenario(draft);
		if (!compiled.ok) {
			if (compiled.complaints.length === 0) broken.push(`${name}: refused without a reason`);
			continue;
		}
		played++;
		broken.push(...play(compiled.scenario.spec, 'random-legal').map((why) => `${name}: ${why}`));
	}
	expect(broken).toEqual([]);
	expect(played).toBeGreaterThan(300);
});
