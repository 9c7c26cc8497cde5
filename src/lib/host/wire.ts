/** What `LocalHost` and its worker say to each other. Checked by hand, so that the page needs no parser for it. */
import type { HostResult } from './faults.ts';
import type { LocalMarket } from './market.ts';
import type { TurnPlayed } from './runs.ts';

/** A worker's global scope, a worker as its page sees it, or one end of a channel. */
export interface Port {
	postMessage(message: unknown): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export const CALLS = [
	'describe',
	'open',
	'preview',
	'commit',
	'close',
	'score',
	'exportLog',
	'dispose',
	'play',
	'readSave'
] as const;
export type Call = (typeof CALLS)[number];

/** What a call is given; the listener of `play` becomes events. */
export type Args<C extends Call> = C extends 'play' ? [string, string] : Parameters<LocalMarket[C]>;
export type Answered<C extends Call> = Awaited<ReturnType<LocalMarket[C]>>;

export interface Asked {
	readonly id: number;
	readonly call: Call;
	readonly args: readonly unknown[];
}

export type Said =
	| { readonly id: number; readonly kind: 'turn'; readonly event: TurnPlayed }
	| { readonly id: number; readonly kind: 'result'; readonly result: HostResult<unknown> };

/** Answers a message that asked nothing. Real requests count from 1. */
export const NOBODY = 0;

type Loose = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Loose {
	return typeof value === 'object' && value !== null;
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > NOBODY;

/** @returns null for what no `LocalHost` of this version says */
export function readAsked(value: unknown): Asked | null {
	if (!isObject(value)) return null;
	const { id, call, args } = value;
	const name = CALLS.find((it) => it === call);
	return isId(id) && name !== undefined && Array.isArray(args) ? { id, call: name, args } : null;
}

/** @returns null for what no worker of this version says */
export function readSaid(value: unknown): Said | null {
	if (!isObject(value) || !isId(value['id'])) return null;
	const { kind, event, result } = value;
	if (kind === 'turn') return isObject(event) ? (value as unknown as Said) : null;
	if (kind !== 'result' || !isObject(result)) return null;
	const known = result['ok'] === true || (result['ok'] === false && Array.isArray(result['faults']));
	return known ? (value as unknown as Said) : null;
}
