/**
 * What a world would take, computed from the file's figures before anything is made of them. The engine indexes areas
 * and firms by bytes, counts goods in 32-bit and money in safe integers.
 */
import type { ScenarioDraft } from '../draft.ts';
import { sum, type Check, type Report } from './report.ts';

export const MAX_OUTLETS = 60_000;
export const MAX_AREAS = 200;
/** Cells of all the engine's arrays together. */
export const MAX_CELLS = 24_000_000;

/** Arrays by outlet and product, and by outlet and firm, that a game holds (generous). */
const ARRAYS_PER_OUTLET = 16;
const LARGEST_INT32 = 2_147_483_647;

export const checkSize: Check = (draft, report) => {
	const areas = draft.regions.flatMap((region) => region.areas);
	const outlets = sum(areas.map((area) => area.outlets));
	const tell = (what: string, count: number, max: number): void => {
		if (count > max) report.error('TOO_MANY', ['regions'], { what, count: Math.ceil(count), max });
	};
	tell('areas', areas.length, MAX_AREAS);
	tell('outlets', outlets, MAX_OUTLETS);
	tell('cells', cellsOf(draft, outlets), MAX_CELLS);
	checkAmounts(draft, report);
};

function cellsOf({ firms, regions, dealers }: ScenarioDraft, outlets: number): number {
	const goods = firms.flatMap(({ products }) => products);
	const ages = Math.ceil(Math.max(...goods.map(({ shelfLifeWeeks }) => shelfLifeWeeks)) / 4) + 1;
	const leads = [...regions.map(({ leadWeeks }) => leadWeeks), ...firms.map(({ plant }) => plant.leadWeeks)];
	const slots = Math.max(...leads) + 1;
	const nodes = (dealers.length + firms.length) * goods.length * ages * (1 + slots);
	return nodes + outlets * (dealers.length + ARRAYS_PER_OUTLET * (goods.length + firms.length));
}

/** Units of a turn and cents of a game, at the height of the season and then doubled, must fit their counters. */
function checkAmounts(
	{ regions, category, time, firms, channel, shocks, response }: ScenarioDraft,
	report: Report
): void {
	const weeks = time.turns * time.weeksPerTurn + time.closingWeeks;
	// All that may come together: shocks, promotions that win the whole potential and fill pantries.
	const shock = shocks.reduce((most, { factor }) => most * Math.max(1, factor), 1);
	const promoted = (1 + response.stockpile) / (1 - response.outsideShare);
	const peak =
		shock *
		promoted *
		sum(
			regions.map(({ areas, season = category.season, growth = category.growth }) => {
				const weekly = sum(
					areas.map(
						({ outlets, represents, unitsPerOutletWeek }) => outlets * represents * unitsPerOutletWeek
					)
				);
				return weekly * Math.max(1, ...season) * (1 + Math.max(0, growth) * (weeks / 52));
			})
		);
	// Should all outlets order at once, for as long as they ever do, every stage above would take it for the demand of a week.
	const perClass = (['A', 'B', 'C'] as const).map(
		(c) =>
			channel.outletCycleWeeks[c] +
			channel.outletSafetyWeeks +
			Math.min(channel.outletCashWeeks[c], channel.outletSpaceWeeks[c])
	);
	const leads = regions.map(({ leadWeeks }) => leadWeeks);
	const atDealers = 1 + Math.max(...leads) + channel.dealerCoverWeeks + channel.dealerForwardWeeks;
	const atPlants = Math.max(...firms.map(({ plant }) => 1 + plant.leadWeeks + plant.coverWeeks));
	const units =
		peak * Math.max(time.weeksPerTurn, time.closingWeeks, Math.max(...perClass) * atDealers * atPlants);
	const price = Math.max(...firms.flatMap(({ products }) => products.map((product) => product.price.shelf)));
	const cents = peak * weeks * price * 100;
	if (units > LARGEST_INT32) {
		report.error('TOO_MANY', ['regions'], { what: 'units', count: Math.ceil(units), max: LARGEST_INT32 });
	}
	if (cents > Number.MAX_SAFE_INTEGER) {
		const params = { what: 'cents', count: Math.ceil(cents), max: Number.MAX_SAFE_INTEGER };
		report.error('TOO_MANY', ['regions'], params);
	}
}
