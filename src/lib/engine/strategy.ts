/** Whoever decides for a firm: a rival, a bot, a logged trainee. Pure: same view and draws, same plan. */
import type { FirmView } from './view.ts';
import type { Plan } from './plan.ts';

/** Uniform draws in [0, 1) addressed by an id and a purpose, fixed for (market seed, firm, turn). */
export type StrategyDraws = (id: number, purpose: number) => number;

export interface Strategy {
	readonly name: string;
	/** @param view good until this returns: in a game its parts are made as they are looked at */
	decide(view: FirmView, draws: StrategyDraws): Plan;
}
