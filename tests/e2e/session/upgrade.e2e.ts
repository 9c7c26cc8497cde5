/**
 * Databases as earlier versions left them, row by row: today's store opens them, and every game in them. After a change
 * of `SCHEMA_VERSION`, SHAPAN_WRITE_SAVES=1 has this test add the rows of the new one.
 */
import { SCHEMA_VERSION } from '#lib/session/rows.ts';
import { encodeSave, readSave } from '#lib/protocol/index.ts';
import { saveOf } from '#lib/session/assemble.ts';
import { ensureKept, filesIn, keptFile } from '../../saves/support/files.ts';
import { draftOf, keptGame, planOf } from '../../support/stored.ts';
import { dump, make, type Dump, type KeyPaths } from './support/raw.ts';
import { valueOf } from './support/results.ts';
import { ask, expect, openIn, test } from './support/test.ts';

interface KeptRows {
	/** Native version of the database. */
	readonly version: number;
	readonly keyPaths: KeyPaths;
	readonly rows: Dump;
}

test('the rows of today’s schema are among those kept', async ({ storePage }) => {
	await ensureKept(`rows/${SCHEMA_VERSION}.json`, async () => {
		const page = await storePage();
		const begun = keptGame('first-city.yaml', 'begun', 0);
		const midway = keptGame('first-city.yaml', 'midway', 2, [{ sellOutUnits: 9000, reason: '先铺学院片' }]);
		const finished = keptGame('first-city.yaml', 'finished');
		valueOf(await ask(page, 'create', begun.start));
		const { game } = valueOf(await ask(page, 'create', midway.start, midway.turns));
		const { lease } = valueOf(await ask(page, 'open', game));
		const [first] = midway.turns;
		if (first === undefined) throw new Error('too short a game');
		valueOf(await ask(page, 'saveDraft', lease, draftOf(2, planOf(first), 'kept')));
		valueOf(await ask(page, 'create', finished.start, finished.turns));
		const { version, keyPaths } = await page.evaluate(
			() =>
				new Promise<{ version: number; keyPaths: KeyPaths }>((done, failed) => {
					const request = indexedDB.open('shapan');
					request.onerror = () => failed(request.error);
					request.onsuccess = () => {
						const { result } = request;
						const names = [...result.objectStoreNames];
						const transaction = result.transaction(names);
						const paths = names.map((name) => [name, transaction.objectStore(name).keyPath ?? ''] as const);
						done({ version: result.version, keyPaths: Object.fromEntries(paths) });
						result.close();
					};
				})
		);
		const kept: KeptRows = { version, keyPaths, rows: await dump(page) };
		return `${JSON.stringify(kept)}\n`;
	});
	expect(filesIn('rows')).toContain(`${SCHEMA_VERSION}.json`);
});

for (const name of filesIn('rows')) {
	test(`the games of schema ${name.replace('.json', '')} open, can be played on and exported`, async ({
		blankPage
	}) => {
		const { version, keyPaths, rows }: KeptRows = JSON.parse(keptFile(`rows/${name}`));
		const page = await blankPage();
		await make(page, version, keyPaths, rows);
		expect(await openIn(page)).toEqual([]);

		const listed = valueOf(await ask(page, 'list'));
		expect(listed.map(({ played, turns, fault }) => [played, turns, fault]).sort()).toEqual([
			[0, 6, null],
			[2, 6, null],
			[7, 6, null]
		]);
		for (const { id, played } of listed) {
			const { game } = valueOf(await ask(page, 'open', id));
			expect(game.turns).toHaveLength(played);
			expect(game.draftFault).toBeUndefined();
			expect(game.draft?.prediction?.reason).toBe(played === 2 ? 'kept' : undefined);
			expect(readSave(encodeSave(saveOf(game))).ok).toBe(true);
		}

		const [finished, begun] = [7, 0].map((played) => listed.find((it) => it.played === played)?.id ?? '');
		const [first] = valueOf(await ask(page, 'peek', finished ?? '')).turns;
		const { lease } = valueOf(await ask(page, 'open', begun ?? ''));
		if (first === undefined) throw new Error('a finished game without turns');
		valueOf(await ask(page, 'appendTurn', lease, first));
		expect(valueOf(await ask(page, 'peek', begun ?? '')).turns).toEqual([first]);
	});
}
