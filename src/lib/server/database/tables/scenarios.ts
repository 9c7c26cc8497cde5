/** A scenario that games on this server are played by: shipped, or handed in for a room. Never changed once there. */
export interface ScenarioTable {
	readonly hash: string;
	/** The author's id for it. */
	readonly id: string;
	/** A file that stands alone, as JSON text (`standaloneText`). */
	readonly text: string;
	readonly keptAt: number;
}
