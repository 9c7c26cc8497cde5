import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import * as v from 'valibot';
import { onBothDatabases } from '../../../../tests/support/databases.ts';
import { BoardEventSchema } from '#lib/protocol/board/index.ts';
import type { Database } from '../database/index.ts';
import { BoardWatch, type BoardWatchOptions } from './watch.ts';

const [ONE, OTHER] = ['0'.repeat(12), '1'.repeat(12)];

function openWatch({ signals }: Database, options: BoardWatchOptions = {}): BoardWatch {
	const watch = new BoardWatch(signals, { gatherMs: 50, ...options });
	onTestFinished(() => watch.stop());
	return watch;
}

interface Reader {
	readonly heard: string[];
	readonly end: (() => void) | null;
}

function read(watch: BoardWatch, board = ONE, address = 'a', takes = true): Reader {
	const heard: string[] = [];
	const end = watch.watch(board, address, ({ name, data }) => {
		// What is sent is what is published.
		expect(v.parse(BoardEventSchema, JSON.parse(data)).event).toBe(name);
		heard.push(name);
		return takes;
	});
	return { heard, end };
}

onBothDatabases((bench) => {
	test('a change is told to those who look at the board, and many at once are told once', async () => {
		const database = await bench.database();
		const watch = openWatch(database);
		const [reader, second, elsewhere] = [read(watch), read(watch), read(watch, OTHER)];
		for (let i = 0; i < 20; i++) await database.signals.tell({ topic: 'board', id: ONE });
		await database.signals.tell({ topic: 'room', id: OTHER });
		await expect.poll(() => reader.heard.length).toBeGreaterThan(1);
		await sleep(150);
		expect(reader.heard.length).toBeLessThan(10);
		expect(second.heard).toEqual(reader.heard);
		expect(elsewhere.heard).toEqual(['board']);
	});

	test('so many streams and no more are open to one address, and to all; what ends makes room', async () => {
		const opened: number[] = [];
		const watch = openWatch(await bench.database(), {
			mostByAddress: 2,
			most: 3,
			streams: (open) => opened.push(open)
		});
		const [first] = [read(watch), read(watch)];
		expect(read(watch).end).toBeNull();
		expect(read(watch, ONE, 'b').end).not.toBeNull();
		expect(read(watch, ONE, 'c').end).toBeNull();
		first.end?.();
		first.end?.();
		expect(read(watch).end).not.toBeNull();
		expect(opened).toEqual([1, 2, 3, 2, 3]);
	});

	test('one that does not keep up is let go; a stop says goodbye to the rest, and takes nobody in', async () => {
		const watch = openWatch(await bench.database());
		const [slow, reader] = [read(watch, ONE, 'a', false), read(watch)];
		expect([slow.heard, watch.open]).toEqual([['board'], 1]);
		watch.stop();
		expect([reader.heard, watch.open]).toEqual([['board', 'bye'], 0]);
		expect(read(watch).end).toBeNull();
	});
});
