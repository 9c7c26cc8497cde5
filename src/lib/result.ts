/**
 * Results with codes: everything an author, a player or a submission can get wrong is a value of
 * this shape, never an exception. An exception means our own bug.
 */

/** What a caller reads to tell a reader, in any language, what went wrong, where, and how to mend it. */
export interface Fault {
	/** Stable, upper-case identifier, e.g. `PLAN_SHAPE`; the page and command line hold the words. */
	readonly code: string;
	/** Where in the value, as `a.b[3].c`; empty for the whole. */
	readonly path: string;
	/** English one-liner for logs and developers; screens render `code` and `params` instead. */
	readonly message: string;
	/** Numbers and names the rendered sentence needs. */
	readonly params?: Readonly<Record<string, string | number>>;
}

export type Result<T, E extends Fault = Fault> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly E[] };

export function ok<T>(value: T): { ok: true; value: T } {
	return { ok: true, value };
}

export function fail<E extends Fault>(...faults: E[]): { ok: false; faults: E[] } {
	return { ok: false, faults };
}

export function fault(
	code: string,
	path: string,
	message: string,
	params?: Readonly<Record<string, string | number>>
): Fault {
	return params === undefined ? { code, path, message } : { code, path, message, params };
}
