/**
 * The engine's kernel against the same rules in C: one week of the outlets, played again and again from the same start
 * by both in turn, results compared byte by byte.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashWords } from '#lib/engine/hash.ts';
import type { OutletWeek } from '#lib/engine/systems/outlet-week.ts';
import { sweep } from '#lib/engine/systems/sweep.ts';
import type { World } from '#lib/engine/world.ts';
import { cpuMs } from './reference.ts';

const SOURCE = fileURLToPath(new URL('./kernel.c', import.meta.url));
/** No contraction: a fused multiply-add rounds once where the engine rounds twice. */
const FLAGS = ['-O3', '-march=native', '-ffp-contract=off', '-std=gnu11'];

export interface KernelTimes {
	/** Nanoseconds of processor time per outlet, product and week: the least of a round, as what disturbs only ever adds. */
	readonly ts: readonly number[];
	readonly c: readonly number[];
	/** Whether both left the same bytes behind. */
	readonly equal: boolean;
}

/** Compiles the reference; null when there is no compiler. */
export function compileReference(folder: string): string | null {
	const program = join(folder, 'kernel');
	const { status, error } = spawnSync('cc', [...FLAGS, '-o', program, SOURCE, '-lm'], { stdio: 'ignore' });
	return error === undefined && status === 0 ? program : null;
}

/** A folder that lasts as long as the work in it. */
export function inTemporaryFolder<T>(work: (folder: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), 'shapan-bench-'));
	try {
		return work(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/**
 * @param week as opened, before its sweep; its arrays are put back after every round
 * @param repeats sweeps of each side in a round
 */
export function timeKernel(
	folder: string,
	program: string,
	world: World,
	week: OutletWeek,
	rounds: number,
	repeats: number
): KernelTimes {
	const input = join(folder, 'week');
	const output = join(folder, 'result');
	writeFileSync(input, Buffer.concat(serialised(world, week)));
	const changed = namesOf('CHANGED').map((name) => arrayOf(world, week, name));
	const start = changed.map((array) => array.slice());
	const cells = world.outlets * world.products;
	const restore = (): void => changed.forEach((array, i) => array.set(start[i] as never));
	const ts: number[] = [];
	const c: number[] = [];
	let equal = true;
	for (let round = 0; round < rounds; round++) {
		let least = Infinity;
		for (let i = 0; i < repeats; i++) {
			restore();
			least = Math.min(least, cpuMs(() => sweep(world, week)) * 1e6);
		}
		ts.push(least / cells);
		const printed = execFileSync(program, [input, output, String(repeats)], { encoding: 'utf8' });
		c.push(Math.min(...printed.trim().split('\n').map(Number)) / cells);
		const theirs = readFileSync(output);
		const ours = Buffer.concat(changed.map(bytesOf));
		equal &&= hashOf(theirs) === hashOf(ours);
	}
	restore();
	return { ts, c, equal };
}

/** Names in the C file's own lists, so that the order is said once. */
function namesOf(list: 'SCALARS' | 'INPUTS' | 'CHANGED'): string[] {
	const source = readFileSync(SOURCE, 'utf8');
	const body = new RegExp(`#define ${list}\\(X\\)([^]*?[^\\\\])\\n\\n`).exec(source)?.[1] ?? '';
	return [...body.matchAll(/X\((?:\w+, )?(\w+)\)/g)].map((match) => match[1] ?? '');
}

function serialised(world: World, week: OutletWeek): Buffer[] {
	const scalars = Float64Array.from(namesOf('SCALARS'), (name) => scalarOf(world, week, name));
	const arrays = [...namesOf('INPUTS'), ...namesOf('CHANGED')].flatMap((name) => {
		const bytes = bytesOf(arrayOf(world, week, name));
		const count = Buffer.alloc(8);
		count.writeBigInt64LE(BigInt(arrayOf(world, week, name).length));
		return [count, bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)];
	});
	return [bytesOf(scalars), ...arrays];
}

type Numbers = Uint8Array | Int16Array | Int32Array | Float64Array;

function arrayOf(world: World, week: OutletWeek, name: string): Numbers {
	const value = (week as unknown as Record<string, unknown>)[name] ?? (world as never)[name];
	if (!ArrayBuffer.isView(value)) throw new Error(`the kernel has no array ${name}`);
	return value as Numbers;
}

function scalarOf(world: World, week: OutletWeek, name: string): number {
	const value = (week as unknown as Record<string, unknown>)[name] ?? (world as never)[name];
	if (typeof value !== 'number') throw new Error(`the kernel has no number ${name}`);
	return value;
}

const bytesOf = (array: Numbers): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** Of whole words, the rest filled with zeroes. */
function hashOf(bytes: Buffer): string {
	const words = new Int32Array(Math.ceil(bytes.length / 8) * 2);
	bytes.copy(Buffer.from(words.buffer));
	return hashWords(words);
}
