/** What is read and written within one transaction each. A refusal comes before the first write. */
import { fail, ok } from '../result.ts';
import { checkGame, damage, missing, successionFault, type RawGame } from './check.ts';
import type { Tables } from './database.ts';
import { leaseLost } from './leases.ts';
import { checkRow, type DraftRow, type GameRow, type StartRow, type TurnRow } from './rows.ts';
import {
	storeFault,
	type Lease,
	type StoredGame,
	type StoreFault,
	type StoreResult,
	type TurnRecord
} from './store.ts';

export async function rawGame(tables: Tables, id: string): Promise<RawGame> {
	return {
		id,
		game: await tables.games.get(id),
		start: await tables.starts.get(id),
		turns: await turnsOf(tables, id).toArray(),
		draft: await tables.drafts.get(id),
		lease: await tables.leases.get(id)
	};
}

/** Every game of which there is anything a list could show. */
export async function gameIds(tables: Tables): Promise<readonly string[]> {
	const ids: readonly unknown[] = [
		...(await tables.games.toCollection().primaryKeys()),
		...(await tables.starts.toCollection().primaryKeys())
	];
	return [...new Set(ids)].filter((id) => typeof id === 'string');
}

export async function putGame(
	tables: Tables,
	{ game, start }: StartRow,
	turns: readonly TurnRow[]
): Promise<StoreResult<Lease>> {
	const lease: Lease = { game, epoch: 1 };
	await tables.starts.put({ game, start });
	await tables.turns.bulkPut(turns);
	await tables.leases.put(lease);
	await tables.games.put({ id: game, changedAt: Date.now(), played: turns.length, turns: start.turns });
	return ok(lease);
}

export async function takeGame(
	tables: Tables,
	id: string
): Promise<StoreResult<{ readonly lease: Lease; readonly game: StoredGame }>> {
	const checked = checkGame(await rawGame(tables, id));
	if (!checked.ok) return checked;
	const lease: Lease = { game: id, epoch: checked.value.epoch + 1 };
	await tables.leases.put(lease);
	return ok({ lease, game: checked.value.game });
}

export async function putDraft(tables: Tables, lease: Lease, row: DraftRow): Promise<StoreResult<null>> {
	const held = await heldGame(tables, lease);
	if (!held.ok) return held;
	const { played, turns } = held.value;
	if (row.draft.turn !== played || played >= turns) return fail(misfit('draft.turn'));
	await tables.drafts.put(row);
	await tables.games.put({ ...held.value, changedAt: Date.now() });
	return ok(null);
}

export async function putTurn(tables: Tables, lease: Lease, row: TurnRow): Promise<StoreResult<null>> {
	const held = await heldGame(tables, lease);
	if (!held.ok) return held;
	const { played, turns } = held.value;
	const { game, turn, record } = row;
	const same = await recordAt(tables, game, turn);
	if (same !== undefined) {
		const isSame = same.hash === record.hash && same.parentHash === record.parentHash;
		return isSame ? ok(null) : fail(misfit('turn'));
	}
	const last = await recordAt(tables, game, played - 1);
	const wrong = successionFault(turns, { played, hash: last?.hash ?? '' }, record);
	if (wrong !== null) return fail(misfit(wrong));
	await tables.turns.add(row);
	await tables.drafts.delete(game);
	await tables.games.put({ ...held.value, changedAt: Date.now(), played: played + 1 });
	return ok(null);
}

/** A damaged game can be deleted, too. */
export async function deleteGame(tables: Tables, id: string): Promise<StoreResult<null>> {
	if (!(await gameIds(tables)).includes(id)) return fail(missing(id));
	await turnsOf(tables, id).delete();
	for (const name of ['games', 'starts', 'drafts', 'leases'] as const) await tables[name].delete(id);
	return ok(null);
}

/** @returns the latest epochs of games that are there, of those asked for */
export async function epochsOf(tables: Tables, games: readonly string[]): Promise<readonly Lease[]> {
	const rows = await tables.leases.bulkGet([...games]);
	return rows.flatMap((row) => {
		const checked = checkRow('leases', row);
		return checked.ok ? [checked.row] : [];
	});
}

/** The game, if it may still be written under this lease. */
async function heldGame(tables: Tables, lease: Lease): Promise<StoreResult<GameRow>> {
	const row: unknown = await tables.games.get(lease.game);
	if (row === undefined) return fail(missing(lease.game));
	const game = checkRow('games', row);
	if (!game.ok) return fail(damage(`game.${game.where}`));
	const latest = checkRow('leases', await tables.leases.get(lease.game));
	if (!latest.ok) return fail(damage('lease'));
	if (latest.row.epoch !== lease.epoch) return fail(leaseLost(lease));
	if ((await turnsOf(tables, lease.game).count()) !== game.row.played) return fail(damage('game.played'));
	return ok(game.row);
}

async function recordAt(tables: Tables, game: string, turn: number): Promise<TurnRecord | undefined> {
	return turn < 0 ? undefined : (await tables.turns.get([game, turn]))?.record;
}

function turnsOf(tables: Tables, game: string) {
	return tables.turns.where('[game+turn]').between([game, -Infinity], [game, []]);
}

export function misfit(where: string): StoreFault {
	return storeFault('STORE_PARENT', `does not follow what is kept: ${where}`, { where });
}
