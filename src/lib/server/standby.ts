/**
 * The server as the routes see it: running, or not able to, and why. A database that is away when the process starts is
 * tried again as requests come, so that nobody has to start anything anew; pages and games in the browser need none.
 */
import { fault, type Result } from '#lib/result.ts';
import type { ServerConfig } from './config.ts';
import type { DatabaseResult } from './database/index.ts';
import { startServer, type Server } from './index.ts';
import type { Observers } from './observe/index.ts';

const AGAIN_MILLISECONDS = 2000;

export class Standby {
	readonly config: ServerConfig;
	readonly observers: Observers;
	readonly #start: () => Promise<DatabaseResult<Server>>;
	#starting: Promise<DatabaseResult<Server>> | null = null;
	#triedAt = 0;
	#stopping = false;

	constructor(config: ServerConfig, observers: Observers) {
		this.config = config;
		this.observers = observers;
		this.#start = () => startServer(config, observers);
	}

	/** The server, started if it is not running. */
	async get(): Promise<Result<Server>> {
		if (this.#stopping)
			return { ok: false, faults: [fault('HTTP_STOPPING', '', 'the server is being stopped')] };
		const started = await (this.#starting ??= this.#try());
		if (!started.ok && Date.now() - this.#triedAt > AGAIN_MILLISECONDS) this.#starting = null;
		return started;
	}

	async #try(): Promise<DatabaseResult<Server>> {
		const started = await this.#start();
		this.#triedAt = Date.now();
		if (!started.ok) this.observers.log.error({ faults: started.faults }, 'no database');
		return started;
	}

	/** Ends what would go on for ever: streams, and taking up jobs. Requests are still answered. */
	async drain(): Promise<void> {
		const started = await this.#starting;
		if (started?.ok === true) await started.value.drain();
	}

	/** To be called once no request is open any more. */
	async stop(): Promise<void> {
		this.#stopping = true;
		const started = await this.#starting;
		if (started?.ok === true) await started.value.stop();
		this.observers.metrics.stop();
	}
}
