/** What browsers do to what is kept: refuse it, fill up, throw it away, hand it to another version. */
import type { Page } from '@playwright/test';
import { draftOf, keptGame, planOf } from '../../support/stored.ts';
import { dump, make, release, VERSION_1 } from './support/raw.ts';
import { faultsOf, valueOf } from './support/results.ts';
import { ask, expect, openIn, test } from './support/test.ts';

const { start, turns } = keptGame('first-city.yaml', 'trouble', 3);
const [first, second] = turns;
if (first === undefined || second === undefined) throw new Error('too short a game');
const plan = planOf(first);

const lostIn = (page: Page) => page.evaluate(() => session.lost);

test('a full store says so; what was acknowledged stays, and the same write succeeds once there is room', async ({
	blankPage,
	storePage,
	context,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const browser = await context.newCDPSession(await blankPage());
	await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
	const page = await storePage();
	const lease = valueOf(await ask(page, 'create', start, [first]));
	valueOf(await ask(page, 'saveDraft', lease, draftOf(1, plan, 'kept')));
	const before = valueOf(await ask(page, 'peek', lease.game));

	// Filled by what players fill it with: whole games first, then ever smaller writes.
	const begun: string[] = [];
	let full = await ask(page, 'create', start, turns);
	for (; full.ok; full = await ask(page, 'create', start, turns)) begun.push(full.value.game);
	expect(begun.length).toBeGreaterThan(3);
	const padded = { ...draftOf(1, plan, 'x'), undo: Array.from({ length: 200 }, () => plan) };
	const refused = [full, await ask(page, 'saveDraft', lease, padded)];
	for (const result of refused) expect(faultsOf(result)).toEqual([{ code: 'STORE_FULL' }]);

	expect(valueOf(await ask(page, 'peek', lease.game))).toEqual(before);
	const listed = valueOf(await ask(page, 'list'));
	expect(listed.map(({ id }) => id).sort()).toEqual([lease.game, ...begun].sort());
	expect(listed.filter(({ fault }) => fault !== null)).toEqual([]);

	await browser.send('Storage.overrideQuotaForOrigin', { origin });
	valueOf(await ask(page, 'saveDraft', lease, padded));
	valueOf(await ask(page, 'appendTurn', lease, second));
	const after = valueOf(await ask(page, 'peek', lease.game));
	expect(after).toEqual({ ...before, turns: [first, second], draft: null });
});

test.describe('site data cleared while the page is open', () => {
	test('is found at the next write; the game in the page can be kept anew', async ({
		storePage,
		context,
		baseURL
	}) => {
		const page = await storePage();
		const lease = valueOf(await ask(page, 'create', start, [first]));
		const browser = await context.newCDPSession(page);
		await browser.send('Storage.clearDataForOrigin', { origin: baseURL ?? '', storageTypes: 'indexeddb' });
		expect(faultsOf(await ask(page, 'appendTurn', lease, second))).toEqual([{ code: 'STORE_GAME_MISSING' }]);
		expect(faultsOf(await ask(page, 'saveDraft', lease, draftOf(1, plan, 'x')))).toEqual([
			{ code: 'STORE_GAME_MISSING' }
		]);
		expect(valueOf(await ask(page, 'list'))).toEqual([]);
		const anew = valueOf(await ask(page, 'create', start, [first, second]));
		expect(valueOf(await ask(page, 'peek', anew.game)).turns).toEqual([first, second]);
	});

	test('in the middle of many writes: what is told is what is there', async ({
		storePage,
		context,
		baseURL
	}) => {
		const page = await storePage();
		const { game } = valueOf(await ask(page, 'create', start));
		const browser = await context.newCDPSession(page);
		const writing = page.evaluate(
			async ([id, plan]) => {
				const opened = await session.store?.open(id);
				if (opened?.ok !== true) throw new Error('not opened');
				for (let refused = 0; refused < 20;) {
					const draft = { turn: 0, plan, undo: [], redo: [], prediction: null };
					const saved = await session.store?.saveDraft(opened.value.lease, draft);
					if (saved?.ok !== true) refused++;
					session.told.push(saved?.ok === true ? 'ok' : (saved?.faults[0]?.code ?? ''));
				}
				return session.told;
			},
			[game, plan] as const
		);
		await page.waitForFunction(() => session.told.length > 20);
		await browser.send('Storage.clearDataForOrigin', { origin: baseURL ?? '', storageTypes: 'indexeddb' });
		const told = await writing;
		// Nothing but success before, and nothing but the one reason after.
		const turned = told.findIndex((it) => it !== 'ok');
		expect(turned).toBeGreaterThan(20);
		expect(new Set(told.slice(turned))).toEqual(new Set(['STORE_GAME_MISSING']));
	});

	test('a database deleted by another page is made anew', async ({ storePage, blankPage }) => {
		const [page, other] = [await storePage(), await blankPage()];
		const lease = valueOf(await ask(page, 'create', start));
		await other.evaluate(
			() =>
				new Promise<void>((done, failed) => {
					const request = indexedDB.deleteDatabase('shapan');
					request.onsuccess = () => done();
					request.onblocked = () => failed(new Error('blocked'));
				})
		);
		expect(faultsOf(await ask(page, 'appendTurn', lease, first))).toEqual([{ code: 'STORE_GAME_MISSING' }]);
	});
});

test.describe('a browser that keeps nothing', () => {
	const ways: readonly (readonly [string, () => void])[] = [
		[
			'refuses to open',
			() => {
				IDBFactory.prototype.open = () => {
					throw new DOMException('denied', 'SecurityError');
				};
			}
		],
		[
			'fails to open',
			() => {
				const open = IDBFactory.prototype.open;
				IDBFactory.prototype.open = function (name: string) {
					// A version that cannot be: the request fails later, as a broken profile makes it.
					const request = open.call(this, name, 2 ** 40);
					request.addEventListener('upgradeneeded', () => request.transaction?.abort());
					return request;
				};
			}
		],
		['has none', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
		[
			'throws at the asking',
			() =>
				Object.defineProperty(globalThis, 'indexedDB', {
					get: () => {
						throw new DOMException('denied', 'SecurityError');
					}
				})
		]
	];
	for (const [name, breakIt] of ways) {
		test(name, async ({ context, blankPage }) => {
			await context.addInitScript(breakIt);
			expect(await openIn(await blankPage())).toEqual(['STORE_BLOCKED']);
		});
	}
});

test.describe('versions', () => {
	const NEWER = VERSION_1 * 2;
	const OURS = { games: 'id', starts: 'game', turns: ['game', 'turn'], drafts: 'game', leases: 'game' };

	test('a newer one takes over: the older tab lets go, says so, and writes no more', async ({
		storePage,
		blankPage
	}) => {
		const [older, newer] = [await storePage(), await blankPage()];
		const lease = valueOf(await ask(older, 'create', start));
		await older.evaluate((it) => session.watch(it), lease);
		await make(newer, NEWER, { ...OURS, later: 'id' });
		await expect.poll(() => lostIn(older)).toEqual(['STORE_NEWER']);
		const before = await dump(newer);
		expect(faultsOf(await ask(older, 'appendTurn', lease, first))).toEqual([{ code: 'STORE_NEWER' }]);
		expect(faultsOf(await ask(older, 'list'))).toEqual([{ code: 'STORE_NEWER' }]);
		expect(await openIn(older)).toEqual(['STORE_NEWER']);
		expect(await dump(newer)).toEqual(before);
	});

	test('a database of a newer one is not opened, whatever is in it', async ({ blankPage }) => {
		const page = await blankPage();
		// Without a table of ours, dexie would add it.
		await make(page, NEWER, { games: 'id' }, { games: [{ id: 'a', of: 'the future' }] });
		const before = await dump(page);
		expect(await openIn(page)).toEqual(['STORE_NEWER']);
		expect(await dump(page)).toEqual(before);
		expect(await page.evaluate(() => indexedDB.databases())).toEqual([{ name: 'shapan', version: NEWER }]);
	});

	test('an older tab that does not let go is said, and waited for', async ({ blankPage }) => {
		const [older, newer] = [await blankPage(), await blankPage()];
		await make(older, VERSION_1 - 1, {}, {}, true);
		expect(await openIn(newer)).toEqual(['STORE_BUSY']);
		await release(older);
		await expect.poll(() => openIn(newer)).toEqual([]);
	});

	test('somebody else’s database of the same name is left alone', async ({ blankPage }) => {
		const page = await blankPage();
		await make(page, VERSION_1, { notes: 'id' }, { notes: [{ id: 1 }] });
		expect(await openIn(page)).toEqual(['STORE_DAMAGED']);
		expect(await dump(page)).toEqual({ notes: [{ id: 1 }] });
	});
});

test('the store’s own code is fetched when a store is opened; where it cannot be, that is said', async ({
	context,
	blankPage
}) => {
	const fetched: string[] = [];
	context.on('request', (request) => fetched.push(new URL(request.url()).pathname));
	const page = await blankPage();
	expect(fetched.filter((path) => path.includes('dexie'))).toEqual([]);
	await context.route('**/dexie-store.js', (route) => route.abort());
	expect(await openIn(page)).toEqual(['STORE_FAILED']);
	await context.unroute('**/dexie-store.js');
});
