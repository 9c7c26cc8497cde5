/** What was acknowledged, to be looked for afterwards. What was sent and not answered is sent again by whoever sent it. */
import type { Plan } from '#lib/engine/plan.ts';
import type { Joined, TurnAck } from '#lib/protocol/rooms/index.ts';
import type { Submission } from '#lib/protocol/board/index.ts';
import type { Browser } from '../support/browser.ts';

export interface KeptTurn {
	readonly ack: TurnAck;
	readonly plan: Plan;
}

export interface KeptTeam {
	readonly browser: Browser;
	readonly joined: Joined;
	readonly turns: KeptTurn[];
}

export interface KeptGame {
	readonly submission: Submission;
	readonly receipt: string;
	readonly board: string;
}

export class Ledger {
	readonly teams: KeptTeam[] = [];
	readonly games: KeptGame[] = [];
	/** Sent again after nothing was heard: where the first did arrive, the second must not count. */
	resent = 0;
	/** Refusals with a code while something was down; they are no loss. */
	readonly refused = new Map<string, number>();

	refuse(code: string): void {
		this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
	}

	get acknowledged(): { readonly joins: number; readonly turns: number; readonly submissions: number } {
		return {
			joins: this.teams.length,
			turns: this.teams.reduce((sum, { turns }) => sum + turns.length, 0),
			submissions: this.games.length
		};
	}
}
