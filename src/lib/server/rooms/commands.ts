/** What an instructor does to a room. Each command is one transaction that holds the room. */
import { ok } from '#lib/result.ts';
import {
	MAX_TEAM_NAME,
	refuseRoom,
	RESUME_CODE_LENGTH,
	type Command,
	type CommandDone,
	type RoomResult
} from '#lib/protocol/rooms/index.ts';
import type { Tx } from '../database/index.ts';
import { renewLink } from './access.ts';
import type { RoomsContext } from './context.ts';
import { takeOut } from './entries.ts';
import { gameKey } from './game-ref.ts';
import { isTogether, type RoomRow, type TeamRow } from './model.ts';
import { cleanName, nameKey } from './names.ts';
import { endPractice, openTurn } from './pace.ts';
import { chainOf, lockedRoom, teamById, teamsOf } from './rooms-store.ts';
import { hashOf, newCode } from './secrets.ts';

type Of<C extends Command['command']> = Extract<Command, { readonly command: C }>;
type Done = Omit<CommandDone, 'command'>;
type Act<C extends Command['command']> = (
	at: { readonly context: RoomsContext; readonly tx: Tx; readonly room: RoomRow; readonly browser: string },
	command: Of<C>
) => Promise<RoomResult<Done>>;

/** @param browser of the instructor who asks */
export async function perform(
	context: RoomsContext,
	roomId: string,
	command: Command,
	browser: string
): Promise<RoomResult<CommandDone>> {
	const { query } = context.database;
	const team = 'team' in command ? await teamById(query, roomId, command.team) : null;
	const done = await context.database.transaction(async (tx): Promise<RoomResult<Done>> => {
		const room = await lockedRoom(context.database, tx, roomId);
		if (room === null) return refuseRoom('ROOM_UNKNOWN', 'no such room');
		const act = ACTS[command.command] as Act<Command['command']>;
		return act({ context, tx, room, browser }, command);
	});
	if (!done.ok) return done;
	context.changed(roomId);
	// What the market has at hand of a game that is not the same any more.
	const undone = command.command === 'resetTeam' || command.command === 'remove';
	if (undone && team !== null) await context.host.forget(gameKey(team)).catch(() => undefined);
	return ok({ command: command.command, ...done.value });
}

const notNow = (why: string): RoomResult<never> => refuseRoom('COMMAND_NOT_NOW', why);
const NOTHING: Done = {};

const ACTS: { readonly [C in Command['command']]: Act<C> } = {
	start: async ({ context, tx, room }) => {
		if (room.phase !== 'lobby') return notNow('it has begun');
		await openTurn(tx, room, 0, context.now());
		return ok(NOTHING);
	},
	hold: async ({ context, tx, room }) => {
		if (room.phase !== 'open' || room.closesAt === null || room.ending === 1) {
			return notNow('no clock runs');
		}
		const heldMs = Math.max(0, room.closesAt - context.now());
		await change(tx, room, { heldMs, closesAt: null });
		return ok(NOTHING);
	},
	resume: async ({ context, tx, room }) => {
		if (room.phase !== 'open' || room.heldMs === null) return notNow('the clock is not held');
		await change(tx, room, { heldMs: null, closesAt: context.now() + room.heldMs });
		return ok(NOTHING);
	},
	extend: async ({ tx, room }, { seconds }) => {
		const more = seconds * 1000;
		if (room.phase === 'open' && room.heldMs !== null) await change(tx, room, { heldMs: room.heldMs + more });
		else if (room.phase === 'open' && room.closesAt !== null && room.ending === 0) {
			await change(tx, room, { closesAt: room.closesAt + more });
		} else return notNow('no clock runs');
		return ok(NOTHING);
	},
	advance: async ({ context, tx, room }, { turn }) => {
		// A second click must not end the turn after.
		if (room.phase !== 'open' || (isTogether(room) && room.turn !== turn))
			return notNow('this turn is not open');
		if (room.ending === 0) await change(tx, room, { closesAt: context.now(), heldMs: null, ending: 1 });
		return ok(NOTHING);
	},
	endPractice: async ({ context, tx, room }) => {
		if (room.practice === 0 || room.phase === 'playing') return notNow('there is no practice to end');
		await endPractice(tx, room, context.now());
		return ok(NOTHING);
	},
	reveal: async ({ tx, room }) => {
		if (room.phase !== 'over') return notNow('not all is played');
		await change(tx, room, { revealed: 1, boardVisible: 1 });
		return ok(NOTHING);
	},
	showBoard: async ({ tx, room }, { visible }) => {
		await change(tx, room, { boardVisible: visible ? 1 : 0 });
		return ok(NOTHING);
	},
	openDoor: async ({ tx, room }, { open }) => {
		if (room.phase === 'over') return notNow('it is over');
		await change(tx, room, { joinable: open ? 1 : 0 });
		return ok(NOTHING);
	},
	nudge: async ({ context, tx, room }, { team }) => changeTeam(tx, room, team, { nudgedAt: context.now() }),
	rename: async ({ tx, room }, { team, name }) => {
		const cleaned = cleanName(name, MAX_TEAM_NAME, 'name');
		if (!cleaned.ok) return cleaned;
		const key = nameKey(cleaned.value);
		const others = (await teamsOf(tx, room.id)).filter(({ id }) => id !== team);
		if (others.some((other) => other.nameKey === key)) {
			return refuseRoom('TEAM_NAME_TAKEN', 'another team has this name', undefined, 'name');
		}
		return changeTeam(tx, room, team, { name: cleaned.value, nameKey: key });
	},
	remove: async ({ tx, room }, { team }) => {
		if ((await teamById(tx, room.id, team)) === null) return refuseRoom('TEAM_UNKNOWN', 'no such team');
		await tx.deleteFrom('team').where('id', '=', team).execute();
		return ok(NOTHING);
	},
	resetTeam: async ({ context, tx, room }, { team, turn }) => resetTeam(context, tx, room, team, turn),
	extraTime: async ({ tx, room }, { team, seconds }) => changeTeam(tx, room, team, { extraSeconds: seconds }),
	park: async ({ tx, room }, { team, parked }) => changeTeam(tx, room, team, { parked: parked ? 1 : 0 }),
	renewResumeCode: async ({ tx, room }, { team }) => {
		const resumeCode = newCode(RESUME_CODE_LENGTH);
		const changed = await changeTeam(tx, room, team, { resumeHash: hashOf(resumeCode) });
		return changed.ok ? ok({ resumeCode }) : changed;
	},
	renewLink: async ({ context, tx, room, browser }) =>
		ok({ secret: await renewLink(tx, context.now(), room.id, browser) })
};

async function change(tx: Tx, room: RoomRow, fields: Partial<RoomRow>): Promise<void> {
	await tx.updateTable('room').set(fields).where('id', '=', room.id).execute();
}

async function changeTeam(
	tx: Tx,
	room: RoomRow,
	team: string,
	fields: Partial<TeamRow>
): Promise<RoomResult<Done>> {
	if ((await teamById(tx, room.id, team)) === null) return refuseRoom('TEAM_UNKNOWN', 'no such team');
	await tx.updateTable('team').set(fields).where('id', '=', team).execute();
	return ok(NOTHING);
}

async function resetTeam(
	context: RoomsContext,
	tx: Tx,
	room: RoomRow,
	teamId: string,
	turn: number
): Promise<RoomResult<Done>> {
	const team = await teamById(tx, room.id, teamId);
	if (team === null) return refuseRoom('TEAM_UNKNOWN', 'no such team');
	if (room.phase !== 'open') return notNow('no turn is open');
	if (turn > team.turn) return notNow('the team is not there yet');
	const chain = await chainOf(tx, team);
	await takeOut(tx, team, turn, 'fork');
	await tx
		.deleteFrom('step')
		.where('team', '=', teamId)
		.where('run', '=', team.run)
		.where('turn', '>=', turn)
		.execute();
	const before = await tx
		.selectFrom('step')
		.select(['total', 'pillars'])
		.where('team', '=', teamId)
		.where('run', '=', team.run)
		.orderBy('turn', 'desc')
		.executeTakeFirst();
	return changeTeam(tx, room, teamId, {
		turn,
		played: Math.min(team.played, turn),
		head: chain.findLast((entry) => entry.turn < turn)?.hash ?? '',
		handedAt: null,
		openedAt: context.now(),
		total: before?.total ?? null,
		pillars: before?.pillars ?? null,
		game: null
	});
}
