/** After a first visit the game needs no network; a new version is announced, and waits. */
import { beginGame, endTurn, expectSaved, goOn, playerOf, workOnly } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const COLLEGE = { 'zh-CN': '学院片', en: 'College quarter' } as const;

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
	await expect(page.getByText(t('save.offline'))).toBeVisible();
	await workOnly(player, COLLEGE);
	await page.reload();
	await expect(page.getByRole('checkbox', { name: COLLEGE.en })).toBeChecked();
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
	await expectSavedOffline();
	await page.goto('/no-such-page');
	await expect(page.getByText(t('error.notFound'))).toBeVisible();
	// The language that was not chosen is kept as well.
	await page.goto('/');
	await page.getByText('中文').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('沙盘 Shapan');
	complaints.splice(0);

	async function expectSavedOffline(): Promise<void> {
		await expect(page.getByText(t('save.offline'))).toBeVisible();
	}
});

test('a new version waits: not announced in a game, taken when the reader says so', async ({ page }) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await page.goto('/settings');
	await expect(page.getByText(t('settings.offline.kept'))).toBeVisible();
	await beginGame(player);
	await expectSaved(player);
	// A deployment, as the browser sees it: the worker's file has changed.
	await page.context().route('**/service-worker.js', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `${await response.text()}\n// another version` });
	});
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
	});
	await expect
		.poll(() =>
			page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null)
		)
		.toBe(true);
	await expect(page.getByText(t('update.ready'))).toHaveCount(0);
	await workOnly(player, COLLEGE);
	await expectSaved(player);
	await page.getByRole('link', { name: t('nav.home') }).click();
	await expect(page.getByText(t('update.ready'))).toBeVisible();
	const loaded = page.waitForEvent('load');
	await page.getByRole('button', { name: t('update.now') }).click();
	await loaded;
	await expect(page.getByText(t('update.ready'))).toHaveCount(0);
	await page.getByRole('link', { name: t('home.continue') }).click();
	await expect(page.getByRole('checkbox', { name: COLLEGE.en })).toBeChecked();
});
