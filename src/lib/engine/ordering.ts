/**
 * The one ordering rule of every stock-holding level above the outlet: anchor on the forecast, adjust for the gap of
 * stock and, by a share of it, for what is already on order. Sterman, J. D. (1989), Modeling managerial behavior:
 * misperceptions of feedback in a dynamic decision making experiment, Management Science 35(3), 321–339. People show
 * α ≈ .26 and β ≈ .34; α = β = 1 is the order-up-to rule, which places what was sold when the forecast stands still.
 */

/**
 * Whole units to order: max(0, forecast + α(target − net − β·line)), halves rounded up.
 *
 * @param target S′, desired net stock plus β-weighted line, in units
 * @param net stock on hand less backlog
 * @param line ordered and not yet received
 * @param alpha share of the gap closed in one period, 0–1
 * @param beta share of the line that is seen, 0–1
 * @param allowNegative lets an order return goods (the textbook bullwhip labs); otherwise never below 0
 */
export function orderQuantity(
	forecast: number,
	target: number,
	net: number,
	line: number,
	alpha: number,
	beta: number,
	allowNegative = false
): number {
	const wanted = forecast + alpha * (target - net - beta * line);
	return Math.floor((allowNegative ? wanted : Math.max(0, wanted)) + 0.5);
}

/** Exponential smoothing: θ of what was observed, the rest of the old forecast. Exact at θ 0 and 1. */
export function smooth(forecast: number, observed: number, theta: number): number {
	return theta * observed + (1 - theta) * forecast;
}
