/** What a room looks like from outside at one moment. Each of these is whole: a newer one replaces the one before. */
import * as v from 'valibot';
import { PILLARS } from '../../engine/vocab.ts';
import { BothLanguages, Count, Id, Instant, listOf, Parent, Turn } from './fields.ts';
import { EntrySchema } from './turn.ts';
import {
	ARCHIVE_STANDS,
	CONNECTIONS,
	LUCKS,
	MAX_FORKS,
	MAX_MEMBERS,
	PACINGS,
	ROOM_PHASES,
	TEAM_STATES
} from './words.ts';

const Name = v.pipe(v.string(), v.maxLength(400));
const Figure = v.pipe(v.number(), v.finite());

/** For everybody in the room. */
export const RoomStateSchema = v.strictObject({
	room: Id,
	title: Name,
	joinCode: v.pipe(v.string(), v.maxLength(12)),
	joinable: v.boolean(),
	phase: v.picklist(ROOM_PHASES),
	/**
	 * The turns for practice are played before all others, and reset: for all at once, or at one's own speed when a team
	 * begins the game. Of a room at that speed it says what awaits a team that comes in.
	 */
	practice: v.boolean(),
	practiceTurns: Count,
	/** Of those paced together: the turn that is open or being played; from 0. */
	turn: Turn,
	/** Decided in all, without the closing weeks. */
	turns: Turn,
	luck: v.picklist(LUCKS),
	pacing: v.picklist(PACINGS),
	turnSeconds: v.nullable(Count),
	predictionsRequired: v.boolean(),
	rankedAsSealed: v.boolean(),
	/** When the open turn was opened; null where none is. */
	opensAt: v.nullable(Instant),
	/** When it ends by the clock, or the deadline of the room; null where no clock runs. */
	closesAt: v.nullable(Instant),
	/** Milliseconds that were left when the instructor stopped the clock; null while it runs. */
	heldMs: v.nullable(Count),
	scenario: v.strictObject({
		id: v.pipe(v.string(), v.maxLength(64)),
		title: BothLanguages,
		hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		engineVersion: v.pipe(v.string(), v.maxLength(32)),
		weeksPerTurn: Count
	}),
	teams: Count,
	/** Teams that are done with the open turn, and those that nobody waits for. */
	handedIn: Count,
	parked: Count,
	/** Teams whose closed turn the server has played. */
	played: Count,
	/** Seeds, logs and everybody's plans may be seen. */
	revealed: v.boolean(),
	boardVisible: v.boolean(),
	/** Null for a room that is played here. */
	archive: v.nullable(v.picklist(ARCHIVE_STANDS))
});
export type RoomState = v.InferOutput<typeof RoomStateSchema>;

const MemberSchema = v.strictObject({ nickname: Name, connected: v.boolean() });

/** For the browsers of one team. */
export const TeamViewSchema = v.strictObject({
	team: Id,
	name: Name,
	/** Of the browser that reads this. */
	nickname: Name,
	members: listOf(MemberSchema, MAX_MEMBERS),
	state: v.picklist(TEAM_STATES),
	/** It plays for practice. At one's own speed a team begins the game itself once it has: `…/begin`. */
	practice: v.boolean(),
	/** The coming turn of this team; behind the room's after a reset, until it has caught up. */
	turn: Turn,
	/** Turns the market has played for it, closing weeks included. What `…/market` shows is of then. */
	played: Turn,
	/** Head of the chain: what the next hand-in follows. */
	head: Parent,
	/** The chain since the last reset, and what was kept beside it. */
	entries: listOf(EntrySchema, 66 + MAX_FORKS),
	opensAt: v.nullable(Instant),
	/** With the extra time of this team; what arrives up to `GRACE_MS` later counts. */
	closesAt: v.nullable(Instant),
	extraSeconds: Count,
	parked: v.boolean(),
	/** The instructor asked for attention then. */
	nudgedAt: v.nullable(Instant),
	/** Thousandths; null before the first turn. */
	score: v.nullable(Count)
});
export type TeamView = v.InferOutput<typeof TeamViewSchema>;

/** A team as the instructor sees it. */
export const RosterRowSchema = v.strictObject({
	team: Id,
	name: Name,
	members: listOf(MemberSchema, MAX_MEMBERS),
	connection: v.picklist(CONNECTIONS),
	lastSeenAt: v.nullable(Instant),
	state: v.picklist(TEAM_STATES),
	practice: v.boolean(),
	turn: Turn,
	played: Turn,
	/** Turns by how they came about. */
	late: Count,
	absent: Count,
	joinedLate: Count,
	forks: Count,
	parked: v.boolean(),
	extraSeconds: Count,
	joinedAt: Instant,
	/** When the decision for the open turn came; null while there is none. */
	handedInAt: v.nullable(Instant),
	score: v.nullable(Count)
});
export type RosterRow = v.InferOutput<typeof RosterRowSchema>;

/** Rows that changed; the snapshot has all of them. */
export const RosterSchema = v.strictObject({
	rows: listOf(RosterRowSchema, 1000),
	/** Ids of teams that are gone. */
	removed: listOf(Id, 1000)
});
export type Roster = v.InferOutput<typeof RosterSchema>;

export const BoardRowSchema = v.strictObject({
	team: Id,
	name: Name,
	/** Equal totals share a rank. */
	rank: Count,
	played: Turn,
	/** Thousandths, 0–100 000. */
	total: Count,
	pillars: v.strictObject(v.entriesFromList(PILLARS, Count)),
	/** Own sales of the last turn over those of the best rival, in thousandths, by area: 1 700 is No.1. */
	race: listOf(v.strictObject({ area: v.pipe(v.string(), v.maxLength(64)), ratio: Figure }), 1024),
	/** Turns the team did not decide itself. */
	marked: Count
});
export type BoardRow = v.InferOutput<typeof BoardRowSchema>;

/** By id, as the scenario names them. */
export const AreaNamesSchema = v.record(v.pipe(v.string(), v.maxLength(64)), BothLanguages);
export type AreaNames = v.InferOutput<typeof AreaNamesSchema>;

/** The best first. Empty for teams while the instructor keeps it hidden. */
export const RoomBoardSchema = v.strictObject({
	visible: v.boolean(),
	/** Of the race. */
	areas: AreaNamesSchema,
	rows: listOf(BoardRowSchema, 1000)
});
export type RoomBoard = v.InferOutput<typeof RoomBoardSchema>;
