/** The laws on every shipped scenario, under arbitrary legal plans. Fixed fast-check seeds: a failure repeats. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginState } from '#lib/engine/begin.ts';
import { boundsLaw, goodsLaw, moneyLaw, scramble, unitsInModel } from '#lib/engine/engine.properties.ts';
import {
	advance,
	cloneGame,
	close,
	isDecided,
	newGame,
	playOut,
	preview,
	replay,
	score,
	strategyDraws,
	view,
	type Game
} from '#lib/engine/game.ts';
import { cashTotal } from '#lib/engine/ledger.ts';
import { observe } from '#lib/engine/observe.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { project } from '#lib/engine/project.ts';
import { PURPOSE, seedFromText, uniform } from '#lib/engine/random.ts';
import { readPlan } from '#lib/engine/shape.ts';
import { cloneState, hashState, viewOf } from '#lib/engine/state.ts';
import { PEOPLE } from '#lib/engine/systems/team.ts';
import { weeksOfTurn } from '#lib/engine/step.ts';
import { at, type World } from '#lib/engine/world.ts';
import { BOTS, PROBES, rival, RIVALS, strategyNamed } from '#lib/strategy/index.ts';
import { anyPlan } from '../support/plans.ts';
import { worldOfFixture } from '../scenarios/support.ts';
import { SCENARIO_FILES, worldOf } from '../support/scenarios.ts';

const begin = (world: World, seed = 'law'): Game => newGame(world, seedFromText(seed), rival);

/** What was asked for a turn ahead is due now, and stays in the plan. */
const withDue = ({ standing, world }: Game, plan: Plan): Plan => ({
	...plan,
	activities: [...at(standing, world.player).activities, ...plan.activities]
});

/** Plays arbitrary plans to the end, checking `law` after every turn. */
function playing(
	world: World,
	runs: number,
	law: (game: Game, before: number[], cash: number) => string[]
): void {
	const plans = fc.array(anyPlan(world), { minLength: 12, maxLength: 12 });
	fc.assert(
		fc.property(plans, fc.string({ maxLength: 8 }), (choices, seed) => {
			let game = begin(world, seed);
			const cash = cashTotal(game.state.balances);
			for (let turn = 0; ; turn++) {
				const before = unitsInModel(world, game.state);
				const choice = at(choices, turn % choices.length);
				game = isDecided(game) ? close(game) : advance(game, turn % 2 === 0 ? choice : withDue(game, choice));
				expect(law(game, before, cash)).toEqual([]);
				if (game.reports.length > world.spec.time.turns) break;
			}
		}),
		{ seed: 20261122, numRuns: runs }
	);
}

/** The shipped ones, and one whose channel has all there is. */
const MARKETS: readonly (readonly [string, World])[] = [
	...SCENARIO_FILES.map((file) => [file, worldOf(file)] as const),
	['deep-channel', worldOfFixture('base', 'deep-channel')]
];

describe.each(MARKETS)('laws of %s', (_, world) => {
	const runs = world.outlets > 1000 ? 6 : 25;

	it('[G1][G2][G3] goods and money are conserved to the unit and the cent, nothing goes negative', () => {
		playing(world, runs, (game, before, cash) => [
			...goodsLaw(world, game.state, before),
			...moneyLaw(world, game.state, cash),
			...boundsLaw(world, game.state)
		]);
	});

	it('[G2] the opening books balance and carry every unit', () => {
		const state = beginState(world);
		expect(moneyLaw(world, state, cashTotal(state.balances))).toEqual([]);
		expect(boundsLaw(world, state)).toEqual([]);
	});

	it.each([...BOTS, ...PROBES].map((bot) => [bot.name, bot] as const))(
		'[G4][G8] %s: same seed, same hashes; another, others; plans of the right shape, its own and the rivals’',
		(_, bot) => {
			const once = playOut(begin(world), bot);
			expect(once.hashes).toHaveLength(world.spec.time.turns + 1);
			let again = begin(world);
			while (!isDecided(again)) {
				const plan = bot.decide(view(again), strategyDraws(again, world.player));
				expect(readPlan(structuredClone(plan)).ok).toBe(true);
				for (const [f, strategy] of again.rivals.entries()) {
					if (strategy === null) continue;
					const theirs = strategy.decide(view(again, f), strategyDraws(again, f));
					expect(readPlan(structuredClone(theirs)).ok).toBe(true);
				}
				again = advance(again, plan);
			}
			expect(close(again).hashes).toEqual(once.hashes);
			const other = begin(world, 'other');
			const plan = bot.decide(view(other), strategyDraws(other, world.player));
			expect(advance(other, plan).hashes[0]).not.toBe(once.hashes[0]);
		}
	);

	it('[G5] a game resumed from its log or from a copied state equals the uninterrupted one', () => {
		const bot = strategyNamed('random-legal');
		if (bot === null) throw new Error('no bot');
		const whole = playOut(begin(world), bot);
		expect(replay(begin(world), whole.log).hashes).toEqual(whole.hashes);
		const { turns } = world.spec.time;
		for (const stop of new Set([1, Math.floor(turns / 2), turns - 1])) {
			const half = replay(begin(world), whole.log.slice(0, stop));
			const state = viewOf(world, structuredClone(half.state.buffer));
			const resumed = playOut({ ...half, state }, bot);
			expect(resumed.hashes).toEqual(whole.hashes);
			expect(score(resumed)).toEqual(score(whole));
		}
	});

	it('[G5] stepping a clone leaves the original untouched', () => {
		const game = advance(begin(world), world.spec.defaultPlan);
		const hash = hashState(world, game.state);
		const seen = JSON.stringify(view(game));
		const clone = cloneGame(game);
		advance(clone, world.spec.defaultPlan);
		expect(hashState(world, game.state)).toBe(hash);
		expect(JSON.stringify(view(game))).toBe(seen);
	});

	it('[G7] scrambling what a view hides changes no view and no strategy’s plan', () => {
		let game = begin(world);
		for (let turn = 0; turn < 3; turn++) {
			for (let firm = 0; firm < world.firms; firm++) {
				const standing = at(game.standing, firm);
				const last = game.facts.at(-1)?.[firm] ?? null;
				const honest = observe(world, game.state, firm, standing, last);
				for (let trial = 0; trial < 3; trial++) {
					const state = cloneState(world, game.state);
					scramble(world, state, firm, (i) => uniform(turn, firm, trial, 7, i, 0));
					const blurred = observe(world, state, firm, standing, last);
					expect(blurred).toEqual(honest);
					const draws = strategyDraws(game, firm);
					for (const strategy of [...RIVALS, ...BOTS])
						expect(strategy.decide(blurred, draws)).toEqual(strategy.decide(honest, draws));
				}
			}
			game = advance(game, at(game.standing, world.player));
		}
	});

	it('[G8] a projected plan projects to itself, and what was cut is said', () => {
		const game = advance(begin(world), world.spec.defaultPlan);
		const weeks = weeksOfTurn(world, 1);
		fc.assert(
			fc.property(anyPlan(world), (plan) => {
				const standing = at(game.standing, world.player);
				const first = project(world, game.state, world.player, plan, standing, weeks);
				const again = project(world, game.state, world.player, first.applied, standing, weeks);
				expect(again.applied).toEqual(first.applied);
				expect(again.dropped).toEqual([]);
				expect(first.commitments).toEqual(again.commitments);
			}),
			{ seed: 7, numRuns: 300 }
		);
	});

	it('[J8] a preview is what the turn then applies', () => {
		const game = begin(world);
		const bot = strategyNamed('random-legal');
		if (bot === null) throw new Error('no bot');
		const plan: Plan = bot.decide(view(game), strategyDraws(game, world.player));
		const seen = preview(game, plan);
		const played = advance(game, plan);
		expect(played.reports[0]?.plan).toEqual(seen.applied);
		expect(played.reports[0]?.dropped).toEqual(seen.dropped);
	});
});

describe.each(SCENARIO_FILES)('draws of %s', (file) => {
	const { spec: whole, outlets, products } = worldOf(file);
	// A year of the standard market asks for some hundred million draws; its first turns tell as much.
	const turns = outlets * products > 10_000 ? 2 : whole.time.turns;
	const spec = { ...whole, time: { ...whole.time, turns } };

	/** Addresses asked for in play, by purpose: “week key and id”, with the ids apart. */
	interface Asked {
		readonly addresses: Map<number, Set<string>>;
		readonly ids: Map<number, Set<number>>;
	}

	async function record(change: (plan: Plan) => Plan): Promise<Asked> {
		vi.resetModules();
		const asked: Asked = { addresses: new Map(), ids: new Map() };
		vi.doMock('#lib/engine/random.ts', async (original) => {
			const real = await original<typeof import('#lib/engine/random.ts')>();
			const watch =
				(name: 'uniform' | 'normalish') =>
				(k0: number, k1: number, k2: number, k3: number, id: number, purpose: number) => {
					const address = `${k0} ${k1} ${k2} ${k3} ${id}`;
					asked.addresses.set(purpose, (asked.addresses.get(purpose) ?? new Set()).add(address));
					asked.ids.set(purpose, (asked.ids.get(purpose) ?? new Set()).add(id));
					return real[name](k0, k1, k2, k3, id, purpose);
				};
			return { ...real, uniform: watch('uniform'), normalish: watch('normalish') };
		});
		const { newGame, playOut } = await import('#lib/engine/game.ts');
		const { generateWorld } = await import('#lib/engine/generate.ts');
		const { rival } = await import('#lib/strategy/index.ts');
		playOut(newGame(generateWorld(spec), seedFromText('draws'), rival), {
			name: 'changed',
			decide: (now) => change(now.plan)
		});
		return asked;
	}

	afterEach(() => {
		// Other files run in this process too, and are to read the modules as they are.
		vi.doUnmock('#lib/engine/random.ts');
		vi.resetModules();
	});

	it('[G6] a plan that differs in one lever leaves every other draw in place', async () => {
		const world = worldOf(file);
		const own = at(world.productSpecs, at(at(world.firmProducts, world.player), 0));
		const area = at(at(spec.regions, 0).areas, 0).id;
		const region = at(spec.regions, 0).id;
		const free = spec.dealers.filter((d) => d.region === region && d.open).map((d) => d.id);
		const incumbent = at(spec.firms, world.player).dealers[region];
		const next = free.find((id) => id !== incumbent) ?? '';
		const shortlist = [next, ...free.filter((id) => id !== next)].slice(0, 3);
		const weights = { reputation: 1, strength: 1, scale: 1, network: 1, delivery: 1, management: 1 };
		const changes: Record<string, (plan: Plan) => Plan> = {
			regions: (plan) => ({ ...plan, regions: { worked: [area] } }),
			dealers: (plan) => ({
				...plan,
				dealers: { sheets: { [region]: { weights, scores: {}, shortlist } }, appoint: { [region]: next } }
			}),
			field: (plan) => ({ ...plan, field: { ...plan.field, merchandisers: 1 } }),
			price: (plan) => ({ ...plan, price: { dealerPriceCents: { [own.id]: own.dealerPriceCents - 20 } } }),
			activities: (plan) => ({
				...plan,
				activities: [
					{
						kind: 'priceOff',
						product: own.id,
						targets: [area],
						startWeek: 0,
						weeks: 2,
						depthBp: 2000,
						budgetCents: 500_000
					}
				]
			}),
			supply: (plan) => ({ ...plan, supply: { orderMode: { [region]: 'sellThrough' }, pushes: [] } })
		};
		const base = await record((plan) => plan);
		const subs = (purpose: number): number => purpose >>> 8;
		for (const [lever, change] of Object.entries(changes)) {
			const other = await record(change);
			// Demand asks for the same draws whatever anybody decides: week by week, place by place.
			for (const purpose of [PURPOSE.noise, PURPOSE.outside, PURPOSE.weather])
				expect(other.addresses.get(purpose), `${lever}, purpose ${purpose}`).toEqual(
					base.addresses.get(purpose)
				);
			// The rest is addressed by places and products alone; a decision in an address would show as another id.
			for (const [purpose, ids] of other.ids) {
				if ((purpose & 255) === PURPOSE.strategy) continue;
				const byPurpose: Readonly<Record<number, number>> = {
					[PURPOSE.weather]: world.regions,
					[PURPOSE.leave]: world.firms * PEOPLE
				};
				const top = byPurpose[purpose & 255] ?? world.outlets;
				expect(subs(purpose), lever).toBeLessThan(world.products);
				for (const id of ids) if (!(id >= 0 && id < top)) expect.fail(`${lever}: id ${id} of ${purpose}`);
			}
		}
	});
});
