/** The one ordering rule at a node of a chain (rules N16, N17, E7). */
import { orderQuantity, smooth } from '../ordering.ts';
import { rowOf, type Chain, type Stocks } from './chain.ts';
import { supplyLine } from './goods.ts';

export interface OrderRule {
	/** θ, α and β of N16 and N17. */
	readonly theta: number;
	readonly alpha: number;
	readonly beta: number;
	/** S′ is so many units and so many weeks of the forecast. */
	readonly targetUnits: number;
	readonly targetWeeks: number;
	readonly allowNegative: boolean;
}

/**
 * What the node wants to order, in whole units; its forecast learns on the way.
 *
 * @param observed what it takes the week's demand to be
 * @param net stock on hand less what it owes
 */
export function decide(
	chain: Chain,
	stocks: Stocks,
	node: number,
	k: number,
	week: number,
	observed: number,
	net: number,
	rule: OrderRule
): number {
	const forecast = learn(chain, stocks, node, k, week, observed, rule.theta);
	stocks.nodeForecast[rowOf(chain, node, k)] = forecast;
	const target = rule.targetUnits + forecast * rule.targetWeeks;
	const line = supplyLine(chain, stocks, node, k);
	return orderQuantity(forecast, target, net, line, rule.alpha, rule.beta, rule.allowNegative);
}

/** E7 The forecast is the mean of the last weeks where the node keeps them, else smoothed. */
function learn(
	chain: Chain,
	{ nodeForecast, seen }: Stocks,
	node: number,
	k: number,
	week: number,
	observed: number,
	theta: number
): number {
	const row = rowOf(chain, node, k);
	const window = chain.windows[node]!;
	if (window === 0) return smooth(nodeForecast[row]!, observed, theta);
	const first = row * chain.windowSlots;
	seen[first + (week % window)] = observed;
	let units = 0;
	for (let slot = first; slot < first + window; slot++) units += seen[slot]!;
	return units / window;
}
