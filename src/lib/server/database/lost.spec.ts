import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/databases.ts';
import { TestPostgres } from '../../../../tests/support/postgres.ts';
import { openDatabase, readDatabaseError, type Signal } from './index.ts';

onBothDatabases((bench) => {
	test('what one node tells, every listener hears', async () => {
		const { signals } = await bench.database();
		const heard: (Signal | null)[] = [];
		const stop = signals.listen((signal) => heard.push(signal));
		await signals.tell({ topic: 'room', id: 'a' });
		await until(() => heard.length > 0);
		stop();
		await signals.tell({ topic: 'room', id: 'b' });
		await sleep(50);
		expect(heard).toEqual([{ topic: 'room', id: 'a' }]);
	});
});

describe.skipIf(inject('postgresUrl') === null)('a PostgreSQL that is killed', () => {
	let server: TestPostgres | null = null;
	beforeAll(async () => {
		server = await TestPostgres.start({ durable: true });
	});
	afterAll(async () => server?.stop());

	test('is told by a code, and met again when it is back, with all it acknowledged', async () => {
		if (server === null) throw new Error('no PostgreSQL');
		const broken: string[] = [];
		const target = { url: await server.create(), folder: '' };
		const opened = await openDatabase(target, { lost: ({ message }) => void broken.push(message) });
		if (!opened.ok) throw new Error(opened.faults[0]?.message);
		const { query, signals, close } = opened.value;
		const heard: (Signal | null)[] = [];
		signals.listen((signal) => heard.push(signal));
		const row = { hash: 'h', id: 'i', text: '{}', keptAt: 1 };
		await query.insertInto('scenario').values(row).execute();

		await server.kill();
		const refused = await query.selectFrom('scenario').selectAll().execute().catch(readDatabaseError);
		expect(refused).toMatchObject({ code: 'DATABASE_LOST' });
		expect(broken.length).toBeGreaterThan(0);

		await server.restart();
		expect(await query.selectFrom('scenario').selectAll().execute()).toEqual([row]);
		await until(() => heard.includes(null));
		await signals.tell({ topic: 'board', id: 'x' });
		await until(() => heard.length > 1);
		expect(heard).toEqual([null, { topic: 'board', id: 'x' }]);
		await close();
	});
});

async function until(holds: () => boolean): Promise<void> {
	for (const end = Date.now() + 20_000; !holds(); await sleep(20)) {
		if (Date.now() > end) throw new Error('waited in vain');
	}
}
