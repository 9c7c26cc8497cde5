/** `npm run kill`: SIGKILL at moments drawn from a seed, on both databases, and what was lost by it (nothing may be). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TestPostgres } from '../support/postgres.ts';
import { runKills, type KillResult } from './run.ts';

const { values } = parseArgs({
	options: {
		/** On each database. */
		rounds: { type: 'string', default: '100' },
		seed: { type: 'string', default: 'kill' },
		database: { type: 'string', default: 'both' },
		json: { type: 'boolean', default: false }
	}
});
/** A worker that died at a game on another machine is found out after minutes. */
const BOARD_MS = 10 * 60_000;

function rounds(): number {
	const value = /^\d{1,5}$/.test(values.rounds) ? Number(values.rounds) : 0;
	if (value >= 1) return value;
	console.error('--rounds takes a whole number from 1.');
	process.exit(2);
}

function databases(): ('sqlite' | 'postgres')[] {
	const { database } = values;
	if (database === 'both') return ['sqlite', 'postgres'];
	if (database === 'sqlite' || database === 'postgres') return [database];
	console.error('--database takes sqlite, postgres or both.');
	process.exit(2);
}

async function on(kind: 'sqlite' | 'postgres'): Promise<KillResult> {
	const postgres = kind === 'postgres' ? await TestPostgres.start({ durable: true }) : null;
	if (kind === 'postgres' && postgres === null) throw new Error('this machine has no PostgreSQL');
	const folder = mkdtempSync(join(tmpdir(), 'shapan-kill-'));
	try {
		return await runKills({
			rounds: rounds(),
			seed: values.seed,
			folder,
			postgres,
			boardPatienceMs: BOARD_MS,
			progress: (line) => console.error(`${kind}: ${line}`)
		});
	} finally {
		await postgres?.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

function linesOf({
	database,
	rounds,
	killed,
	acknowledged,
	resent,
	refused,
	backMs,
	lost
}: KillResult): string {
	const { joins, turns, submissions } = acknowledged;
	return [
		`${database}: ${rounds} rounds; killed ${JSON.stringify(killed)}`,
		`  acknowledged  ${joins} joins, ${turns} turns, ${submissions} submissions`,
		`  sent again    ${resent} ${JSON.stringify(refused)}`,
		`  back after    p50 ${backMs.p50}, max ${backMs.max} ms`,
		`  lost          ${lost.length}`,
		...lost.map((line) => `    ${line}`)
	].join('\n');
}

const results: KillResult[] = [];
for (const kind of databases()) results.push(await on(kind));
console.log(values.json ? JSON.stringify({ runs: results }, null, '\t') : results.map(linesOf).join('\n'));
if (results.some(({ lost }) => lost.length > 0)) process.exitCode = 1;
