/** What a class did with each lever in one turn. */
import { standing, type Plan } from '../../engine/plan.ts';
import { same } from '../../engine/same.ts';
import { LEVERS, type Lever } from '../../engine/vocab.ts';
import { planFigures } from './figures.ts';

/** A plan of one team, and the one that was in force before it. */
export interface ClassPlan {
	readonly team: string;
	readonly before: Plan;
	readonly plan: Plan;
}

export interface FigureStatistic {
	/** Path inside the lever's block of the plan. */
	readonly figure: string;
	readonly min: number;
	/** The lower one of the two in the middle, where the class is even. */
	readonly median: number;
	readonly max: number;
}

export interface LeverStatistic {
	readonly lever: Lever;
	/** Teams whose block is not the one that would have gone on by itself. */
	readonly touched: readonly string[];
	/** By path; a team that says nothing of a figure counts as nought. */
	readonly figures: readonly FigureStatistic[];
}

/** @param plans of one turn, one for each team */
export function classStatistics(plans: readonly ClassPlan[]): readonly LeverStatistic[] {
	return LEVERS.map((lever) => ({
		lever,
		touched: plans
			.filter(({ before, plan }) => !same(standing(before)[lever], plan[lever]))
			.map(({ team }) => team),
		figures: figuresOf(lever, plans)
	}));
}

function figuresOf(lever: Lever, plans: readonly ClassPlan[]): FigureStatistic[] {
	const all = plans.map(({ plan }) => planFigures(plan, lever));
	const names = [...new Set(all.flatMap((figures) => [...figures.keys()]))].sort();
	return names.map((figure) => {
		const values = all.map((figures) => figures.get(figure) ?? 0).sort((a, b) => a - b);
		const middle = Math.floor((values.length - 1) / 2);
		return { figure, min: values[0] ?? 0, median: values[middle] ?? 0, max: values.at(-1) ?? 0 };
	});
}
