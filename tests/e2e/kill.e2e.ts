/** Ten times something is killed while people play; `npm run kill` does it two hundred times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runKills } from '../kill/run.ts';
import { TestPostgres } from '../support/postgres.ts';
import { expect, test } from '@playwright/test';

for (const { kind, rounds, seed } of [
	{ kind: 'sqlite', rounds: 4, seed: 'ci' },
	{ kind: 'postgres', rounds: 6, seed: 'ci' }
]) {
	test(`what ${kind} acknowledged outlives whatever is killed`, async () => {
		test.setTimeout(240_000);
		const postgres = kind === 'postgres' ? await TestPostgres.start({ durable: true }) : null;
		test.skip(kind === 'postgres' && postgres === null, 'this machine has no PostgreSQL');
		const folder = mkdtempSync(join(tmpdir(), 'shapan-kill-'));
		try {
			const result = await runKills({
				rounds,
				seed,
				folder,
				postgres,
				boardPatienceMs: 120_000,
				progress: () => undefined
			});
			expect(result.lost).toEqual([]);
			// A run in which nobody did anything, or nothing was killed, shows nothing.
			const { joins, turns, submissions } = result.acknowledged;
			expect(Math.min(joins, turns, submissions)).toBeGreaterThanOrEqual(rounds);
			expect(result.killed.web).toBeGreaterThan(0);
			expect(result.killed.database > 0).toBe(kind === 'postgres');
		} finally {
			await postgres?.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	});
}
