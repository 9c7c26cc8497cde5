/** What goes wrong around a game: nothing decided is lost, nothing is played twice, and it is said. */
import { writeFile } from 'node:fs/promises';
import { expectReplays } from '../support/replay.ts';
import {
	beginGame,
	endButton,
	endTurn,
	expectOneArea,
	expectSaved,
	expectTurn,
	exportGame,
	finish,
	goOn,
	playerOf,
	workOneArea
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'en' });

test('a killed worker costs a pause: the turn is played once, by another', async ({ page }) => {
	// The page's clock goes on by itself, and can be put forward.
	await page.clock.install();
	const player = await playerOf(page, 'en');
	await beginGame(player);
	await endTurn(player, 1);
	await goOn(player);
	await workOneArea(player);
	await expectSaved(player);
	for (const worker of page.workers()) await worker.evaluate(() => self.close());
	await endButton(player).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: player.t('end.go') })
		.click();
	// A worker that says nothing is given up after 20 seconds.
	await expect(page.getByRole('button', { name: player.t('plan.busy') }).first()).toBeVisible();
	await page.clock.fastForward(21_000);
	await expect(page).toHaveURL(/turn=2$/);
	for (let turn = 3; turn <= 6; turn++) {
		await goOn(player);
		await endTurn(player, turn);
	}
	await finish(player);
	const file = await exportGame(player);
	const { hashes, log } = JSON.parse(file);
	expect([hashes.length, log.plans.length]).toEqual([7, 6]);
	await expectReplays(file, await page.locator('[data-testid="final-hash"]').textContent());
});

test('site data cleared in the middle of a game is found and said; the game is kept anew, or taken as a file', async ({
	page,
	context,
	baseURL
}) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player);
	await endTurn(player, 1);
	await goOn(player);
	await expectSaved(player);
	const address = page.url();
	const browser = await context.newCDPSession(page);
	await browser.send('Storage.clearDataForOrigin', { origin: baseURL ?? '', storageTypes: 'indexeddb' });
	await workOneArea(player);
	await expect(page.getByRole('alert')).toContainText('STORE_GAME_MISSING');
	expect(JSON.parse(await exportGame(player)).hashes).toHaveLength(1);
	await page.getByRole('button', { name: t('home.again') }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expectSaved(player);
	expect(page.url()).not.toBe(address);
	await page.reload();
	await expectTurn(player, 2);
	await expectOneArea(player);
});

test('a second tab takes the game over; the first says so, writes nothing more, and can take it back', async ({
	page,
	context
}) => {
	const first = await playerOf(page, 'en');
	const { t } = first;
	await beginGame(first);
	await workOneArea(first);
	await expectSaved(first);
	const second = await playerOf(await context.newPage(), 'en');
	await second.page.goto(page.url());
	await expectOneArea(second);
	await expect(page.getByRole('alert').getByText(t('game.lost'))).toBeVisible();
	await expect(endButton(first)).toBeDisabled();
	await endTurn(second, 1);
	await page.bringToFront();
	await page.getByRole('button', { name: t('game.takeBack') }).click();
	await expectTurn(first, 2);
	await expect(second.page.getByRole('alert').getByText(t('game.lost'))).toBeVisible();
	await endTurn(first, 2);
});

test('the browser is asked to keep what it has once a game begins, and not before', async ({ page }) => {
	await page.addInitScript(() => {
		const { persist } = StorageManager.prototype;
		StorageManager.prototype.persist = function () {
			const { dataset } = document.documentElement;
			dataset['asked'] = String(Number(dataset['asked'] ?? '0') + 1);
			return persist.call(this);
		};
	});
	const player = await playerOf(page, 'en');
	const asked = page.locator('html[data-asked]');
	await page.goto('/');
	await expect(page.getByRole('button', { name: player.t('home.play') }).first()).toBeVisible();
	await expect(asked).toHaveCount(0);
	await beginGame(player);
	await expect(asked).toHaveAttribute('data-asked', '1');
});

test.describe('where nothing can be kept', () => {
	test('the game is played all the same, it is said, and can be exported and imported', async ({ page }) => {
		await page.addInitScript(() => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('storage is forbidden', 'SecurityError');
			};
		});
		const player = await playerOf(page, 'en');
		await beginGame(player);
		await expect(page.getByRole('alert').getByText('STORE_BLOCKED')).toBeVisible();
		await endTurn(player, 1);
		await expect(page.getByRole('alert').getByText('STORE_BLOCKED')).toBeVisible();
		const { hashes } = JSON.parse(await exportGame(player));
		expect(hashes).toHaveLength(1);
	});
});

test('a store that is there again takes the game, with the turns it missed', async ({ page }) => {
	await page.addInitScript(() => {
		const open = IDBFactory.prototype.open;
		IDBFactory.prototype.open = function (...args) {
			if (document.documentElement.dataset['blocked'] !== 'no') throw new DOMException('no', 'SecurityError');
			return open.apply(this, args);
		};
	});
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player);
	await endTurn(player, 1);
	await page.evaluate(() => {
		document.documentElement.dataset['blocked'] = 'no';
	});
	await page.getByRole('button', { name: t('home.again') }).click();
	await expectTurn(player, 2);
	await expectSaved(player);
	await workOneArea(player);
	await expectSaved(player);
	await page.getByRole('link', { name: t('nav.home') }).click();
	await page.getByRole('link', { name: t('home.continue') }).click();
	await expectOneArea(player);
	await expectTurn(player, 2);
});

test('a turn that could not be written is not dropped: it is offered as a file, and written when there is room', async ({
	page
}) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player);
	await expectSaved(player);
	await page.evaluate(() => {
		const held = window as unknown as { full: boolean };
		held.full = true;
		for (const name of ['put', 'add'] as const) {
			const write = IDBObjectStore.prototype[name];
			IDBObjectStore.prototype[name] = function (...args) {
				if (held.full) throw new DOMException('no room', 'QuotaExceededError');
				return write.apply(this, args);
			};
		}
	});
	await endTurn(player, 1);
	await expect(page.getByRole('alert')).toContainText('STORE_FULL');
	await page.getByRole('link', { name: t('nav.home') }).click();
	await expect(page.getByRole('alert')).toContainText('STORE_FULL');
	expect(JSON.parse(await exportGame(player)).hashes).toHaveLength(1);
	let asked = '';
	page.once('dialog', (dialog) => {
		asked = dialog.message();
		void dialog.dismiss();
	});
	await page
		.getByRole('button', { name: t('home.play') })
		.first()
		.click();
	await expect.poll(() => asked).toBe(t('home.drop'));
	await page.evaluate(() => {
		(window as unknown as { full: boolean }).full = false;
	});
	await page.getByRole('button', { name: t('home.again') }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.getByRole('link', { name: t('home.continue') }).click();
	await expectTurn(player, 2);
});

test('what is being typed is kept: a prediction, and a number nobody has left yet', async ({ page }) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player);
	await endButton(player).click();
	await page.getByLabel(t('end.units')).fill('1200');
	await page.getByLabel(t('end.reason')).fill('season');
	await page.getByRole('button', { name: t('end.back') }).click();
	await page.getByRole('tab', { name: t('lever.field') }).click();
	await page.getByLabel(t('field.heads'), { exact: true }).fill('4');
	await expect(
		page
			.getByText(t('plan.changes', { count: 1 }))
			.or(page.getByText('2 → 4'))
			.first()
	).toBeVisible();
	await expectSaved(player);
	await page.reload();
	await page.getByRole('tab', { name: t('lever.field') }).click();
	await expect(page.getByLabel(t('field.heads'), { exact: true })).toHaveValue('4');
	await endButton(player).click();
	await expect(page.getByLabel(t('end.units'))).toHaveValue('1200');
	await expect(page.getByLabel(t('end.reason'))).toHaveValue('season');
});

test.describe('a file', () => {
	test('of a game goes on where it was; the game it was made of is untouched', async ({ page }) => {
		const player = await playerOf(page, 'en');
		const { t } = player;
		await beginGame(player);
		for (const turn of [1, 2]) {
			await endTurn(player, turn);
			await goOn(player);
		}
		await page.goto('/');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: t('home.export') }).click()
		]);
		const path = await download.path();
		await page.getByLabel(t('home.import')).setInputFiles(path);
		await expectTurn(player, 3);
		await endTurn(player, 3);
		await page.goto('/');
		await expect(page.getByRole('link', { name: t('home.continue') })).toHaveCount(2);
		await expect(page.getByText(/Turn 4 of 6/).first()).toBeVisible();
		await expect(page.getByText(/Turn 3 of 6/).first()).toBeVisible();
	});

	const altered: readonly (readonly [string, string, (save: { readonly scenario: object }) => unknown])[] = [
		['that is no game', 'SAVE_FOREIGN', () => ({ hello: 1 })],
		['from a newer version', 'SAVE_NEWER', (save) => ({ ...save, version: 99 })],
		['that is damaged', 'SAVE_DAMAGED', (save) => ({ ...save, hashes: [] })],
		[
			'with another scenario in it',
			'SAVE_HASH',
			(save) => ({ ...save, scenario: { ...save.scenario, worldSeed: 'x' } })
		]
	];
	for (const [name, code, alter] of altered) {
		test(`${name} is refused by ${code}, and nothing is kept of it`, async ({ page }, info) => {
			const player = await playerOf(page, 'en');
			await beginGame(player);
			await endTurn(player, 1);
			await page.goto('/');
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: player.t('home.export') }).click()
			]);
			const { readFile } = await import('node:fs/promises');
			const file = info.outputPath('altered.json');
			await writeFile(file, JSON.stringify(alter(JSON.parse(await readFile(await download.path(), 'utf8')))));
			await page.getByLabel(player.t('home.import')).setInputFiles(file);
			await expect(page.getByRole('alert')).toContainText(code);
			await expect(page.getByRole('link', { name: player.t('home.continue') })).toHaveCount(1);
		});
	}

	test('of an older engine, or with another score, opens to be looked at only', async ({ page }, info) => {
		const player = await playerOf(page, 'en');
		const { t } = player;
		await beginGame(player);
		await endTurn(player, 1);
		const save = await (async () => {
			await page.goto('/');
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: t('home.export') }).click()
			]);
			const { readFile } = await import('node:fs/promises');
			return JSON.parse(await readFile(await download.path(), 'utf8'));
		})();
		const older = structuredClone(save);
		older.log.engineVersion = '0.9.0';
		const forged = structuredClone(save);
		forged.hashes[0] = '0'.repeat(32);
		const flattered = structuredClone(save);
		flattered.reports[0].score.pillars.no1 = 100_000;
		const raised = structuredClone(save);
		raised.score.total = 100_000;
		for (const [file, code] of [
			[older, 'SAVE_OLDER_ENGINE'],
			[forged, 'REPLAY_HASH'],
			[flattered, 'REPLAY_REPORT'],
			[raised, 'REPLAY_SCORE']
		] as const) {
			await page.goto('/');
			const path = info.outputPath(`${code}.json`);
			await writeFile(path, JSON.stringify(file));
			await page.getByLabel(t('home.import')).setInputFiles(path);
			await expect(page).toHaveURL(/\/play\/result/);
			await expect(page.getByRole('alert')).toContainText(code);
			await expect(page.getByText('College quarter').first()).toBeVisible();
		}
	});
});
