/** Writing the chain of a team. Everything here runs inside a transaction that holds the room. */
import type { Plan } from '#lib/engine/plan.ts';
import type { Prediction } from '#lib/protocol/prediction.ts';
import { chainHash, type EntryKind, type Link } from '#lib/protocol/rooms/index.ts';
import type { Tx } from '../database/index.ts';
import type { HandInRow, TeamRow } from './model.ts';
import { nextPosition } from './rooms-store.ts';
import { newId } from './secrets.ts';

export interface NewEntry {
	readonly link: Link;
	readonly kind: EntryKind;
	readonly place: 'chain' | 'fork';
	readonly parentHash: string;
	readonly receivedAt: number;
	readonly usedMs: number | null;
}

export async function insertEntry(
	tx: Tx,
	{ id: team, run }: Pick<TeamRow, 'id' | 'run'>,
	{ link, kind, place, parentHash, receivedAt, usedMs }: NewEntry
): Promise<string> {
	const hash = chainHash(parentHash, link);
	await tx
		.insertInto('handIn')
		.values({
			team,
			id: link.id,
			position: await nextPosition(tx, team),
			run,
			turn: link.turn,
			kind,
			place,
			parentHash,
			hash,
			plan: link.plan === null ? null : JSON.stringify(link.plan),
			prediction: link.prediction === null ? null : JSON.stringify(link.prediction),
			receivedAt,
			usedMs
		})
		.execute();
	await raiseEntries(tx, team);
	return hash;
}

/** Tells the streams that there is something new in a team's list. */
async function raiseEntries(tx: Tx, team: string): Promise<void> {
	await tx
		.updateTable('team')
		.set((it) => ({ entries: it('entries', '+', 1) }))
		.where('id', '=', team)
		.execute();
}

/**
 * Puts the standing plan into every turn before `turn` for which nothing was handed in.
 *
 * @returns the head after that; the row of the team is the caller's to write
 */
export async function fillChain(
	tx: Tx,
	team: TeamRow,
	turn: number,
	kind: EntryKind,
	now: number
): Promise<string> {
	let { head } = team;
	for (let missing = team.handedAt === null ? team.turn : team.turn + 1; missing < turn; missing++) {
		const link: Link = { turn: missing, id: newId(), plan: null, prediction: null };
		const entry = { link, kind, place: 'chain', parentHash: head, receivedAt: now, usedMs: null } as const;
		head = await insertEntry(tx, team, entry);
	}
	return head;
}

/** Takes what stands for a turn, and all after it, out of the chain. */
export async function takeOut(
	tx: Tx,
	{ id: team, run }: Pick<TeamRow, 'id' | 'run'>,
	fromTurn: number,
	place: 'replaced' | 'fork'
): Promise<void> {
	await tx
		.updateTable('handIn')
		.set({ place })
		.where('team', '=', team)
		.where('run', '=', run)
		.where('turn', '>=', fromTurn)
		.where('place', '=', 'chain')
		.execute();
	await raiseEntries(tx, team);
}

export function planOf(row: Pick<HandInRow, 'plan'>): Plan | null {
	return row.plan === null ? null : (JSON.parse(row.plan) as Plan);
}

export function predictionOf(row: Pick<HandInRow, 'prediction'>): Prediction | null {
	return row.prediction === null ? null : (JSON.parse(row.prediction) as Prediction);
}
