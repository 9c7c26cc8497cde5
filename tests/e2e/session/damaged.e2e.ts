/** Rows that are not what was written: told, listed, left as they are; the games beside them go on. */
import type { Page } from '@playwright/test';
import type { RawGame } from '#lib/session/check.ts';
import { damaged, damages, type Damage } from '../../support/damages.ts';
import { draftOf, keptGame, planOf } from '../../support/stored.ts';
import { dump, tamper, type Dump } from './support/raw.ts';
import { faultsOf, valueOf } from './support/results.ts';
import { ask, expect, test } from './support/test.ts';

const { start, turns } = keptGame('first-city.yaml', 'damaged', 3);
const [first, second] = turns;
if (first === undefined || second === undefined) throw new Error('too short a game');
const plan = planOf(first);

/** As the store reads them, but from a dump. */
function rowsOf(dumped: Dump, id: string): RawGame {
	const of = (table: string) =>
		(dumped[table] ?? []).filter((row) => Object.values(row as object).includes(id));
	const [[game], [start], [draft], [lease]] = [of('games'), of('starts'), of('drafts'), of('leases')];
	return { id, game, start, turns: of('turns'), draft, lease };
}

/** Has the rows of a game be these. */
async function putRows(page: Page, { id, game, start, turns: kept, lease }: RawGame): Promise<void> {
	await tamper(page, 'games', [{ key: id, row: game ?? null }]);
	await tamper(page, 'starts', [{ key: id, row: start ?? null }]);
	await tamper(page, 'leases', [{ key: id, row: lease ?? null }]);
	await tamper(page, 'turns', [
		...turns.map(({ turn }) => ({ key: [id, turn] as [string, number], row: null })),
		...kept.map((row) => ({ key: [id, 0] as [string, number], row }))
	]);
}

test('each damaged game is listed with its fault and left as it is; the others go on', async ({
	storePage
}) => {
	const page = await storePage();
	const healthy = valueOf(await ask(page, 'create', start, turns));
	const told: { readonly id: string; readonly damage: Damage }[] = [];
	for (const damage of damages(start.engineVersion)) {
		told.push({ id: valueOf(await ask(page, 'create', start, turns)).game, damage });
	}
	const written = await dump(page);
	for (const { id, damage } of told) await putRows(page, damaged(rowsOf(written, id), damage));
	const before = await dump(page);

	const listed = valueOf(await ask(page, 'list'));
	expect(listed).toHaveLength(told.length + 1);
	expect(listed.find((it) => it.id === healthy.game)?.fault).toBeNull();
	for (const {
		id,
		damage: { code, params }
	} of told) {
		expect(listed.find((it) => it.id === id)?.fault).toMatchObject({ code, params });
		for (const method of ['open', 'peek'] as const) {
			expect(faultsOf(await ask(page, method, id))).toEqual([{ code, params }]);
		}
	}
	expect(await dump(page)).toEqual(before);

	const opened = valueOf(await ask(page, 'open', healthy.game));
	expect(opened.game.turns).toEqual(turns);
	valueOf(await ask(page, 'saveDraft', opened.lease, draftOf(3, plan, 'x')));

	for (const { id } of told) valueOf(await ask(page, 'remove', id));
	const left = await dump(page);
	for (const { id } of told) expect(rowsOf(left, id)).toEqual({ id, turns: [] });
	expect(valueOf(await ask(page, 'peek', healthy.game)).turns).toEqual(turns);
});

test('rows damaged under a game that is open: nothing more is written', async ({ storePage }) => {
	const page = await storePage();
	const lease = valueOf(await ask(page, 'create', start, [first]));
	await tamper(page, 'turns', [{ key: [lease.game, 0], row: null }]);
	const before = await dump(page);
	expect(faultsOf(await ask(page, 'appendTurn', lease, second))).toEqual([
		{ code: 'STORE_DAMAGED', params: { where: 'game.played' } }
	]);
	expect(await dump(page)).toEqual(before);
});

test('a damaged draft costs the draft only, and gives way to the next', async ({ storePage }) => {
	const page = await storePage();
	const { game: id } = valueOf(await ask(page, 'create', start, [first]));
	await tamper(page, 'drafts', [
		{ key: id, row: { game: id, draft: { ...draftOf(1, plan, 'x'), plan: null } } }
	]);
	const before = await dump(page);
	expect(valueOf(await ask(page, 'list'))[0]?.fault).toBeNull();
	const { lease, game } = valueOf(await ask(page, 'open', id));
	expect([game.turns, game.draft]).toEqual([[first], null]);
	expect(game.draftFault).toMatchObject({ code: 'STORE_DAMAGED', params: { where: 'draft.plan' } });
	expect((await dump(page))['drafts']).toEqual(before['drafts']);

	valueOf(await ask(page, 'saveDraft', lease, draftOf(1, plan, 'anew')));
	const mended = valueOf(await ask(page, 'peek', id));
	expect([mended.draft?.prediction?.reason, mended.draftFault]).toEqual(['anew', undefined]);
});
