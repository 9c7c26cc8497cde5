/** The commands as a shell sees them: real processes, exit codes, and what goes to which stream. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { benchText } from './bench/text.ts';
import { shipped } from './files.ts';
import { speak } from './language.ts';

// Whole processes and games, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const BIN = join(import.meta.dirname, '../../../bin/shapan.js');
const FIRST_CITY = shipped('first-city.yaml');
const BEER_GAME = shipped('beer-game.yaml');
const folder = mkdtempSync(join(tmpdir(), 'shapan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ENV = { ...process.env, LC_ALL: 'en_US.UTF-8' };

function shapan(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
		cwd: folder,
		env: ENV,
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

const json = (text: string) => JSON.parse(text);

describe('wrong usage ends with 2, on standard error alone', () => {
	test.each([
		[[], 'no command given'],
		[['fly'], 'there is no command “fly”'],
		[['run', 'a.yaml', '--seed', '1', '--strategy', 'nobody', '--json'], 'one-area-first, hold'],
		[['panel', 'a.yaml', '--seeds', '1'], '--seeds must lie between 2 and 100000, not 1']
	])('%j', (args, words) => {
		const { status, stdout, stderr } = shapan(...args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(words);
		expect(stderr).toContain('--help');
	});
});

test('help and version go to standard output', () => {
	expect(shapan('--help')).toMatchObject({ status: 0, stderr: '' });
	expect(shapan('run', '--help', '--lang', 'zh-CN').stdout).toContain('用法：shapan run');
	expect(shapan('--version').stdout).toMatch(/^shapan \d+\.\d+\.\d+, engine \d+\.\d+\.\d+\n$/);
});

describe('check', () => {
	test('a sound file', () => {
		const { status, stdout, stderr } = shapan('check', FIRST_CITY, '--json');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(json(stdout)).toMatchObject({ ok: true, problems: [], report: { areas: [{}, {}, {}] } });
	});

	test('one sound and one faulty file: both are told of, and the exit code is 1', () => {
		const text = readFileSync(FIRST_CITY, 'utf8');
		writeFileSync(join(folder, 'faulty.yaml'), text.replace('turns: 6', 'turns: six'));
		const line = text.split('\n').findIndex((it) => it.includes('turns: 6')) + 1;
		const plain = shapan('check', FIRST_CITY, 'faulty.yaml');
		expect(plain.status).toBe(1);
		expect(plain.stdout).toContain('ready to play');
		expect(plain.stderr).toContain(`faulty.yaml:${line}:`);
		const { status, stdout } = shapan('check', FIRST_CITY, 'faulty.yaml', '--json');
		expect(status).toBe(1);
		const problem = { code: 'WRONG_TYPE', severity: 'error', file: 'faulty.yaml', line, path: 'time.turns' };
		expect(json(stdout)).toMatchObject({
			ok: false,
			files: [{ ok: true }, { ok: false, problems: [problem], report: null }]
		});
		expect(Object.keys(json(stdout).files[1].problems[0])).toEqual([
			'code',
			'severity',
			'file',
			'line',
			'column',
			'path',
			'message',
			'hint'
		]);
	});
});

describe('run and replay', () => {
	const play = ['run', FIRST_CITY, '--seed', 'x', '--strategy', 'hold'];

	test('a game is played, saved, and replayed to the same', () => {
		const { status, stdout, stderr } = shapan(...play, '--save', 'game.json', '--json');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		const run = json(stdout);
		expect(run).toMatchObject({ scenario: 'first-city', seed: 'x', strategy: 'hold', weeks: 28 });
		expect(run.hashes).toHaveLength(7);
		expect(run.score.turns).toHaveLength(7);
		expect(run.totals.revenueCents - run.totals.expenseCents).toBe(run.totals.profitCents);

		const again = shapan('replay', 'game.json', '--json');
		expect(again.status).toBe(0);
		const { scenarioHash, score, totals, hashes } = run;
		expect(json(again.stdout)).toMatchObject({
			...{ ok: true, same: true, differences: [] },
			...{ scenarioHash, score, totals, hashes }
		});

		const save = json(readFileSync(join(folder, 'game.json'), 'utf8'));
		save.score.total += 1;
		writeFileSync(join(folder, 'forged.json'), JSON.stringify(save));
		const forged = shapan('replay', 'forged.json');
		expect(forged.status).toBe(1);
		expect(forged.stderr).toContain('forged.json: error REPLAY_SCORE');
		expect(forged.stderr).toContain('score.total');
	});

	test('what is no save is not written over, unless told to', () => {
		const path = join(folder, 'notes.json');
		writeFileSync(path, '{"notes": 1}');
		const refused = shapan(...play, '--save', 'notes.json');
		expect(refused).toMatchObject({ status: 1, stdout: '' });
		expect(refused.stderr).toContain('FILE_NOT_A_SAVE');
		expect(readFileSync(path, 'utf8')).toBe('{"notes": 1}');
		expect(shapan(...play, '--save', 'notes.json', '--force').status).toBe(0);
		// And a save is, by the next game.
		expect(shapan(...play, '--save', 'notes.json').status).toBe(0);
	});

	test('a faulty input is told in the JSON', () => {
		const { status, stdout } = shapan('run', 'none.yaml', '--seed', '1', '--strategy', 'hold', '--json');
		expect(status).toBe(1);
		expect(json(stdout)).toMatchObject({
			ok: false,
			problems: [{ code: 'FILE_NOT_FOUND', file: 'none.yaml' }]
		});
	});
});

test('panel', () => {
	const { status, stdout, stderr } = shapan(
		'panel',
		FIRST_CITY,
		'--seeds',
		'3',
		'--bots',
		'hold,stuff',
		'--json'
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(json(stdout)).toMatchObject({
		bots: [{ name: 'hold' }, { name: 'stuff' }],
		differences: [{ a: 'hold', b: 'stuff' }],
		seeds: 3
	});
});

test('panel in Chinese, for a person', () => {
	const { stdout } = shapan('panel', FIRST_CITY, '--seeds', '2', '--bots', 'hold,stuff', '--lang', 'zh-CN');
	expect(stdout).toContain('第一座城（first-city），2 组种子');
	expect(stdout).toMatch(/^hold − stuff +-?\d/m);
	expect(stdout).not.toContain('[');
});

test('panel refuses what is not scored', () => {
	const { status, stderr } = shapan('panel', BEER_GAME, '--seeds', '2');
	expect(status).toBe(1);
	expect(stderr).toContain('beer-game.yaml: error PANEL_KIND [kind]');
});

describe('labs', () => {
	test('run as their file says, to the cent, every week of every node in the JSON', () => {
		const { status, stdout, stderr } = shapan('run', BEER_GAME, '--json');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		const { nodes, ...run } = json(stdout);
		expect(run).toMatchObject({
			scenario: 'beer-game',
			weeks: 36,
			score: null,
			totals: { costCents: 20_400 }
		});
		expect(run.hashes).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
		const figures = nodes.map((node: { id: string; role: string; costCents: number }) => [
			node.id,
			node.role,
			node.costCents
		]);
		expect(figures).toEqual([
			['retailer', 'retailer', 4600],
			['wholesaler', 'subDealer', 5000],
			['distributor', 'dealer', 5400],
			['factory', 'plant', 5400]
		]);
		for (const node of nodes) {
			expect(node.varianceRatio).toBeGreaterThan(1);
			for (const key of ['ordersByWeek', 'stockByWeek', 'backlogByWeek']) expect(node[key]).toHaveLength(36);
		}
	});

	test('for a person', () => {
		const plain = shapan('run', BEER_GAME, '--weeks', '10').stdout;
		expect(plain).toContain('The Beer Game (beer-game), a lab of 10 weeks');
		expect(plain).toMatch(/^Retailer +4 +4 +4 +4 +12 +8/m);
		expect(shapan('check', BEER_GAME, '--lang', 'zh-CN').stdout).toContain('啤酒游戏');
	});

	test('with another number of weeks, and a seed where demand is random', () => {
		const lab = ['run', shipped('bullwhip-lab.yaml'), '--weeks', '30', '--json'];
		const once = json(shapan(...lab, '--seed', 'a').stdout);
		expect(once).toMatchObject({ weeks: 30, seed: 'a' });
		expect(once.nodes[0].ordersByWeek).toHaveLength(30);
		expect(json(shapan(...lab, '--seed', 'a').stdout).hashes).toEqual(once.hashes);
		expect(json(shapan(...lab, '--seed', 'b').stdout).hashes).not.toEqual(once.hashes);
	});

	test('whose demand is random run by their own id where no seed is given', () => {
		const lab = ['run', shipped('bullwhip-lab.yaml'), '--weeks', '30', '--json'];
		const { stdout, status, stderr } = shapan(...lab);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(json(stdout)).toMatchObject({ seed: 'bullwhip-lab', weeks: 30 });
		expect(json(stdout).hashes).toEqual(json(shapan(...lab, '--seed', 'bullwhip-lab').stdout).hashes);
	});

	test('have no strategy, no world and no save', () => {
		const idle = shapan('run', BEER_GAME, '--seed', '1', '--strategy', 'hold');
		expect(idle.status).toBe(0);
		expect(idle.stderr).toContain('--strategy has no part in it');
		const wrong = shapan('run', BEER_GAME, '--save', 'game.json', '--weeks', '0');
		expect(wrong).toMatchObject({ status: 2, stdout: '' });
		expect(wrong.stderr).toContain('--save does not go with a lab');
		expect(wrong.stderr).toContain('--weeks must lie between 1 and 1000000, not 0');
		const game = shapan('run', FIRST_CITY, '--seed', '1', '--strategy', 'hold', '--weeks', '3');
		expect(game).toMatchObject({
			status: 2,
			stderr: expect.stringContaining('--weeks goes with a lab only')
		});
	});

	test('that swing without end are told of', () => {
		const text = readFileSync(BEER_GAME, 'utf8').replaceAll(/beta: 1\b/g, 'beta: 0');
		const wild = text.replaceAll(/theta: 0\b/g, 'theta: 1').replaceAll(/target: \d+/g, 'coverWeeks: 104');
		writeFileSync(join(folder, 'wild.yaml'), wild.replace('id: beer-game', 'id: wild'));
		const { status, stdout } = shapan('run', 'wild.yaml', '--weeks', '500', '--json');
		expect(status).toBe(1);
		expect(json(stdout)).toMatchObject({ ok: false, problems: [{ code: 'LAB_RUNAWAY', path: 'nodes' }] });
	});

	test('a market is asked for seed and strategy', () => {
		const { status, stderr } = shapan('run', FIRST_CITY);
		expect(status).toBe(2);
		expect(stderr).toContain('--seed is needed');
		expect(stderr).toContain('--strategy is needed');
	});
});

test('bench', async () => {
	const { status, stdout, stderr } = shapan(
		...['bench', FIRST_CITY],
		...['--rounds', '1', '--most', '1000', '--json']
	);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const { nsPerOutletProductWeek, msPerTurn, shares, ticks, kernel, games } = json(stdout);
	expect(ticks.map(({ products }: { products: number }) => products)).toEqual([8]);
	for (const figure of [ticks[0].nsPerOutletProductWeek, games.perSecond1, games.perSecond2])
		expect(figure).toBeGreaterThan(0);
	// The same rules in C, to the bit; only where there is a compiler.
	if (kernel.skipped !== 'NO_COMPILER') expect(kernel).toMatchObject({ sameResult: true });
	expect(nsPerOutletProductWeek).toBeGreaterThan(0);
	expect(msPerTurn.p95).toBeGreaterThanOrEqual(msPerTurn.median);
	expect(shares.strategies + shares.views + shares.hashing).toBeLessThan(1);
	const plain = benchText(json(stdout), await speak('en'));
	expect(plain).toContain('Ratio of processor times');
	expect(plain).not.toContain('[');
});

test('a reader that has seen enough is no error', async () => {
	const child = spawn(process.execPath, [BIN, '--help'], { env: ENV, stdio: ['ignore', 'pipe', 'pipe'] });
	// Closed before anything can have been written to it.
	child.stdout.destroy();
	let stderr = '';
	child.stderr.on('data', (chunk: Buffer) => (stderr += chunk));
	const code = await new Promise((resolve) => child.on('close', resolve));
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe('calibrate', () => {
	test('rows of a family as JSON, in the shape the reference names', () => {
		const { status, stdout, stderr } = shapan('calibrate', '--rows', 'passThrough', '--seeds', '2', '--json');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		const { rows, seeds } = json(stdout);
		expect(seeds).toBe(2);
		expect(rows).toHaveLength(3);
		const keys = [
			'name',
			'published',
			'source',
			'estimator',
			'horizon',
			'band',
			'measured',
			'interval',
			'ok'
		];
		for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(keys));
	});

	test('the table, and how many bands are met', () => {
		const { status, stdout } = shapan('calibrate', '--rows', 'beerGame.cost', '--seeds', '2');
		expect(status).toBe(0);
		expect(stdout).toContain('5 of 5 bands met.');
	});

	test('an unknown row is wrong usage, and so is one seed', () => {
		const { status, stdout, stderr } = shapan('calibrate', '--rows', 'nothing', '--seeds', '1');
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('there is no row “nothing”');
		expect(stderr).toContain('--seeds must lie between 2 and 10000, not 1');
	});
});
