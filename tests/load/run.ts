/** A whole load run: a server, rooms one after the other until all rounds are played, and what was measured. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Agent } from 'node:http';
import { Browser } from '../support/browser.ts';
import { Served } from '../support/served.ts';
import { Classroom } from './classroom.ts';
import { seconds, type Spread } from './figures.ts';
import { Tally } from './tally.ts';

export interface LoadOptions {
	readonly teams: number;
	readonly rounds: number;
	readonly spreadSeconds: number;
	readonly scenario: string;
	readonly folder: string;
	readonly databaseUrl: string | null;
	/** Told of each round as it ends. */
	readonly progress: (line: string) => void;
}

/** What is asked of the product. */
export const TARGETS = { acknowledgedMs: 500, steppedSeconds: 60 };

export interface LoadResult {
	readonly database: 'sqlite' | 'postgres';
	readonly scenario: string;
	readonly teams: number;
	readonly rounds: number;
	/** A scenario has fewer turns than a run has rounds: the class comes back for another game. */
	readonly rooms: number;
	readonly spreadSeconds: number;
	readonly seconds: number;
	readonly errors: Readonly<Record<string, number>>;
	readonly joinMs: Spread;
	readonly acknowledgedMs: Spread;
	readonly marketMs: Spread;
	/** From the first hand-in of a round until the next turn was open; then from the last one. */
	readonly steppedMs: Spread;
	readonly closedMs: Spread;
	readonly streamMessages: number;
	readonly streamMegabytes: number;
	readonly client: { readonly cpuSeconds: number; readonly eventLoopDelayMs: { p50: number; p99: number } };
	readonly server: { readonly cpuSeconds: number; readonly eventLoopDelayMs: { p50: number; p99: number } };
	readonly met: { readonly errors: boolean; readonly acknowledged: boolean; readonly stepped: boolean };
}

export async function runLoad(options: LoadOptions): Promise<LoadResult> {
	const { teams, rounds, spreadSeconds, scenario, folder, databaseUrl, progress } = options;
	const served = await Served.start({ folder, databaseUrl });
	const tally = new Tally();
	try {
		const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
		loop.enable();
		const [began, cpu] = [performance.now(), process.cpuUsage()];
		const rooms = await playRounds(served.address, options, tally);
		const took = performance.now() - began;
		loop.disable();
		const { user, system } = process.cpuUsage(cpu);
		const [acknowledgedMs, steppedMs] = [tally.spread('acknowledged'), tally.spread('stepped')];
		const errors = tally.errors;
		progress(`${rounds} rounds in ${seconds(took)} s`);
		return {
			database: databaseUrl === null ? 'sqlite' : 'postgres',
			scenario,
			teams,
			rounds,
			rooms,
			spreadSeconds,
			seconds: seconds(took),
			errors,
			joinMs: tally.spread('join'),
			acknowledgedMs,
			marketMs: tally.spread('market'),
			steppedMs,
			closedMs: tally.spread('closed'),
			streamMessages: tally.messages,
			streamMegabytes: Math.round(tally.messageBytes / 1e5) / 10,
			client: {
				cpuSeconds: seconds((user + system) / 1000),
				eventLoopDelayMs: { p50: milliseconds(loop.percentile(50)), p99: milliseconds(loop.percentile(99)) }
			},
			server: await serverFigures(served.address),
			met: {
				errors: Object.keys(errors).length === 0,
				acknowledged: acknowledgedMs.p99 <= TARGETS.acknowledgedMs,
				stepped: steppedMs.max <= TARGETS.steppedSeconds * 1000
			}
		};
	} catch (error) {
		const counted = JSON.stringify(tally.errors);
		throw new Error(`${String(error)}\nErrors: ${counted}\nThe server said: ${served.said}`, {
			cause: error
		});
	} finally {
		await served.stop();
	}
}

async function playRounds(
	address: string,
	{ scenario, teams, rounds, spreadSeconds, progress }: LoadOptions,
	tally: Tally
): Promise<number> {
	let rooms = 0;
	for (let round = 0; round < rounds;) {
		const classroom = await Classroom.open(address, scenario, teams, tally);
		rooms++;
		await classroom.start();
		while (round < rounds && !classroom.isOver) {
			await classroom.round(spreadSeconds * 1000);
			progress(`round ${++round}: acknowledged p99 ${tally.spread('acknowledged').p99} ms so far`);
		}
		classroom.leave();
	}
	return rooms;
}

/** Of a timer that should come so often, here and in the server's own figure: what is above it is the delay. */
const RESOLUTION_MS = 10;
const milliseconds = (nanoseconds: number): number =>
	Math.max(0, Math.round(nanoseconds / 1e5 - 10 * RESOLUTION_MS) / 10);

/** Of the whole run, workers included: Node's own figures as the server tells them to this machine. */
async function serverFigures(address: string): Promise<LoadResult['server']> {
	const agent = new Agent();
	const text = await new Browser(address, agent).text('/metrics');
	agent.destroy();
	const of = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? NaN);
	return {
		cpuSeconds: seconds(of('process_cpu_seconds_total') * 1000),
		eventLoopDelayMs: {
			p50: milliseconds(of('nodejs_eventloop_lag_p50_seconds') * 1e9),
			p99: milliseconds(of('nodejs_eventloop_lag_p99_seconds') * 1e9)
		}
	};
}
