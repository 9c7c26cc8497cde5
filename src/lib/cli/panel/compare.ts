/** Marks of a panel → what the bots are worth, and how surely one is better than another. */
import { PILLARS, type PerPillar } from '#lib/engine/vocab.ts';
import { perPillar } from '../summary.ts';
import type { Marks } from './play.ts';
import { estimate, type Estimate } from './statistics.ts';

export interface BotResult extends Estimate {
	readonly name: string;
	/** Means. */
	readonly pillars: PerPillar<number>;
}

/** `a` less `b` on the same seeds: what both owe to the seed falls out. */
export interface PairResult extends Estimate {
	readonly a: string;
	readonly b: string;
	/** Seeds on which `a` scored more. */
	readonly wins: number;
}

/** @param marks [seed][bot] */
export function comparePanel(
	bots: readonly string[],
	marks: readonly (readonly Marks[])[]
): { bots: BotResult[]; differences: PairResult[] } {
	const column = (bot: number, mark: number): number[] => marks.map((row) => row[bot]?.[mark] ?? NaN);
	const totals = bots.map((_, bot) => column(bot, 0));
	return {
		bots: bots.map((name, bot) => ({
			name,
			...estimate(totals[bot] ?? []),
			pillars: perPillar((pillar) => estimate(column(bot, 1 + PILLARS.indexOf(pillar))).mean)
		})),
		differences: bots.flatMap((a, i) =>
			bots.slice(i + 1).map((b, j) => {
				const differences = (totals[i] ?? []).map(
					(value, seed) => value - (totals[i + 1 + j]?.[seed] ?? NaN)
				);
				return { a, b, ...estimate(differences), wins: differences.filter((value) => value > 0).length };
			})
		)
	};
}
