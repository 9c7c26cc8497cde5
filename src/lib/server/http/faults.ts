/** What is wrong with a request whoever it is for, by code; the words are in `messages/` under `service.<CODE>`. */
import { fail, fault, type Fault } from '#lib/result.ts';

export const HTTP_CODES = [
	/** A page of another site asks. */
	'HTTP_ORIGIN',
	/** The body is larger than `max` bytes. */
	'HTTP_BODY_LARGE',
	/** The body is no JSON, or JSON of no sensible depth and size. */
	'HTTP_BODY_JSON',
	/** The body is not said to be JSON. */
	'HTTP_BODY_TYPE',
	'HTTP_NOT_FOUND',
	'HTTP_METHOD',
	/** Too many failures from this address lately; again in `seconds`. */
	'HTTP_TOO_MANY',
	/** Our own bug. */
	'HTTP_FAULT',
	'HTTP_STOPPING'
] as const;
export type HttpCode = (typeof HTTP_CODES)[number];

export function refuseHttp(
	code: HttpCode,
	message: string,
	params?: Fault['params'],
	path = ''
): { ok: false; faults: Fault[] } {
	return fail(fault(code, path, message, params));
}

/** Where a code says more than “this request cannot be done”. Whole codes first, then how codes end or begin. */
const STATUS: readonly (readonly [pattern: RegExp, status: number])[] = [
	[/^DATABASE_/, 503],
	[/^HTTP_STOPPING$/, 503],
	[/^(HTTP_FAULT|MARKET_FAULT)$/, 500],
	[/^HTTP_(ORIGIN)$/, 403],
	[/^HTTP_METHOD$/, 405],
	[/^HTTP_BODY_TYPE$/, 415],
	[/(_LARGE)$/, 413],
	[/(_TOO_MANY|_TOO_MANY_TRIES)$/, 429],
	[/(_NOT_FOUND|_UNKNOWN)$/, 404],
	[/_NO_ACCESS$/, 401],
	[/(_SECRET_WRONG|_SEALED)$/, 403],
	[/(_CLOSED|_NOT_NOW|_NOT_OPEN|_TAKEN|_REUSED|_FULL|_DUPLICATE)$/, 409]
];

/** The first fault decides. */
export function statusOf(faults: readonly Fault[]): number {
	const code = faults[0]?.code ?? 'HTTP_FAULT';
	return STATUS.find(([pattern]) => pattern.test(code))?.[1] ?? 400;
}
