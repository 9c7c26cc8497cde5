/** A new version is put in place while a page of the old one is open, in a browser that keeps no pages. */
import { startDeployment, type Deployment } from '../support/deployment.ts';
import {
	beginGame,
	endButton,
	endTurn,
	expectOneArea,
	expectSaved,
	expectTurn,
	playerOf,
	workOneArea
} from '../support/player.ts';
import { expect, test as base } from '../support/test.ts';

const test = base.extend<{ deployment: Deployment }>({
	deployment: async ({ baseURL }, use) => {
		const deployment = await startDeployment(baseURL ?? '');
		await use(deployment);
		await deployment.stop();
	}
});

test.use({ locale: 'en' });

/** What is said of a file that is gone, and nothing else. */
function expectOnlyGone(complaints: string[]): void {
	expect(complaints.length).toBeGreaterThan(0);
	// Which of a page's files is missed first is chance.
	for (const complaint of complaints.splice(0))
		expect(complaint).toMatch(
			/404 \(Not Found\)|Failed to fetch dynamically imported module|Unable to preload CSS/
		);
}

test('a language whose words are gone: the page is loaded again, with the plan as it was', async ({
	page,
	deployment,
	complaints
}) => {
	const player = await playerOf(page, 'en');
	await beginGame(player, 'e2e', deployment.address);
	await workOneArea(player);
	await expectSaved(player);
	deployment.replace();
	const loaded = page.waitForEvent('load');
	await page.getByText('中文').click();
	await loaded;
	await expectTurn(player, 1);
	await expectOneArea(player);
	// The page is one of the new version now, which has its files.
	await page.getByText('中文').click();
	await expectOneArea(await playerOf(page, 'zh-CN'));
	expectOnlyGone(complaints);
});

test('a report whose script is gone: the turn was played once, and its report is there', async ({
	page,
	deployment,
	complaints
}) => {
	const player = await playerOf(page, 'en');
	const { t } = player;
	await beginGame(player, 'e2e', deployment.address);
	await workOneArea(player);
	await expectSaved(player);
	const game = new URL(page.url()).searchParams.get('game');
	deployment.replace();
	const loaded = page.waitForEvent('load');
	await endButton(player).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: t('end.go') })
		.click();
	await loaded;
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(`${deployment.address}/play?game=${game}`);
	await expectTurn(player, 2);
	await expectOneArea(player);
	await page.goto(`${deployment.address}/play/report?game=${game}&turn=1`);
	await expect(page.locator('canvas')).toHaveCount(4);
	await page.goto(`${deployment.address}/play?game=${game}`);
	await endTurn(player, 2);
	expectOnlyGone(complaints);
});
