/** People of a workshop: who runs it and who plays in it, each in a browser of their own, by what they see and press. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { createTranslator, loadCatalogue, type Translate } from '#lib/i18n/index.ts';
import { expect } from '../support/test.ts';

/** As the configuration of these tests tells the server. */
const DATA_FOLDER = join('.cache', 'e2e', process.env['SHAPAN_E2E_PORT'] ?? '');

export const WORDS = {
	'zh-CN': {
		token: '开课口令',
		open: '进入',
		title: '名称',
		more: '更多设置',
		allIn: '在场各队都提交后，回合提前截止',
		make: '建课堂',
		toDesk: '进入讲师台',
		start: '开始第一回合',
		advance: '结束本回合',
		reveal: '揭晓',
		roster: '各队',
		board: '排行榜',
		join: '进入',
		team: '队名',
		nickname: '你的称呼',
		enter: '进入操作台',
		end: '提交决策',
		handedIn: '已提交',
		unsent: '待发送',
		lost: '连接中断',
		desk: '操作台',
		mine: '本队',
		turn: '第 {turn} 回合，共 6 回合',
		late: '迟交',
		over: '已结束'
	},
	en: {
		token: 'Setup token',
		open: 'Open',
		title: 'Name',
		more: 'More settings',
		allIn: 'A turn ends as soon as',
		make: 'Make the room',
		toDesk: 'To the instructor’s desk',
		start: 'Begin the first turn',
		advance: 'End the turn',
		reveal: 'Reveal',
		roster: 'Teams',
		board: 'Board',
		join: 'Join',
		team: 'Team',
		nickname: 'Your name',
		enter: 'To the desk',
		end: 'Hand in',
		handedIn: 'Handed in',
		unsent: 'to be sent',
		lost: 'Connection lost',
		desk: 'Desk',
		mine: 'Team',
		turn: 'Turn {turn} of 6',
		late: 'late',
		over: 'Over'
	}
} as const;
export type Language = keyof typeof WORDS;

async function newPage(
	browser: Browser,
	baseURL: string,
	locale: Language,
	options: BrowserContextOptions = {}
): Promise<Page> {
	const context = await browser.newContext({ baseURL, locale, serviceWorkers: 'block', ...options });
	return context.newPage();
}

/** All messages of a language, as the page has them. */
export async function wordsIn(locale: Language): Promise<Translate> {
	return createTranslator(locale, await loadCatalogue(locale));
}

export function setupToken(): string {
	return readFileSync(join(DATA_FOLDER, 'setup-token'), 'utf8').trim();
}

export class Instructor {
	readonly page: Page;
	readonly #words = WORDS['zh-CN'];

	private constructor(page: Page) {
		this.page = page;
	}

	/**
	 * Opens a timed sealed room on the first city.
	 *
	 * @param choose what else is chosen, with all settings in view
	 */
	static async begin(
		browser: Browser,
		baseURL: string,
		title: string,
		choose: (page: Page) => Promise<void> = (page) => page.getByLabel(WORDS['zh-CN'].allIn).check()
	): Promise<Instructor> {
		const instructor = new Instructor(await newPage(browser, baseURL, 'zh-CN'));
		const { page } = instructor;
		const words = WORDS['zh-CN'];
		await page.goto('/teach');
		await page.getByLabel(words.token).fill(setupToken());
		await page.getByRole('button', { name: words.open, exact: true }).click();
		await page.getByLabel(words.title, { exact: true }).fill(title);
		await page.getByRole('combobox').first().selectOption('first-city');
		await page.getByText(words.more).click();
		await choose(page);
		await page.getByRole('button', { name: words.make }).click();
		await page.getByRole('link', { name: words.toDesk }).click();
		return instructor;
	}

	async code(): Promise<string> {
		return (await this.page.locator('.door .code').innerText()).trim();
	}

	get room(): string {
		return new URL(this.page.url()).searchParams.get('room') ?? '';
	}

	async start(): Promise<void> {
		await this.page.getByRole('button', { name: this.#words.start }).click();
	}

	/** Ends the open turn, whoever has not decided. */
	async advance(): Promise<void> {
		await this.page.getByRole('button', { name: this.#words.advance }).first().click();
		await this.page.getByRole('dialog').getByRole('button', { name: this.#words.advance }).click();
	}

	async reveal(): Promise<void> {
		await this.page.getByRole('button', { name: this.#words.reveal, exact: true }).click();
		await this.page
			.getByRole('dialog')
			.getByRole('button', { name: this.#words.reveal, exact: true })
			.click();
	}

	async atTurn(turn: number): Promise<void> {
		await expect(this.page.getByText(`第 ${turn} 回合，共 6 回合`)).toBeVisible();
	}

	async row(team: string): Promise<Locator> {
		await this.page.getByRole('tab', { name: this.#words.roster, exact: true }).click();
		return this.page.getByRole('row').filter({ hasText: team });
	}
}

export class Trainee {
	readonly page: Page;
	readonly team: string;
	readonly words: (typeof WORDS)[Language];

	private constructor(page: Page, team: string, language: Language) {
		this.page = page;
		this.team = team;
		this.words = WORDS[language];
	}

	static async join(
		browser: Browser,
		baseURL: string,
		code: string,
		team: string,
		language: Language,
		options: BrowserContextOptions = {}
	): Promise<Trainee> {
		const trainee = new Trainee(await newPage(browser, baseURL, language, options), team, language);
		const { page, words } = trainee;
		await page.goto(`/join?code=${code}`);
		const form = page.locator('form').first();
		await form.getByLabel(words.team).fill(team);
		await form.getByLabel(words.nickname).fill('Wang 王');
		await form.getByRole('button', { name: words.join, exact: true }).click();
		await page.getByRole('button', { name: words.enter }).click();
		return trainee;
	}

	/** Another device of a team that is in already. */
	static async resume(
		browser: Browser,
		baseURL: string,
		resumeCode: string,
		team: string,
		language: Language
	): Promise<Trainee> {
		const trainee = new Trainee(await newPage(browser, baseURL, language), team, language);
		const [{ page }, t] = [trainee, await wordsIn(language)];
		await page.goto('/join');
		await page.getByText(t('room.way.resume'), { exact: true }).click();
		await page.getByLabel(t('room.resumeCode'), { exact: true }).fill(resumeCode.toLowerCase());
		await page.getByLabel(t('room.nickname')).fill('Zhao 赵');
		await page.getByRole('button', { name: t('room.resume.go'), exact: true }).click();
		await page.waitForURL(/\/room\?room=/);
		return trainee;
	}

	/** The team's code for another device, made anew. */
	async resumeCode(): Promise<string> {
		const t = await wordsIn(this.words === WORDS.en ? 'en' : 'zh-CN');
		await this.page.getByRole('tab', { name: this.words.mine, exact: true }).click();
		await this.page.getByRole('button', { name: t('room.resumeCode.renew') }).click();
		return (await this.page.locator('.code code').innerText()).trim();
	}

	/** The room's id, in the address of this browser. */
	get room(): string {
		return new URL(this.page.url()).searchParams.get('room') ?? '';
	}

	/** At the desk of this turn, counted from 1: the page shows the report first, when one comes. */
	async atTurn(turn: number): Promise<void> {
		const title = this.page.getByText(this.words.turn.replace('{turn}', String(turn)));
		await expect(async () => {
			await this.page.getByRole('tab', { name: this.words.desk, exact: true }).click({ timeout: 2000 });
			await expect(title.first()).toBeVisible({ timeout: 2000 });
		}).toPass({ timeout: 60_000 });
	}

	/** One decision that is this team's own: how many of the areas in the list are worked. */
	async decide(): Promise<void> {
		await this.page.getByRole('tabpanel').getByRole('checkbox').last().click();
	}

	/** @param expected units of the prediction; left out: none */
	async handIn(expected?: number): Promise<void> {
		await this.page.getByRole('button', { name: this.words.end }).first().click();
		const dialog = this.page.getByRole('dialog');
		if (expected !== undefined) await dialog.getByRole('textbox').first().fill(String(expected));
		await dialog.getByRole('button').last().click();
		await expect(dialog).toBeHidden();
	}

	async handedIn(): Promise<void> {
		await expect(this.page.locator('.bar .state').first()).toContainText(this.words.handedIn);
	}

	async says(text: string): Promise<void> {
		await expect(this.page.locator('.bar').first()).toContainText(text);
	}
}
