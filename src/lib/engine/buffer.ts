/**
 * Named typed arrays over one buffer: a clone is one copy, a hash one pass. Arrays of eight bytes lie first, single
 * bytes last, so that nothing is padded inside; within a width the order is that of the list, and it is hashed.
 */
import { hashWords } from './hash.ts';

type Kind = 'f64' | 'i32' | 'u8';
type ArrayOf<K extends Kind> = K extends 'f64' ? Float64Array : K extends 'i32' ? Int32Array : Uint8Array;

/** Name → [element type, length, which follows from what the buffer is for]. */
export type Fields<S> = Readonly<Record<string, readonly [Kind, (size: S) => number]>>;
export type Views<F extends Fields<never>> = { readonly [N in keyof F]: ArrayOf<F[N][0]> } & {
	readonly buffer: ArrayBuffer;
};

const BYTES: Record<Kind, number> = { f64: 8, i32: 4, u8: 1 };
const KINDS: readonly Kind[] = ['f64', 'i32', 'u8'];

/** A zeroed buffer, padded to whole 8-byte words. */
export function allocateFields<S>(fields: Fields<S>, size: S): ArrayBuffer {
	let bytes = 0;
	for (const [kind, length] of Object.values(fields)) bytes += BYTES[kind] * length(size);
	return new ArrayBuffer(Math.ceil(bytes / 8) * 8);
}

/** The arrays over an existing buffer of the right size, e.g. one that came from a worker. */
export function viewFields<S, F extends Fields<S>>(fields: F, size: S, buffer: ArrayBuffer): Views<F> {
	// Of entries and at once: an object that grows by so many names one by one becomes a table that is looked up in.
	const views: [string, ArrayBuffer | ArrayOf<Kind>][] = [['buffer', buffer]];
	let offset = 0;
	for (const kind of KINDS) {
		for (const [name, [own, length]] of Object.entries(fields)) {
			if (own !== kind) continue;
			const n = length(size);
			if (kind === 'f64') views.push([name, new Float64Array(buffer, offset, n)]);
			else if (kind === 'i32') views.push([name, new Int32Array(buffer, offset, n)]);
			else views.push([name, new Uint8Array(buffer, offset, n)]);
			offset += BYTES[kind] * n;
		}
	}
	return Object.fromEntries(views) as unknown as Views<F>;
}

/** 32 hex digits over every byte. No NaN can hide in it: the floats are checked. */
export function hashFields<F extends Fields<never>>(fields: F, views: Views<F>, what: string): string {
	for (const [name, [kind]] of Object.entries(fields)) {
		if (kind !== 'f64') continue;
		const values = views[name as keyof F];
		for (let i = 0; i < values.length; i++)
			if (values[i] !== values[i]) throw new Error(`NaN in ${name}[${i}] of ${what}`);
	}
	return hashWords(new Int32Array(views.buffer));
}
