/** Which board a game belongs to. */
import { createHash } from 'node:crypto';
import type { Seal } from '#lib/protocol/board/index.ts';
import type { Text } from '#lib/scenario/index.ts';
import type { Tx } from '../database/index.ts';

export interface BoardPlace {
	readonly scenarioHash: string;
	readonly scenarioId: string;
	readonly title: Text | null;
	readonly engineVersion: string;
	readonly seal: Seal;
	/** Null for the board of all who played the scenario. */
	readonly room: string | null;
}

/** The same for the same place on every machine: two that make a board at once make one. */
export function boardNumber({
	scenarioHash,
	engineVersion,
	seal,
	room
}: Pick<BoardPlace, 'scenarioHash' | 'engineVersion' | 'seal' | 'room'>): number {
	const named = JSON.stringify([scenarioHash, engineVersion, seal, room ?? '']);
	return createHash('sha256').update(named).digest().readUIntBE(0, 6);
}

/** 12 hex digits, as addresses have it. */
export function boardId(number: number): string {
	return number.toString(16).padStart(12, '0');
}

export async function makeBoard(tx: Tx, place: BoardPlace): Promise<number> {
	const id = boardNumber(place);
	const { scenarioHash, scenarioId, engineVersion, seal, room, title } = place;
	await tx
		.insertInto('board')
		.values({
			id,
			scenarioHash,
			scenarioId,
			engineVersion,
			seal,
			room: room ?? '',
			title: title === null ? null : JSON.stringify(title)
		})
		.onConflict((it) => it.column('id').doNothing())
		.execute();
	return id;
}
