import { describe, expect, test } from 'vitest';
import { assertLittleEndian, hashBuffer, hashBytes, hashWords } from './hash.ts';
import { draw } from './random.ts';

const words = (count: number): Int32Array =>
	Int32Array.from({ length: count }, (_, i) => draw(1, 2, 3, 4, i, 0));
const bytes = (text: string): ArrayBuffer => new Uint8Array(new TextEncoder().encode(text)).buffer;

describe('[N3] it is MurmurHash3_x86_128', () => {
	test.each([
		['', '00000000000000000000000000000000'],
		['I will not buy this record, it is scratched.', 'a0a9683b25ac5e40d9af2895890dddf5'],
		['The quick brown fox jumps over the lazy dog', '2f1583c3ecee2c675d7bf66ce5e91d2c']
	])('the published hash of “%s”', (text, expected) => {
		expect(hashBuffer(bytes(text))).toBe(expected);
	});

	test('the verification value of SMHasher, over keys of 0 to 255 bytes and 256 seeds', () => {
		const key = Uint8Array.from({ length: 256 }, (_, i) => i);
		const hashes = new DataView(new ArrayBuffer(256 * 16));
		for (let length = 0; length < 256; length++) {
			const hash = hashBuffer(key.slice(0, length).buffer, 256 - length);
			for (let lane = 0; lane < 4; lane++) {
				hashes.setUint32(length * 16 + lane * 4, parseInt(hash.slice(lane * 8, lane * 8 + 8), 16), true);
			}
		}
		expect(hashBuffer(hashes.buffer).slice(0, 8)).toBe('b3ece62a');
	});

	test('words are their bytes', () => {
		const some = words(1001);
		expect(hashWords(some)).toBe(hashBuffer(some.buffer as ArrayBuffer));
		expect(hashWords(some.subarray(1))).toBe(hashBuffer(some.slice(1).buffer));
		expect(hashWords(some, 7)).toBe(hashBuffer(some.buffer as ArrayBuffer, 7));
	});
});

describe('[N4] a difference shows', () => {
	test('each single bit of a kilobyte', () => {
		const state = words(256);
		const seen = new Set([hashWords(state)]);
		for (let bit = 0; bit < 8192; bit++) {
			state[bit >> 5]! ^= 1 << (bit & 31);
			seen.add(hashWords(state));
			state[bit >> 5]! ^= 1 << (bit & 31);
		}
		expect(seen.size).toBe(8193);
		expect(hashWords(state)).toBe(hashWords(words(256)));
	});

	test('where one buffer ends and the next begins, their order, an empty one, padding', () => {
		const list = (...lengths: number[]): string =>
			hashBytes(lengths.map((n) => words(n).buffer as ArrayBuffer));
		const hashes = [
			list(),
			list(0),
			list(3),
			list(1, 2),
			list(2, 1),
			list(0, 3),
			list(3, 0),
			hashBytes([new ArrayBuffer(5)]),
			hashBytes([new ArrayBuffer(6)]),
			hashBytes([new ArrayBuffer(8)]),
			hashBytes([new ArrayBuffer(8)], 1)
		];
		expect(new Set(hashes).size).toBe(hashes.length);
	});

	test('equal contents are equal, shared memory or not', () => {
		const shared = new SharedArrayBuffer(64);
		new Int32Array(shared).set(words(16));
		expect(hashBytes([shared, bytes('abc')])).toBe(
			hashBytes([words(16).buffer as ArrayBuffer, bytes('abc')])
		);
	});
});

// Stability only; a changed row is a changed hash of every saved game.
test.each([
	[0, 'af6d2cb695c80cba95c80cba95c80cba'],
	[1, 'b9f8e10e82b9f75f82b9f75f82b9f75f'],
	[1000, 'ed23cf252448fa4c32504173dfaf0165']
])('[N3] the hash of %i words keeps its value', (count, expected) => {
	expect(hashWords(words(count), 42)).toBe(expected);
});

test('[N3] a big-endian host is refused in words', () => {
	expect(() => assertLittleEndian([0, 0, 0, 1])).toThrow('little-endian');
	expect(() => assertLittleEndian()).not.toThrow();
});
