/** Of the signals between nodes: look at the room of this id. */
export const ROOM_TOPIC = 'room';

/** What the services of rooms work with. One is made where the server is wired. */
import type { Database } from '../database/index.ts';
import type { ServerHost } from '../market/index.ts';

export interface RoomsContext {
	readonly database: Database;
	readonly host: ServerHost;
	/** Milliseconds since 1970; a test has its own. */
	readonly now: () => number;
	/** Tells the streams, at every node, that a room has changed. */
	readonly changed: (room: string) => void;
	/** Asks for the turns of a team to be played that are not yet. */
	readonly play: (room: string, team: string) => void;
	/** A failure that nobody is told of otherwise; codes and ids only, no names. */
	readonly report: (what: string, error: unknown) => void;
}
