import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/databases.ts';
import { openDatabase } from './index.ts';
import { checksumOf, migrate } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

const later: Migration = {
	name: '9999-later',
	statements: ['create table later (id text not null primary key)']
};

test('no migration that was given out has changed, and none came in between', () => {
	expect(MIGRATIONS.map((migration) => [migration.name, checksumOf(migration).slice(0, 16)]))
		.toMatchInlineSnapshot(`
			[
			  [
			    "0001-scenarios",
			    "4c75852572e7432d",
			  ],
			  [
			    "0002-rooms",
			    "7c0dfc5e4e471902",
			  ],
			  [
			    "0003-board",
			    "c249114e9a686301",
			  ],
			  [
			    "0004-practice",
			    "b832c38fb00f407a",
			  ],
			  [
			    "0005-games",
			    "c104864b7ad545b0",
			  ],
			]
		`);
});

test('names are numbered in order', () => {
	expect(MIGRATIONS.map(({ name }) => Number(name.slice(0, 4)))).toEqual(MIGRATIONS.map((_, i) => i + 1));
});

onBothDatabases((bench) => {
	test('a new database gets all tables, and the same again nothing', async () => {
		const { query, kind } = await bench.database();
		expect(await migrate(query, kind)).toEqual({ ok: true, value: [] });
		expect(await migrate(query, kind, [...MIGRATIONS, later])).toEqual({ ok: true, value: ['9999-later'] });
	});

	test('a migration that fails half-way leaves nothing of itself', async () => {
		const { query, kind } = await bench.database();
		const broken: Migration = { name: '9999-broken', statements: [...later.statements, 'create nonsense'] };
		await expect(migrate(query, kind, [...MIGRATIONS, broken])).rejects.toThrow(/nonsense/);
		expect(await migrate(query, kind, [...MIGRATIONS, later])).toEqual({ ok: true, value: ['9999-later'] });
	});

	test('a database of a newer version is refused', async () => {
		const { query, kind } = await bench.database();
		await migrate(query, kind, [...MIGRATIONS, later]);
		expect(await migrate(query, kind)).toMatchObject({
			ok: false,
			faults: [{ code: 'DATABASE_NEWER', params: { migration: '9999-later' } }]
		});
	});

	test('a migration that reads otherwise than the one that was run is refused', async () => {
		const { query, kind } = await bench.database();
		const [first, ...rest] = MIGRATIONS;
		const changed = { name: first?.name ?? '', statements: ['create table other (id text)'] };
		expect(await migrate(query, kind, [changed, ...rest])).toMatchObject({
			ok: false,
			faults: [{ code: 'DATABASE_FOREIGN', params: { migration: first?.name } }]
		});
	});

	describe('two that start at once', () => {
		test('migrate once, or one of them is refused', async () => {
			const target = await bench.target();
			const both = await Promise.all([openDatabase(target), openDatabase(target)]);
			const [opened, others] = [both.filter(({ ok }) => ok), both.filter(({ ok }) => !ok)];
			if (bench.kind === 'sqlite') {
				expect(others).toMatchObject([
					{ faults: [{ code: 'DATABASE_IN_USE', params: { folder: target.folder } }] }
				]);
			} else expect(opened).toHaveLength(2);
			const first = opened[0];
			if (!first?.ok) throw new Error('none was opened');
			const { rows } = await sql<{ count: number }>`select count(*) as count from migration`.execute(
				first.value.query
			);
			expect(rows).toEqual([{ count: MIGRATIONS.length }]);
			for (const database of opened) if (database.ok) await database.value.close();
		});
	});
});
