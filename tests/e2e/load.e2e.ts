/** The measuring itself, at a small count: `npm run load` with a hall of teams is not for every change. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLoad } from '../load/run.ts';
import { expect, test } from '@playwright/test';

test('a class plays through a room and begins another, and nothing fails', async () => {
	test.setTimeout(120_000);
	const folder = mkdtempSync(join(tmpdir(), 'shapan-load-'));
	try {
		const result = await runLoad({
			teams: 4,
			rounds: 7,
			spreadSeconds: 0.2,
			scenario: 'first-city',
			folder,
			databaseUrl: null,
			progress: () => undefined
		});
		expect(result.errors).toEqual({});
		// Six turns each.
		expect([result.rooms, result.joinMs.count, result.acknowledgedMs.count]).toEqual([2, 8, 28]);
		expect(result.steppedMs.count).toBe(7);
		expect(result.streamMessages).toBeGreaterThan(28);
		expect(result.server.cpuSeconds).toBeGreaterThan(0);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
