/** A finished game on its way to the board and back, in both languages, with the network there and away. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext, Page } from '@playwright/test';
import { encodeSave, makeSave } from '#lib/protocol/index.ts';
import { faults } from './support/axe.ts';
import { played } from '../support/games.ts';
import { shipped } from '../support/scenarios.ts';
import { handedIn } from '../support/submissions.ts';
import { playerOf, type Player } from './support/player.ts';
import { expect, test } from './support/test.ts';

const scenario = shipped('first-city.yaml');

/** A game nobody handed in before, played to its end, open on its result. */
async function openResult({ page, t }: Player, seed: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'shapan-board-'));
	try {
		const file = join(folder, 'game.json');
		writeFileSync(file, encodeSave(makeSave(played(scenario, 'one-area-first', seed), scenario, null)));
		await page.goto('/');
		await page.getByLabel(t('home.import')).setInputFiles(file);
		await expect(page).toHaveURL(/game=/);
		await page.goto('/');
		await page
			.getByRole('link', { name: t('home.look') })
			.first()
			.click();
		await expect(page.getByRole('heading', { level: 1, name: t('result.title') })).toBeVisible();
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function handIn({ page, t }: Player, name: string): Promise<void> {
	await page.getByLabel(t('handIn.name')).fill(name);
	await page.getByRole('button', { name: t('handIn.send'), exact: true }).click();
}

async function expectAccessible(page: Page): Promise<void> {
	expect(await faults(page)).toEqual([]);
}

/** The browser writes down every request that fails; here one is meant to. */
function expectFailedRequests(complaints: string[]): void {
	expect(complaints.filter((it) => !it.includes('Failed to load resource'))).toEqual([]);
	complaints.length = 0;
}

for (const locale of ['zh-CN', 'en'] as const) {
	test.describe(locale, () => {
		test.use({ locale });

		test('a game is handed in, ranked, and taken away again', async ({ page }) => {
			const player = await playerOf(page, locale);
			const { t } = player;
			await openResult(player, `board ${locale}`);
			const name = locale === 'en' ? '<i>Bo</i>' : '小明 👩‍👩‍👧';
			await handIn(player, name);
			await expect(page.getByText(/已上榜|On the board: /)).toBeVisible({ timeout: 30_000 });
			await expectAccessible(page);
			await page.getByRole('link', { name: t('handIn.board') }).click();
			const row = page
				.getByRole('row')
				.filter({ has: page.getByRole('rowheader', { name: t('board.own.mark', { name }) }) });
			await expect(row).toBeVisible();
			await page.getByLabel(t('board.by')).selectOption('stock');
			await expect(row).toBeVisible();
			await expectAccessible(page);
			await page.getByRole('button', { name: t('board.forget') }).click();
			await expect(page.getByText(t('board.forgotten'))).toBeVisible();
			await expect(row).toHaveCount(0);
		});
	});
}

test.describe('without a network', () => {
	test.use({ locale: 'en' });

	test('a game is noted, said not to be sent, and sent when there is one', async ({
		page,
		context,
		complaints
	}) => {
		const player = await playerOf(page, 'en');
		const { t } = player;
		await openResult(player, 'board offline');
		await context.setOffline(true);
		await handIn(player, 'Offline');
		await expect(page.getByText(t('handIn.unsent'))).toBeVisible();
		await expect(page.getByText(t('board.BOARD_OFFLINE'))).toBeVisible();
		await context.setOffline(false);
		await expect(page.getByText(/On the board: /)).toBeVisible({ timeout: 30_000 });
		expectFailedRequests(complaints);
	});

	test('a copied game is refused, and says why', async ({ page, complaints }) => {
		const player = await playerOf(page, 'en');
		await openResult(player, 'board copied');
		await handIn(player, 'First');
		await expect(page.getByText(/On the board: /)).toBeVisible({ timeout: 30_000 });
		// Another person, with the file of the first.
		await page.evaluate(() => localStorage.removeItem('shapan.board'));
		await page.reload();
		await handIn(player, 'Second');
		await expect(page.getByText(player.t('board.BOARD_DUPLICATE'))).toBeVisible();
		expectFailedRequests(complaints);
	});
});

test('the example client hands a game in as the page does', async ({ baseURL }) => {
	const folder = mkdtempSync(join(tmpdir(), 'shapan-board-'));
	try {
		const file = join(folder, 'game.json');
		writeFileSync(file, encodeSave(makeSave(played(scenario, 'hold', 'board client'), scenario, 'hold')));
		const client = join(import.meta.dirname, '../../docs/examples/hand-in.js');
		const { stdout } = await promisify(execFile)(process.execPath, [client, baseURL ?? '', file, 'client']);
		expect(stdout).toMatch(/^ranked \d+ with [\d.]+\n$/);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test.describe('a board that somebody looks at', () => {
	/** Somebody else hands a game in meanwhile. */
	async function handedInBy(request: APIRequestContext, name: string, seed: string): Promise<void> {
		const player = randomBytes(16).toString('hex');
		const data = handedIn(scenario, 'one-area-first', seed, name, player);
		expect((await request.post('/api/submissions', { data })).status()).toBe(202);
	}

	test('is live: what is ranked appears by its stream', async ({ page, request }) => {
		const { t } = await playerOf(page, 'en');
		await handedInBy(request, 'Was there', 'live 1');
		const first = page.getByRole('rowheader', { name: 'Was there' }).or(page.getByText('Was there'));
		await expect(async () => {
			await page.goto('/board');
			await expect(first.first()).toBeVisible({ timeout: 2000 });
		}).toPass({ timeout: 40_000 });
		const reads: string[] = [];
		page.on('request', (it) => reads.push(new URL(it.url()).pathname));
		await handedInBy(request, 'Comes later', 'live 2');
		await expect(page.getByText('Comes later').first()).toBeVisible();
		// It was told to read again, and did not look by the clock.
		expect(reads.filter((path) => path.endsWith('/stream'))).toEqual([]);
		await expect(page.getByRole('heading', { level: 1, name: t('board.title') })).toBeVisible();
	});

	test('is read by the clock where no stream comes through', async ({ page, request, complaints }) => {
		await page.route('**/api/boards/*/stream', (route) => route.fulfill({ status: 429, body: '' }));
		await handedInBy(request, 'Seen at first', 'poll 1');
		await expect(async () => {
			await page.goto('/board');
			await expect(page.getByText('Seen at first').first()).toBeVisible({ timeout: 2000 });
		}).toPass({ timeout: 40_000 });
		await handedInBy(request, 'Seen later', 'poll 2');
		await expect(page.getByText('Seen later').first()).toBeVisible({ timeout: 40_000 });
		expectFailedRequests(complaints);
	});
});
