/**
 * The state hash: MurmurHash3_x86_128 (Appleby, public domain), four 32-bit lanes of integer steps, so the same in
 * every engine. It finds differences; it does not withstand somebody who looks for collisions.
 *
 * Words are read in the host's order, so only little-endian hosts (all that run browsers or Node today) are served.
 */

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

/** Throws on a big-endian host. `bytesOfOne` is how the host stores the 32-bit integer 1. */
export function assertLittleEndian(
	bytesOfOne: ArrayLike<number> = new Uint8Array(Uint32Array.of(1).buffer)
): void {
	if (bytesOfOne[0] !== 1) {
		throw new Error('State hashes need a little-endian host; this one stores the high byte first.');
	}
}

/** 32 hex digits for the words; `seed` starts all four lanes. */
export function hashWords(words: Int32Array, seed = 0): string {
	return hex(murmur(words, words.length * 4, seed));
}

/**
 * 32 hex digits for a list of buffers: the hash of each one's hash and byte length, in order, so that moving a byte
 * over a boundary, an empty buffer or another order all show. A length that is no multiple of 4 counts as padded with
 * zeros, but not as equal to the padded buffer.
 */
export function hashBytes(buffers: readonly ArrayBufferLike[], seed = 0): string {
	const list = new Int32Array(buffers.length * 5);
	buffers.forEach((buffer, i) => {
		list.set(murmur(wordsOf(buffer), buffer.byteLength, seed), i * 5);
		list[i * 5 + 4] = buffer.byteLength;
	});
	return hashWords(list, seed);
}

/** 32 hex digits for one buffer: exactly MurmurHash3_x86_128 of its bytes. */
export function hashBuffer(buffer: ArrayBufferLike, seed = 0): string {
	return hex(murmur(wordsOf(buffer), buffer.byteLength, seed));
}

function wordsOf(buffer: ArrayBufferLike): Int32Array {
	if (buffer.byteLength % 4 === 0) return new Int32Array(buffer);
	const padded = new Uint8Array(Math.ceil(buffer.byteLength / 4) * 4);
	padded.set(new Uint8Array(buffer));
	return new Int32Array(padded.buffer);
}

/** The four lanes. `words` holds the bytes padded with zeros to whole words; `byteLength` is without the padding. */
function murmur(words: Int32Array, byteLength: number, seed: number): Int32Array {
	assertLittleEndian();
	let h1 = seed | 0;
	let h2 = h1;
	let h3 = h1;
	let h4 = h1;
	// Whole blocks of 16 bytes. A last block cut off inside a word is part of the tail, as in the original.
	const end = (byteLength >>> 4) << 2;
	for (let i = 0; i < end; i += 4) {
		let k1 = Math.imul(words[i]!, C1);
		k1 = Math.imul((k1 << 15) | (k1 >>> 17), C2);
		h1 ^= k1;
		h1 = (h1 << 19) | (h1 >>> 13);
		h1 = (Math.imul((h1 + h2) | 0, 5) + 0x561ccd1b) | 0;

		let k2 = Math.imul(words[i + 1]!, C2);
		k2 = Math.imul((k2 << 16) | (k2 >>> 16), C3);
		h2 ^= k2;
		h2 = (h2 << 17) | (h2 >>> 15);
		h2 = (Math.imul((h2 + h3) | 0, 5) + 0x0bcaa747) | 0;

		let k3 = Math.imul(words[i + 2]!, C3);
		k3 = Math.imul((k3 << 17) | (k3 >>> 15), C4);
		h3 ^= k3;
		h3 = (h3 << 15) | (h3 >>> 17);
		h3 = (Math.imul((h3 + h4) | 0, 5) + 0x96cd1c35) | 0;

		let k4 = Math.imul(words[i + 3]!, C4);
		k4 = Math.imul((k4 << 18) | (k4 >>> 14), C1);
		h4 ^= k4;
		h4 = (h4 << 13) | (h4 >>> 19);
		h4 = (Math.imul((h4 + h1) | 0, 5) + 0x32ac3b17) | 0;
	}

	// A missing word counts as 0, and 0 leaves its lane alone.
	const left = words.length - end;
	let t = Math.imul(left > 0 ? words[end]! : 0, C1);
	h1 ^= Math.imul((t << 15) | (t >>> 17), C2);
	t = Math.imul(left > 1 ? words[end + 1]! : 0, C2);
	h2 ^= Math.imul((t << 16) | (t >>> 16), C3);
	t = Math.imul(left > 2 ? words[end + 2]! : 0, C3);
	h3 ^= Math.imul((t << 17) | (t >>> 15), C4);
	t = Math.imul(left > 3 ? words[end + 3]! : 0, C4);
	h4 ^= Math.imul((t << 18) | (t >>> 14), C1);

	h1 ^= byteLength;
	h2 ^= byteLength;
	h3 ^= byteLength;
	h4 ^= byteLength;
	h1 = (h1 + h2 + h3 + h4) | 0;
	h2 = (h2 + h1) | 0;
	h3 = (h3 + h1) | 0;
	h4 = (h4 + h1) | 0;
	h1 = finalise(h1);
	h2 = finalise(h2);
	h3 = finalise(h3);
	h4 = finalise(h4);
	h1 = (h1 + h2 + h3 + h4) | 0;
	return Int32Array.of(h1, h2 + h1, h3 + h1, h4 + h1);
}

function finalise(lane: number): number {
	let h = lane;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}

function hex(lanes: Int32Array): string {
	let text = '';
	for (const lane of lanes) text += (lane >>> 0).toString(16).padStart(8, '0');
	return text;
}
