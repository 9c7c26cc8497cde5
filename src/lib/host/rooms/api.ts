/** The requests of rooms (docs/rooms.md), each as a function: what a page sends and what it gets. */
import * as v from 'valibot';
import type { Plan } from '../../engine/plan.ts';
import {
	TurnAckSchema,
	type Command,
	type CommandDone,
	type CreateRoom,
	type HandIn,
	type Join,
	type Joined,
	type ResumeTeam,
	type RoomArchive,
	type RoomCard,
	type RoomCreated,
	type RoomLine,
	type RoomResults,
	type TeamMarket,
	type TeamPreview,
	type TurnAck
} from '../../protocol/rooms/index.ts';
import type { Result } from '../../result.ts';
import { ask } from './ask.ts';

/** Every game of an archive is played again before it opens. */
const ARCHIVE_MS = 30 * 60_000;

const of = (room: string, what: string): string => `/api/rooms/${encodeURIComponent(room)}/${what}`;

export const rooms = {
	/** Against the setup token: a cookie that may make rooms. */
	openHost: (secret: string) => ask<null>('/api/host/session', { method: 'POST', body: { secret } }),
	hosted: () => ask<readonly RoomLine[]>('/api/host/rooms'),
	create: (body: CreateRoom) => ask<RoomCreated>('/api/rooms', { method: 'POST', body }),
	openArchive: (body: RoomArchive) =>
		ask<RoomCreated>('/api/rooms/archive', { method: 'POST', body, patienceMs: ARCHIVE_MS }),
	/** Against the secret of an instructor's link. */
	openRoom: (room: string, secret: string) =>
		ask<null>(of(room, 'session'), { method: 'POST', body: { secret } }),
	card: (code: string) => ask<RoomCard>(`/api/join?code=${encodeURIComponent(code)}`),
	join: (body: Join) => ask<Joined>('/api/join', { method: 'POST', body }),
	resume: (body: ResumeTeam) => ask<Joined>('/api/join/resume', { method: 'POST', body }),
	market: (room: string) => ask<TeamMarket>(of(room, 'market')),
	preview: (room: string, plan: Plan) =>
		ask<TeamPreview>(of(room, 'preview'), { method: 'POST', body: { plan } }),
	handIn: (room: string, body: HandIn): Promise<Result<TurnAck>> =>
		ask(of(room, 'turns'), { method: 'POST', body, read: (value) => v.parse(TurnAckSchema, value) }),
	/** Ends the practice of a team that plays at its own speed. */
	begin: (room: string) => ask<object>(of(room, 'begin'), { method: 'POST', body: {} }),
	resumeCode: (room: string) =>
		ask<{ readonly resumeCode: string }>(of(room, 'resume-code'), { method: 'POST', body: {} }),
	command: (room: string, body: Command) => ask<CommandDone>(of(room, 'commands'), { method: 'POST', body }),
	results: (room: string) => ask<RoomResults>(of(room, 'results')),
	remove: (room: string) => ask<null>(`/api/rooms/${encodeURIComponent(room)}`, { method: 'DELETE' }),
	/** Addresses of files, for links. */
	gradebook: (room: string, form: 'csv' | 'xlsx', lang: string) =>
		`${of(room, `gradebook.${form}`)}?lang=${lang}`,
	archive: (room: string) => of(room, 'archive'),
	stream: (room: string) => of(room, 'stream'),
	state: (room: string) => ask<unknown>(of(room, 'state'))
};
export type Rooms = typeof rooms;
