/**
 * `npm run prove [-- --only=NAME]`: runs every shard and writes docs/proof. One that has been run by the same sources is
 * not run again, so a run that was broken off goes on where it stopped. Which shards are done stands in their own files.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ensureBuilt } from '../../bin/lib/build.js';
import { onDatabase } from '../support/measured.ts';
import { pageOf } from './support/page.ts';
import { faultsOf, proofOf, staleness, type Proof } from './support/proof.ts';
import { commandOf, SHARDS, type Shard } from './support/shards.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'docs/proof');

function git(...args: string[]): string | null {
	try {
		return execFileSync('git', args, {
			cwd: ROOT,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore']
		}).trim();
	} catch {
		// A copy without git has no commit to name.
		return null;
	}
}

/** A proof of the same sources is there already. */
function isDone(shard: Shard): boolean {
	const file = join(FOLDER, `${shard.name}.json`);
	if (!existsSync(file)) return false;
	const proof: unknown = JSON.parse(readFileSync(file, 'utf8'));
	return faultsOf(proof, shard).length === 0 && staleness(proof as Proof, shard) === null;
}

async function printedBy(shard: Shard): Promise<string> {
	const { by = 'shapan', postgres } = shard;
	if (by !== 'shapan' && (await ensureBuilt(process.execPath)) !== 0) throw new Error('the build failed');
	if (postgres !== true) return outputOf(shard, {});
	return onDatabase('postgres', shard.name, async (place) =>
		outputOf(shard, { DATABASE_URL: (await place.postgres?.create()) ?? '' })
	);
}

function outputOf({ by = 'shapan', args }: Shard, env: NodeJS.ProcessEnv): Promise<string> {
	const script = by === 'shapan' ? 'bin/shapan.js' : `tests/${by}/main.ts`;
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [...process.execArgv, join(ROOT, script), ...args], {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const parts: Buffer[] = [];
		child.stdout.on('data', (part: Buffer) => parts.push(part));
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
			else reject(new Error(`${commandOf({ by, args })} ended with ${code}`));
		});
	});
}

async function write(proof: Proof): Promise<void> {
	const file = join(FOLDER, `${proof.name}.json`);
	const options = { ...(await resolveConfig(file)), filepath: file };
	// The page first: the JSON is what says that the shard is done.
	writeFileSync(join(FOLDER, `${proof.name}.md`), pageOf(proof));
	writeFileSync(file, await format(JSON.stringify(proof), options));
}

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const wanted = SHARDS.filter(({ name }) => only === undefined || name === only);
if (wanted.length === 0) {
	console.error(`--only takes one of ${SHARDS.map(({ name }) => name).join(', ')}.`);
	process.exitCode = 2;
}
mkdirSync(FOLDER, { recursive: true });
for (const shard of wanted) {
	if (isDone(shard)) {
		console.log(`${shard.name}: done before by the same sources`);
		continue;
	}
	const started = performance.now();
	const commit = git('rev-parse', 'HEAD');
	const changed = git('status', '--porcelain', '--', 'src', 'scenarios') !== '';
	try {
		await write(proofOf(shard, { commit, changed }, await printedBy(shard)));
		console.log(`${shard.name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
	} catch (error) {
		// The others are worth having all the same.
		console.error(`${shard.name}: ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	}
}
