/** Every address of the server, as the published description has it. A test holds it to the routes there are. */
import * as v from 'valibot';
import { PlanSchema } from '../../engine/shape.ts';
import {
	BoardEventSchema,
	BoardListSchema,
	BoardPageSchema,
	ReceiptSchema,
	RoomSubmissionSchema,
	SubmissionSchema
} from '../board/index.ts';
import { ArchiveSchema } from '../rooms/archive-shape.ts';
import {
	AccessSchema,
	CommandSchema,
	CreateRoomSchema,
	HandInSchema,
	JoinSchema,
	ResumeSchema,
	StreamEventSchema,
	TurnAckSchema
} from '../rooms/index.ts';
import {
	CommandDoneSchema,
	ForgottenSchema,
	JoinedSchema,
	NothingSchema,
	PreviewSchema,
	ReadySchema,
	ResultsSchema,
	ResumeCodeSchema,
	RoomCardSchema,
	RoomCreatedSchema,
	RoomListSchema,
	RoomOpenedSchema,
	SnapshotSchema,
	TeamMarketSchema
} from './answers.ts';

/** Who is let in, and by what. */
export const CALLERS = {
	anyone: null,
	player: { type: 'apiKey', in: 'header', name: 'x-shapan-player' },
	host: { type: 'apiKey', in: 'cookie', name: 'shapan_host' },
	instructor: { type: 'apiKey', in: 'cookie', name: 'shapan_teach' },
	team: { type: 'apiKey', in: 'cookie', name: 'shapan_team' }
} as const;
export type Caller = keyof typeof CALLERS;

export interface Operation {
	readonly method: 'get' | 'post' | 'delete';
	/** Parameters of the path in braces. */
	readonly path: string;
	readonly summary: string;
	readonly callers: readonly Caller[];
	readonly query?: Readonly<Record<string, string>>;
	readonly body?: v.GenericSchema;
	/** Of an answer that went well. */
	readonly status?: 200 | 201 | 202;
	/** Left out where the answer is no JSON. */
	readonly answer?: v.GenericSchema;
	/** Of the answer; JSON where it is left out. */
	readonly media?: string;
}

const EVENTS = 'text/event-stream';

export const OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/boards',
		summary: 'The boards there are, those of rooms apart',
		callers: ['anyone'],
		answer: BoardListSchema
	},
	{
		method: 'get',
		path: '/api/boards/{board}',
		summary: 'A page of a board; with a player’s key also where the player stands',
		callers: ['anyone', 'player'],
		query: { by: 'total, or a pillar', after: '`next` of the page before' },
		answer: BoardPageSchema
	},
	{
		method: 'get',
		path: '/api/boards/{board}/stream',
		summary: 'Says that the board changed, as it does; the page is to be read again',
		callers: ['anyone'],
		answer: BoardEventSchema,
		media: EVENTS
	},
	{
		method: 'post',
		path: '/api/submissions',
		summary:
			'Hands a finished open-seed game in. It is played again; the receipt tells what came of it. The same again is the same',
		callers: ['anyone'],
		body: SubmissionSchema,
		status: 202,
		answer: ReceiptSchema
	},
	{
		method: 'get',
		path: '/api/submissions/{id}',
		summary: 'How far that has come',
		callers: ['player'],
		answer: ReceiptSchema
	},
	{
		method: 'delete',
		path: '/api/players/me',
		summary: 'Deletes all that a player handed in, from boards too',
		callers: ['player'],
		answer: ForgottenSchema
	},
	{
		method: 'post',
		path: '/api/host/session',
		summary: 'The setup token for a cookie',
		callers: ['anyone'],
		body: AccessSchema,
		answer: NothingSchema
	},
	{
		method: 'get',
		path: '/api/host/rooms',
		summary: 'The rooms there are',
		callers: ['host'],
		answer: RoomListSchema
	},
	{
		method: 'post',
		path: '/api/rooms',
		summary: 'Makes a room',
		callers: ['host'],
		body: CreateRoomSchema,
		status: 201,
		answer: RoomCreatedSchema
	},
	{
		method: 'post',
		path: '/api/rooms/archive',
		summary: 'Opens an archive as a room, to be looked at',
		callers: ['host'],
		status: 201,
		body: ArchiveSchema,
		answer: RoomCreatedSchema
	},
	{
		method: 'delete',
		path: '/api/rooms/{room}',
		summary: 'Deletes the room and everything in it',
		callers: ['instructor'],
		answer: NothingSchema
	},
	{
		method: 'post',
		path: '/api/rooms/{room}/session',
		summary: 'The secret of a room’s link for a cookie',
		callers: ['anyone'],
		body: AccessSchema,
		answer: RoomOpenedSchema
	},
	{
		method: 'delete',
		path: '/api/rooms/{room}/session',
		summary: 'Signs this browser out',
		callers: ['instructor', 'team'],
		answer: NothingSchema
	},
	{
		method: 'get',
		path: '/api/join',
		summary: 'What the room of a code is',
		callers: ['anyone'],
		query: { code: 'the six characters' },
		answer: RoomCardSchema
	},
	{
		method: 'post',
		path: '/api/join',
		summary: 'A new team',
		callers: ['anyone'],
		body: JoinSchema,
		status: 201,
		answer: JoinedSchema
	},
	{
		method: 'post',
		path: '/api/join/resume',
		summary: 'Another browser of a team',
		callers: ['anyone'],
		body: ResumeSchema,
		answer: JoinedSchema
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/stream',
		summary: 'What changes, as it changes',
		callers: ['instructor', 'team'],
		query: { after: 'the last id that was seen' },
		answer: StreamEventSchema,
		media: EVENTS
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/state',
		summary: 'The snapshot alone',
		callers: ['instructor', 'team'],
		answer: SnapshotSchema
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/market',
		summary: 'The team’s view and reports',
		callers: ['team'],
		answer: TeamMarketSchema
	},
	{
		method: 'post',
		path: '/api/rooms/{room}/preview',
		summary: 'What a plan would cost, and what would be cut',
		callers: ['team'],
		body: v.strictObject({ plan: PlanSchema }),
		answer: PreviewSchema
	},
	{
		method: 'post',
		path: '/api/rooms/{room}/turns',
		summary: 'Hands a turn in. The same id again is the same',
		callers: ['team'],
		body: HandInSchema,
		answer: TurnAckSchema
	},
	{
		method: 'post',
		path: '/api/rooms/{room}/begin',
		summary: 'Ends the practice of a team that plays at its own speed',
		callers: ['team'],
		answer: NothingSchema
	},
	{
		method: 'post',
		path: '/api/rooms/{room}/submissions',
		summary:
			'Hands a whole game of an open room in, for the room’s board: by the room’s seeds, while the room is open',
		callers: ['team'],
		body: RoomSubmissionSchema,
		status: 202,
		answer: ReceiptSchema
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/submissions/{id}',
		summary: 'How far that has come',
		callers: ['team'],
		answer: ReceiptSchema
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/board',
		summary: 'A page of the room’s verified board; teams see it while it is shown',
		callers: ['instructor', 'team'],
		query: { by: 'total, or a pillar', after: '`next` of the page before' },
		answer: BoardPageSchema
	},
	{
		method: 'post',
		path: '/api/rooms/{room}/resume-code',
		summary: 'A new code for another device',
		callers: ['team'],
		answer: ResumeCodeSchema
	},
	{
		method: 'post',
		path: '/api/rooms/{room}/commands',
		summary: 'What an instructor does to a room',
		callers: ['instructor'],
		body: CommandSchema,
		answer: CommandDoneSchema
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/results',
		summary: 'Every team’s turns, and figures of the class',
		callers: ['instructor', 'team'],
		answer: ResultsSchema
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/gradebook.csv',
		summary: 'Gradebook',
		callers: ['instructor'],
		media: 'text/csv'
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/gradebook.xlsx',
		summary: 'Gradebook',
		callers: ['instructor'],
		media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	},
	{
		method: 'get',
		path: '/api/rooms/{room}/archive',
		summary: 'The room as a file',
		callers: ['instructor'],
		answer: ArchiveSchema
	},
	{
		method: 'get',
		path: '/healthz',
		summary: 'Whether the process lives',
		callers: ['anyone'],
		media: 'text/plain'
	},
	{
		method: 'get',
		path: '/readyz',
		summary: 'Whether its database answers',
		callers: ['anyone'],
		answer: ReadySchema
	},
	{
		method: 'get',
		path: '/metrics',
		summary: 'Figures for Prometheus: for the machine itself, or by token',
		callers: ['anyone'],
		media: 'text/plain'
	}
];
