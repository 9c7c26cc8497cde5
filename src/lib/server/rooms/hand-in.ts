/** Taking a turn from a team: in the chain, or kept beside it. Durable before it is acknowledged. */
import * as v from 'valibot';
import { readShape } from '#lib/engine/shape.ts';
import { ok } from '#lib/result.ts';
import {
	chainHash,
	HandInSchema,
	MAX_FORKS,
	refuseRoom,
	type HandIn,
	type RoomResult,
	type TurnAck
} from '#lib/protocol/rooms/index.ts';
import type { Tx } from '../database/index.ts';
import type { RoomsContext } from './context.ts';
import { insertEntry, takeOut } from './entries.ts';
import { isOpenFor, isWithRoom, settingsOf, type HandInRow, type RoomRow, type TeamRow } from './model.ts';
import { lockedRoom, teamById } from './rooms-store.ts';

export function readHandIn(value: unknown): RoomResult<HandIn> {
	const read = readShape(HandInSchema as v.GenericSchema<unknown, HandIn>, value, 'ROOM_REQUEST_SHAPE');
	if (read.ok) return read;
	return {
		ok: false,
		faults: read.faults.map((it) => ({
			...it,
			code: it.path === 'plan' || it.path.startsWith('plan.') ? 'TURN_PLAN_SHAPE' : 'ROOM_REQUEST_SHAPE'
		}))
	};
}

/** Replaced hand-ins that are kept of a team: what it changed its mind about. */
const MOST_REPLACED = 100;

/** @param room and the team in it, as the cookie says */
export async function handIn(
	context: RoomsContext,
	room: string,
	handed: HandIn
): Promise<RoomResult<TurnAck>> {
	const receivedAt = context.now();
	const taken = await context.database.transaction((tx) => take(context, tx, room, handed, receivedAt));
	if (taken.ok) {
		context.changed(room);
		if (taken.value.played) context.play(room, handed.team);
		return ok(taken.value.ack);
	}
	return taken;
}

interface Taken {
	readonly ack: TurnAck;
	/** Its turn is closed with it: the market may play. */
	readonly played: boolean;
}

async function take(
	context: RoomsContext,
	tx: Tx,
	roomId: string,
	handed: HandIn,
	receivedAt: number
): Promise<RoomResult<Taken>> {
	const room = await lockedRoom(context.database, tx, roomId);
	const team = room === null ? null : await teamById(tx, roomId, handed.team);
	if (room === null || team === null) return refuseRoom('TEAM_UNKNOWN', 'no such team in this room');
	const before = await tx
		.selectFrom('handIn')
		.selectAll()
		.where('team', '=', team.id)
		.where('id', '=', handed.id)
		.executeTakeFirst();
	if (before !== undefined) return again(before, handed, team);
	if (settingsOf(room).predictionsRequired && (handed.prediction?.sellOutUnits ?? null) === null) {
		const path = handed.prediction === null ? 'prediction' : 'prediction.sellOutUnits';
		return refuseRoom('TURN_PREDICTION_MISSING', 'this room wants a figure foretold', undefined, path);
	}
	if (room.phase === 'lobby' || handed.turn > team.turn) {
		return refuseRoom('TURN_NOT_OPEN', `turn ${handed.turn} is not open`, {
			turn: handed.turn,
			coming: team.turn
		});
	}
	const fits =
		handed.parentHash === team.head && handed.turn === team.turn && isOpenFor(room, team, receivedAt);
	return fits ? append(tx, room, team, handed, receivedAt) : fork(tx, team, handed, receivedAt);
}

/** Sent twice: the same answer; the same id for something else is a mistake of the sender. */
function again(before: HandInRow, handed: HandIn, team: TeamRow): RoomResult<Taken> {
	if (before.turn !== handed.turn || before.hash !== chainHash(handed.parentHash, handed)) {
		return refuseRoom('TURN_ID_REUSED', 'this id stands for another hand-in', undefined, 'id');
	}
	const isFork = before.place === 'fork';
	const ack: TurnAck = {
		id: before.id,
		turn: before.turn,
		status: isFork ? 'fork' : 'appended',
		head: isFork ? team.head : before.hash,
		receivedAt: before.receivedAt
	};
	return ok({ ack, played: false });
}

async function append(
	tx: Tx,
	room: RoomRow,
	team: TeamRow,
	handed: HandIn,
	receivedAt: number
): Promise<RoomResult<Taken>> {
	await takeOut(tx, team, handed.turn, 'replaced');
	await dropReplaced(tx, team);
	const head = await insertEntry(tx, team, {
		link: handed,
		kind: 'handedIn',
		place: 'chain',
		parentHash: handed.parentHash,
		receivedAt,
		usedMs: team.openedAt === null ? null : Math.max(0, receivedAt - team.openedAt)
	});
	const waits = isWithRoom(room, team);
	await tx
		.updateTable('team')
		.set({
			head,
			parked: 0,
			seenAt: receivedAt,
			...(waits ? { handedAt: receivedAt } : { turn: team.turn + 1, openedAt: receivedAt })
		})
		.where('id', '=', team.id)
		.execute();
	return ok({
		ack: { id: handed.id, turn: handed.turn, status: 'appended', head, receivedAt },
		played: !waits
	});
}

/** What was replaced is kept so that the same thing sent again is known; nobody sends what is that old. */
async function dropReplaced(tx: Tx, { id }: TeamRow): Promise<void> {
	const replaced = tx
		.selectFrom('handIn')
		.select('position')
		.where('team', '=', id)
		.where('place', '=', 'replaced');
	const oldest = await replaced.orderBy('position', 'desc').offset(MOST_REPLACED).limit(1).executeTakeFirst();
	if (oldest === undefined) return;
	await tx
		.deleteFrom('handIn')
		.where('team', '=', id)
		.where('place', '=', 'replaced')
		.where('position', '<=', oldest.position)
		.execute();
}

async function fork(tx: Tx, team: TeamRow, handed: HandIn, receivedAt: number): Promise<RoomResult<Taken>> {
	const { forks } = await tx
		.selectFrom('handIn')
		.select((it) => it.fn.countAll<number>().as('forks'))
		.where('team', '=', team.id)
		.where('place', '=', 'fork')
		.executeTakeFirstOrThrow();
	if (Number(forks) >= MAX_FORKS) {
		return refuseRoom('TURN_TOO_MANY_FORKS', `${MAX_FORKS} forks are kept already`, { max: MAX_FORKS });
	}
	const { link, parentHash } = { link: handed, parentHash: handed.parentHash };
	const entry = { link, kind: 'handedIn', place: 'fork', parentHash, receivedAt, usedMs: null } as const;
	await insertEntry(tx, team, entry);
	const ack: TurnAck = { id: handed.id, turn: handed.turn, status: 'fork', head: team.head, receivedAt };
	return ok({ ack, played: false });
}
