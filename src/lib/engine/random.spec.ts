import { createHash } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	draw,
	drawAt,
	normalish,
	NORMALISH_BOUND,
	packPurpose,
	PURPOSE,
	PURPOSES,
	purposeWord,
	seedFromText,
	uniform,
	uniformAt,
	weekKey,
	worldRandom
} from './random.ts';

const SEED = seedFromText('tests of chance');
const key = (week: number) => weekKey(SEED, 'market', week);

/** How far a histogram is from flat, in standard deviations of χ². */
function chiSquareZ(counts: Float64Array, total: number): number {
	const expected = total / counts.length;
	let sum = 0;
	for (const count of counts) sum += (count - expected) * (count - expected);
	const freedom = counts.length - 1;
	return (sum / expected - freedom) / Math.sqrt(2 * freedom);
}

describe('[N5] seeds', () => {
	// FIPS 180-4, examples of the NIST.
	test.each([
		['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
		['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
		[
			'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
			'248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
		]
	])('SHA-256 gives the published digest of %s', (text, digest) => {
		expect(bytesToHex(sha256(utf8ToBytes(text)))).toBe(digest);
	});

	test('SHA-256 gives the published digest of a million a', () => {
		expect(bytesToHex(sha256(utf8ToBytes('a'.repeat(1_000_000))))).toBe(
			'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'
		);
	});

	test.each([
		['32 hex digits', '0123456789abcdef0123456789abcdef', '0123456789abcdef0123456789abcdef'],
		['in lower case', '0123456789ABCDEF0123456789abcdef', '0123456789abcdef0123456789abcdef']
	])('%s stand for themselves', (_name, text, expected) => {
		expect(seedFromText(text)).toBe(expected);
	});

	test('any other text gives the start of its SHA-256', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const expected = createHash('sha256').update(`shapan-seed:${text}`, 'utf8').digest('hex');
				expect(seedFromText(text)).toBe(expected.slice(0, 32));
			}),
			{ seed: 5 }
		);
	});

	// Stability only.
	test.each([
		['', 'c079c1dc639afc1ecb2fb9a570447f3d'],
		['华东 2026', '0e1f8f1953138a3bbc21bd0814a06ec5'],
		['0123456789abcdef0123456789abcdef0', '85857da37213aadd7d5490d2eb3f918d']
	])('the seed of “%s” keeps its value', (text, expected) => {
		expect(seedFromText(text)).toBe(expected);
	});
});

describe('[N6] week keys', () => {
	test('are the start of SHA-256(seed, 0, stream, 0, week)', () => {
		const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
		fc.assert(
			fc.property(u32, u32, fc.stringMatching(/^[a-z]{1,80}$/), (a, week, stream) => {
				const seed = seedFromText(String(a));
				const message = Buffer.concat([
					Buffer.from(seed, 'hex'),
					Buffer.of(0),
					Buffer.from(stream, 'ascii'),
					Buffer.of(0, week & 255, (week >>> 8) & 255, (week >>> 16) & 255, week >>> 24)
				]);
				const digest = createHash('sha256').update(message).digest();
				expect(weekKey(seed, stream, week)).toEqual([0, 4, 8, 12].map((at) => digest.readUInt32LE(at)));
			}),
			{ seed: 6 }
		);
	});

	test('differ by seed, stream and week', () => {
		const keys = [
			key(0),
			key(1),
			key(256),
			weekKey(SEED, 'markets', 0),
			weekKey(seedFromText('other'), 'market', 0)
		];
		expect(new Set(keys.map(String)).size).toBe(keys.length);
	});

	test.each([
		['a seed that is text', 'abc', 'market', 0],
		['a seed in upper case', SEED.toUpperCase(), 'market', 0],
		['a stream that is not ASCII', SEED, '市场', 0],
		['an empty stream', SEED, '', 0],
		['half a week', SEED, 'market', 0.5],
		['a week before the start', SEED, 'market', -1],
		['a week too large', SEED, 'market', 2 ** 32]
	])('%s is our bug', (_name, seed, stream, week) => {
		expect(() => weekKey(seed, stream, week)).toThrow(RangeError);
	});
});

describe('[N7] draws', () => {
	test('every purpose has its place in the list, and packs with a sub-index', () => {
		expect(Object.entries(PURPOSE)).toEqual(PURPOSES.map((name, i) => [name, i]));
		expect(packPurpose('list')).toBe(4);
		expect(packPurpose('list', 3)).toBe(0x304);
	});

	test('lie in [0, 1) and are the same by each way of asking', () => {
		const [k0, k1, k2, k3] = key(0);
		const word = purposeWord(k2, k3, 0x305);
		for (let id = -500; id < 500; id++) {
			const bits = draw(k0, k1, k2, k3, id, 0x305);
			expect(bits).toBe(bits >>> 0);
			expect(drawAt(k0, k1, id, word)).toBe(bits);
			expect(draw(k0 | 0, k1 | 0, k2 | 0, k3 | 0, id, 0x305)).toBe(bits);
			expect(uniform(k0, k1, k2, k3, id, 0x305)).toBe(bits / 2 ** 32);
			expect(uniformAt(k0, k1, id, word)).toBe(bits / 2 ** 32);
		}
		expect((2 ** 32 - 1) / 2 ** 32).toBeLessThan(1);
	});

	test('no two ids share a draw in one week and purpose', () => {
		const [k0, k1, k2, k3] = key(1);
		const seen = new Set<number>();
		for (let id = 0; id < 100_000; id++) seen.add(draw(k0, k1, k2, k3, id, 0));
		expect(seen.size).toBe(100_000);
	});

	test('flip about half of their bits for each bit of id, purpose and key', () => {
		const SAMPLES = 4096;
		const means: number[] = [];
		const flips = new Float64Array(6 * 32 * 32);
		for (let sample = 0; sample < SAMPLES; sample++) {
			const input = Int32Array.of(...key(sample & 63), sample * 37, packPurpose('sale', sample % 12));
			const ask = (): number => draw(input[0]!, input[1]!, input[2]!, input[3]!, input[4]!, input[5]!);
			const before = ask();
			for (let bit = 0; bit < 192; bit++) {
				input[bit >> 5]! ^= 1 << (bit & 31);
				const changed = before ^ ask();
				input[bit >> 5]! ^= 1 << (bit & 31);
				for (let out = 0; out < 32; out++) flips[bit * 32 + out]! += (changed >>> out) & 1;
			}
		}
		for (let bit = 0; bit < 192; bit++) {
			let sum = 0;
			for (let out = 0; out < 32; out++) sum += flips[bit * 32 + out]!;
			means.push(sum / 32 / SAMPLES);
		}
		expect(Math.min(...means)).toBeGreaterThan(0.48);
		expect(Math.max(...means)).toBeLessThan(0.52);
		expect(Math.min(...flips) / SAMPLES).toBeGreaterThan(0.45);
		expect(Math.max(...flips) / SAMPLES).toBeLessThan(0.55);
	});

	const N = 1 << 18;
	type Ask = (i: number) => number;
	const of =
		(week: number, purpose: number): Ask =>
		(i) => {
			const [k0, k1, k2, k3] = KEYS[week]!;
			return draw(k0, k1, k2, k3, i, purpose);
		};
	const KEYS = Array.from({ length: 60 }, (_, week) => key(week));

	test.each([
		['ids of one week', of(0, 0)],
		['ids of another purpose', of(0, packPurpose('noise', 11))],
		['every 4096th id', (i: number) => of(1, 0)(i << 12)],
		['weeks of few ids', (i: number) => of(i % 60, 0)(Math.floor(i / 60))],
		['purposes of few ids', (i: number) => of(2, i & 0xfff)(i >> 12)]
	])('are uniform over %s', (_name, ask) => {
		const high = new Float64Array(1024);
		const low = new Float64Array(1024);
		for (let i = 0; i < N; i++) {
			const bits = ask(i);
			high[bits >>> 22]! += 1;
			low[bits & 1023]! += 1;
		}
		expect(Math.abs(chiSquareZ(high, N))).toBeLessThan(4);
		expect(Math.abs(chiSquareZ(low, N))).toBeLessThan(4);
	});

	test.each([
		['neighbouring ids', of(0, 0), (i: number) => of(0, 0)(i + 1)],
		['ids 12 apart', of(0, 0), (i: number) => of(0, 0)(i + 12)],
		['ids a bit apart', of(0, 0), (i: number) => of(0, 0)(i ^ 0x80_0000)],
		['neighbouring purposes', of(0, 0), of(0, 1)],
		['neighbouring products', of(0, 0), of(0, 0x100)],
		['purposes far apart', of(0, 5), of(0, 5 + 0x4000_0000)],
		['the two halves of a normal', of(0, 1), of(0, 1 - 2 ** 31)],
		['neighbouring weeks', of(0, 0), of(1, 0)],
		['weeks 52 apart', of(0, 0), of(52, 0)]
	])('of %s are unrelated', (_name, one, other) => {
		const together = [0, 1, 2, 3].map(() => new Float64Array(4096));
		let product = 0;
		for (let i = 0; i < N; i++) {
			const a = one(i);
			const b = other(i);
			together[0]![((a >>> 26) << 6) | (b >>> 26)]! += 1;
			together[1]![((a & 63) << 6) | (b & 63)]! += 1;
			// A weak mix shows in the difference first.
			together[2]![(a ^ b) >>> 20]! += 1;
			together[3]![(a ^ b) & 4095]! += 1;
			product += (a / 2 ** 32 - 0.5) * (b / 2 ** 32 - 0.5);
		}
		for (const counts of together) expect(Math.abs(chiSquareZ(counts, N))).toBeLessThan(4);
		// Correlation, in its own standard deviations.
		expect(Math.abs((product / N) * 12 * Math.sqrt(N))).toBeLessThan(4);
	});

	// Stability only; a changed row is a changed market: bump ENGINE_VERSION.
	test.each([
		[0, 0, 0, [2042684107, -0.3392426173178455]],
		[0, 1, 0, [2123189284, -0.754627177646965]],
		[0, 0, 1, [524259213, -1.1558986530861086]],
		[12, 2999, 0xb08, [3913430465, -0.098210156275562]]
	])('week %i, id %i, purpose %i keeps its draws', (week, id, purpose, expected) => {
		const [k0, k1, k2, k3] = weekKey('000102030405060708090a0b0c0d0e0f', 'market', week);
		expect([draw(k0, k1, k2, k3, id, purpose), normalish(k0, k1, k2, k3, id, purpose)]).toEqual(expected);
	});
});

describe('[N8] the near-normal draw', () => {
	const [k0, k1, k2, k3] = key(3);
	const N = 1_000_000;

	test('is the sum of the four 16-bit lanes of two draws', () => {
		for (let id = 0; id < 1000; id++) {
			const a = draw(k0, k1, k2, k3, id, 1);
			const b = draw(k0, k1, k2, k3, id, 1 - 2 ** 31);
			const sum = (a & 0xffff) + (a >>> 16) + (b & 0xffff) + (b >>> 16);
			expect(normalish(k0, k1, k2, k3, id, 1)).toBeCloseTo(
				(sum - 131_070) / Math.sqrt((2 ** 32 - 1) / 3),
				12
			);
		}
	});

	test('has mean 0, variance 1, no skew, excess kurtosis −.3, and stays in its bound', () => {
		const moments = [0, 0, 0, 0];
		let largest = 0;
		let previous = 0;
		let lagged = 0;
		for (let id = 0; id < N; id++) {
			const z = normalish(k0, k1, k2, k3, id, 1);
			let power = 1;
			for (let m = 0; m < 4; m++) moments[m]! += power *= z;
			largest = Math.max(largest, Math.abs(z));
			lagged += z * previous;
			previous = z;
		}
		const [mean, variance, skew, kurtosis] = moments.map((sum) => sum / N) as [
			number,
			number,
			number,
			number
		];
		// Three to four standard errors each.
		expect(Math.abs(mean)).toBeLessThan(0.004);
		expect(Math.abs(variance - 1)).toBeLessThan(0.005);
		expect(Math.abs(skew)).toBeLessThan(0.01);
		expect(Math.abs(kurtosis - 2.7)).toBeLessThan(0.02);
		expect(Math.abs(lagged / N)).toBeLessThan(0.004);
		expect(largest).toBeLessThanOrEqual(NORMALISH_BOUND);
		// √12 but for the one step that 65 535 lacks of 65 536.
		expect(NORMALISH_BOUND).toBeCloseTo(Math.sqrt(12), 3);
	});

	test('has variance 1 exactly, by its lanes', () => {
		// Var of one uniform lane on 0 … 65535, by its definition; four independent ones add up.
		let sum = 0n;
		for (let lane = 0n; lane < 65536n; lane++) sum += (2n * lane - 65535n) * (2n * lane - 65535n);
		expect(sum * 4n * 3n).toBe(4n * 65536n * (2n ** 32n - 1n));
	});
});

describe('[N9] the generator of worlds', () => {
	test('is Alea: the published numbers for “hello.”', () => {
		const next = worldRandom('hello.');
		expect(next()).toBe(0.4783254903741181);
		// As seedrandom's README gives them: a double takes two numbers, an integer one.
		expect(next() + ((next() * 0x20_0000) | 0) * 2 ** -53).toBe(0.8297006866124559);
		expect((next() * 2 ** 32) | 0).toBe(1076136327);
	});

	test('starts afresh for each caller', () => {
		const one = worldRandom('a');
		one();
		expect(worldRandom('a')()).toBe(worldRandom('a')());
		expect(worldRandom('a')()).not.toBe(one());
	});
});
