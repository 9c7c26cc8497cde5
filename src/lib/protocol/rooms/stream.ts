/**
 * The one stream of a browser: `GET /api/rooms/<room>/stream`, text/event-stream.
 *
 * On connecting it gets a `snapshot` with everything, then a message for each thing that changed. Messages are whole
 * (a newer `room` replaces the older), but for the roster, which carries the rows that changed. The id of a message is a
 * place in the stream; a browser that comes back names the last one it saw (`Last-Event-ID`, or `?after=` from a page that
 * opens a new stream) and gets what changed since; one that the server does not know any more gets a snapshot.
 * Every message carries `serverNow`: clocks of browsers are not trusted, only differences of theirs.
 */
import * as v from 'valibot';
import { Instant } from './fields.ts';
import { RoomBoardSchema, RoomStateSchema, RosterSchema, TeamViewSchema } from './state.ts';

/** The names of the events. */
export const STREAM_EVENTS = ['snapshot', 'room', 'team', 'roster', 'board', 'heartbeat', 'bye'] as const;
export type StreamEventName = (typeof STREAM_EVENTS)[number];

/** Why a stream ends for good. */
export const BYE_REASONS = [
	/** The server stops; connect again. */
	'restart',
	/** The team was removed. */
	'removed',
	/** The link or code was revoked. */
	'revoked',
	/** The room was deleted. */
	'deleted',
	/** Another stream of the same browser took over. */
	'replaced'
] as const;
export type ByeReason = (typeof BYE_REASONS)[number];

const serverNow = Instant;

export const StreamEventSchema = v.variant('event', [
	v.strictObject({
		event: v.literal('snapshot'),
		serverNow,
		room: RoomStateSchema,
		/** Null for the instructor. */
		team: v.nullable(TeamViewSchema),
		/** Null for a team. */
		roster: v.nullable(RosterSchema),
		board: RoomBoardSchema
	}),
	v.strictObject({ event: v.literal('room'), serverNow, room: RoomStateSchema }),
	v.strictObject({ event: v.literal('team'), serverNow, team: TeamViewSchema }),
	v.strictObject({ event: v.literal('roster'), serverNow, roster: RosterSchema }),
	v.strictObject({ event: v.literal('board'), serverNow, board: RoomBoardSchema }),
	v.strictObject({ event: v.literal('heartbeat'), serverNow }),
	v.strictObject({ event: v.literal('bye'), serverNow, reason: v.picklist(BYE_REASONS) })
]);
export type StreamEvent = v.InferOutput<typeof StreamEventSchema>;

/** `data` of a message as it came; null for what no server of this version says. */
export function readStreamEvent(data: string): StreamEvent | null {
	let value: unknown;
	try {
		value = JSON.parse(data);
	} catch {
		return null;
	}
	const read = v.safeParse(StreamEventSchema, value);
	return read.success ? read.output : null;
}
