/** Rooms and what is played in them. Secrets, codes and cookies are kept as hashes only. */

export interface RoomTable {
	readonly id: string;
	readonly title: string;
	/** For the projector: shown to everybody, hence not hashed. */
	readonly joinCode: string;
	/** `RoomPhase`. */
	readonly phase: string;
	readonly practice: number;
	/** Counts resets of the whole room; teams have their own, which is this one where all are paced together. */
	readonly run: number;
	/** Of those paced together. */
	readonly turn: number;
	readonly turns: number;
	/** `RoomSettings`. */
	readonly settings: string;
	readonly boardVisible: number;
	readonly joinable: number;
	readonly revealed: number;
	/** Came from an archive, and is looked at only: 1 as the file tells it, 2 played again and found the same; else 0. */
	readonly archived: number;
	readonly scenarioId: string;
	readonly scenarioHash: string;
	/** Both languages. */
	readonly scenarioTitle: string;
	/** Names of the areas by id, in both languages. */
	readonly areas: string;
	readonly weeksPerTurn: number;
	readonly engineVersion: string;
	readonly opensAt: number | null;
	readonly closesAt: number | null;
	readonly heldMs: number | null;
	/** The instructor has ended the open turn: what is on its way still counts, and nobody has more time than that. */
	readonly ending: number;
	readonly createdAt: number;
	readonly endedAt: number | null;
	/** Its games stand on the boards. */
	readonly ranked: number;
}

/** Apart from the room, so that no query for something else brings a seed along. */
export interface RoomMarketTable {
	readonly room: string;
	/** A file that stands alone, as JSON, with the texts of this room's author. */
	readonly scenario: string;
	readonly worldSeed: string;
	readonly marketSeed: string;
	readonly practiceSeed: string;
}

export interface RoomLinkTable {
	readonly hash: string;
	readonly room: string;
	readonly createdAt: number;
}

export interface TeamTable {
	readonly id: string;
	readonly room: string;
	readonly name: string;
	/** Equal for names that a reader takes for the same. */
	readonly nameKey: string;
	readonly resumeHash: string | null;
	/** Of the id it was joined with. */
	readonly joinHash: string | null;
	readonly joinedAt: number;
	/** Counts its resets: entries and steps of another run are of the past. */
	readonly run: number;
	/** It plays for practice, under another seed. */
	readonly practice: number;
	/** The coming turn. */
	readonly turn: number;
	/** Turns the market has played, closing weeks included. */
	readonly played: number;
	/** Of the chain of hand-ins; empty before the first. */
	readonly head: string;
	/** When the coming turn was opened to the team. */
	readonly openedAt: number | null;
	/** When its decision for the open turn came. */
	readonly handedAt: number | null;
	/** When a browser of it last showed itself. */
	readonly seenAt: number | null;
	readonly parked: number;
	readonly extraSeconds: number;
	readonly nudgedAt: number | null;
	readonly total: number | null;
	readonly pillars: string | null;
	/** `gameDigest` of the whole game; empty where the team decided nothing itself, null before its end. */
	readonly game: string | null;
	/** Goes up with every change of its hand-ins. */
	readonly entries: number;
}

/** Who a cookie stands for. */
export interface BrowserTable {
	readonly hash: string;
	/** `host`, `instructor` or `team`. */
	readonly kind: string;
	readonly room: string | null;
	readonly team: string | null;
	readonly nickname: string | null;
	readonly createdAt: number;
	readonly expiresAt: number;
}

export interface HandInTable {
	readonly team: string;
	/** Of the sender's making; ours for what nobody sent. */
	readonly id: string;
	/** In the order of receipt. */
	readonly position: number;
	readonly run: number;
	readonly turn: number;
	/** `EntryKind`. */
	readonly kind: string;
	/** `chain`: counts; `replaced`: by a later one of the same turn; `fork`: kept beside. */
	readonly place: string;
	readonly parentHash: string;
	readonly hash: string;
	/** Null where the standing plan went on. */
	readonly plan: string | null;
	readonly prediction: string | null;
	readonly receivedAt: number;
	/** From the opening of the turn. */
	readonly usedMs: number | null;
}

export interface StepTable {
	readonly team: string;
	readonly run: number;
	/** The closing weeks are `turns`. */
	readonly turn: number;
	/** Hash of the hand-in that was played. */
	readonly link: string;
	readonly stateHash: string;
	/** As played; null for the closing weeks. */
	readonly plan: string | null;
	readonly report: string;
	/** Of the game up to here, thousandths. */
	readonly total: number;
	readonly pillars: string;
	readonly playedAt: number;
}
