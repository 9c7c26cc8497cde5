/** The one ordering rule (N16, N17) at a node of a chain. */
import { orderQuantity, smooth } from '../ordering.ts';
import { rowOf, type Chain, type Stocks } from './chain.ts';
import { supplyLine } from './goods.ts';

export interface OrderRule {
	/** θ, α and β of N16 and N17. */
	readonly theta: number;
	readonly alpha: number;
	readonly beta: number;
	/** S′ in weeks of the forecast. */
	readonly targetWeeks: number;
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
	observed: number,
	net: number,
	rule: OrderRule
): number {
	const row = rowOf(chain, node, k);
	const forecast = smooth(stocks.nodeForecast[row]!, observed, rule.theta);
	stocks.nodeForecast[row] = forecast;
	const line = supplyLine(chain, stocks, node, k);
	return orderQuantity(forecast, forecast * rule.targetWeeks, net, line, rule.alpha, rule.beta);
}
