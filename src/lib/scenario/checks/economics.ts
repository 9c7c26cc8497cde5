/** What would run, and yet is hardly what its author meant: warnings, drawn from the report. */
import type { MarketSpec } from '../../engine/spec.ts';
import { CLASSES } from '../../engine/vocab.ts';
import type { Path } from '../problem.ts';
import { meanShelfCents } from '../report/areas.ts';
import { deliveryFor } from '../report/dealers.ts';
import type { ScenarioReport } from '../report/index.ts';
import { distributionOf, playerOf, weeklyUnits } from '../report/market.ts';
import { warnOfPlan } from './plan-sense.ts';
import { figure, sum, yuanFigure, type Report } from './report.ts';

/** A shelf price this many times the market's, or that part of it, is a slip of the decimal point. */
const FAR_PRICE = 2.5;
/** Share inside the listing outlets beyond which calibration has no room left. */
const FULL_SHELF = 0.85;
/** A target of this share of everything sold is stable first place everywhere at once (Lanchester, 41.7 %). */
const HIGHEST_TARGET = 0.417;
/** Screening is from a long list down to three or four. */
const SHORTLIST = 3;

export function warnOfEconomics(spec: MarketSpec, computed: ScenarioReport, report: Report): void {
	warnOfClasses(spec, report);
	warnOfPrices(spec, computed, report);
	warnOfDistribution(spec, report);
	warnOfDealers(spec, computed, report);
	warnOfTargets(spec, computed, report);
	warnOfPlan(spec, report);
}

function warnOfClasses({ category }: MarketSpec, report: Report): void {
	CLASSES.slice(1).forEach((name, index) => {
		const above = CLASSES[index] ?? 'A';
		const size = (c: 'A' | 'B' | 'C') =>
			category.classes[c].outletShare > 0
				? category.classes[c].volumeShare / category.classes[c].outletShare
				: 0;
		if (size(name) < size(above) || size(name) === 0) return;
		report.warn('CLASSES_NOT_FALLING', ['category', 'classes', name], {
			class: name,
			size: figure(size(name)),
			above,
			aboveSize: figure(size(above))
		});
	});
}

function warnOfPrices(spec: MarketSpec, { prices }: ScenarioReport, report: Report): void {
	const f = spec.firms.findIndex(({ role }) => role === 'player');
	const areas = spec.regions.flatMap((region) => region.areas);
	const market = sum(areas.map((area) => meanShelfCents(spec, area))) / areas.length;
	prices.forEach((price, p) => {
		const path: Path = ['firms', f, 'products', p, 'price'];
		const { product, contributionCents, shelfCents } = price;
		if (contributionCents <= 0) {
			const params = { product, yuan: yuanFigure(contributionCents / 100) };
			report.warn('CONTRIBUTION_NEGATIVE', [...path, 'cost'], params);
		}
		if (market > 0 && (shelfCents > market * FAR_PRICE || shelfCents < market / FAR_PRICE)) {
			const params = { product, shelf: yuanFigure(shelfCents / 100), market: yuanFigure(market / 100) };
			report.warn('SHELF_PRICE_FAR', [...path, 'shelf'], params);
		}
	});
}

/** The opening lists outlets out of those the incumbent serves, larger ones no likelier: no class can exceed its reach. */
function warnOfDistribution(spec: MarketSpec, report: Report): void {
	spec.regions.forEach((region, r) => {
		region.areas.forEach((area, a) => {
			for (const firm of spec.firms) {
				const listed = area.distribution[firm.id];
				if (listed === undefined) continue;
				const path = ['regions', r, 'areas', a];
				const dealer = spec.dealers.find(({ id }) => id === firm.dealers[region.id]);
				const reach = dealer?.reach[area.id] ?? 0;
				const top = CLASSES.reduce((best, name) => (listed[name] > listed[best] ? name : best));
				if (listed[top] > reach + 0.005) {
					report.warn('DISTRIBUTION_BEYOND_REACH', [...path, 'distribution', firm.id], {
						firm: firm.id,
						class: top,
						distribution: figure(listed[top]),
						dealer: dealer?.id ?? '',
						reach: figure(reach)
					});
				}
				const share = area.shares[firm.id] ?? 0;
				const weighted = distributionOf(spec, area, firm.id, 'volumeShare');
				if (share > weighted * FULL_SHELF) {
					const params = { firm: firm.id, share: figure(share), weighted: figure(weighted) };
					report.warn('SHARE_BEYOND_LISTING', [...path, 'shares', firm.id], params);
				}
			}
		});
	});
}

function warnOfDealers(spec: MarketSpec, computed: ScenarioReport, report: Report): void {
	spec.dealers.forEach((dealer, d) => {
		if (sum(Object.values(dealer.reach)) === 0) {
			report.warn('DEALER_WITHOUT_REACH', ['dealers', d, 'reach'], { dealer: dealer.id });
		}
	});
	const f = spec.firms.findIndex(({ role }) => role === 'player');
	const player = playerOf(spec);
	const factor = computed.turns[0]?.factor ?? 1;
	spec.regions.forEach((region, r) => {
		const open = spec.dealers.filter((dealer) => dealer.open && dealer.region === region.id).length;
		if (open < SHORTLIST) {
			report.warn('FEW_CANDIDATES', ['regions', r, 'id'], { region: region.id, open, min: SHORTLIST });
		}
		const dealer = spec.dealers.find(({ id }) => id === player.dealers[region.id]);
		if (dealer === undefined) return;
		const needed =
			sum(region.areas.map((area) => weeklyUnits(area) * (area.shares[player.id] ?? 0))) * factor;
		// Its second tier's vans work for it.
		const seconds = spec.dealers.filter(({ secondTier }) => secondTier?.of === dealer.id);
		const able = sum([dealer, ...seconds].map((each) => deliveryFor(each, player.id)));
		if (able >= needed) return;
		const params = { dealer: dealer.id, able, needed: Math.floor(needed + 0.5) };
		report.warn('INCUMBENT_TOO_SMALL', ['firms', f, 'dealers', region.id], params);
	});
}

function warnOfTargets(spec: MarketSpec, { turns, result }: ScenarioReport, report: Report): void {
	if (spec.kind !== 'market') return;
	for (const { turn, targetShare } of turns) {
		if (targetShare <= HIGHEST_TARGET) continue;
		const params = { turn: turn + 1, share: figure(targetShare), max: HIGHEST_TARGET };
		report.warn('TARGET_OUT_OF_REACH', ['score', 'sellOutTargets', turn], params);
	}
	const last = turns.at(-1);
	if (last !== undefined && last.targetShare < result.ownShare) {
		const params = { share: figure(last.targetShare), opening: figure(result.ownShare) };
		report.warn('TARGET_BELOW_OPENING', ['score', 'sellOutTargets'], params);
	}
	const f = spec.firms.findIndex(({ role }) => role === 'player');
	const cash = playerOf(spec).cashCents;
	if (cash >= spec.score.cashFloorCents) return;
	const params = { cash: yuanFigure(cash / 100), floor: yuanFigure(spec.score.cashFloorCents / 100) };
	report.warn('CASH_BELOW_FLOOR', ['firms', f, 'cash'], params);
}
