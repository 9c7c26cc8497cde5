/** Text of a save file → save, or what is wrong with it. Never throws; whoever wrote the text is not trusted. */
import { readShape } from '../engine/shape.ts';
import { ENGINE_VERSION } from '../engine/vocab.ts';
import { fail, fault, ok, type Fault, type Result } from '../result.ts';
import { loadScenario, standaloneText, type Scenario } from '../scenario/index.ts';
import { RIVAL_NAMES } from '../strategy/index.ts';
import { boundsFault } from './bounds.ts';
import { compareVersions } from './log.ts';
import { SAVE_VERSION, type GameSave } from './save.ts';
import { SaveSchema } from './shape.ts';

/** Characters. A game of three regions and eight turns takes some 60 000. */
export const MAX_SAVE_LENGTH = 16 * 1024 * 1024;

export const SAVE_CODES = [
	'SAVE_NOT_JSON',
	'SAVE_TOO_LARGE',
	'SAVE_FOREIGN',
	'SAVE_NEWER',
	'SAVE_OLDER_ENGINE',
	'SAVE_DAMAGED',
	'SAVE_SCENARIO',
	'SAVE_HASH'
] as const;
export type SaveCode = (typeof SAVE_CODES)[number];

export interface PlayableSave {
	readonly save: GameSave;
	readonly scenario: Scenario;
	readonly readOnly: null;
}

/** A game of an older engine: its reports can be read, but nothing here plays it. */
export interface ReadOnlySave {
	readonly save: GameSave;
	readonly scenario: null;
	readonly readOnly: Fault;
}

export function readSave(text: string): Result<PlayableSave | ReadOnlySave> {
	if (text.length > MAX_SAVE_LENGTH) {
		return refuse('SAVE_TOO_LARGE', '', 'larger than any save', { max: MAX_SAVE_LENGTH });
	}
	let value: unknown;
	try {
		// A byte order mark is what some editors leave.
		value = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		return refuse('SAVE_NOT_JSON', '', error instanceof Error ? error.message : 'not JSON');
	}
	const stranger = strangerFault(value);
	if (stranger !== null) return fail(stranger);
	const outOfBounds = boundsFault(value, 'SAVE_DAMAGED');
	if (outOfBounds !== null) return fail(outOfBounds);
	const shaped = readShape(SaveSchema, value, 'SAVE_DAMAGED');
	if (!shaped.ok) return fail(...shaped.faults.map((f) => ({ ...f, path: bracketed(f.path) })));
	// The value itself, and not valibot's copy, whose keys stand in another order: exported again, it is the same file.
	const save = value as GameSave;
	const lengths = lengthFault(save);
	if (lengths !== null) return fail(lengths);
	const { engineVersion } = save.log;
	if (compareVersions(engineVersion, ENGINE_VERSION) < 0) {
		const params = { engineVersion, ours: ENGINE_VERSION };
		const readOnly = faultOf('SAVE_OLDER_ENGINE', 'log.engineVersion', 'played by an older engine', params);
		return ok({ save, scenario: null, readOnly });
	}
	return withScenario(save);
}

function faultOf(code: SaveCode, path: string, message: string, params?: Fault['params']): Fault {
	return fault(code, path, message, params);
}

function refuse(code: SaveCode, path: string, message: string, params?: Fault['params']) {
	return fail(faultOf(code, path, message, params));
}

/** What is no save, or a save from the future, is told apart before its shape is looked at. */
function strangerFault(value: unknown): Fault | null {
	const { format, version, log } = membersOf(value);
	if (format !== 'shapan-save') {
		const found = typeof format === 'string' ? format.slice(0, 40) : 'none';
		return faultOf('SAVE_FOREIGN', 'format', 'not a Shapan save', { found });
	}
	if (typeof version === 'number' && version > SAVE_VERSION) {
		return faultOf('SAVE_NEWER', 'version', 'a newer save format', { version, ours: SAVE_VERSION });
	}
	const { engineVersion } = membersOf(log);
	if (typeof engineVersion !== 'string' || !/^\d{1,4}(\.\d{1,4}){2}$/.test(engineVersion)) return null;
	if (compareVersions(engineVersion, ENGINE_VERSION) <= 0) return null;
	const params = { version: engineVersion, ours: ENGINE_VERSION };
	return faultOf('SAVE_NEWER', 'log.engineVersion', 'played by a newer engine', params);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A turn played has a plan, a report and a hash; the closing one has no plan. */
function lengthFault({ log, reports, hashes, complete }: GameSave): Fault | null {
	const played = log.plans.length + (complete ? 1 : 0);
	for (const [path, { length }] of [['reports', reports] as const, ['hashes', hashes] as const]) {
		if (length !== played)
			return faultOf('SAVE_DAMAGED', path, 'not one per turn', { expected: played, found: length });
	}
	return null;
}

function withScenario(save: GameSave): Result<PlayableSave> {
	const loaded = loadScenario(standaloneText(save.scenario), 'scenario', { strategies: RIVAL_NAMES });
	if (!loaded.ok) {
		return fail(
			...loaded.problems.map(({ code, path }) =>
				faultOf('SAVE_SCENARIO', path === '' ? 'scenario' : `scenario.${path}`, `the scenario: ${code}`, {
					problem: code
				})
			)
		);
	}
	const { scenario } = loaded;
	const { log, complete } = save;
	if (scenario.hash !== log.scenarioHash) {
		const params = { expected: log.scenarioHash, found: scenario.hash };
		return refuse('SAVE_HASH', 'log.scenarioHash', 'the scenario is not the one played', params);
	}
	const { id, time } = scenario.spec;
	if (log.scenario !== id) return refuse('SAVE_DAMAGED', 'log.scenario', 'not the id of the scenario');
	if (log.plans.length > time.turns || (complete && log.plans.length < time.turns)) {
		const params = { expected: time.turns, found: log.plans.length };
		return refuse('SAVE_DAMAGED', 'log.plans', 'not as many as the scenario has turns', params);
	}
	return ok({ save, scenario, readOnly: null });
}

/** `plans.3.field` → `plans[3].field`, as everywhere else. */
function bracketed(path: string): string {
	return path.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}
