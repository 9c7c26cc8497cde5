/** What `ServerHost` and its workers say to each other. */
import type { Plan } from '#lib/engine/plan.ts';
import type { PerPillar } from '#lib/engine/vocab.ts';
import type { Prediction } from '#lib/protocol/prediction.ts';

/** What a market is made of. The worker keeps the world of the last few. */
export interface MarketStart {
	/** A scenario file that stands alone, as JSON. */
	readonly scenario: string;
	readonly worldSeed: string;
	/** 32 hexadecimal digits. */
	readonly marketSeed: string;
}

/** One turn of the log: the link of the team's chain, and the plan; null where the standing plan went on. */
export interface LoggedTurn {
	readonly link: string;
	readonly plan: Plan | null;
	/** Told to the team again with its market; the market itself knows nothing of it. */
	readonly prediction: Prediction | null;
}

/**
 * A game by its log. The worker may have it from before, up to some turn; otherwise it is played from the beginning. So
 * nothing is lost with a worker, and nothing depends on which one is asked.
 */
export interface GameRef {
	/** Same key, same start: where the log goes on from what the worker has, only the rest is played. */
	readonly key: string;
	readonly start: MarketStart;
	readonly turns: readonly LoggedTurn[];
	/** The closing weeks, too. */
	readonly closed: boolean;
}

export type Call =
	| { readonly call: 'steps'; readonly game: GameRef; readonly from: number }
	| { readonly call: 'market'; readonly game: GameRef; readonly team: string; readonly open: boolean }
	| { readonly call: 'preview'; readonly game: GameRef; readonly plan: Plan }
	| { readonly call: 'forget'; readonly key: string };

/** A turn as the market played it; texts are JSON, ready to be kept. */
export interface SteppedTurn {
	/** The closing weeks are `turns`. */
	readonly turn: number;
	/** Of the state after it. */
	readonly hash: string;
	readonly report: string;
	/** As played; null for the closing weeks. */
	readonly plan: string | null;
	/** Of the game up to here, thousandths. */
	readonly total: number;
	readonly pillars: PerPillar<number>;
}

export interface Steps {
	readonly openingHash: string;
	readonly steps: readonly SteppedTurn[];
}

/** Answers by call; a market and a preview are JSON text that goes to the browser as it is. */
export interface Answers {
	readonly steps: Steps;
	readonly market: string;
	readonly preview: string;
	readonly forget: null;
}

export interface Asked {
	readonly id: number;
	readonly ask: Call;
}

export type Said =
	| { readonly id: number; readonly ok: true; readonly value: Answers[Call['call']] }
	| { readonly id: number; readonly ok: false; readonly message: string };

/** What a worker is started with. */
export interface WorkerSetup {
	/** Bytes of game states kept at most; the game asked for last is always kept. */
	readonly keepBytes: number;
}
