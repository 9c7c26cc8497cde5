/** Two tabs, one game: the one that opened it last writes, the other is told, and could not write if it was not. */
import type { BrowserContext, Page } from '@playwright/test';
import { draftOf, keptGame, planOf } from '../../support/stored.ts';
import { faultsOf, valueOf } from './support/results.ts';
import { ask, expect, test } from './support/test.ts';

const { start, turns } = keptGame('first-city.yaml', 'tabs', 2);
const [first, second] = turns;
if (first === undefined || second === undefined) throw new Error('too short a game');
const plan = planOf(first);

const LOST = [{ code: 'STORE_LEASE_LOST' }];

const lostIn = (page: Page) => page.evaluate(() => session.lost);
const changesIn = (page: Page) => page.evaluate(() => session.changes);
/** Browsers without word between tabs: as old as the oldest there is. */
const mute = (context: BrowserContext) =>
	context.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));

test('the older tab is told, its writes are refused, and the newer one plays on', async ({ storePage }) => {
	const [older, newer] = [await storePage(), await storePage()];
	const lease = valueOf(await ask(older, 'create', start));
	await older.evaluate((it) => session.watch(it), lease);
	valueOf(await ask(older, 'saveDraft', lease, draftOf(0, plan, 'older')));

	const taken = valueOf(await ask(newer, 'open', lease.game));
	expect(taken.game.draft?.prediction?.reason).toBe('older');
	await expect.poll(() => lostIn(older)).toEqual(['STORE_LEASE_LOST']);

	expect(faultsOf(await ask(older, 'saveDraft', lease, draftOf(0, plan, 'late')))).toEqual(LOST);
	expect(faultsOf(await ask(older, 'appendTurn', lease, first))).toEqual(LOST);
	valueOf(await ask(newer, 'appendTurn', taken.lease, first));
	expect(faultsOf(await ask(older, 'appendTurn', lease, first))).toEqual(LOST);
	// Told once, however often it tries.
	expect(await lostIn(older)).toEqual(['STORE_LEASE_LOST']);

	const back = valueOf(await ask(older, 'open', lease.game));
	expect(back.game.turns).toEqual([first]);
	valueOf(await ask(older, 'appendTurn', back.lease, second));
	expect(faultsOf(await ask(newer, 'appendTurn', taken.lease, second))).toEqual(LOST);
});

test('the same tab opening a game twice has it once', async ({ storePage }) => {
	const page = await storePage();
	const lease = valueOf(await ask(page, 'create', start));
	await page.evaluate((it) => session.watch(it), lease);
	const again = valueOf(await ask(page, 'open', lease.game));
	expect(await lostIn(page)).toEqual(['STORE_LEASE_LOST']);
	expect(faultsOf(await ask(page, 'appendTurn', lease, first))).toEqual(LOST);
	valueOf(await ask(page, 'appendTurn', again.lease, first));
});

test('a lease that was lost before anybody listened is told all the same', async ({ storePage }) => {
	const [older, newer] = [await storePage(), await storePage()];
	const lease = valueOf(await ask(older, 'create', start));
	valueOf(await ask(newer, 'open', lease.game));
	expect(faultsOf(await ask(older, 'appendTurn', lease, first))).toEqual(LOST);
	await older.evaluate((it) => session.watch(it), lease);
	await expect.poll(() => lostIn(older)).toEqual(['STORE_LEASE_LOST']);
});

test('looking on takes nothing away', async ({ storePage }) => {
	const [player, onlooker] = [await storePage(), await storePage()];
	const lease = valueOf(await ask(player, 'create', start));
	await player.evaluate((it) => session.watch(it), lease);
	valueOf(await ask(onlooker, 'peek', lease.game));
	valueOf(await ask(onlooker, 'list'));
	valueOf(await ask(player, 'appendTurn', lease, first));
	expect(await lostIn(player)).toEqual([]);
});

test('of two tabs that open and play at the same time, one plays each turn', async ({ storePage }) => {
	const pages = [await storePage(), await storePage()] as const;
	const { game } = valueOf(await ask(pages[0], 'create', start));
	for (const turn of turns) {
		const opened = await Promise.all(pages.map((page) => ask(page, 'open', game)));
		const leases = opened.map((it) => valueOf(it).lease);
		const [a, b] = leases;
		if (a === undefined || b === undefined) throw new Error('not opened');
		expect(a.epoch).not.toBe(b.epoch);
		const kept = await Promise.all([
			ask(pages[0], 'appendTurn', a, turn),
			ask(pages[1], 'appendTurn', b, turn)
		]);
		expect(kept.map(({ ok }) => ok)).toEqual([a.epoch > b.epoch, b.epoch > a.epoch]);
	}
	expect(valueOf(await ask(pages[0], 'peek', game)).turns).toEqual(turns);
});

test('a list elsewhere is told of what changes, though not of drafts', async ({ storePage }) => {
	const [player, list] = [await storePage(), await storePage()];
	await list.evaluate(() => session.watch({ game: 'none', epoch: 1 }));
	const lease = valueOf(await ask(player, 'create', start));
	await expect.poll(() => changesIn(list)).toBe(1);
	valueOf(await ask(player, 'saveDraft', lease, draftOf(0, plan, 'x')));
	valueOf(await ask(player, 'appendTurn', lease, first));
	await expect.poll(() => changesIn(list)).toBe(2);
	valueOf(await ask(player, 'remove', lease.game));
	await expect.poll(() => changesIn(list)).toBe(3);
	expect(await lostIn(list)).toEqual([]);
});

test.describe('where tabs cannot talk', () => {
	test('the write is refused, and tells', async ({ context, storePage }) => {
		await mute(context);
		const [older, newer] = [await storePage(), await storePage()];
		const lease = valueOf(await ask(older, 'create', start));
		await older.evaluate((it) => session.watch(it), lease);
		const taken = valueOf(await ask(newer, 'open', lease.game));
		expect(await lostIn(older)).toEqual([]);
		expect(faultsOf(await ask(older, 'appendTurn', lease, first))).toEqual(LOST);
		expect(await lostIn(older)).toEqual(['STORE_LEASE_LOST']);
		valueOf(await ask(newer, 'appendTurn', taken.lease, first));
	});

	test('a tab looks when it is shown again', async ({ context, storePage }) => {
		await mute(context);
		const [older, newer] = [await storePage(), await storePage()];
		const lease = valueOf(await ask(older, 'create', start));
		await older.evaluate((it) => session.watch(it), lease);
		valueOf(await ask(newer, 'open', lease.game));
		// Headless tabs are always visible; what a browser says when one is brought to the front is said here.
		await older.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await expect.poll(() => lostIn(older)).toEqual(['STORE_LEASE_LOST']);
		expect(await changesIn(older)).toBe(1);
	});
});
