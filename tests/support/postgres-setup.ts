/** One PostgreSQL for all specs of the server, started with the first and stopped after the last. */
import type { TestProject } from 'vitest/node';
import { TestPostgres } from './postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the server's own database; null where the machine has no PostgreSQL. */
		postgresUrl: string | null;
	}
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await TestPostgres.start();
	if (server === null) {
		console.warn(
			'No PostgreSQL on this machine: tests on it are skipped. Install it (Debian: apt-get install postgresql), or name the folder of its programs with POSTGRES_BIN.'
		);
	}
	project.provide('postgresUrl', server?.url() ?? null);
	return async () => server?.stop();
}
