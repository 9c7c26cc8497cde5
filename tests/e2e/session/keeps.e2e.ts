/** What the store keeps, in a browser: every call once, as a game goes through its life. */
import { chromium } from '@playwright/test';
import { saveOf } from '#lib/session/assemble.ts';
import { draftOf, keptGame, planOf } from '../../support/stored.ts';
import { faultsOf, valueOf } from './support/results.ts';
import { ask, expect, open, openIn, serve, test } from './support/test.ts';

const PREDICTED = [{ sellOutUnits: 900, reason: 'more calls' }, null];
const { start, turns } = keptGame('first-city.yaml', 'keeps', Infinity, PREDICTED);
const [first, second, third] = turns;
if (first === undefined || second === undefined || third === undefined) throw new Error('too short a game');
const plan = planOf(first);

test('a game played to the end is there after every turn, with its draft until the turn is played', async ({
	storePage
}) => {
	let page = await storePage();
	const { game } = valueOf(await ask(page, 'create', start));
	expect(game).toMatch(/^[0-9a-f]{32}$/);
	for (const [i, turn] of turns.entries()) {
		let { lease } = valueOf(await ask(page, 'open', game));
		const draft = turn.plan === null ? null : draftOf(i, turn.plan, `turn ${i}`);
		if (draft !== null) valueOf(await ask(page, 'saveDraft', lease, draft));
		await page.close();
		page = await storePage();
		const opened = valueOf(await ask(page, 'open', game));
		expect(opened.game).toEqual({ id: game, start, turns: turns.slice(0, i), draft });
		({ lease } = opened);
		valueOf(await ask(page, 'appendTurn', lease, turn));
	}
	const whole = valueOf(await ask(page, 'peek', game));
	expect(whole).toEqual({ id: game, start, turns, draft: null });
	// Key by key in the order they had: the file made of it has the same bytes.
	expect(JSON.stringify(saveOf(whole))).toBe(JSON.stringify(saveOf({ start, turns })));
});

test('an imported game is kept with all its turns', async ({ storePage }) => {
	const page = await storePage();
	const lease = valueOf(await ask(page, 'create', start, turns));
	expect(valueOf(await ask(page, 'peek', lease.game)).turns).toEqual(turns);
	expect(faultsOf(await ask(page, 'create', start, [first, third]))).toEqual([
		{ code: 'STORE_PARENT', params: { where: 'turns[1].turn' } }
	]);
	expect(valueOf(await ask(page, 'list'))).toHaveLength(1);
});

test('the list tells of each game, the latest first; a deleted one is gone', async ({ storePage }) => {
	const page = await storePage();
	expect(await ask(page, 'list')).toEqual({ ok: true, value: [] });
	const begun = valueOf(await ask(page, 'create', start));
	const over = valueOf(await ask(page, 'create', start, turns));
	valueOf(await ask(page, 'saveDraft', begun, draftOf(0, plan, 'a')));
	const common = {
		title: start.title,
		scenarioId: 'first-city',
		engineVersion: start.engineVersion,
		turns: start.turns,
		changedAt: expect.any(Number),
		fault: null
	};
	expect(valueOf(await ask(page, 'list'))).toEqual([
		{ ...common, id: begun.game, played: 0, score: null },
		{ ...common, id: over.game, played: turns.length, score: turns.at(-1)?.score }
	]);
	valueOf(await ask(page, 'remove', over.game));
	expect(valueOf(await ask(page, 'list')).map(({ id }) => id)).toEqual([begun.game]);
	for (const method of ['open', 'peek', 'remove'] as const) {
		expect(faultsOf(await ask(page, method, over.game))).toEqual([{ code: 'STORE_GAME_MISSING' }]);
	}
	expect(faultsOf(await ask(page, 'appendTurn', over, first))).toEqual([{ code: 'STORE_GAME_MISSING' }]);
});

test.describe('what does not follow is refused, and changes nothing', () => {
	test('turns', async ({ storePage }) => {
		const page = await storePage();
		const lease = valueOf(await ask(page, 'create', start, [first]));
		const before = valueOf(await ask(page, 'peek', lease.game));
		const refused = [
			['a turn too early', third, 'turn'],
			['another course of the turn kept', { ...first, hash: second.hash }, 'turn'],
			['a turn from another past', { ...second, parentHash: second.hash }, 'parentHash'],
			['a turn without a plan', { ...second, plan: null }, 'plan']
		] as const;
		for (const [name, turn, where] of refused) {
			const faults = faultsOf(await ask(page, 'appendTurn', lease, turn));
			expect(faults, name).toEqual([{ code: 'STORE_PARENT', params: { where } }]);
		}
		expect(valueOf(await ask(page, 'peek', lease.game))).toEqual(before);
	});

	test('the same turn again is no fault, and is kept once', async ({ storePage }) => {
		const page = await storePage();
		const lease = valueOf(await ask(page, 'create', start));
		valueOf(await ask(page, 'appendTurn', lease, first));
		valueOf(await ask(page, 'saveDraft', lease, draftOf(1, plan, 'next')));
		valueOf(await ask(page, 'appendTurn', lease, first));
		const { turns: kept, draft } = valueOf(await ask(page, 'peek', lease.game));
		expect(kept).toEqual([first]);
		expect(draft).toEqual(draftOf(1, plan, 'next'));
	});

	test('a turn after the end', async ({ storePage }) => {
		const page = await storePage();
		const lease = valueOf(await ask(page, 'create', start, turns));
		const { turn, hash } = turns.at(-1) ?? first;
		const beyond = { ...first, turn: turn + 1, parentHash: hash };
		expect(faultsOf(await ask(page, 'appendTurn', lease, beyond))).toEqual([
			{ code: 'STORE_PARENT', params: { where: 'turn' } }
		]);
	});

	test('drafts', async ({ storePage }) => {
		const page = await storePage();
		const fault = { code: 'STORE_PARENT', params: { where: 'draft.turn' } };
		const begun = valueOf(await ask(page, 'create', start, [first]));
		for (const turn of [0, 2]) {
			expect(faultsOf(await ask(page, 'saveDraft', begun, draftOf(turn, plan, 'x')))).toEqual([fault]);
		}
		// Nothing is decided in the closing weeks.
		const decided = valueOf(await ask(page, 'create', start, turns.slice(0, start.turns)));
		const closing = draftOf(start.turns, plan, 'x');
		expect(faultsOf(await ask(page, 'saveDraft', decided, closing))).toEqual([fault]);
	});

	test('what could not be read back', async ({ storePage }) => {
		const page = await storePage();
		const lease = valueOf(await ask(page, 'create', start));
		const odd = { ...first, report: { ...first.report, firm: 7 as unknown as string } };
		expect(faultsOf(await ask(page, 'appendTurn', lease, odd))).toEqual([
			{ code: 'STORE_FAILED', params: { where: 'record.report.firm' } }
		]);
		const notJson = { ...start, scenario: { file: 'a.yaml', text: 'format: 1' } };
		expect(faultsOf(await ask(page, 'create', notJson))).toEqual([
			{ code: 'STORE_FAILED', params: { where: 'start.scenario.text' } }
		]);
	});
});

test('a value that changes after the call is kept as it was', async ({ storePage }) => {
	const page = await storePage();
	const { game } = valueOf(await ask(page, 'create', start));
	await page.evaluate(
		async ([id, draft]) => {
			const opened = await session.store?.open(id);
			if (opened?.ok !== true) throw new Error('not opened');
			const live = { ...draft };
			const saved = session.store?.saveDraft(opened.value.lease, live);
			live.turn = 5;
			await saved;
		},
		[game, draftOf(0, plan, 'as it was')] as const
	);
	expect(valueOf(await ask(page, 'peek', game)).draft).toEqual(draftOf(0, plan, 'as it was'));
});

test('writes asked for at once are done in their order', async ({ storePage }) => {
	const page = await storePage();
	const { game } = valueOf(await ask(page, 'create', start));
	const codes = await page.evaluate(
		async ([id, plan, turn]) => {
			const { store } = session;
			const opened = await store?.open(id);
			if (store === undefined || opened?.ok !== true) throw new Error('not opened');
			const { lease } = opened.value;
			const draft = (of: number, reason: string) => ({
				...{ turn: of, plan, undo: [], redo: [] },
				prediction: { sellOutUnits: null, reason }
			});
			const all = await Promise.all([
				store.saveDraft(lease, draft(0, 'a')),
				store.saveDraft(lease, draft(0, 'b')),
				store.appendTurn(lease, turn),
				store.saveDraft(lease, draft(0, 'too late')),
				store.saveDraft(lease, draft(1, 'c'))
			]);
			return all.map((it) => (it.ok ? 'ok' : it.faults[0]?.code));
		},
		[game, plan, first] as const
	);
	expect(codes).toEqual(['ok', 'ok', 'ok', 'STORE_PARENT', 'ok']);
	expect(valueOf(await ask(page, 'peek', game)).draft?.prediction?.reason).toBe('c');
});

test('room and persistence are as the browser tells', async ({ storePage }) => {
	const page = await storePage();
	const usage = await ask(page, 'usage');
	expect(usage).toEqual({
		usedBytes: expect.any(Number),
		quotaBytes: expect.any(Number),
		persisted: expect.any(Boolean)
	});
	expect(typeof (await ask(page, 'persist'))).toBe('boolean');
});

test('in a classroom, over plain http, all is kept; what the browser does not tell is not told', async ({
	bundle,
	baseURL,
	launchOptions
}) => {
	const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP classroom.test 127.0.0.1'];
	const browser = await chromium.launch({ ...launchOptions, args });
	const context = await browser.newContext();
	await serve(context, bundle);
	const address = (baseURL ?? '').replace('127.0.0.1', 'classroom.test');
	const [page, other] = [await open(context, address), await open(context, address)];
	expect(await page.evaluate(() => isSecureContext)).toBe(false);
	expect([await openIn(page), await openIn(other)]).toEqual([[], []]);
	const lease = valueOf(await ask(page, 'create', start));
	valueOf(await ask(page, 'appendTurn', lease, first));
	const taken = valueOf(await ask(other, 'open', lease.game));
	expect(taken.game.turns).toEqual([first]);
	expect(faultsOf(await ask(page, 'appendTurn', lease, second))).toEqual([{ code: 'STORE_LEASE_LOST' }]);
	expect(await ask(page, 'usage')).toEqual({ usedBytes: null, quotaBytes: null, persisted: null });
	expect(await ask(page, 'persist')).toBe(false);
	await browser.close();
});

test('a closed store says so, and keeps nobody from the database', async ({ storePage }) => {
	const page = await storePage();
	await page.evaluate(() => session.store?.close());
	expect(faultsOf(await ask(page, 'list'))).toEqual([{ code: 'STORE_FAILED' }]);
	await page.evaluate(
		() =>
			new Promise<void>((done, failed) => {
				const request = indexedDB.deleteDatabase('shapan');
				request.onsuccess = () => done();
				request.onblocked = () => failed(new Error('blocked'));
			})
	);
});
