/** Ending a turn in a room: mostly it is handed in, and somebody else says when it is played. */
import type { Translate } from '#lib/i18n/index.ts';
import type { RoomState, TeamView } from '#lib/protocol/rooms/index.ts';
import { playedAtOnce, type TurnEnd } from '../play/plan/turn-end.ts';

interface Standing {
	readonly room: Pick<RoomState, 'phase' | 'pacing' | 'predictionsRequired' | 'turn'>;
	readonly team: Pick<TeamView, 'state' | 'turn'>;
	/** The turn on screen, from 0. */
	readonly turn: number;
	/** This browser plays the market itself. */
	readonly own: boolean;
	/** The turn is open to the team. */
	readonly open: boolean;
}

export function turnEndOf(t: Translate, { room, team, turn, own, open }: Standing): TurnEnd {
	const { predictionsRequired: predictionRequired } = room;
	const busy = t(room.phase === 'lobby' ? 'room.state.waiting' : 'room.state.playing');
	const common = { busy, notYet: !open, predictionRequired };
	if (own) return { ...playedAtOnce(t, turn), ...common, note: t('room.end.note.own') };
	// A team that was reset catches up by itself, whatever the others' turn.
	const waits = room.pacing !== 'self' && team.turn >= room.turn;
	return {
		ask: t(team.state === 'handedIn' ? 'room.end.again' : 'room.end.ask'),
		...common,
		title: t('room.end.title', { turn: turn + 1 }),
		note: t(waits ? `room.end.note.${room.pacing === 'hand' ? 'hand' : 'timed'}` : 'room.end.note.atOnce'),
		go: t('room.end.go')
	};
}
