/** What an instructor does to a running room: `POST /api/rooms/<room>/commands`. */
import * as v from 'valibot';
import { Id, Seconds, Turn, Typed } from './fields.ts';

const team = Id;

export const CommandSchema = v.variant('command', [
	/** Out of the lobby: the first turn opens (for practice, if there is practice). */
	v.strictObject({ command: v.literal('start') }),
	/** Stops the clock of the open turn. */
	v.strictObject({ command: v.literal('hold') }),
	/** Lets it go on with what was left. */
	v.strictObject({ command: v.literal('resume') }),
	/** More time for everybody in this turn; a stopped clock keeps standing. */
	v.strictObject({ command: v.literal('extend'), seconds: v.pipe(Seconds, v.minValue(1)) }),
	/** Ends the open turn now. What is on its way counts for three more seconds. */
	v.strictObject({ command: v.literal('advance'), turn: Turn }),
	/** Ends practice before its last turn: everything is reset, and the real game waits for `start`. */
	v.strictObject({ command: v.literal('endPractice') }),
	/** Seeds, logs and all plans may be seen. Only once all is played; not to be taken back. */
	v.strictObject({ command: v.literal('reveal') }),
	/** Whether teams see the board before that. */
	v.strictObject({ command: v.literal('showBoard'), visible: v.boolean() }),
	/** Whether more teams can come in. */
	v.strictObject({ command: v.literal('openDoor'), open: v.boolean() }),
	/** Shows on the screens of one team. */
	v.strictObject({ command: v.literal('nudge'), team }),
	v.strictObject({ command: v.literal('rename'), team, name: Typed }),
	/** With everything it played. */
	v.strictObject({ command: v.literal('remove'), team }),
	/** Back to before a turn: what came after is kept as forks, and the team plays it again at its own speed. */
	v.strictObject({ command: v.literal('resetTeam'), team, turn: Turn }),
	/** Added to every turn of this team (WCAG 2.2.1); the room waits for it. */
	v.strictObject({ command: v.literal('extraTime'), team, seconds: Seconds }),
	/** Nobody waits for the team, until a browser of it shows itself or this is taken back. */
	v.strictObject({ command: v.literal('park'), team, parked: v.boolean() }),
	/** A new code for another device; the one before stops working. */
	v.strictObject({ command: v.literal('renewResumeCode'), team }),
	/** A new link for the instructor; the one before, and every browser that came by it, is shut out. */
	v.strictObject({ command: v.literal('renewLink') })
]);
export type Command = v.InferOutput<typeof CommandSchema>;
export type CommandName = Command['command'];

/** What a command gives back beside the stream. */
export interface CommandDone {
	readonly command: CommandName;
	/** Of `renewResumeCode`: told once. */
	readonly resumeCode?: string;
	/** Of `renewLink`: told once. */
	readonly secret?: string;
}
