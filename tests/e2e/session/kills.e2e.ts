/**
 * Pages and browsers that die while they write. Everything a page was told is kept must be there afterwards, and
 * nothing twice. The moments are drawn once, from a seed, and printed.
 */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import type { StoredGame } from '#lib/session/index.ts';
import { draftOf, keptGame } from '../../support/stored.ts';
import { valueOf } from './support/results.ts';
import { ask, expect, open, openIn, serve, test } from './support/test.ts';

const { start, turns } = keptGame('first-city.yaml', 'kills');
const DRAFTS = 3;

/** What a player does, in order: some drafts, the turn they end in, and so on; the closing weeks have no drafts. */
const steps = turns.flatMap((turn, i) => {
	const { plan } = turn;
	const drafts = plan === null ? [] : Array.from({ length: DRAFTS }, (_, n) => draftOf(i, plan, `${i}.${n}`));
	return [...drafts.map((draft) => ({ draft, turn: null })), { draft: null, turn }];
});

interface Moment {
	/** The step that is being written. */
	readonly step: number;
	/** After it was asked for. */
	readonly afterMs: number;
}

/** Spread over the game, with chances of their own in between: a linear congruence, the same everywhere. */
function moments(seed: number, count: number): readonly Moment[] {
	let state = seed;
	const draw = (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	return Array.from({ length: count }, () => ({ step: draw(steps.length), afterMs: draw(12) }));
}

/** What a dying page managed to say. */
interface Heard {
	asked: number;
	kept: number;
}

/**
 * Plays a game in a page, from its beginning, until the page dies.
 *
 * @param kill is called once, when the step of the moment has been asked for
 */
async function playUntilKilled(
	page: Page,
	{ step, afterMs }: Moment,
	kill: () => Promise<unknown>
): Promise<[string, Heard]> {
	const { game } = valueOf(await ask(page, 'create', start));
	const heard: Heard = { asked: 0, kept: 0 };
	const died = new Promise<void>((done) => {
		page.on('crash', () => done());
		page.on('close', () => done());
	});
	await page.exposeFunction('say', (what: 'asked' | 'kept') => {
		heard[what]++;
		if (what === 'kept' || heard.asked !== step + 1) return;
		// Whoever is killed does not answer.
		setTimeout(() => void kill().catch(() => undefined), afterMs);
	});
	const playing = page.evaluate(
		async ([id, all]) => {
			const { say } = globalThis as unknown as { say: (what: string) => Promise<void> };
			const { store } = session;
			const opened = await store?.open(id);
			if (store === undefined || opened?.ok !== true) throw new Error('not opened');
			const { lease } = opened.value;
			for (const { draft, turn } of all) {
				// Heard before it is written: what is there later was asked for.
				await say('asked');
				const kept =
					draft === null ? await store.appendTurn(lease, turn) : await store.saveDraft(lease, draft);
				if (!kept.ok) throw new Error(kept.faults[0]?.code);
				void say('kept');
			}
			// The last step was the moment, and death has yet to come.
			await new Promise(() => undefined);
		},
		[game, steps] as const
	);
	await Promise.race([died, playing.catch(() => died)]);
	return [game, heard];
}

/** The game as it lies there is the game after some step between the last acknowledged and the last asked for. */
function expectKept({ turns: kept, draft, draftFault }: StoredGame, { asked, kept: told }: Heard): void {
	expect(kept).toEqual(turns.slice(0, kept.length));
	expect(draftFault).toBeUndefined();
	const possible = Array.from({ length: asked - told + 1 }, (_, more) => {
		const done = steps.slice(0, told + more);
		return { turns: done.filter((it) => it.turn !== null).length, draft: done.at(-1)?.draft ?? null };
	});
	expect(possible).toContainEqual({ turns: kept.length, draft });
}

/** Plays the rest, as if nothing had happened. */
async function playOn(page: Page, id: string): Promise<void> {
	const { lease, game } = valueOf(await ask(page, 'open', id));
	for (const turn of turns.slice(game.turns.length)) valueOf(await ask(page, 'appendTurn', lease, turn));
	expect(valueOf(await ask(page, 'peek', id)).turns).toEqual(turns);
}

test('24 pages killed while writing: nothing acknowledged is lost, nothing is there twice', async ({
	storePage,
	context
}) => {
	test.setTimeout(180_000);
	const all = moments(20_24, 24);
	console.log('page killed at:', all.map(({ step, afterMs }) => `${step}+${afterMs} ms`).join(', '));
	let page = await storePage();
	const games: string[] = [];
	for (const moment of all) {
		await test.step(`step ${moment.step}, ${moment.afterMs} ms`, async () => {
			const dying = page;
			const browser: CDPSession = await context.newCDPSession(dying);
			const [id, heard] = await playUntilKilled(dying, moment, () => browser.send('Page.crash'));
			expect(heard.asked).toBeGreaterThan(moment.step);
			await dying.close();
			page = await storePage();
			expectKept(valueOf(await ask(page, 'peek', id)), heard);
			await playOn(page, id);
			games.push(id);
		});
	}
	const listed = valueOf(await ask(page, 'list'));
	expect(listed.map(({ id }) => id).sort()).toEqual(games.sort());
	expect(listed.filter(({ fault }) => fault !== null)).toEqual([]);
});

test('4 browsers killed while writing', async ({ bundle, baseURL, launchOptions }) => {
	test.setTimeout(120_000);
	const folder = join(tmpdir(), `shapan-kills-${process.pid}-${test.info().workerIndex}`);
	const start = async (): Promise<[BrowserContext, Page]> => {
		const context = await chromium.launchPersistentContext(folder, launchOptions);
		await serve(context, bundle);
		const page = await open(context, baseURL ?? '');
		expect(await openIn(page)).toEqual([]);
		return [context, page];
	};
	const all = moments(4, 4);
	console.log('browser killed at:', all.map(({ step, afterMs }) => `${step}+${afterMs} ms`).join(', '));
	try {
		let [context, page] = await start();
		for (const moment of all) {
			const browser = await context.newCDPSession(page);
			const over = new Promise((done) => context.on('close', done));
			const [id, heard] = await playUntilKilled(page, moment, () => browser.send('Browser.crash'));
			await over;
			[context, page] = await start();
			expectKept(valueOf(await ask(page, 'peek', id)), heard);
			await playOn(page, id);
		}
		expect(valueOf(await ask(page, 'list'))).toHaveLength(all.length);
		await context.close();
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
