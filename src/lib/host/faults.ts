/** What can go wrong between a screen and a market, by code; the words are in `messages/` under `host.<CODE>`. */
import { fail, fault, type Fault, type Result } from '../result.ts';
import type { Problem } from '../scenario/index.ts';

export const HOST_CODES = [
	/** No scenario of that name. */
	'SCENARIO_UNKNOWN',
	/** Its file could not be fetched. */
	'SCENARIO_UNREADABLE',
	/** Its file is wrong; `problems` says where. */
	'SCENARIO_INVALID',
	/** It is a lab: it can be listed, not played. */
	'SCENARIO_LAB',
	'REQUEST_SHAPE',
	'PLAN_SHAPE',
	'STRATEGY_UNKNOWN',
	'GAME_UNKNOWN',
	/** The plan was made for another turn than the coming one. */
	'TURN_STALE',
	/** All turns are played. */
	'GAME_DECIDED',
	/** The closing weeks come after the last turn. */
	'GAME_UNDECIDED',
	'GAME_OVER',
	/** More decisions than the scenario has turns, or closed too early. */
	'LOG_LENGTH',
	/** Our own bug, in the market. The game stands as it stood before the call. */
	'MARKET_FAULT',
	/** A message that host and worker do not speak, or that holds what cannot be sent. */
	'MESSAGE_SHAPE',
	/** The worker is gone, with the answer. The next call starts another and plays the game up to where it was. */
	'WORKER_LOST',
	/** Played again, the game did not come out the same. */
	'RESTORE_MISMATCH',
	'HOST_STOPPED'
] as const;
export type HostCode = (typeof HOST_CODES)[number];

export interface HostFault extends Fault {
	readonly code: HostCode;
	/** Of a scenario that was refused. */
	readonly problems?: readonly Problem[];
}

export type HostResult<T> = Result<T, HostFault>;

export function hostFault(
	code: HostCode,
	message: string,
	params?: Readonly<Record<string, string | number>>
): HostFault {
	return { ...fault(code, '', message, params), code };
}

export function refuse(
	code: HostCode,
	message: string,
	params?: Readonly<Record<string, string | number>>
): { ok: false; faults: HostFault[] } {
	return fail(hostFault(code, message, params));
}

/** Takes over the faults of a shape, which all carry the one code they were read with. */
export function reshape<T>(read: Result<T>, code: HostCode): HostResult<T> {
	return read.ok ? read : { ok: false, faults: read.faults.map((it) => ({ ...it, code })) };
}

/** @param error what was caught where nothing should have been thrown */
export function marketFault(error: unknown): { ok: false; faults: HostFault[] } {
	return refuse('MARKET_FAULT', error instanceof Error ? error.message : String(error));
}
