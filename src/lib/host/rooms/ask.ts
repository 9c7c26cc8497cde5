/** One request to the server this page came from. Nothing is thrown: what goes wrong is a coded fault. */
import { fail, fault, ok, type Fault, type Result } from '../../result.ts';

/** Beside the server's own codes. */
export const CLIENT_CODES = [
	/** No answer: no network, or no server any more. What was to be sent is still in the page. */
	'ROOM_UNREACHABLE',
	/** An answer this version of the page cannot read: the server is of another one. */
	'ROOM_ANSWER_SHAPE'
] as const;
export type ClientCode = (typeof CLIENT_CODES)[number];

/** No answer is no refusal, and another try may be answered. */
const PASSING = /^(ROOM_UNREACHABLE|DATABASE_|HTTP_STOPPING|HTTP_FAULT|HTTP_TOO_MANY|MARKET_FAULT)/;

/** Whether all that went wrong is of the network or the server, and not of what was asked. */
export function isPassing(faults: readonly Fault[]): boolean {
	return faults.length > 0 && faults.every(({ code }) => PASSING.test(code));
}

/** Longer than a turn of the largest scenario takes a busy server; then it counts as no answer. */
const PATIENCE_MS = 30_000;

export interface Asked {
	readonly method?: 'GET' | 'POST' | 'DELETE';
	readonly body?: unknown;
	/** Milliseconds, for what is known to take longer than anything else. */
	readonly patienceMs?: number;
	/** Makes of an answer what was asked for; throws or gives undefined where it is something else. */
	readonly read?: (value: unknown) => unknown;
}

export async function ask<T>(
	path: string,
	{ method = 'GET', body, patienceMs = PATIENCE_MS, read = (value) => value }: Asked = {}
): Promise<Result<T>> {
	let response: Response;
	let text: string;
	try {
		response = await fetch(path, {
			method,
			cache: 'no-store',
			signal: AbortSignal.timeout(patienceMs),
			...(body === undefined
				? {}
				: { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
		});
		text = await response.text();
	} catch (error) {
		return unreachable(error instanceof Error ? error.message : 'no answer');
	}
	let value: unknown;
	try {
		value = text === '' ? null : JSON.parse(text);
	} catch {
		// A proxy in between answers with a page of its own.
		return response.ok ? misread() : unreachable(`status ${response.status}`);
	}
	if (!response.ok) {
		const faults = faultsOf(value);
		return faults.length > 0 ? fail(...faults) : unreachable(`status ${response.status}`);
	}
	try {
		const made = read(value);
		return made === undefined ? misread() : ok(made as T);
	} catch {
		return misread();
	}
}

function unreachable(message: string): Result<never> {
	return fail(fault('ROOM_UNREACHABLE', '', message));
}

function misread(): Result<never> {
	return fail(fault('ROOM_ANSWER_SHAPE', '', 'not an answer of this version'));
}

function faultsOf(value: unknown): Fault[] {
	const listed = (value as { faults?: unknown } | null)?.faults;
	if (!Array.isArray(listed)) return [];
	return listed.filter(
		(it): it is Fault =>
			typeof it?.code === 'string' && typeof it.path === 'string' && typeof it.message === 'string'
	);
}
