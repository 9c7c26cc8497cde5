/** Fields that several shapes of rooms have in common. Lengths are bounded before anything is done with a value. */
import * as v from 'valibot';

/** Milliseconds since 1970, by the server's clock. */
export const Instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Made by the server; means something to it only. */
export const Id = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,40}$/));
/** 32 hexadecimal digits: a link of a chain of hand-ins, a market seed, a state. */
export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
/** What a hand-in follows: empty before the first. */
export const Parent = v.union([v.literal(''), Hash]);
/** Made by whoever hands something in, so that the same thing sent twice is one. */
export const ClientId = v.pipe(v.string(), v.regex(/^[0-9a-zA-Z_-]{8,64}$/));
/** A secret as it stands in a link or is typed once: the server keeps no more than its hash. */
export const Secret = v.pipe(v.string(), v.minLength(8), v.maxLength(200));
/** Any text a person types; the server normalises and shortens it further (a name is text, never markup). */
export const Typed = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
export const Turn = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(64));
export const Seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 3600));

/** The length is looked at before any item. */
export const listOf = <T extends v.GenericSchema>(item: T, most: number) =>
	v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));

/** Both languages, as scenarios have them. */
export const BothLanguages = v.strictObject({
	'zh-CN': v.pipe(v.string(), v.maxLength(1000)),
	en: v.pipe(v.string(), v.maxLength(1000))
});
