/** What of a file's plans would be cut at once, or has no effect: warnings. */
import type { FirmSpec, MarketSpec } from '../../engine/spec.ts';
import type { Path } from '../problem.ts';
import { distributionOf, playerOf } from '../report/market.ts';
import { figure, sum, type Report } from './report.ts';

export function warnOfPlan(spec: MarketSpec, report: Report): void {
	warnOfDrops(spec, report);
	warnOfLaunches(spec, report);
	spec.firms.forEach((firm, f) => {
		const place: Path = firm.role === 'player' ? ['defaultPlan'] : ['firms', f, 'plan'];
		warnOfQuotas(spec, firm, place, report);
		warnOfTerms(spec, firm, place, report);
		warnOfIndex(spec, firm, place, report);
	});
}

const planOf = (spec: MarketSpec, firm: FirmSpec): MarketSpec['defaultPlan'] =>
	firm.defaultPlan ?? spec.defaultPlan;

/** What `project` would cut from the default plan at once, as far as a file alone can tell. */
function warnOfDrops(spec: MarketSpec, report: Report): void {
	const { fieldRules, money, defaultPlan } = spec;
	const player = playerOf(spec);
	const drop: Drop = (code, path, asked, given) =>
		report.warn('PLAN_DROPPED', ['defaultPlan', ...path], {
			code,
			asked: figure(asked),
			given: figure(given)
		});
	const { merchandisers } = defaultPlan.field;
	if (merchandisers > fieldRules.maxMerchandisers) {
		drop('HEADCOUNT_LIMIT', ['field', 'merchandisers'], merchandisers, fieldRules.maxMerchandisers);
	}
	for (const { id, dealerPriceCents } of player.products) {
		const asked = defaultPlan.price.dealerPriceCents[id] ?? dealerPriceCents;
		const low = Math.ceil(dealerPriceCents * money.minPrice);
		const high = Math.floor(dealerPriceCents * money.maxPrice);
		const given = Math.min(high, Math.max(low, asked));
		if (given !== asked) drop('PRICE_BOUNDS', ['price', id], asked / 100, given / 100);
		for (const [region, prices] of Object.entries(defaultPlan.price.byRegion ?? {})) {
			const own = prices[id] ?? given;
			const bounded = Math.min(high, Math.max(low, own));
			if (bounded !== own) drop('PRICE_BOUNDS', ['priceByRegion', region, id], own / 100, bounded / 100);
		}
	}
	const perHead = fieldRules.wageCentsPerWeek * spec.time.weeksPerTurn;
	const wages = merchandisers * perHead;
	const till = player.cashCents + player.creditLineCents;
	if (wages > till) drop('CASH_SHORT', ['field', 'merchandisers'], wages / 100, till / 100);
	const budget = peopleBudget(spec);
	const heads = budget === null ? merchandisers : Math.floor(budget / perHead);
	if (heads < merchandisers) drop('OVER_BUDGET', ['field', 'merchandisers'], merchandisers, heads);
	const { capacityUnitsPerWeek } = player.plant;
	for (const { id, unitsPerCase } of player.products) {
		const asked = defaultPlan.supply.production?.[id] ?? 0;
		const most = Math.floor(capacityUnitsPerWeek / unitsPerCase);
		if (asked > most) drop('CAPACITY_LIMIT', ['production', id], asked, most);
	}
	dropLaunches(spec, player, drop);
}

/** K9 Of all worked areas together; null: one of them has none, so there is no limit. */
function peopleBudget({ defaultPlan, fieldRules }: MarketSpec): number | null {
	const budgets = defaultPlan.regions.worked.map((id) => defaultPlan.platform?.budgets?.[id]?.peopleCents);
	if (budgets.length === 0 || fieldRules.wageCentsPerWeek === 0 || budgets.includes(undefined)) return null;
	return sum(budgets.map((cents) => cents ?? 0));
}

type Drop = (code: string, path: Path, asked: number, given: number) => void;

/** B6 What is not ripe as the game begins falls away, and does not come back by itself. */
function dropLaunches(spec: MarketSpec, player: FirmSpec, drop: Drop): void {
	const { groupFrom, coverageFrom } = spec.response;
	const groups = player.products.filter(({ launch }) => launch?.role === 'group');
	const isThere = groups.length === 0 || groups.some(({ launch }) => launch?.week !== null);
	for (const [id, regions] of Object.entries(spec.defaultPlan.price.launches ?? {})) {
		const launch = player.products.find((product) => product.id === id)?.launch;
		if (launch?.week !== null) continue;
		const mark = { hero: 0, group: groupFrom, coverage: coverageFrom }[launch.role];
		for (const [i, region] of regions.entries()) {
			const path = ['launches', id, i];
			const share = openingOccupancy(spec, player, region);
			if (launch.role === 'coverage' && !isThere) drop('LAUNCH_BEFORE_GROUP', path, mark, share);
			else if (share < mark) drop('LAUNCH_EARLY', path, mark, share);
		}
	}
}

/** Share of a region's accounts that list the firm by the file. */
function openingOccupancy(spec: MarketSpec, firm: FirmSpec, region: string): number {
	const areas = spec.regions.find(({ id }) => id === region)?.areas ?? [];
	const accounts = areas.map(({ outlets, represents }) => outlets * represents);
	const listing = areas.map(
		(area, a) => (accounts[a] ?? 0) * distributionOf(spec, area, firm.id, 'outletShare')
	);
	return sum(listing) / Math.max(1, sum(accounts));
}

/** B5 Rivals launch by the file alone; what comes by the file needs no decision. */
function warnOfLaunches(spec: MarketSpec, report: Report): void {
	for (const [f, firm] of spec.firms.entries()) {
		const { role, products } = firm;
		for (const [k, { launch }] of products.entries())
			if (role === 'rival' && launch?.week === null)
				report.warn('KEY_WITHOUT_EFFECT', ['firms', f, 'products', k, 'launch'], {
					key: 'launch',
					needs: 'launch.week'
				});
		const launches = Object.keys(planOf(spec, firm).price.launches ?? {});
		if (role === 'rival' && launches.length > 0) {
			const params = { key: 'launches', needs: 'role: player' };
			report.warn('KEY_WITHOUT_EFFECT', ['firms', f, 'plan', 'launches'], params);
			continue;
		}
		for (const id of launches) {
			if (products.find((product) => product.id === id)?.launch?.week === null) continue;
			const params = { key: id, needs: 'launch' };
			report.warn('KEY_WITHOUT_EFFECT', ['defaultPlan', 'launches', id], params);
		}
	}
}

/** D12 Quotas count only where the firm writes its dealer's orders. */
function warnOfQuotas(spec: MarketSpec, firm: FirmSpec, place: Path, report: Report): void {
	const { quotas = {}, orderMode } = planOf(spec, firm).supply;
	for (const region of Object.keys(quotas)) {
		if (orderMode[region] === 'quota') continue;
		const params = { key: region, needs: `orderMode.${region}: quota` };
		report.warn('KEY_WITHOUT_EFFECT', [...place, 'quotas', region], params);
	}
}

/** D17 Steps are parts of a target. */
function warnOfTerms(spec: MarketSpec, firm: FirmSpec, place: Path, report: Report): void {
	for (const [region, { steps, targetCents }] of Object.entries(planOf(spec, firm).dealers.terms ?? {})) {
		if (steps.length === 0 || targetCents > 0) continue;
		report.warn('KEY_WITHOUT_EFFECT', [...place, 'terms', region, 'steps'], {
			key: 'steps',
			needs: 'target'
		});
	}
}

/** K6 The target is split over the worked areas. */
function warnOfIndex(spec: MarketSpec, firm: FirmSpec, place: Path, report: Report): void {
	const { platform, regions } = planOf(spec, firm);
	for (const id of Object.keys(platform?.targets?.indexBp ?? {})) {
		if (regions.worked.includes(id)) continue;
		const params = { key: id, needs: 'regions.worked' };
		report.warn('KEY_WITHOUT_EFFECT', [...place, 'targets', 'index', id], params);
	}
}
