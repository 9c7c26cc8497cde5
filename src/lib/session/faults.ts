/** What a browser throws → what a caller is told. Dexie wraps errors in errors: the innermost one tells the cause. */
import { storeFault, type StoreCode, type StoreFault } from './store.ts';

/** More wrapping than this is a loop. */
const MAX_DEPTH = 8;

/** A table of ours is missing in a database of our name and version: somebody else's, or half deleted. */
export class ForeignSchema extends Error {
	override readonly name = 'ForeignSchema';
}

const CODES: Readonly<Record<string, StoreCode>> = {
	QuotaExceededError: 'STORE_FULL',
	VersionError: 'STORE_NEWER',
	ForeignSchema: 'STORE_DAMAGED',
	MissingAPIError: 'STORE_BLOCKED',
	SecurityError: 'STORE_BLOCKED'
};

/**
 * @param opening whether the database was being opened: what fails then is a store that cannot be had, whatever the
 * browser calls it (private windows, broken profiles and policies all have names of their own)
 */
export function faultOf(error: unknown, opening: boolean): StoreFault {
	const chain = chainOf(error);
	const known = chain.find(({ name }) => Object.hasOwn(CODES, name));
	const code = known === undefined ? undefined : CODES[known.name];
	const message = chain
		.map(({ name, message }) => (message === '' ? name : `${name}: ${message}`))
		.join(' ← ');
	if (code === 'STORE_DAMAGED') return storeFault(code, message, { where: 'schema' });
	return storeFault(code ?? (opening ? 'STORE_BLOCKED' : 'STORE_FAILED'), message);
}

/** Names of a connection that is gone; nothing here aborts a transaction of its own will. */
const GONE: readonly string[] = ['DatabaseClosedError', 'InvalidStateError', 'AbortError'];

/** Whether the connection went away under the call, so that another may succeed. */
export function isDisconnected(error: unknown): boolean {
	const names = chainOf(error).map(({ name }) => name);
	return names.some((name) => GONE.includes(name)) && !names.some((name) => Object.hasOwn(CODES, name));
}

interface Named {
	readonly name: string;
	readonly message: string;
}

function chainOf(error: unknown): Named[] {
	const chain: Named[] = [];
	for (let at = error; at !== undefined && at !== null && chain.length < MAX_DEPTH; at = innerOf(at)) {
		chain.push({ name: nameOf(at), message: messageOf(at) });
	}
	return chain;
}

function innerOf(error: unknown): unknown {
	return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
}

/** A DOMException is an Error nowhere but in name. */
function nameOf(error: unknown): string {
	const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
	return typeof name === 'string' ? name : 'Error';
}

function messageOf(error: unknown): string {
	const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
	return typeof message === 'string' ? message.slice(0, 300) : '';
}
