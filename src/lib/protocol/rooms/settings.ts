/** What an instructor chooses when a room is made. */
import * as v from 'valibot';
import { Count, Instant, Seconds, Secret, Typed } from './fields.ts';
import { LUCKS, MAX_PRACTICE_TURNS, MAX_SCENARIO_TEXT, PACINGS, type RoomPhase } from './words.ts';

export const SettingsSchema = v.strictObject({
	/** `sealed` or `open`. Only a sealed room that is paced together is ranked as sealed. */
	luck: v.picklist(LUCKS),
	pacing: v.picklist(PACINGS),
	/** Of a turn, where the clock paces. */
	turnSeconds: v.nullable(v.pipe(Seconds, v.minValue(10))),
	/** When a room that is played at one's own speed ends; null for never. */
	deadlineAt: v.nullable(Instant),
	/** Turns played for practice, under another seed, before everything is reset; 0 for none. */
	practiceTurns: v.pipe(Count, v.maxValue(MAX_PRACTICE_TURNS)),
	/** A plan without a prediction is refused, and so is one that gives a reason and no figure. */
	predictionsRequired: v.boolean(),
	/** A timed turn ends as soon as every team that is there has handed in. */
	endsWhenAllIn: v.boolean(),
	/** Teams see scores and ranks of the others before the reveal. */
	boardVisible: v.boolean()
});
export type RoomSettings = v.InferOutput<typeof SettingsSchema>;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SCENARIO_TEXT));

export const CreateRoomSchema = v.strictObject({
	title: Typed,
	scenario: v.union([
		/** One that is shipped, by its id. */
		v.strictObject({ shipped: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
		/** The instructor's own file; it may extend a shipped one. */
		v.strictObject({ file: v.pipe(v.string(), v.minLength(1), v.maxLength(255)), text })
	]),
	settings: SettingsSchema,
	/** Of the places and actors, instead of the scenario's own. */
	worldSeed: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
	/** Any text; left out, the server draws 128 bits. A sealed room always draws. */
	marketSeed: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128)))
});
export type CreateRoom = v.InferOutput<typeof CreateRoomSchema>;

/** Told once, to whoever made the room; the secret is kept nowhere. */
export interface RoomCreated {
	readonly room: string;
	/** For the fragment of the instructor's link: whoever has it runs the room. */
	readonly secret: string;
	/** Six characters, for the teams. */
	readonly joinCode: string;
}

/** A room in the list of whoever runs the server. */
export interface RoomLine {
	readonly room: string;
	readonly title: string;
	readonly phase: RoomPhase;
	readonly joinCode: string;
	readonly teams: number;
	readonly createdAt: number;
	readonly endedAt: number | null;
}

/** The setup token, or the secret of a link, against a cookie. */
export const AccessSchema = v.strictObject({ secret: Secret });
export type Access = v.InferOutput<typeof AccessSchema>;

/** Sealed in name means that nobody could have tried the market out before deciding. */
export function rankedAsSealed({ luck, pacing }: Pick<RoomSettings, 'luck' | 'pacing'>): boolean {
	return luck === 'sealed' && pacing !== 'self';
}
