import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openBoards, type BoardBench } from '../../../../tests/support/boards.ts';
import { onBothDatabases } from '../../../../tests/support/databases.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { FORGERIES, forged, handedIn, PLAYER, REFUSALS } from '../../../../tests/support/submissions.ts';
import type { Receipt, Submission } from '#lib/protocol/board/index.ts';
import { playerOf, type Sender } from './index.ts';

const scenario = shipped('first-city.yaml');
const game = handedIn(scenario, 'one-area-first', 'a');
const other = handedIn(scenario, 'hold', 'b', 'Bo', 'b'.repeat(32));

/** What a team of a room sends: its cookie says who it is. */
function unsigned({ format, version, log, claim }: Submission): unknown {
	return { format, version, log, claim };
}

async function sent({ boards }: BoardBench, submission: unknown, sender?: Sender): Promise<Receipt> {
	const taken = await boards.submissions.submit(submission, sender);
	if (!taken.ok) throw new Error(JSON.stringify(taken.faults));
	return taken.value;
}

/** As the page does: asks until it is settled. */
async function settled({ boards }: BoardBench, { id }: Receipt, who: string): Promise<Receipt> {
	for (const end = Date.now() + 40_000; ; await sleep(50)) {
		const receipt = await boards.submissions.receipt(id, who);
		if (!receipt.ok) throw new Error(JSON.stringify(receipt.faults));
		if (receipt.value.state !== 'waiting') return receipt.value;
		if (Date.now() > end) throw new Error('never settled');
	}
}

const team = (id: string, of = game): Sender => ({
	room: 'room0001',
	team: id,
	name: `team ${id}`,
	closed: false,
	market: of.log
});

onBothDatabases((bench) => {
	test('a game that was really played is ranked, with the score that was played here', async () => {
		const it = await openBoards(await bench.target());
		const receipt = await settled(it, await sent(it, game), playerOf(PLAYER));
		expect(receipt).toMatchObject({ state: 'ranked', rank: 1, faults: [], score: game.claim.score });
		const page = await it.boards.page({
			board: receipt.board,
			by: 'total',
			after: null,
			who: playerOf(PLAYER)
		});
		expect(page).toMatchObject({
			ok: true,
			value: {
				board: { seal: 'open', room: null, runs: 1, scenario: { id: 'first-city', hash: scenario.hash } },
				rows: [{ rank: 1, name: '小明', own: true, twin: false, ...game.claim.score }],
				own: { rank: 1, toNext: null },
				next: null
			}
		});
	});

	test('what is forged is refused by its code, and never on a board', async () => {
		const it = await openBoards(await bench.target());
		const receipts = [];
		for (const forgery of FORGERIES) receipts.push(await sent(it, forged(game, forgery)));
		const codes = [];
		for (const receipt of receipts)
			codes.push((await settled(it, receipt, playerOf(PLAYER))).faults[0]?.code);
		expect(codes).toEqual(FORGERIES.map(({ code }) => code));
		expect((await it.boards.list()).map(({ runs }) => runs)).toEqual([0]);
		// None of them keeps the game itself from being taken.
		expect(await settled(it, await sent(it, game), playerOf(PLAYER))).toMatchObject({ state: 'ranked' });
	});

	test('what is wrong at sight is refused before anything is kept', async () => {
		const it = await openBoards(await bench.target(), { working: false });
		for (const refusal of REFUSALS) {
			const answer = await it.boards.submissions.submit(forged(game, refusal));
			expect([refusal.name, answer.ok ? 'taken' : answer.faults[0]?.code]).toEqual([
				refusal.name,
				refusal.code
			]);
		}
		expect(await it.database.query.selectFrom('submission').selectAll().execute()).toEqual([]);
	});

	test('a scenario too large to be played again is refused by its size alone', async () => {
		const it = await openBoards(await bench.target(), {
			working: false,
			most: { productWeeks: 1000, cells: 1000 }
		});
		expect(await it.boards.submissions.submit(game)).toMatchObject({ faults: [{ code: 'BOARD_TOO_LARGE' }] });
	});

	test('the same sent again is one, also at once; the same game of somebody else is refused', async () => {
		const it = await openBoards(await bench.target());
		const receipts = await Promise.all(Array.from({ length: 5 }, () => sent(it, game)));
		expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
		const copied = { ...game, player: 'c'.repeat(32), name: 'thief' };
		const copy = await sent(it, copied);
		for (const receipt of receipts)
			expect(await settled(it, receipt, playerOf(PLAYER))).toMatchObject({ state: 'ranked' });
		expect(await settled(it, copy, playerOf(copied.player))).toMatchObject({
			state: 'refused',
			faults: [{ code: 'BOARD_DUPLICATE' }]
		});
		const later = await it.boards.submissions.submit({ ...copied, player: 'd'.repeat(32) });
		expect(later).toMatchObject({ faults: [{ code: 'BOARD_DUPLICATE' }] });
		expect((await sent(it, game)).id).toBe(receipts[0]?.id);
	});

	test('teams of a room hand in the same decisions: both are ranked, and both are marked', async () => {
		const it = await openBoards(await bench.target());
		const alone = await sent(it, unsigned({ ...other, log: { ...other.log } }), team('c', other));
		const pair = [await sent(it, unsigned(game), team('a')), await sent(it, unsigned(game), team('b'))];
		for (const [receipt, who] of [
			[pair[0], 'a'],
			[pair[1], 'b'],
			[alone, 'c']
		] as const) {
			if (receipt === undefined) throw new Error('not taken');
			expect(await settled(it, receipt, who)).toMatchObject({ state: 'ranked' });
		}
		const page = await it.boards.page({ board: alone.board, by: 'total', after: null, who: null });
		expect(page.ok && page.value.rows.map(({ name, twin }) => [name, twin]).sort()).toEqual([
			['team a', true],
			['team b', true],
			['team c', false]
		]);
		// A room's board is not among those anybody can list.
		expect(await it.boards.list()).toEqual([]);
	});

	test('what is of another market than the room’s is refused by its code', async () => {
		const it = await openBoards(await bench.target(), { working: false });
		for (const [change, code, path] of [
			[{ marketSeed: 'f'.repeat(32) }, 'BOARD_SEED', 'log.marketSeed'],
			[{ worldSeed: 'kinder' }, 'BOARD_SEED', 'log.worldSeed'],
			[{ scenarioHash: '0'.repeat(64) }, 'BOARD_SCENARIO', 'log.scenarioHash']
		] as const) {
			const sender = { ...team('a'), market: { ...game.log, ...change } };
			expect(await it.boards.submissions.submit(unsigned(game), sender)).toMatchObject({
				faults: [{ code, path }]
			});
		}
		expect(await it.boards.submissions.submit(game, team('a'))).toMatchObject({
			faults: [{ code: 'BOARD_SHAPE', path: 'player' }]
		});
		expect(await it.database.query.selectFrom('submission').selectAll().execute()).toEqual([]);
	});

	test('a room that is closed takes nothing', async () => {
		const it = await openBoards(await bench.target(), { working: false });
		const closed: Sender = { room: 'room0001', team: 'a', name: 'a', closed: true, market: game.log };
		expect(await it.boards.submissions.submit(game, closed)).toMatchObject({
			faults: [{ code: 'BOARD_CLOSED' }]
		});
	});

	test('a receipt is for whoever handed it in', async () => {
		const it = await openBoards(await bench.target(), { working: false });
		const { id } = await sent(it, game);
		expect(await it.boards.submissions.receipt(id, playerOf('b'.repeat(32)))).toMatchObject({
			faults: [{ code: 'BOARD_ENTRY_UNKNOWN' }]
		});
	});

	test('what a stopped process left is taken up by the next', async () => {
		const target = await bench.target();
		const first = await openBoards(target, { working: false });
		const receipt = await sent(first, game);
		await first.stop();
		const second = await openBoards(target);
		expect(await settled(second, receipt, playerOf(PLAYER))).toMatchObject({ state: 'ranked' });
	});

	test('a game that could not be played to its end stays to be played', async () => {
		const target = await bench.target();
		const hurried = await openBoards(target, { patience: 1 });
		const receipt = await sent(hurried, game);
		await sleep(600);
		expect(await hurried.boards.submissions.receipt(receipt.id, playerOf(PLAYER))).toMatchObject({
			value: { state: 'waiting' }
		});
		await hurried.stop();
		const patient = await openBoards(target);
		expect(await settled(patient, receipt, playerOf(PLAYER))).toMatchObject({ state: 'ranked' });
	});

	test('a process that is killed at its work is replaced', async () => {
		const it = await openBoards(await bench.target());
		await settled(it, await sent(it, other), playerOf(other.player));
		for (const pid of it.pool.pids) process.kill(pid, 'SIGKILL');
		expect(await settled(it, await sent(it, game), playerOf(PLAYER))).toMatchObject({ state: 'ranked' });
	});

	test('a player who leaves is gone from boards and counts', async () => {
		const it = await openBoards(await bench.target());
		await settled(it, await sent(it, other), playerOf(other.player));
		const { board } = await settled(it, await sent(it, game), playerOf(PLAYER));
		expect(await it.boards.submissions.forget(playerOf(PLAYER))).toEqual({ removed: 1 });
		const page = await it.boards.page({ board, by: 'total', after: null, who: playerOf(PLAYER) });
		expect(page).toMatchObject({ value: { board: { runs: 1 }, rows: [{ name: 'Bo', rank: 1 }], own: null } });
		expect(await it.database.query.selectFrom('submission').select('name').execute()).toEqual([
			{ name: 'Bo' }
		]);
	});
});

describe('a room’s own game', () => {
	onBothDatabases((bench) => {
		test('stands on its board and on that of sealed games, once however often it is told', async () => {
			const it = await openBoards(await bench.target(), { working: false });
			const { hash, spec, texts } = scenario;
			const run = {
				room: 'room0001',
				scenario: { hash, id: spec.id, title: texts.title },
				seal: 'sealed' as const,
				who: 'team0001',
				name: '一组',
				score: game.claim.score,
				receivedAt: 1_764_000_000_000,
				game: ''
			};
			await it.boards.recordServerRun(run);
			await it.boards.recordServerRun(run);
			expect(await it.boards.list()).toMatchObject([{ seal: 'sealed', room: null, runs: 1 }]);
		});
	});
});
