/** Ids, secrets and codes. What lets somebody in is kept as its hash only. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { CODE_ALPHABET } from '#lib/protocol/rooms/index.ts';

/** 80 bits, in letters and digits of one case. */
export function newId(): string {
	return BigInt(`0x${randomBytes(10).toString('hex')}`)
		.toString(36)
		.padStart(16, '0');
}

/** 256 bits, for a link or a cookie. */
export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** 128 bits, as a market has them. */
export function newSeed(): string {
	return randomBytes(16).toString('hex');
}

/** To be read out and typed. */
export function newCode(length: number): string {
	return Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

/**
 * Of a secret of 256 bits nothing can be guessed, and a code of a team can be guessed only against a server that counts
 * the tries; a slow hash would add nothing but load.
 */
export function hashOf(secret: string): string {
	return createHash('sha256').update(`shapan-room:${secret}`).digest('hex');
}
