/** After a room: what every team did, the class by lever, gradebooks, the archive opened again, and the end of it all. */
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { faults } from '../support/axe.ts';
import type { Joined, RoomCreated, RoomResults, TeamMarket } from '../../../src/lib/protocol/rooms/index.ts';
import { readCsv, readXlsx } from '../../support/spreadsheet.ts';
import { expect, test } from '../support/test.ts';
import { setupToken, wordsIn } from './support.ts';

test.setTimeout(180_000);

/** Names as somebody types them who means no good, or has another script. */
const NAMES = [
	'=1+HYPERLINK("x","1")',
	'<img src=x onerror=a()>',
	'👩🏽‍🚀👨‍👩‍👧‍👦 فريق النجوم',
	'a"b,c\u200b\u202eevil',
	'很长很长的队名'.repeat(3)
];
const SETTINGS = {
	luck: 'open',
	pacing: 'hand',
	turnSeconds: null,
	deadlineAt: null,
	practiceTurns: 0,
	predictionsRequired: false,
	endsWhenAllIn: true,
	boardVisible: true
};

async function json<T>(answer: {
	json(): Promise<unknown>;
	ok(): boolean;
	text(): Promise<string>;
}): Promise<T> {
	expect(answer.ok(), await answer.text()).toBe(true);
	return (await answer.json()) as T;
}

/** A room whose teams have played one turn of their own, and all others by their standing plans. */
async function playedRoom(
	request: APIRequestContext,
	browser: Browser,
	baseURL: string
): Promise<RoomCreated> {
	await json(await request.post('/api/host/session', { data: { secret: setupToken() } }));
	const made = await json<RoomCreated>(
		await request.post('/api/rooms', {
			data: { title: '第五期 <b>', scenario: { shipped: 'first-city' }, settings: SETTINGS }
		})
	);
	const command = (data: object) => request.post(`/api/rooms/${made.room}/commands`, { data });
	const teams: { joined: Joined; context: APIRequestContext }[] = [];
	for (const team of NAMES) {
		const { request: context } = await browser.newContext({ baseURL });
		const data = { code: made.joinCode, team, nickname: `${team}`.slice(0, 12) };
		teams.push({ joined: await json<Joined>(await context.post('/api/join', { data })), context });
	}
	await json(await command({ command: 'start' }));
	for (const [i, { joined, context }] of teams.entries()) {
		const { view } = await json<TeamMarket>(await context.get(`/api/rooms/${made.room}/market`));
		const field = { ...view.plan.field, merchandisers: i + 1 };
		const data = {
			team: joined.team,
			turn: 0,
			parentHash: '',
			id: `hand-in-${i}`,
			plan: { ...view.plan, field },
			prediction: { sellOutUnits: 1000 * i, reason: '<i>' }
		};
		await json(await context.post(`/api/rooms/${made.room}/turns`, { data }));
	}
	const phase = async (): Promise<string> => {
		const { room } = await json<{ room: { phase: string; turn: number } }>(
			await request.get(`/api/rooms/${made.room}/state`)
		);
		return `${room.phase} ${room.turn}`;
	};
	for (let turn = 0; turn < 6; turn++) {
		await json(await command({ command: 'advance', turn }));
		await expect.poll(phase, { timeout: 60_000 }).toBe(turn < 5 ? `open ${turn + 1}` : 'over 6');
	}
	return made;
}

async function noSidewaysNoMarkup(page: Page): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
	await expect(page.locator('img[src="x"], main i, h1 b')).toHaveCount(0);
}

test('what is left of a room is whole, in files and on the page, and goes when it is deleted', async ({
	page,
	browser,
	baseURL
}) => {
	const base = baseURL ?? '';
	const { request } = page.context();
	const made = await playedRoom(request, browser, base);
	const room = `/api/rooms/${made.room}`;
	const results = await json<RoomResults>(await request.get(`${room}/results`));
	expect(results.teams).toHaveLength(NAMES.length);
	const names = results.teams.map(({ name }) => name);

	await test.step('the gradebooks hold what the room holds, and no formula', async () => {
		for (const language of ['zh-CN', 'en'] as const) {
			const t = await wordsIn(language);
			const csv = readCsv(await (await request.get(`${room}/gradebook.csv?lang=${language}`)).text());
			const xlsx = readXlsx(await (await request.get(`${room}/gradebook.xlsx?lang=${language}`)).body());
			expect(xlsx[0]).toEqual(csv[0]);
			expect(csv[0]?.slice(0, 4)).toEqual(
				(['team', 'people', 'turnsPlayed', 'total'] as const).map((column) => t(`room.gradebook.${column}`))
			);
			for (const [i, team] of results.teams.entries()) {
				const [line, cells] = [csv[i + 1] ?? [], xlsx[i + 1] ?? []];
				const total = (team.score?.total ?? NaN) / 1000;
				const scores = team.turns.map(({ report }) => (report.score?.total ?? NaN) / 1000);
				expect([cells[0], cells[2], cells[3]]).toEqual([team.name, 7, total]);
				expect(cells.slice(-7)).toEqual(scores);
				expect(line[0]?.replace(/^'(?==)/, '')).toBe(team.name);
				expect(line[0]).not.toMatch(/^=/);
				expect([line[2], line[3], ...line.slice(-7)].map(Number)).toEqual([7, total, ...scores]);
			}
		}
	});

	for (const language of ['zh-CN', 'en'] as const) {
		await test.step(`the desk shows every team's turns and the class by lever (${language})`, async () => {
			const t = await wordsIn(language);
			await page.setViewportSize(
				language === 'en' ? { width: 360, height: 740 } : { width: 1280, height: 800 }
			);
			await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' });
			await page.goto(`/teach?room=${made.room}`);
			await page.getByText(language === 'en' ? 'English' : '中文', { exact: true }).click();
			await page.getByRole('tab', { name: t('room.desk.after'), exact: true }).click();
			const choice = page.getByLabel(t('room.teams.choose'), { exact: true });
			await expect(choice.getByRole('option')).toHaveText(names);
			await choice.selectOption({ label: names[2] ?? '' });
			const turns = page.getByRole('region', { name: t('room.teams.title') }).getByRole('row');
			await expect(turns).toHaveCount(9);
			const [first, second] = results.teams[2]?.turns ?? [];
			const points = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
			await expect(turns.nth(1)).toContainText(points.format((first?.report.score?.total ?? 0) / 1000));
			await expect(turns.nth(1)).toContainText(t('room.entry.handedIn'));
			await expect(turns.nth(2)).toContainText(t(`room.entry.${second?.kind ?? 'fork'}`));
			await expect(
				page.getByText(t('room.teams.prediction', { units: '2,000', reason: '<i>' }))
			).toBeVisible();
			const changed = page.getByRole('region', { name: t('room.teams.changed') });
			await expect(changed.getByRole('row').nth(1)).toContainText(t('room.figure.merchandisers'));
			await page.getByText(t('room.teams.report')).click();
			await expect(page.getByRole('heading', { name: t('report.changed') })).toBeVisible();
			await page.getByLabel(t('room.report.turn')).last().selectOption({ index: 0 });
			await page.getByLabel(t('room.results.lever')).selectOption({ label: t('lever.field') });
			const touched = results.levers[0]?.find(({ lever }) => lever === 'field')?.touched ?? [];
			expect(touched.length).toBeGreaterThan(3);
			await expect(
				page.getByText(t('room.results.touched', { count: touched.length, teams: NAMES.length }))
			).toBeVisible();
			const figures = page.getByRole('region', { name: t('room.results.class') }).getByRole('row');
			await expect(figures.filter({ hasText: t('room.figure.merchandisers') }).getByRole('cell')).toHaveText([
				'1',
				'3',
				'5'
			]);
			await noSidewaysNoMarkup(page);
			expect(await faults(page)).toEqual([]);
			await page.getByRole('tab', { name: t('room.desk.board'), exact: true }).click();
			await expect(page.getByRole('region', { name: t('room.board') }).getByRole('row')).toHaveCount(6);
			await page.getByRole('tab', { name: t('room.desk.roster'), exact: true }).click();
			await expect(page.locator('tbody th bdi')).toHaveText(names);
			await noSidewaysNoMarkup(page);
		});
	}

	await test.step('the projector shows the board, names as text', async () => {
		const wall = await page.context().newPage();
		await wall.setViewportSize({ width: 1920, height: 1080 });
		await wall.goto(`/teach/projector?room=${made.room}`);
		const lines = wall.getByRole('list').first().getByRole('listitem');
		await expect(lines).toHaveCount(NAMES.length);
		for (const name of names) await expect(wall.getByText(name, { exact: true })).toBeVisible();
		// Every bar of the race stands under the name of its area.
		await expect(wall.locator('.heads .names > span')).toHaveText([
			/^(老城|Old town)$/,
			...Array(2).fill(/./)
		]);
		const size = await lines.first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
		// A thirtieth of the picture's height is read from the back of a classroom.
		expect(size).toBeGreaterThanOrEqual(1080 / 30);
		await noSidewaysNoMarkup(wall);
		await wall.close();
	});

	await test.step('the archive opens as a room with the same in it; deletion takes a room away', async () => {
		const t = await wordsIn('en');
		await page.getByRole('tab', { name: t('room.desk.after'), exact: true }).click();
		const saved = page.waitForEvent('download');
		await page.getByRole('link', { name: t('room.archive'), exact: true }).click();
		const path = await (await saved).path();
		expect(readFileSync(path, 'utf8')).toContain('"format":"shapan-room"');
		await page.getByRole('button', { name: t('room.delete'), exact: true }).click();
		await page
			.getByRole('dialog')
			.getByRole('button', { name: t('room.delete'), exact: true })
			.click();
		await expect(page).toHaveURL(/\/teach$/);
		expect((await request.get(`${room}/results`)).status()).toBe(401);
		// It takes a while, and the page says so for as long as it does.
		const { promise: told, resolve: goOn } = Promise.withResolvers<null>();
		await page.route('/api/rooms/archive', async (route) => {
			await told;
			await route.continue();
		});
		await page.getByLabel(t('room.archive.open')).setInputFiles({
			name: 'room.json',
			mimeType: 'application/json',
			buffer: readFileSync(path)
		});
		const opening = page.getByText(t('room.archive.opening', { teams: NAMES.length }));
		await expect(opening).toBeVisible();
		await expect(page.getByRole('progressbar')).toBeVisible();
		goOn(null);
		await expect(page.getByRole('link', { name: t('room.made.open') })).toBeVisible();
		await expect(page.getByText(t('room.made.code'))).toHaveCount(0);
		await page.getByRole('link', { name: t('room.made.open') }).click();
		await page.waitForURL(/room=/);
		await expect(page.getByRole('tab', { name: t('room.desk.after'), exact: true })).toBeVisible();
		await expect(page.getByRole('tab', { name: t('room.desk.door'), exact: true })).toHaveCount(0);
		const again = new URL(page.url()).searchParams.get('room') ?? '';
		const opened = await json<RoomResults>(await request.get(`/api/rooms/${again}/results`));
		const plain = ({ teams, levers }: RoomResults): unknown => [
			teams.map(({ name, nicknames, turns, score }) => ({ name, nicknames, turns, score })),
			levers.map((turn) =>
				turn.map(({ lever, figures, touched }) => ({ lever, figures, count: touched.length }))
			)
		];
		expect(plain(opened)).toEqual(plain(results));
	});
});

test('a name somebody has already is told before anything is lost, with one that is free', async ({
	page,
	browser,
	baseURL
}) => {
	const base = baseURL ?? '';
	const { request } = page.context();
	await json(await request.post('/api/host/session', { data: { secret: setupToken() } }));
	const { joinCode } = await json<RoomCreated>(
		await request.post('/api/rooms', {
			data: { title: '撞名', scenario: { shipped: 'first-city' }, settings: SETTINGS }
		})
	);
	const t = await wordsIn('zh-CN');
	const visitor = await (await browser.newContext({ baseURL: base, locale: 'zh-CN' })).newPage();
	const join = async (team: string): Promise<void> => {
		await visitor.goto(`/join?code=${joinCode}`);
		await visitor.getByLabel(t('room.team'), { exact: true }).fill(team);
		await visitor.getByLabel(t('room.nickname'), { exact: true }).fill('甲');
		await visitor.getByRole('button', { name: t('room.join.go'), exact: true }).click();
	};
	await join('红队');
	await expect(visitor.getByRole('button', { name: t('room.enter') })).toBeVisible();
	await join(' 红\u200b 队! ');
	await expect(visitor.getByText(t('room.TEAM_NAME_TAKEN'))).toBeVisible();
	await visitor.getByRole('button', { name: /^改用/ }).click();
	await visitor.getByRole('button', { name: t('room.join.go'), exact: true }).click();
	await expect(visitor.getByRole('button', { name: t('room.enter') })).toBeVisible();
	await join('\u200b\u202e');
	await expect(visitor.getByText(t('room.TEAM_NAME_EMPTY'))).toBeVisible();
	await visitor.context().close();
});
