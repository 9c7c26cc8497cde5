/** One game as a market holds it, and what it tells of it. */
import { advance, close, newGame, turnOf, view, type Game } from '../engine/game.ts';
import { generateWorld } from '../engine/generate.ts';
import { seedFromText } from '../engine/random.ts';
import { hashState } from '../engine/state.ts';
import { ENGINE_VERSION } from '../engine/vocab.ts';
import { at } from '../engine/world.ts';
import { outlinesOf, phaseOf, summaryOf, type ScenarioSummary } from '../protocol/summary.ts';
import { ok } from '../result.ts';
import {
	loadFile,
	standaloneText,
	type Lab,
	type LoadedFile,
	type Problem,
	type Scenario
} from '../scenario/index.ts';
import { rival, RIVAL_NAMES } from '../strategy/index.ts';
import { hostFault, refuse, type HostResult } from './faults.ts';
import type { Committed, GameId, GameLog, Opened, OpenRequest, ScenarioText } from './host.ts';

export interface Slot {
	readonly scenario: Scenario;
	readonly problems: readonly Problem[];
	readonly openingHash: string;
	game: Game;
}

type Sound = Extract<LoadedFile, { readonly ok: true }>;

function loadText(source: ScenarioText): HostResult<Sound> {
	const resolve = (id: string): string | null =>
		Object.hasOwn(source.others, id) ? (source.others[id] ?? null) : null;
	const loaded = loadFile(source.text, source.file, { strategies: RIVAL_NAMES, resolve });
	if (loaded.ok) return ok(loaded);
	const { problems } = loaded;
	const message = `${source.file} is no scenario: ${problems.map((it) => it.code).join(', ')}`;
	const fault = hostFault('SCENARIO_INVALID', message, { file: source.file, count: problems.length });
	return { ok: false, faults: [{ ...fault, problems }] };
}

/** Starts a game, and plays again what it is resumed with. */
export function startSlot(source: ScenarioText, request: OpenRequest): HostResult<Slot> {
	const loaded = loadText(source);
	if (!loaded.ok) return loaded;
	const { scenario, problems } = loaded.value;
	if (scenario === null) {
		// A chain that runs by itself: nobody has anything to decide in it.
		return refuse('SCENARIO_LAB', `${source.file} is a lab`, { file: source.file });
	}
	const { spec } = scenario;
	const { plans, closed } = request.resume ?? { plans: [], closed: false };
	const { turns } = spec.time;
	if (plans.length > turns || (closed && plans.length < turns)) {
		return refuse('LOG_LENGTH', `${plans.length} plans for ${turns} turns`, { plans: plans.length, turns });
	}
	const world = generateWorld(spec, request.worldSeed);
	let game = newGame(world, seedFromText(request.seed), rival);
	const openingHash = hashState(world, game.state);
	for (const plan of plans) game = advance(game, plan);
	if (closed) game = close(game);
	return ok({ scenario, problems, openingHash, game });
}

/** What a list shows of a file, a lab's too. */
export function describeText(source: ScenarioText): HostResult<ScenarioSummary> {
	const loaded = loadText(source);
	if (!loaded.ok) return loaded;
	const { scenario, lab } = loaded.value;
	return ok(scenario === null ? summaryOfLab(lab) : summaryOf(scenario));
}

/** A lab runs through in one go: one turn of all its weeks. */
function summaryOfLab({ spec, meta, hash }: Lab): ScenarioSummary {
	const time = { turns: 1, weeksPerTurn: spec.weeks, closingWeeks: 0, startWeekOfYear: 0 };
	return { id: spec.id, kind: spec.kind, meta, time, areas: 0, rivals: 0, hash };
}

export function openedOf(id: GameId, { scenario, problems, openingHash, game }: Slot): Opened {
	return {
		game: id,
		phase: phaseOf(game),
		view: view(game),
		scenario: summaryOf(scenario),
		texts: scenario.texts,
		standalone: standaloneText(scenario.draft),
		outlines: outlinesOf(scenario),
		engineVersion: ENGINE_VERSION,
		worldSeed: game.world.worldSeed,
		marketSeed: game.marketSeed,
		openingHash,
		reports: game.reports,
		hashes: game.hashes,
		problems
	};
}

/** What the turn played last came to. */
export function committedOf({ game }: Slot): Committed {
	const last = turnOf(game) - 1;
	return {
		turn: last,
		phase: phaseOf(game),
		report: at(game.reports, last),
		view: view(game),
		hash: at(game.hashes, last)
	};
}

export function logOf({ scenario, game }: Slot): GameLog {
	return {
		format: 'shapan-log',
		version: 1,
		engineVersion: ENGINE_VERSION,
		scenario: scenario.spec.id,
		scenarioHash: scenario.hash,
		worldSeed: game.world.worldSeed,
		marketSeed: game.marketSeed,
		plans: game.log
	};
}
