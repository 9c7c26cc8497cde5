/** Finished games to hand in for the board, and what became of those that were acknowledged. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PLAYER_HEADER, type BoardPage, type Receipt } from '#lib/protocol/board/index.ts';
import type { Browser } from '../support/browser.ts';
import { shipped } from '../support/scenarios.ts';
import { handedIn } from '../support/submissions.ts';
import type { KeptGame, Ledger } from './ledger.ts';
import { insist } from './sender.ts';

const SCENARIO = shipped('first-city.yaml');
const LOOK_MS = 500;

/** Somebody new hands in a game nobody else has played. */
export async function submitGame(browser: Browser, ledger: Ledger, seed: string): Promise<void> {
	const player = randomBytes(16).toString('hex');
	const submission = handedIn(SCENARIO, 'one-area-first', seed, `P ${seed}`.slice(0, 24), player);
	const receipt = (await insist(ledger, 'submission', () =>
		browser.post('/api/submissions', submission)
	)) as Receipt;
	ledger.games.push({ submission, receipt: receipt.id, board: receipt.board });
}

/** The receipt of a game as it is now, under the number that was acknowledged. */
async function receiptOf(browser: Browser, ledger: Ledger, game: KeptGame): Promise<Receipt> {
	const headers = { [PLAYER_HEADER]: game.submission.player };
	const path = `/api/submissions/${game.receipt}`;
	return (await insist(ledger, 'receipt', () => browser.get(path, headers))) as Receipt;
}

/** @returns what is missing, or was refused, of the games from `since` on */
export async function checkGames(browser: Browser, ledger: Ledger, since: number): Promise<string[]> {
	const faults: string[] = [];
	for (const game of ledger.games.slice(since)) {
		const { state } = await receiptOf(browser, ledger, game);
		if (state === 'refused') faults.push(`submission ${game.receipt} was refused`);
	}
	return faults;
}

/** Waits until every game is played again, then looks for each on the board, once. */
export async function checkBoard(browser: Browser, ledger: Ledger, patienceMs: number): Promise<string[]> {
	const end = Date.now() + patienceMs;
	for (const game of ledger.games) {
		for (;;) {
			const { state } = await receiptOf(browser, ledger, game);
			if (state !== 'waiting') break;
			if (Date.now() > end) return [`submission ${game.receipt} still waits to be played`];
			await sleep(LOOK_MS);
		}
	}
	const [board] = new Set(ledger.games.map((game) => game.board));
	if (board === undefined) return [];
	const names: string[] = [];
	for (let after: string | null = null; ;) {
		const query: string = after === null ? '' : `?after=${after}`;
		const page = (await insist(ledger, 'board', () =>
			browser.get(`/api/boards/${board}${query}`)
		)) as BoardPage;
		names.push(...page.rows.map(({ name }) => name));
		if (page.next === null) break;
		after = page.next;
	}
	const wanted = ledger.games.map(({ submission }) => submission.name).sort();
	if (wanted.join() === names.sort().join()) return [];
	const missing = wanted.filter((name) => !names.includes(name));
	return [
		`the board has ${names.length} games, ${wanted.length} were acknowledged; missing: ${missing.join()}`
	];
}
