/**
 * The Beer Game told plainly, stage by stage and step by step, as Sterman 1989 describes it; apart from the engine, to
 * hold the engine's chain against.
 */
import { orderQuantity, smooth } from '#lib/engine/ordering.ts';

export interface Rule {
	readonly theta: number;
	readonly alpha: number;
	readonly beta: number;
	/** S′ of retailer, wholesaler, distributor, factory. */
	readonly targets: readonly number[];
}

export interface Played {
	/** Dollars by stage. */
	readonly costs: readonly number[];
	readonly orders: readonly (readonly number[])[];
}

export function playBeerGame(rule: Rule, demand: (week: number) => number, weeks = 36): Played {
	const stages = rule.targets.map((target) => ({
		target,
		onHand: 12,
		backlog: 0,
		/** Due now, and one week later; for the factory, its production. */
		due: [4, 4] as [number, number],
		/** What the stage below orders, as it lies here this week. */
		slip: 4,
		placed: 4,
		forecast: 4,
		cost: 0,
		orders: [] as number[]
	}));
	const last = stages.length - 1;
	const shipped = stages.map(() => 0);
	for (let week = 1; week <= weeks; week++) {
		const placedBefore = stages.map((stage) => stage.placed);
		stages.forEach((stage, i) => {
			stage.onHand += stage.due[0];
			stage.due[0] = stage.due[1];
			stage.due[1] = 0;
			const incoming = i === 0 ? demand(week) : stage.slip;
			const wanted = stage.backlog + incoming;
			shipped[i] = Math.min(stage.onHand, wanted);
			stage.onHand -= shipped[i] ?? 0;
			stage.backlog = wanted - (shipped[i] ?? 0);
			stage.forecast = smooth(stage.forecast, incoming, rule.theta);
		});
		stages.forEach((stage, i) => {
			stage.due[1] = (i < last ? shipped[i + 1] : placedBefore[i]) ?? 0;
			if (i > 0) stage.slip = placedBefore[i - 1] ?? 0;
		});
		stages.forEach((stage, i) => {
			const supplier = stages[i + 1];
			const line = stage.due[0] + stage.due[1] + (supplier ? supplier.slip + supplier.backlog : 0);
			const net = stage.onHand - stage.backlog;
			const order = orderQuantity(stage.forecast, stage.target, net, line, rule.alpha, rule.beta);
			stage.placed = week <= 4 ? 4 : order;
			stage.orders.push(stage.placed);
			stage.cost += 0.5 * stage.onHand + stage.backlog;
		});
	}
	return { costs: stages.map(({ cost }) => cost), orders: stages.map(({ orders }) => orders) };
}
