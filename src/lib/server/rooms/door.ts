/** Coming in: a new team by the room's code, another browser of one by the team's own. */
import { ok } from '#lib/result.ts';
import {
	JOIN_CODE_LENGTH,
	MAX_MEMBERS,
	MAX_NICKNAME,
	MAX_TEAM_NAME,
	MAX_TEAMS,
	plainCode,
	refuseRoom,
	RESUME_CODE_LENGTH,
	type Join,
	type Joined,
	type ResumeTeam,
	type RoomCard,
	type RoomResult
} from '#lib/protocol/rooms/index.ts';
import type { Query, Tx } from '../database/index.ts';
import { newBrowser } from './access.ts';
import type { RoomsContext } from './context.ts';
import { fillChain } from './entries.ts';
import { isTogether, type RoomRow, type TeamRow } from './model.ts';
import { cleanName, nameKey } from './names.ts';
import { lockedRoom, roomById, teamsOf } from './rooms-store.ts';
import { hashOf, newCode, newId } from './secrets.ts';

/** With the cookie of the browser. */
export interface CameIn {
	readonly joined: Joined;
	readonly cookie: string;
}

export async function roomCard(context: RoomsContext, typed: string): Promise<RoomResult<RoomCard>> {
	const room = await roomByCode(context.database.query, typed);
	if (room === null) return refuseRoom('ROOM_SECRET_WRONG', 'no room has this code');
	const { length } = await teamsOf(context.database.query, room.id);
	return ok({ room: room.id, title: room.title, joinable: room.joinable === 1, teams: length });
}

export async function join(context: RoomsContext, request: Join): Promise<RoomResult<CameIn>> {
	const name = cleanName(request.team, MAX_TEAM_NAME, 'team');
	const nickname = cleanName(request.nickname, MAX_NICKNAME, 'nickname');
	if (!name.ok) return name;
	if (!nickname.ok) return nickname;
	const found = await roomByCode(context.database.query, request.code);
	if (found === null) return refuseRoom('ROOM_SECRET_WRONG', 'no room has this code', undefined, 'code');
	const resumeCode = newCode(RESUME_CODE_LENGTH);
	const made = await context.database.transaction(async (tx): Promise<RoomResult<CameIn>> => {
		const room = await lockedRoom(context.database, tx, found.id);
		if (room === null) return refuseRoom('ROOM_SECRET_WRONG', 'no room has this code', undefined, 'code');
		const again = await joinedBefore(context, tx, room, request, nickname.value, resumeCode);
		if (again !== null) return again;
		if (room.joinable === 0) return refuseRoom('ROOM_CLOSED', 'nobody comes in any more');
		const teams = await teamsOf(tx, room.id);
		if (teams.length >= MAX_TEAMS)
			return refuseRoom('ROOM_FULL', `${MAX_TEAMS} teams are in`, { max: MAX_TEAMS });
		if (teams.some((team) => team.nameKey === nameKey(name.value))) {
			const suggestion = freeName(name.value, teams);
			return refuseRoom('TEAM_NAME_TAKEN', 'another team has this name', { suggestion }, 'team');
		}
		const team = await insertTeam(context, tx, room, name.value, resumeCode, request.id);
		const cookie = await newBrowser(tx, context.now(), {
			kind: 'team',
			room: room.id,
			team,
			nickname: nickname.value
		});
		const joined = { room: room.id, team, name: name.value, nickname: nickname.value, resumeCode };
		return ok({ joined, cookie });
	});
	if (made.ok) {
		context.changed(found.id);
		context.play(found.id, made.value.joined.team);
	}
	return made;
}

export async function resumeTeam(context: RoomsContext, request: ResumeTeam): Promise<RoomResult<CameIn>> {
	const nickname = cleanName(request.nickname, MAX_NICKNAME, 'nickname');
	if (!nickname.ok) return nickname;
	const hash = hashOf(plainCode(request.resumeCode));
	const came = await context.database.transaction(async (tx): Promise<RoomResult<CameIn>> => {
		const team = await tx.selectFrom('team').selectAll().where('resumeHash', '=', hash).executeTakeFirst();
		if (team === undefined) {
			return refuseRoom('ROOM_SECRET_WRONG', 'no team has this code', undefined, 'resumeCode');
		}
		const browsers = await tx.selectFrom('browser').select('hash').where('team', '=', team.id).execute();
		if (browsers.length >= MAX_MEMBERS) {
			return refuseRoom('TEAM_FULL', `${MAX_MEMBERS} browsers are in`, { max: MAX_MEMBERS });
		}
		const { room, id, name } = team;
		const cookie = await newBrowser(tx, context.now(), {
			kind: 'team',
			room,
			team: id,
			nickname: nickname.value
		});
		return ok({ joined: { room, team: id, name, nickname: nickname.value, resumeCode: null }, cookie });
	});
	if (came.ok) context.changed(came.value.joined.room);
	return came;
}

/** A new code for another browser; the one before stops working. */
export async function renewResumeCode(context: RoomsContext, room: string, team: string): Promise<string> {
	const code = newCode(RESUME_CODE_LENGTH);
	await context.database.query
		.updateTable('team')
		.set({ resumeHash: hashOf(code) })
		.where('id', '=', team)
		.where('room', '=', room)
		.execute();
	return code;
}

/** The same request again, because its answer was lost: the team is there, and its browser gets a new cookie. */
async function joinedBefore(
	context: RoomsContext,
	tx: Tx,
	room: RoomRow,
	{ id }: Join,
	nickname: string,
	resumeCode: string
): Promise<RoomResult<CameIn> | null> {
	if (id === undefined) return null;
	const rows = tx.selectFrom('team').select(['id', 'name']).where('joinHash', '=', hashOf(id));
	const team = await rows.where('room', '=', room.id).executeTakeFirst();
	if (team === undefined) return null;
	await tx.deleteFrom('browser').where('team', '=', team.id).where('nickname', '=', nickname).execute();
	await tx
		.updateTable('team')
		.set({ resumeHash: hashOf(resumeCode) })
		.where('id', '=', team.id)
		.execute();
	const who = { kind: 'team', room: room.id, team: team.id, nickname } as const;
	const cookie = await newBrowser(tx, context.now(), who);
	return ok({ joined: { room: room.id, team: team.id, name: team.name, nickname, resumeCode }, cookie });
}

/** Which room a code of its teams opens; null for none. */
export async function roomOfTeamCode({ database }: RoomsContext, typed: string): Promise<string | null> {
	const rows = database.query.selectFrom('team').select('room');
	const team = await rows.where('resumeHash', '=', hashOf(plainCode(typed))).executeTakeFirst();
	return team?.room ?? null;
}

export async function roomOfCode({ database }: RoomsContext, typed: string): Promise<string | null> {
	return (await roomByCode(database.query, typed))?.id ?? null;
}

async function roomByCode(query: Query, typed: string): Promise<RoomRow | null> {
	const code = plainCode(typed);
	if (code.length !== JOIN_CODE_LENGTH) return null;
	const found = await query.selectFrom('room').select('id').where('joinCode', '=', code).executeTakeFirst();
	return found === undefined ? null : roomById(query, found.id);
}

/** Comes in where the others are: the turns before are the default plan's, marked. */
async function insertTeam(
	context: RoomsContext,
	tx: Tx,
	room: RoomRow,
	name: string,
	resumeCode: string,
	joinId: string | undefined
): Promise<string> {
	const now = context.now();
	const running = isTogether(room) && (room.phase === 'open' || room.phase === 'playing');
	const turn = running ? room.turn + (room.phase === 'playing' ? 1 : 0) : 0;
	const team: TeamRow = {
		id: newId(),
		room: room.id,
		name,
		nameKey: nameKey(name),
		resumeHash: hashOf(resumeCode),
		joinHash: joinId === undefined ? null : hashOf(joinId),
		joinedAt: now,
		run: room.run,
		practice: room.practice,
		turn: 0,
		played: 0,
		head: '',
		openedAt: room.phase === 'open' ? now : null,
		handedAt: null,
		seenAt: now,
		parked: 0,
		extraSeconds: 0,
		nudgedAt: null,
		total: null,
		pillars: null,
		game: null,
		entries: 0
	};
	await tx.insertInto('team').values(team).execute();
	const head = await fillChain(tx, team, turn, 'joinedLate', now);
	await tx.updateTable('team').set({ head, turn }).where('id', '=', team.id).execute();
	return team.id;
}

function freeName(name: string, teams: readonly TeamRow[]): string {
	const taken = new Set(teams.map((team) => team.nameKey));
	for (let n = 2; ; n++) {
		const candidate = `${[...name].slice(0, MAX_TEAM_NAME - 4).join('')} ${n}`;
		if (!taken.has(nameKey(candidate))) return candidate;
	}
}
