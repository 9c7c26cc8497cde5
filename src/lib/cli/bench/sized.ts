/** Markets of a given size for timing: a shipped scenario with its outlets and products multiplied. */
import type { Plan } from '#lib/engine/plan.ts';
import type { FirmSpec, MarketSpec, ProductSpec } from '#lib/engine/spec.ts';

/**
 * The scenario's market with about so many outlets, evenly over its areas, and just so many products, dealt out to its
 * firms in turn. People, dealers, plants and cash go along, so that an account is called on and supplied as in the original,
 * and sizes differ in nothing but size.
 */
export function sized(spec: MarketSpec, outlets: number, products: number): MarketSpec {
	const areas = spec.regions.reduce((n, region) => n + region.areas.length, 0);
	const before = spec.regions.reduce(
		(n, region) => n + region.areas.reduce((sum, area) => sum + area.outlets * area.represents, 0),
		0
	);
	const factor = outlets / before;
	const people = (heads: number): number => Math.ceil(heads * factor);
	const atHome = (plan: Plan): Plan => ({
		...atListPrices(plan),
		field: { ...plan.field, merchandisers: people(plan.field.merchandisers) }
	});
	return {
		...spec,
		fieldRules: { ...spec.fieldRules, maxMerchandisers: people(spec.fieldRules.maxMerchandisers) },
		regions: spec.regions.map((region) => ({
			...region,
			areas: region.areas.map((area) => ({
				...area,
				outlets: Math.max(1, Math.round(outlets / areas)),
				represents: 1
			}))
		})),
		dealers: spec.dealers.map((dealer) => ({
			...dealer,
			capitalCents: Math.ceil(dealer.capitalCents * factor),
			deliveryUnitsPerWeek: Math.ceil(dealer.deliveryUnitsPerWeek * factor)
		})),
		firms: spec.firms.map((firm, f) => ({
			...firm,
			merchandisers: people(firm.merchandisers),
			cashCents: Math.ceil(firm.cashCents * factor),
			plant: { ...firm.plant, capacityUnitsPerWeek: Math.ceil(firm.plant.capacityUnitsPerWeek * factor) },
			products: dealt(
				firm,
				Math.floor(products / spec.firms.length) + (f < products % spec.firms.length ? 1 : 0)
			),
			defaultPlan: firm.defaultPlan === null ? null : atHome(firm.defaultPlan)
		})),
		defaultPlan: atHome(spec.defaultPlan)
	};
}

/** What the firm sells from the start, as far as there is so much, then its first product again. */
function dealt(firm: FirmSpec, count: number): ProductSpec[] {
	const standing = firm.products.filter(({ launch }) => launch === undefined);
	const [first] = standing;
	if (first === undefined) throw new Error(`no product of ${firm.id}`);
	return Array.from({ length: count }, (_, i) => standing[i] ?? { ...first, id: `${first.id}-${i + 1}` });
}

/** A plan that names no product. */
function atListPrices(plan: Plan): Plan {
	return {
		...plan,
		price: { dealerPriceCents: {} },
		supply: { orderMode: plan.supply.orderMode, pushes: [] }
	};
}
