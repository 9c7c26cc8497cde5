/** `npm run load`: what a class, or a hall, does to a server at once. Loopback only; a process of its own beside it. */
import { parseArgs } from 'node:util';
import { databasesOf, onDatabase, wholeNumber, type DatabaseKind } from '../support/measured.ts';
import { runLoad, TARGETS, type LoadResult } from './run.ts';

const { values } = parseArgs({
	options: {
		teams: { type: 'string', default: '200' },
		rounds: { type: 'string', default: '20' },
		/** Seconds in which all teams end their turn. */
		spread: { type: 'string', default: '10' },
		scenario: { type: 'string', default: 'six-regions' },
		database: { type: 'string', default: 'both' },
		json: { type: 'boolean', default: false }
	}
});

const MOST = { teams: 400, rounds: 1000, spread: 600 } as const;
const numberOf = (name: keyof typeof MOST): number => wholeNumber(name, values[name], MOST[name]);

function on(kind: DatabaseKind): Promise<LoadResult> {
	return onDatabase(kind, 'load', async ({ folder, postgres }) =>
		runLoad({
			teams: numberOf('teams'),
			rounds: numberOf('rounds'),
			spreadSeconds: numberOf('spread'),
			scenario: values.scenario,
			folder,
			databaseUrl: (await postgres?.create()) ?? null,
			progress: (line) => console.error(`${kind}: ${line}`)
		})
	);
}

function linesOf(result: LoadResult): string {
	const { acknowledgedMs, steppedMs, closedMs, marketMs, joinMs, client, server, errors } = result;
	const verdict = (met: boolean): string => (met ? 'met' : 'MISSED');
	return [
		`${result.database}: ${result.teams} teams, ${result.rounds} rounds of ${result.scenario} in ${result.rooms} rooms, ${result.seconds} s`,
		`  errors          ${JSON.stringify(errors)}  ${verdict(result.met.errors)}`,
		`  acknowledged    p50 ${acknowledgedMs.p50}, p95 ${acknowledgedMs.p95}, p99 ${acknowledgedMs.p99}, max ${acknowledgedMs.max} ms of ${acknowledgedMs.count}  (p99 ≤ ${TARGETS.acknowledgedMs}: ${verdict(result.met.acknowledged)})`,
		`  all stepped     p50 ${steppedMs.p50}, max ${steppedMs.max} ms after the first hand-in  (max ≤ ${TARGETS.steppedSeconds} s: ${verdict(result.met.stepped)})`,
		`                  p50 ${closedMs.p50}, max ${closedMs.max} ms after the last`,
		`  market fetched  p50 ${marketMs.p50}, p99 ${marketMs.p99} ms of ${marketMs.count}`,
		`  joined          p50 ${joinMs.p50}, p99 ${joinMs.p99} ms of ${joinMs.count}`,
		`  streams         ${result.streamMessages} messages, ${result.streamMegabytes} MB`,
		`  this process    ${client.cpuSeconds} s of CPU, event loop late by p50 ${client.eventLoopDelayMs.p50}, p99 ${client.eventLoopDelayMs.p99} ms`,
		`  the server      ${server.cpuSeconds} s of CPU, event loop late by p50 ${server.eventLoopDelayMs.p50}, p99 ${server.eventLoopDelayMs.p99} ms`
	].join('\n');
}

const results: LoadResult[] = [];
for (const kind of databasesOf(values.database)) results.push(await on(kind));
console.log(values.json ? JSON.stringify({ runs: results }, null, '\t') : results.map(linesOf).join('\n'));
// Times are those of the machine: as JSON they are figures to be kept. An error is one everywhere.
const missed = ({ met }: LoadResult): boolean =>
	!met.errors || (!values.json && !(met.acknowledged && met.stepped));
if (results.some(missed)) process.exitCode = 1;
