/** `LocalMarket`: games in this very process. It runs in the page's worker, in Node, in tests; it knows none of them. */
import { advance, cloneGame, close, decisionOf, preview, score, turnOf } from '../engine/game.ts';
import type { Plan } from '../engine/plan.ts';
import type { GameScore } from '../engine/report.ts';
import { readPlan } from '../engine/shape.ts';
import { phaseOf, type ScenarioSummary } from '../protocol/summary.ts';
import { ok } from '../result.ts';
import { strategyNamed } from '../strategy/index.ts';
import { marketFault, refuse, reshape, type HostResult } from './faults.ts';
import type {
	Committed,
	GameId,
	GameLog,
	Listed,
	MarketHost,
	Opened,
	OpenRequest,
	Preview,
	ScenarioText
} from './host.ts';
import { listLibrary, textOf, type Library } from './library.ts';
import { readOpen, readScenarioText } from './request.ts';
import type { Played, StrategyPlayer, TurnPlayed } from './runs.ts';
import { examine, type SaveRead, type SaveReader } from './saves.ts';
import { committedOf, describeText, logOf, openedOf, startSlot, type Slot } from './slot.ts';

export class LocalMarket implements MarketHost, StrategyPlayer, SaveReader {
	readonly #library: Library;
	readonly #slots = new Map<GameId, Slot>();
	#opened = 0;

	constructor(library: Library = {}) {
		this.#library = library;
	}

	list(): Promise<HostResult<readonly Listed[]>> {
		return listLibrary(this.#library, (source) => this.describe(source));
	}

	/** What a list shows of a scenario file. */
	async describe(source: ScenarioText): Promise<HostResult<ScenarioSummary>> {
		return answer(() => {
			const read = readScenarioText(source);
			if (!read.ok) return read;
			return describeText(read.value);
		});
	}

	async open(request: OpenRequest): Promise<HostResult<Opened>> {
		const read = answer(() => readOpen(request));
		if (!read.ok) return read;
		const { scenario } = read.value;
		const source = 'entry' in scenario ? await textOf(this.#library, scenario.entry) : ok(scenario);
		if (!source.ok) return source;
		return answer(() => {
			const slot = startSlot(source.value, read.value);
			if (!slot.ok) return slot;
			const id = `game-${++this.#opened}`;
			this.#slots.set(id, slot.value);
			return ok(openedOf(id, slot.value));
		});
	}

	async preview(game: GameId, plan: Plan): Promise<HostResult<Preview>> {
		return this.#on<Preview>(game, (slot) => {
			if (phaseOf(slot.game) !== 'playing') return decided(slot);
			const read = reshape(readPlan(plan), 'PLAN_SHAPE');
			return read.ok ? ok(preview(slot.game, read.value)) : read;
		});
	}

	async commit(game: GameId, turn: number, plan: Plan): Promise<HostResult<Committed>> {
		return this.#on(game, (slot) => {
			if (phaseOf(slot.game) !== 'playing') return decided(slot);
			const coming = turnOf(slot.game);
			if (turn !== coming) {
				return refuse('TURN_STALE', `turn ${coming} is to be played, not ${turn}`, { coming });
			}
			const read = reshape(readPlan(plan), 'PLAN_SHAPE');
			if (!read.ok) return read;
			return whole(slot, () => {
				slot.game = advance(slot.game, read.value);
				return committedOf(slot);
			});
		});
	}

	async close(game: GameId): Promise<HostResult<Committed>> {
		return this.#on(game, (slot) => {
			const phase = phaseOf(slot.game);
			if (phase === 'playing') return refuse('GAME_UNDECIDED', 'the closing weeks come after the last turn');
			if (phase === 'over') return decided(slot);
			return whole(slot, () => {
				slot.game = close(slot.game);
				return committedOf(slot);
			});
		});
	}

	async score(game: GameId): Promise<HostResult<GameScore>> {
		return this.#on(game, (slot) => ok(score(slot.game)));
	}

	async exportLog(game: GameId): Promise<HostResult<GameLog>> {
		return this.#on(game, (slot) => ok(logOf(slot)));
	}

	async dispose(game: GameId): Promise<HostResult<null>> {
		return this.#on(game, () => {
			this.#slots.delete(game);
			return ok(null);
		});
	}

	async play(
		game: GameId,
		strategy: string,
		onTurn: (event: TurnPlayed) => void = () => undefined
	): Promise<HostResult<Played>> {
		return this.#on(game, (slot) => {
			const player = strategyNamed(strategy);
			if (player === null) return refuse('STRATEGY_UNKNOWN', `no strategy “${strategy}”`);
			if (phaseOf(slot.game) === 'over') return decided(slot);
			const of = slot.game.world.spec.time.turns + 1;
			return whole(slot, () => {
				while (phaseOf(slot.game) !== 'over') {
					const { game: now } = slot;
					slot.game = phaseOf(now) === 'decided' ? close(now) : advance(now, decisionOf(now, player));
					const { turn, report, hash } = committedOf(slot);
					onTurn(structuredClone({ turn, of, report, hash }));
				}
				const { reports, hashes } = slot.game;
				return { score: score(slot.game), reports, hashes, log: logOf(slot) };
			});
		});
	}

	async readSave(text: string): Promise<HostResult<SaveRead>> {
		return answer(() => ok(examine(text)));
	}

	#on<T>(game: GameId, act: (slot: Slot) => HostResult<T>): HostResult<T> {
		const slot = this.#slots.get(game);
		if (slot === undefined) return refuse('GAME_UNKNOWN', `no game “${game}” is open here`);
		return answer(() => act(slot));
	}
}

/**
 * What leaves is a copy, and nothing is thrown: a caller in the same process gets just what one on the other side of
 * a worker gets, and cannot reach into the market by what it was given.
 */
function answer<T>(act: () => HostResult<T>): HostResult<T> {
	try {
		return structuredClone(act());
	} catch (error) {
		return marketFault(error);
	}
}

/** The engine works in place: if it fails half-way, the game goes back to where it stood. */
function whole<T>(slot: Slot, act: () => T): HostResult<T> {
	const before = cloneGame(slot.game);
	try {
		return ok(act());
	} catch (error) {
		slot.game = before;
		return marketFault(error);
	}
}

function decided(slot: Slot): HostResult<never> {
	return phaseOf(slot.game) === 'over'
		? refuse('GAME_OVER', 'the game is over')
		: refuse('GAME_DECIDED', 'all turns are played; only the closing weeks are left');
}
