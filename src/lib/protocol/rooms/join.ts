/** How a trainee gets in: by the room's code with a team and a nickname, or by a team's own code on another device. */
import * as v from 'valibot';
import { Typed } from './fields.ts';

const code = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

export const JoinSchema = v.strictObject({
	/** The room's six characters, however they were typed. */
	code,
	team: Typed,
	nickname: Typed,
	/** Drawn by the browser, 128 bits: an answer that was lost is asked for again, and no second team is made. */
	id: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)))
});
export type Join = v.InferOutput<typeof JoinSchema>;

/** On another device, or after the cookie was lost. */
export const ResumeSchema = v.strictObject({
	/** The team's ten characters. */
	resumeCode: code,
	nickname: Typed
});
export type ResumeTeam = v.InferOutput<typeof ResumeSchema>;

/** The cookie comes with it; the browser goes on at `/api/rooms/<room>/…`. */
export interface Joined {
	readonly room: string;
	readonly team: string;
	/** As the server keeps it: normalised. */
	readonly name: string;
	readonly nickname: string;
	/** For another device; null where the team was resumed by it. */
	readonly resumeCode: string | null;
}

/** What the room of a code is, before anybody joins. */
export interface RoomCard {
	readonly room: string;
	readonly title: string;
	readonly joinable: boolean;
	readonly teams: number;
}
