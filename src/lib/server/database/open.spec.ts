import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onBothDatabases, temporaryFolder } from '../../../../tests/support/databases.ts';
import { openDatabase } from './index.ts';
import { DATABASE_FILE } from './sqlite.ts';

const row = { hash: 'h', id: 'first-city', text: '{}', keptAt: 1_764_200_000_123 };

onBothDatabases((bench) => {
	test('gives back what was written, whole numbers as numbers', async () => {
		const { query } = await bench.database();
		await query.insertInto('scenario').values(row).execute();
		expect(await query.selectFrom('scenario').selectAll().execute()).toEqual([row]);
		const counted = query.selectFrom('scenario').select((it) => it.fn.countAll<number>().as('rows'));
		expect(await counted.executeTakeFirst()).toEqual({ rows: 1 });
	});

	test('a transaction that fails leaves nothing behind', async () => {
		const database = await bench.database();
		const failing = database.transaction(async (tx) => {
			await tx.insertInto('scenario').values(row).execute();
			throw new Error('no');
		});
		await expect(failing).rejects.toThrow('no');
		expect(await database.query.selectFrom('scenario').selectAll().execute()).toEqual([]);
	});

	test('transactions that read and then write the same row do not lose each other’s writes', async () => {
		const database = await bench.database();
		await database.query
			.insertInto('scenario')
			.values({ ...row, keptAt: 0 })
			.execute();
		const raise = (): Promise<unknown> =>
			database.transaction(async (tx) => {
				const rows = database.locked(tx.selectFrom('scenario').select('keptAt').where('hash', '=', row.hash));
				const { keptAt } = await rows.executeTakeFirstOrThrow();
				await tx
					.updateTable('scenario')
					.set({ keptAt: keptAt + 1 })
					.execute();
			});
		await Promise.all(Array.from({ length: 20 }, raise));
		expect(await database.query.selectFrom('scenario').select('keptAt').execute()).toEqual([{ keptAt: 20 }]);
	});

	test('a closed database opens again with what it held', async () => {
		const target = await bench.target();
		for (const rows of [1, 2]) {
			const opened = await openDatabase(target);
			if (!opened.ok) throw new Error(opened.faults[0]?.message);
			await opened.value.query
				.insertInto('scenario')
				.values({ ...row, hash: `h${rows}` })
				.execute();
			expect(await opened.value.query.selectFrom('scenario').select('hash').execute()).toHaveLength(rows);
			await opened.value.close();
		}
	});
});

test('a folder that is held is refused, and opens once it is let go', async () => {
	const target = { url: null, folder: temporaryFolder() };
	const first = await openDatabase(target);
	const second = openDatabase(target);
	if (!first.ok) throw new Error(first.faults[0]?.message);
	await first.value.close();
	const waited = await second;
	expect(waited.ok).toBe(true);
	if (waited.ok) await waited.value.close();
});

test.each([
	['that is no database', 'no database at all, but long enough to be looked at. '.repeat(20)],
	['that was cut off', 'SQLite format 3\0']
])('a file %s is refused', async (_name, text) => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, DATABASE_FILE), text);
	const opened = await openDatabase({ url: null, folder });
	expect(opened).toMatchObject({ ok: false, faults: [{ code: 'DATABASE_DAMAGED', params: { folder } }] });
});

test('a folder that cannot be made is refused', async () => {
	const folder = join(temporaryFolder(), 'file', 'below');
	writeFileSync(join(folder, '..'), '');
	expect(await openDatabase({ url: null, folder })).toMatchObject({
		ok: false,
		faults: [{ code: 'DATABASE_FOLDER', params: { folder } }]
	});
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is refused', async () => {
	const folder = join(temporaryFolder(), 'held');
	mkdirSync(folder);
	chmodSync(folder, 0o500);
	expect(await openDatabase({ url: null, folder })).toMatchObject({ faults: [{ code: 'DATABASE_FOLDER' }] });
});

test.each(['', 'mysql://a/b', 'nonsense'])('DATABASE_URL=%s is refused', async (url) => {
	expect(await openDatabase({ url, folder: '' })).toMatchObject({ faults: [{ code: 'DATABASE_ADDRESS' }] });
});

test('a server that does not answer is refused', async () => {
	// Port 9 is “discard”: nobody listens there.
	const opened = await openDatabase({ url: 'postgres://a@127.0.0.1:9/b', folder: '' });
	expect(opened).toMatchObject({ ok: false, faults: [{ code: 'DATABASE_LOST' }] });
});
