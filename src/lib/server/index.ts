/** The server's one wiring place: what it is made of, in the order it is started, and its end. */
import { ok } from '#lib/result.ts';
import { Boards, BoardWatch } from './board/index.ts';
import type { ServerConfig } from './config.ts';
import { openDatabase, readDatabaseError, type Database, type DatabaseResult } from './database/index.ts';
import { createLimits, type Limits } from './limits.ts';
import { ServerHost } from './market/index.ts';
import type { Observers } from './observe/index.ts';
import { Rooms, setupToken, type SetupToken } from './rooms/index.ts';
import { shippedText } from './scenarios.ts';
import { startVerification } from './verification.ts';

export { readConfig, type ServerConfig } from './config.ts';
export { createObservers, mayReadMetrics, type Observers } from './observe/index.ts';
export { Standby } from './standby.ts';
export { startWorker } from './verification.ts';

export interface Server {
	readonly config: ServerConfig;
	readonly database: Database;
	readonly observers: Observers;
	readonly limits: Limits;
	readonly rooms: Rooms;
	readonly setup: SetupToken;
	readonly boards: Boards;
	readonly boardWatch: BoardWatch;
	/** Aborted when the server is about to stop: whatever holds a request open ends it then. */
	readonly draining: AbortSignal;
	drain(): Promise<void>;
	stop(): Promise<void>;
}

export async function startServer(
	config: ServerConfig,
	observers: Observers
): Promise<DatabaseResult<Server>> {
	const { log, metrics } = observers;
	const lost = (error: Error): void => {
		metrics.databaseLost.inc();
		log.warn({ error }, 'database connection lost');
	};
	const opened = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder }, { lost });
	if (!opened.ok) return opened;
	try {
		return ok(await wire(config, observers, opened.value));
	} catch (error) {
		// Nobody else could have the database while this process lives.
		await opened.value.close();
		const known = readDatabaseError(error);
		if (known === null) throw error;
		return { ok: false, faults: [known] };
	}
}

async function wire(config: ServerConfig, observers: Observers, database: Database): Promise<Server> {
	const { log } = observers;
	const draining = new AbortController();
	const setup = setupToken(config.dataFolder, config.setupToken);
	const verification = await startVerification(config, observers, database);
	const { submissions } = verification;
	const boards = new Boards(database, submissions);
	const { streams } = observers.metrics;
	const boardWatch = new BoardWatch(database.signals, {
		streams: (open) => streams.set({ kind: 'board' }, open)
	});
	const rooms = new Rooms({
		database,
		host: new ServerHost(),
		shipped: shippedText,
		setupToken: setup.token,
		keepDays: config.keepDays,
		ranking: {
			recordServerRun: (run) => boards.recordServerRun(run),
			forget: (team) => submissions.forget(team),
			rename: (team, name) => submissions.rename(team, name)
		},
		streams: (open) => streams.set({ kind: 'room' }, open),
		report: (what, error) => log.error({ what, error }, 'rooms')
	});
	await rooms.start();
	return {
		config,
		database,
		observers,
		limits: createLimits(),
		rooms,
		setup,
		boards,
		boardWatch,
		draining: draining.signal,
		async drain() {
			draining.abort();
			rooms.drain();
			boardWatch.stop();
		},
		async stop() {
			draining.abort();
			boardWatch.stop();
			await rooms.stop();
			await verification.stop();
			await database.close();
		}
	};
}
