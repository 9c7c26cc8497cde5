/** Rates of the funnel of openings (rule R10), of an area or of many together. */
import type { AreaFieldView } from './view.ts';

/** R10 Of those in hand, so that series begun in one turn and closed in the next make no rate above 1. */
export function funnelRates(
	{ negotiated, won, dropped, broken }: Omit<AreaFieldView['openings'], 'begun' | 'tried'>,
	{ visited, negotiating }: Pick<AreaFieldView['stages'], 'visited' | 'negotiating'>
): Pick<AreaFieldView['conversion'], 'leadRate' | 'orderRate'> {
	return {
		leadRate: rate(negotiated, negotiated + visited + broken),
		orderRate: rate(won, won + dropped + negotiating)
	};
}

const rate = (part: number, inHand: number): number | null => (inHand > 0 ? part / inHand : null);
