/**
 * Chance. Making a world uses one sequential generator; in play there is none: every draw is a pure function of the
 * week's key, a stable entity id and a purpose, so a decision can move no draw but those it is about (common random
 * numbers).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import alea from 'seedrandom/lib/alea.js';

/** What a draw is for. Only ever appended; the index is the low byte of a packed purpose. */
export const PURPOSES = [
	'sale',
	'noise',
	'outside',
	'weather',
	'list',
	'delist',
	'handover',
	'strategy',
	'demand',
	'shock',
	'breakage',
	'keyPerson',
	'leave',
	'keyEvent',
	'goOver',
	'detect',
	'divert'
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Index of each purpose, for loops that pack once and draw often. */
export const PURPOSE = {
	sale: 0,
	noise: 1,
	outside: 2,
	weather: 3,
	list: 4,
	delist: 5,
	handover: 6,
	strategy: 7,
	demand: 8,
	shock: 9,
	breakage: 10,
	keyPerson: 11,
	leave: 12,
	keyEvent: 13,
	goOver: 14,
	detect: 15,
	divert: 16
} as const satisfies Readonly<Record<Purpose, number>>;

/** Purpose and product (or other sub) index in one integer. `sub` below 2^23: the top bit is `normalish`'s. */
export function packPurpose(purpose: Purpose, sub = 0): number {
	return PURPOSE[purpose] + (sub << 8);
}

/** Four unsigned 32-bit lanes. */
export type WeekKey = readonly [number, number, number, number];

const SEED = /^[0-9a-f]{32}$/;
const STREAM = /^[\x21-\x7e]+$/;
const U32 = 0x1_0000_0000;
/** Exact: a power of two. */
const PER_U32 = 1 / U32;

/**
 * A market seed of 32 hex digits from any text. 32 hex digits stand for themselves (in lower case), other text for
 * the first 16 bytes of SHA-256 of `shapan-seed:` and its UTF-8 bytes.
 */
export function seedFromText(text: string): string {
	if (text.length === 32 && SEED.test(text.toLowerCase())) return text.toLowerCase();
	return bytesToHex(sha256(utf8ToBytes(`shapan-seed:${text}`)).subarray(0, 16));
}

/**
 * Key of a week's draws: the first 16 bytes of SHA-256(seed bytes ‖ 0 ‖ stream ‖ 0 ‖ week as u32 LE), as four u32 LE.
 * A server can give out the keys of weeks gone by without giving away the seed or the weeks to come.
 */
export function weekKey(seedHex: string, stream: string, week: number): WeekKey {
	if (!SEED.test(seedHex)) throw new RangeError(`Not a seed of 32 lower-case hex digits: “${seedHex}”`);
	if (!STREAM.test(stream)) throw new RangeError(`Not a stream name in printable ASCII: “${stream}”`);
	if (!Number.isInteger(week) || week < 0 || week >= U32) throw new RangeError(`Not a week number: ${week}`);
	const message = new Uint8Array(16 + 1 + stream.length + 1 + 4);
	message.set(hexToBytes(seedHex), 0);
	for (let i = 0; i < stream.length; i++) message[17 + i] = stream.charCodeAt(i);
	const view = new DataView(message.buffer);
	view.setUint32(message.length - 4, week, true);
	const digest = sha256(message);
	const lanes = new DataView(digest.buffer, digest.byteOffset, 16);
	return [
		lanes.getUint32(0, true),
		lanes.getUint32(4, true),
		lanes.getUint32(8, true),
		lanes.getUint32(12, true)
	];
}

/** A constant of this file alone, so that the host takes it into its loops. The 32-bit finaliser `lowbias32` (C. Wellons, hash-prospector; constants by TheIronBorn, bias .108). */
const mix = (value: number): number => {
	let h = value;
	h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
	h = Math.imul(h ^ (h >>> 15), 0xd35a2d97);
	return h ^ (h >>> 15);
};

/**
 * 32 random bits for (key, id, purpose), as an unsigned integer. `id` and `purpose` are 32-bit integers; the key's
 * four lanes are passed apart so that a loop can hold them in locals. Id and purpose pass two finalisers each: with a
 * cheaper mix of the purpose, draws of one id for two purposes were visibly related ([N7] tests for it).
 *
 * A loop over ids for one purpose may take the purpose's part out: `drawAt(k0, k1, id, purposeWord(k2, k3, purpose))`
 * is the same number.
 */
export function draw(k0: number, k1: number, k2: number, k3: number, id: number, purpose: number): number {
	return drawAt(k0, k1, id, purposeWord(k2, k3, purpose));
}

/** Uniform in [0, 1), a multiple of 2^−32. */
export function uniform(k0: number, k1: number, k2: number, k3: number, id: number, purpose: number): number {
	return draw(k0, k1, k2, k3, id, purpose) * PER_U32;
}

/** What a purpose gives to all draws of a week. */
export function purposeWord(k2: number, k3: number, purpose: number): number {
	return (mix(purpose ^ k2) + k3) | 0;
}

/** `draw` with the purpose's word. */
export function drawAt(k0: number, k1: number, id: number, word: number): number {
	return mix((mix(id ^ k0) + word) ^ k1) >>> 0;
}

/** What an id gives to all its draws of a week: `uniformWith(idWord(k0, id), word, k1)` is `uniformAt(k0, k1, id, word)`. */
export function idWord(k0: number, id: number): number {
	return mix(id ^ k0);
}

/** Uniform in [0, 1) of an id's word and a purpose's. */
export function uniformWith(own: number, word: number, k1: number): number {
	return (mix((own + word) ^ k1) >>> 0) * PER_U32;
}

/** `normalish` of an id's word and the words of a purpose and of the same with its top bit flipped. */
export function normalishWith(own: number, word: number, flipped: number, k1: number): number {
	const a = mix((own + word) ^ k1);
	const b = mix((own + flipped) ^ k1);
	return ((a & 0xffff) + (a >>> 16) + (b & 0xffff) + (b >>> 16) - NORMAL_MEAN) * NORMAL_SCALE;
}

/** The purpose whose word `normalishWith` wants second. */
export const FLIPPED = 0x8000_0000;

/** `uniform` with the purpose's word. */
export function uniformAt(k0: number, k1: number, id: number, word: number): number {
	return drawAt(k0, k1, id, word) * PER_U32;
}

/** Four 16-bit lanes: each has mean 65535/2 and variance (2^32 − 1)/12. */
const NORMAL_MEAN = 131_070;
const NORMAL_SCALE = 1 / Math.sqrt((U32 - 1) / 3);

/** Largest absolute value of `normalish`: 131070 / √((2^32 − 1)/3) ≈ 3.4641. */
export const NORMALISH_BOUND = NORMAL_MEAN * NORMAL_SCALE;

/**
 * Close to a standard normal: the sum of four uniform 16-bit lanes of two draws (purpose, and purpose with its top bit
 * flipped), scaled to mean 0 and variance exactly 1. Symmetric, within ±√12, excess kurtosis −.3.
 */
export function normalish(
	k0: number,
	k1: number,
	k2: number,
	k3: number,
	id: number,
	purpose: number
): number {
	return normalishWith(
		mix(id ^ k0),
		purposeWord(k2, k3, purpose),
		purposeWord(k2, k3, purpose ^ FLIPPED),
		k1
	);
}

/**
 * Sequential uniform numbers in [0, 1) for making a world, and for nothing else: who draws once more shifts everybody
 * after. Alea (J. Baagøe 2010) by seedrandom, 32 bits each.
 */
export function worldRandom(seed: string): () => number {
	const next = alea(seed);
	return () => next();
}
