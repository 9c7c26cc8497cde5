/** What the form of a new room holds → what the server is asked for. */
import type { CreateRoom } from '#lib/protocol/rooms/index.ts';
import type { Luck, Pacing } from '#lib/protocol/rooms/words.ts';

export interface NewRoomForm {
	readonly title: string;
	/** Id of a shipped scenario; empty where a file was chosen. */
	readonly shipped: string;
	readonly file: { readonly name: string; readonly text: string } | null;
	readonly luck: Luck;
	readonly pacing: Pacing;
	readonly minutes: number;
	/** As a date field has it, in the reader's own time; empty for none. */
	readonly deadline: string;
	readonly practiceTurns: number;
	readonly predictionsRequired: boolean;
	readonly endsWhenAllIn: boolean;
	readonly boardVisible: boolean;
}

export const FRESH: NewRoomForm = {
	title: '',
	shipped: '',
	file: null,
	luck: 'sealed',
	pacing: 'timed',
	minutes: 10,
	deadline: '',
	practiceTurns: 0,
	predictionsRequired: false,
	endsWhenAllIn: false,
	boardVisible: true
};

export function requestOf(form: NewRoomForm): CreateRoom {
	const { title, shipped, file, luck, pacing, practiceTurns, predictionsRequired, boardVisible } = form;
	const together = pacing !== 'self';
	return {
		title: title.trim(),
		scenario: file === null ? { shipped } : { file: file.name.slice(0, 255), text: file.text },
		settings: {
			luck,
			pacing,
			turnSeconds: pacing === 'timed' ? Math.round(form.minutes * 60) : null,
			deadlineAt: together || form.deadline === '' ? null : new Date(form.deadline).getTime(),
			practiceTurns,
			predictionsRequired,
			endsWhenAllIn: pacing === 'timed' && form.endsWhenAllIn,
			boardVisible
		}
	};
}
