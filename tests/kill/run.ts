/** A whole kill run on one database: people play, something dies, all comes back, and everything acknowledged is there. */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import alea from 'seedrandom/lib/alea.js';
import { Browser } from '../support/browser.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { Served } from '../support/served.ts';
import { spreadOf, type Spread } from '../load/figures.ts';
import { checkBoard, checkGames } from './games.ts';
import { Ledger } from './ledger.ts';
import { People } from './people.ts';
import { KillRoom, type KillPacing } from './room.ts';
import { killVictim, VICTIMS, type Victim } from './victims.ts';

export interface KillOptions {
	readonly rounds: number;
	readonly seed: string;
	readonly folder: string;
	/** Null for SQLite in the folder. */
	readonly postgres: TestPostgres | null;
	/** How long games may take to be played again once nothing dies any more. */
	readonly boardPatienceMs: number;
	readonly progress: (line: string) => void;
}

export interface KillResult {
	readonly database: 'sqlite' | 'postgres';
	readonly rounds: number;
	readonly seed: string;
	readonly killed: Readonly<Record<Victim, number>>;
	readonly acknowledged: { readonly joins: number; readonly turns: number; readonly submissions: number };
	/** Sent again since nothing was heard of them, or the server could not then. */
	readonly resent: number;
	readonly refused: Readonly<Record<string, number>>;
	/** From the kill until the server was ready again. */
	readonly backMs: Spread;
	/** What was acknowledged and is not there, or not once. */
	readonly lost: readonly string[];
}

/** A game of `first-city` has as many turns; then its rooms are over, and others are made. */
const ROUNDS_OF_A_ROOM = 6;
const PACINGS: readonly KillPacing[] = ['self', 'hand'];
const READY_MS = 120_000;

export async function runKills(options: KillOptions): Promise<KillResult> {
	const { rounds, seed, folder, postgres, boardPatienceMs, progress } = options;
	const draw = alea(seed);
	const databaseUrl = (await postgres?.create()) ?? null;
	const served = await Served.start({ folder, databaseUrl });
	const agent = new Agent({ keepAlive: true, maxSockets: 64 });
	const newBrowser = (): Browser => new Browser(served.address, agent);
	const [ledger, browser] = [new Ledger(), newBrowser()];
	const killed: Record<Victim, number> = { web: 0, worker: 0, database: 0 };
	const back: number[] = [];
	const lost: string[] = [];
	let rooms: KillRoom[] = [];
	try {
		for (let round = 0; round < rounds; round++) {
			if (round % ROUNDS_OF_A_ROOM === 0) {
				rooms = await Promise.all(PACINGS.map((pacing) => KillRoom.open(pacing, newBrowser, ledger)));
			}
			const [alone, together] = rooms as [KillRoom, KillRoom];
			const gamesBefore = ledger.games.length;
			const people = new People({ alone, together, browser, ledger, draw: alea(`${seed} ${round}`), round });
			const playing = people.play();
			// Told where it is waited for, once all is running again.
			playing.catch(() => undefined);
			await sleep(100 + draw() * 1400);
			const victim = victimOf(draw(), postgres !== null);
			const killedAt = performance.now();
			await killVictim(victim, served, postgres);
			await untilReady(browser);
			back.push(performance.now() - killedAt);
			killed[victim]++;
			people.stop();
			await playing;
			const faults: string[] = [];
			for (const room of rooms) {
				await room.settle();
				faults.push(...(await room.check()));
			}
			faults.push(...(await checkGames(browser, ledger, gamesBefore)));
			lost.push(...faults.map((fault) => `round ${round}, ${victim}: ${fault}`));
			progress(`round ${round + 1}: ${victim}, ${JSON.stringify(ledger.acknowledged)}, lost ${lost.length}`);
		}
		lost.push(...(await checkBoard(browser, ledger, boardPatienceMs)));
		return {
			database: postgres === null ? 'sqlite' : 'postgres',
			rounds,
			seed,
			killed,
			acknowledged: ledger.acknowledged,
			resent: ledger.resent,
			refused: Object.fromEntries([...ledger.refused].sort()),
			backMs: spreadOf(back),
			lost
		};
	} catch (error) {
		throw new Error(`${String(error)}\nThe server said: ${served.said}`, { cause: error });
	} finally {
		agent.destroy();
		await served.kill();
	}
}

/** A thread that plays the market dies with its process: to kill the one is to kill the other. */
function victimOf(draw: number, hasDatabase: boolean): Victim {
	const among = VICTIMS.filter((victim) => victim !== 'database' || hasDatabase);
	return among[Math.floor(draw * among.length)] ?? 'web';
}

async function untilReady(browser: Browser): Promise<void> {
	for (const end = Date.now() + READY_MS; ; await sleep(50)) {
		const { status } = await browser.get('/readyz');
		if (status === 200) return;
		if (Date.now() > end) throw new Error(`the server is not ready again (${status})`);
	}
}
