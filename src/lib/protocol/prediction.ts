/** What a player expects of a turn before it is played, to be held against what came. The market knows nothing of it. */
export interface Prediction {
	/** Own sell-through of the turn, units; null where only a reason was given. */
	readonly sellOutUnits: number | null;
	/** One line. */
	readonly reason: string;
}

/** Characters. */
export const MAX_REASON = 280;
