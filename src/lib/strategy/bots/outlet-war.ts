/**
 * Outlet war (终端战): whoever pays most for the shelf has it. Displays in as many outlets as the margin buys, all game
 * long, whoever they are; nobody calls on them more often, and nobody asks what a display brings.
 */
import type { Strategy } from '../../engine/strategy.ts';
import { areaIds, spendable } from '../tools.ts';

const SHARE = 0.6;
/** Facings on top of those there are. */
const DEPTH_BP = 20_000;

export const outletWar: Strategy = {
	name: 'outlet-war',
	decide(view) {
		const [product] = view.products;
		const budgetCents = spendable(view, SHARE);
		return {
			...view.plan,
			activities:
				product === undefined || budgetCents === 0
					? []
					: [
							{
								kind: 'display',
								product: product.id,
								targets: areaIds(view),
								startWeek: 0,
								weeks: view.weeksPerTurn,
								depthBp: Math.min(DEPTH_BP, view.rules.activities.maxDisplayBp),
								budgetCents
							}
						]
		};
	}
};
