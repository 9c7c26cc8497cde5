/** After a first visit the game needs no network; a new version is announced, and waits. */
import { startDeployment } from '../support/deployment.ts';
import {
	beginGame,
	endTurn,
	expectOneArea,
	expectSaved,
	goOn,
	playerOf,
	workOneArea
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'en', serviceWorkers: 'allow' });

test('a game goes on, is loaded again and begun anew without a network', async ({
	page,
	context,
	complaints
}) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await page.goto('/settings');
	await expect(page.getByText(t('settings.offline.kept'))).toBeVisible();
	await beginGame(player);
	await context.setOffline(true);
	await expectSaved(player, 'offline');
	await workOneArea(player);
	// What is not written yet goes with the page; the bar says when it is.
	await expectSaved(player, 'offline');
	await page.reload();
	await expectOneArea(player);
	await endTurn(player, 1);
	await expect(
		page.getByRole('heading', { name: t('report.title') }).or(page.getByRole('heading', { level: 1 }))
	).toBeVisible();
	await goOn(player);
	await endTurn(player, 2);
	for (const [path, title] of [
		['/help', t('help.title')],
		['/glossary', t('glossary.title')],
		['/settings', t('settings.title')]
	] as const) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	}
	await beginGame(player, 'another');
	await expectSaved(player, 'offline');
	await page.goto('/no-such-page');
	await expect(page.getByText(t('error.notFound'))).toBeVisible();
	// The language that was not chosen is kept as well.
	await page.goto('/');
	await page.getByText('中文').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('沙盘 Shapan');
	// Chromium itself logs what it could not reach.
	for (const complaint of complaints.splice(0)) expect(complaint).toContain('ERR_INTERNET_DISCONNECTED');
});

test('a new version waits: not announced in a game, taken when the reader says so', async ({
	page,
	baseURL
}) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	const deployment = await startDeployment(baseURL ?? '');
	try {
		await page.goto(`${deployment.address}/settings`);
		await expect(page.getByText(t('settings.offline.kept'))).toBeVisible();
		await beginGame(player, 'e2e', deployment.address);
		await expectSaved(player);
		deployment.deploy();
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			await registration?.update();
		});
		const waits = () =>
			page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null);
		// All of a version is fetched before it waits.
		await expect.poll(waits, { timeout: 30_000 }).toBe(true);
		await expect(page.getByText(t('update.ready'))).toHaveCount(0);
		await workOneArea(player);
		await expectSaved(player);
		await page.getByRole('link', { name: t('nav.home') }).click();
		await expect(page.getByText(t('update.ready'))).toBeVisible();
		const loaded = page.waitForEvent('load');
		await page.getByRole('button', { name: t('update.now') }).click();
		await loaded;
		expect(await waits()).toBe(false);
		await expect(page.getByText(t('update.ready'))).toHaveCount(0);
		await page.getByRole('link', { name: t('home.continue') }).click();
		await expectOneArea(player);
	} finally {
		await deployment.stop();
	}
});
