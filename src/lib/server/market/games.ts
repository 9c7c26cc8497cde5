/** The games a worker has at hand, and what it tells of them. Runs in the worker; knows nothing of threads. */
import { advance, close, newGame, preview, score, turnOf, view, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import { beginState } from '#lib/engine/begin.ts';
import type { Plan } from '#lib/engine/plan.ts';
import { scoreGame } from '#lib/engine/score.ts';
import { hashState } from '#lib/engine/state.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { at, type World } from '#lib/engine/world.ts';
import { outlinesOf, phaseOf, summaryOf } from '#lib/protocol/index.ts';
import type { OpenMarket, TeamMarket, TeamPreview } from '#lib/protocol/rooms/index.ts';
import { loadScenario, type Scenario } from '#lib/scenario/index.ts';
import { rival, RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { GameRef, LoggedTurn, MarketStart, Steps, SteppedTurn } from './wire.ts';

interface Place {
	readonly scenario: Scenario;
	readonly world: World;
	/** Of the state before the first turn. */
	readonly openingHash: string;
}

interface Held {
	game: Game;
	/** Links of the turns played. */
	links: readonly string[];
}

/** Worlds are some megabytes at most; a server seldom has more rooms than this running at once. */
const MAX_PLACES = 16;

export class Games {
	readonly #keepBytes: number;
	/** By scenario and world seed; the one used last stands last. */
	readonly #places = new Map<string, Place>();
	readonly #held = new Map<string, Held>();
	#bytes = 0;

	constructor(keepBytes: number) {
		this.#keepBytes = keepBytes;
	}

	/** Bytes of the states at hand. */
	get bytes(): number {
		return this.#bytes;
	}

	steps(ref: GameRef, from: number): Steps {
		const { openingHash } = this.#place(ref.start);
		const { game } = this.#reach(ref);
		const played = game.reports.map((_, turn) => turn).filter((turn) => turn >= from);
		return { openingHash, steps: played.map((turn) => stepOf(game, turn)) };
	}

	/** @param open with all that lets somebody play it elsewhere */
	market(ref: GameRef, team: string, open: boolean): TeamMarket {
		const { scenario, openingHash } = this.#place(ref.start);
		const { game } = this.#reach(ref);
		const { reports } = game;
		return {
			team,
			played: turnOf(game),
			phase: phaseOf(game),
			view: view(game),
			scenario: summaryOf(scenario),
			texts: scenario.texts,
			outlines: outlinesOf(scenario),
			engineVersion: ENGINE_VERSION,
			reports,
			score: reports.length === 0 ? null : score(game),
			decisions: reports.map((_, turn) => {
				const { plan = null, prediction = null } = ref.turns[turn] ?? {};
				return { plan, prediction };
			}),
			open: open ? openMarket(game, openingHash, ref.start) : null
		};
	}

	preview(ref: GameRef, plan: Plan): TeamPreview {
		const { game } = this.#reach(ref);
		const { applied, dropped, commitments, outlooks } = preview(game, plan);
		return { turn: turnOf(game), applied, dropped, commitments, outlooks };
	}

	forget(key: string): void {
		const held = this.#held.get(key);
		if (held === undefined) return;
		this.#bytes -= sizeOf(held.game);
		this.#held.delete(key);
	}

	#place(start: MarketStart): Place {
		const key = `${start.worldSeed}\n${start.scenario}`;
		let place = this.#places.get(key);
		this.#places.delete(key);
		if (place === undefined) {
			const loaded = loadScenario(start.scenario, 'room', { strategies: RIVAL_NAMES });
			// It was read when the room was made; that it cannot be any more is our bug.
			if (!loaded.ok) throw new Error(`a room's scenario does not load: ${loaded.problems[0]?.code}`);
			const world = generateWorld(loaded.scenario.spec, start.worldSeed);
			place = { scenario: loaded.scenario, world, openingHash: hashState(world, beginState(world)) };
		}
		this.#places.set(key, place);
		for (const oldest of this.#places.keys()) {
			if (this.#places.size <= MAX_PLACES) break;
			this.#places.delete(oldest);
		}
		return place;
	}

	#reach(ref: GameRef): Held {
		const had = this.#held.get(ref.key);
		const fits = had !== undefined && isPrefix(had.links, ref.turns) && turnOf(had.game) <= wanted(ref);
		if (had !== undefined) this.forget(ref.key);
		const { world } = this.#place(ref.start);
		const held: Held =
			had !== undefined && fits ? had : { game: newGame(world, ref.start.marketSeed, rival), links: [] };
		// Not kept while it is being played: the engine works in place, and one that fell over is worth nothing.
		for (const { link, plan } of ref.turns.slice(held.links.length)) {
			held.game = advance(held.game, plan ?? at(held.game.standing, world.player));
			held.links = [...held.links, link];
		}
		if (ref.closed && phaseOf(held.game) === 'decided') held.game = close(held.game);
		this.#keep(ref.key, held);
		return held;
	}

	#keep(key: string, held: Held): void {
		this.#held.set(key, held);
		this.#bytes += sizeOf(held.game);
		for (const oldest of this.#held.keys()) {
			if (this.#bytes <= this.#keepBytes || oldest === key) break;
			this.forget(oldest);
		}
	}
}

const wanted = ({ turns, closed }: GameRef): number => turns.length + (closed ? 1 : 0);

function isPrefix(links: readonly string[], turns: readonly LoggedTurn[]): boolean {
	return links.length <= turns.length && links.every((link, i) => turns[i]?.link === link);
}

/** The state is nearly all of it; reports and facts grow with the turns. */
function sizeOf({ state, reports }: Game): number {
	return state.buffer.byteLength + reports.length * 20_000;
}

function stepOf(game: Game, turn: number): SteppedTurn {
	const report = at(game.reports, turn);
	const scores = game.reports.slice(0, turn + 1).flatMap(({ score }) => (score === null ? [] : [score]));
	const { total, pillars } = scoreGame(scores);
	const plan = game.log[turn];
	return {
		turn,
		hash: at(game.hashes, turn),
		report: JSON.stringify(report),
		plan: plan === undefined ? null : JSON.stringify(plan),
		total,
		pillars
	};
}

function openMarket(
	{ hashes, log }: Game,
	openingHash: string,
	{ scenario, worldSeed, marketSeed }: MarketStart
): OpenMarket {
	return { worldSeed, marketSeed, openingHash, hashes, plans: log, standalone: scenario };
}
