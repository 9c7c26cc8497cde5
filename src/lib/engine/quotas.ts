/**
 * Quotas (任务量, rules D12 and J9): cases a week that the firm writes for its dealer, whether they sell or not. They
 * stand until changed and count only in a region whose order mode is `quota`.
 */
import type { DropCode, SupplyPlan } from './plan.ts';
import type { State } from './state.ts';
import type { OrderMode } from './vocab.ts';
import { at, type World } from './world.ts';

export type Quotas = NonNullable<SupplyPlan['quotas']>;

/** More cases a week than any market sells: so far a quota that is not in force may go. */
const MOST_CASES = 1_000_000;

/** Cases a week that the plan asks of the region's dealer; what it leaves out is none. */
export function quotaOf({ quotas }: SupplyPlan, region: string, product: string): number {
	return quotas?.[region]?.[product] ?? 0;
}

/**
 * J9 Quotas of known regions and own products, from nothing to what a dealer without any goods would take.
 *
 * @param orderMode as it will be; @param appoint dealers that come, by region
 * @returns what is left, without zeros
 */
export function projectQuotas(
	world: World,
	state: State,
	firm: number,
	quotas: Quotas,
	orderMode: Readonly<Record<string, OrderMode>>,
	appoint: Readonly<Record<string, string>>,
	drop: (code: DropCode, path: string, params: Readonly<Record<string, string | number>>) => void
): Quotas {
	const kept: Record<string, Record<string, number>> = {};
	for (const region of Object.keys(quotas).sort()) {
		const r = world.index.region.get(region);
		if (r === undefined) {
			drop('UNKNOWN_REGION', `supply.quotas.${region}`, { region });
			continue;
		}
		const now = state.dealerOf[firm * world.regions + r]!;
		const dealer = now < 0 ? (world.index.dealer.get(appoint[region] ?? '') ?? -1) : now;
		const cases = quotas[region] ?? {};
		for (const product of Object.keys(cases).sort()) {
			const asked = cases[product] ?? 0;
			const path = `supply.quotas.${region}.${product}`;
			const k = world.index.product.get(product);
			if (k === undefined || world.productFirm[k] !== firm) {
				drop('UNKNOWN_PRODUCT', path, { product });
				continue;
			}
			const most = orderMode[region] === 'quota' ? mostCases(world, state, dealer, k) : MOST_CASES;
			const given = Math.max(0, Math.min(asked, most));
			if (given !== asked) drop('QUOTA_LIMIT', path, { asked, given });
			if (given > 0) (kept[region] ??= {})[product] = given;
		}
	}
	return kept;
}

/** `pushLimitDays` of the dealer's sales, in whole cases: all that T4 would ever let it take in a week. */
function mostCases(world: World, state: State, dealer: number, k: number): number {
	if (dealer < 0) return 0;
	const daily = state.nodeForecast[dealer * world.products + k]! / 7;
	const units = Math.floor(daily * world.spec.channelRules.pushLimitDays);
	return Math.floor(units / at(world.productSpecs, k).unitsPerCase);
}
