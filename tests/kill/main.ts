/** `npm run kill`: SIGKILL at moments drawn from a seed, on both databases, and what was lost by it (nothing may be). */
import { parseArgs } from 'node:util';
import { databasesOf, onDatabase, wholeNumber, type DatabaseKind } from '../support/measured.ts';
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

const MOST_ROUNDS = 100_000;

function on(kind: DatabaseKind): Promise<KillResult> {
	return onDatabase(kind, 'kill', ({ folder, postgres }) =>
		runKills({
			rounds: wholeNumber('rounds', values.rounds, MOST_ROUNDS),
			seed: values.seed,
			folder,
			postgres,
			boardPatienceMs: BOARD_MS,
			progress: (line) => console.error(`${kind}: ${line}`)
		})
	);
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
for (const kind of databasesOf(values.database)) results.push(await on(kind));
console.log(values.json ? JSON.stringify({ runs: results }, null, '\t') : results.map(linesOf).join('\n'));
if (results.some(({ lost }) => lost.length > 0)) process.exitCode = 1;
