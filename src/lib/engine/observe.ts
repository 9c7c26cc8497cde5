/**
 * `observe` (rules V1–V7): what a firm may know. Own books are exact; dealer stock is what the dealer reported, late
 * and rosy; shares, shelves and rivals come from fixed sample points, with the error such a sample has.
 */
import { ACCOUNT, balanceOf } from './ledger.ts';
import {
	areaFieldView,
	fieldRecords,
	fieldRulesView,
	fieldView,
	type FieldRecords
} from './field/observe.ts';
import type { Plan } from './plan.ts';
import { targetOf } from './platform/targets.ts';
import { platformView, publicPlatform } from './platform/view.ts';
import { priceSheet } from './prices.ts';
import { informedBy, mostBehind, reportDelay } from './reports.ts';
import { MAX_MINUTES, MAX_VISITS } from './field/project.ts';
import { exact, sampled, unknown } from './figures.ts';
import { priceBounds, listPriceOf } from './list-prices.ts';
import { no1View } from './no1-view.ts';
import { SHORTLIST_MAX, SHORTLIST_MIN } from './project-dealers.ts';
import type { ActivityFacts, BoardFacts, TurnFacts } from './report.ts';
import { recordOf } from './activities/record.ts';
import { erosionBp } from './systems/price-order.ts';
import { occupancy, stageMark } from './systems/launches.ts';
import { suitability } from './systems/small-board.ts';
import { contractView, publicDealing } from './contract-view.ts';
import { TURN, WEEK, type State } from './state.ts';
import { inTransit, onHand } from './echelon/goods.ts';
import { PARTINGS } from './systems/parting.ts';
import { CHANNELS, CLASSES, LEVERS, type Channel, type OutletClass } from './vocab.ts';
import type {
	AreaView,
	BoardView,
	Figure,
	FirmView,
	LaunchView,
	OwnProductView,
	RegionView,
	RivalProductView
} from './view.ts';
import { at, type World } from './world.ts';

/**
 * V4 Bottles of a shop speak for the shop: for shares it counts as so many witnesses. Found by playing: with three the
 * intervals hold the truth in 96 to 97 of 100 in every shipped market, with thirty they did in 50 to 56. Design (A).
 */
const WITNESSES = 3;

/**
 * @param standing the plan in force
 * @param last the firm's own facts of the turn before, of which only its own books are used; null at the opening
 * @param history its own activities by turn, up to the last
 */
export function observe(
	world: World,
	state: State,
	firm: number,
	standing: Plan,
	last: TurnFacts | null,
	history: readonly (readonly ActivityFacts[])[] = last === null ? [] : [last.activities]
): FirmView {
	const { spec } = world;
	const turn = state.clock[TURN]!;
	const me = at(spec.firms, firm);
	const worked = new Set(standing.regions.worked);
	const money = last?.money;
	const records = fieldRecords(world, state, firm, standing);
	return {
		scenario: spec.id,
		firm: me.id,
		turn,
		turns: spec.time.turns,
		week: state.clock[WEEK]!,
		weeksPerTurn: spec.time.weeksPerTurn,
		open: LEVERS.filter((lever) => me.role !== 'player' || turn >= spec.unlocks[lever]),
		unlocks: spec.unlocks,
		firms: spec.firms.map(({ id, role }) => ({ id, role })),
		regions: spec.regions.map((_, r) => regionView(world, state, firm, r, standing, last?.boards ?? [])),
		areas: Array.from({ length: world.areas }, (_, a) =>
			areaView(world, state, firm, a, worked, records, last?.weeks ?? spec.time.weeksPerTurn)
		),
		products: at(world.firmProducts, firm).map((k) => ownProduct(world, state, firm, k, standing)),
		rivalProducts: rivalProducts(world, state, firm),
		field: fieldView(world, state, firm, standing, records),
		platform: platformView(world, state, firm, standing),
		money: {
			cashCents: balanceOf(state.balances, firm, ACCOUNT.CASH),
			creditLineCents: me.creditLineCents,
			revenueLastTurnCents: money?.revenueCents ?? 0,
			grossMarginLastTurnCents:
				money === undefined ? 0 : money.revenueCents - money.costOfGoodsCents - money.freightCents,
			expenseLastTurnCents: money === undefined ? 0 : money.promotionCents + money.peopleCents,
			peopleLastTurnCents: money?.peopleCents ?? 0,
			profitLastTurnCents: money?.profitCents ?? 0,
			statements: last?.statements ?? null,
			weeksBroke: state.weeksBroke[firm]!
		},
		plant: me.plant,
		rules: {
			wageCentsPerWeek: spec.fieldRules.wageCentsPerWeek,
			hireCents: spec.fieldRules.hireCents,
			severanceWeeks: spec.fieldRules.severanceWeeks,
			appointCents: spec.channelRules.appointCents,
			activityFixedCents: spec.money.activityFixedCents,
			maxActivityDepthBp: spec.money.maxActivityDepthBp,
			activities: {
				maxDisplayBp: spec.activities.maxDisplayBp,
				displayCentsPerWeek: spec.activities.displayCentsPerWeek,
				samplingCentsPerDay: spec.activities.samplingCentsPerDay,
				boardCentsPerWeek: spec.activities.boardCentsPerWeek,
				conferenceCents: spec.activities.conferenceCents,
				preparationBp: spec.activities.preparationBp,
				followUpBp: spec.activities.followUpBp,
				approvalLimitCents: spec.activities.approvalLimitCents,
				approvalWeeks: spec.activities.approvalWeeks
			},
			maxMerchandisers: spec.fieldRules.maxMerchandisers,
			pushLimitDays: spec.channelRules.pushLimitDays,
			normalDealerDays: (1 + spec.channelRules.dealerCoverWeeks) * 7,
			outletCycleWeeks: spec.channelRules.outletCycleWeeks,
			vatBp: spec.money.vatBp,
			maxVisits: MAX_VISITS,
			maxMinutes: MAX_MINUTES,
			shortlistMin: SHORTLIST_MIN,
			shortlistMax: SHORTLIST_MAX,
			newcomerOutput: spec.fieldRules.newcomerOutput,
			field: fieldRulesView(world),
			closingWeeks: spec.time.closingWeeks,
			dealing: publicDealing(world),
			platform: publicPlatform(world),
			launchProductCents: spec.money.launchProductCents,
			launchRegionCents: spec.money.launchRegionCents
		},
		sellOutTarget: me.role === 'player' ? (spec.score.sellOutTargets[turn] ?? null) : null,
		activities: history.flatMap((facts, t) => facts.map((activity) => recordOf(t, activity))),
		communication: last?.communication ?? null,
		plan: standing
	};
}

function regionView(
	world: World,
	state: State,
	firm: number,
	r: number,
	standing: Plan,
	boards: readonly BoardFacts[]
): RegionView {
	const { spec } = world;
	const region = at(spec.regions, r);
	const dealer = state.dealerOf[firm * world.regions + r]!;
	const products = at(world.firmProducts, firm);
	const player = at(spec.firms, firm).role === 'player';
	const informed = dealer < 0 ? 0 : informedBy(world, state, dealer);
	const stock = products.map((k) => reportedFigure(world, state, dealer < 0 ? [] : [dealer], k, 1, informed));
	const daily = products.reduce(
		(sum, k) => sum + (dealer < 0 ? 0 : state.nodeForecast[dealer * world.products + k]! / 7),
		0
	);
	return {
		id: region.id,
		areas: region.areas.map((area) => area.id),
		freightCentsPerUnit: region.freightCentsPerUnit,
		leadWeeks: region.leadWeeks,
		dealer: dealer < 0 ? '' : at(spec.dealers, dealer).id,
		orderMode: standing.supply.orderMode[region.id] ?? 'dealerRule',
		dealerStock: stock,
		dealerSales: products.map((k) =>
			dealer < 0
				? unknown('dealerReport')
				: exact(state.nodeForecast[dealer * world.products + k]!, state.clock[WEEK]! - 1, 'dealerReport')
		),
		secondTierStock: secondTierStock(world, state, dealer, products),
		dealerDaysOfSupply: daysOfSupply(stock, daily),
		advice: state.advice[firm * world.regions + r]!,
		returns: dealer < 0 ? null : (at(spec.dealers, dealer).returns ?? null),
		board: boardView(world, state, firm, r, boards),
		parted: at(PARTINGS, state.parted[firm * world.regions + r]!),
		contract: contractView(world, state, firm, r),
		candidates: player
			? spec.dealers
					.filter((d) => d.region === region.id && d.secondTier === undefined)
					.map(({ id, stated, heldBy, open, capitalCents, returns = null }) => {
						// Who has gone over is gone.
						const gone = state.gone[world.index.dealer.get(id) ?? -1] === 1;
						return { id, stated, heldBy, open: open && !gone, capitalCents, returns };
					})
			: []
	};
}

/** A20 Stage of the own programme, and what anybody can see of the region. */
function boardView(
	world: World,
	state: State,
	firm: number,
	r: number,
	boards: readonly BoardFacts[]
): BoardView {
	const [product = 0] = at(world.firmProducts, firm);
	const { id } = at(world.spec.regions, r);
	return {
		stage: state.boardStage[firm * world.regions + r]!,
		tests: suitability(world, state, firm, r, product),
		coreOutlets: at(world.regionAreas, r).reduce((sum, a) => sum + world.areaCore[a]!, 0),
		last: boards.find(({ region }) => region === id) ?? null
	};
}

/** V2 What its second tier has in all, by product. Empty without one. */
function secondTierStock(world: World, state: State, dealer: number, products: readonly number[]): Figure[] {
	const seconds = dealer < 0 ? [] : at(world.secondsOf, dealer);
	if (seconds.length === 0) return [];
	return products.map((k) => reportedFigure(world, state, seconds, k, 2, informedBy(world, state, dealer)));
}

/** V7 What these report in all: never more than there was, and at most what the rosiest reports would hide. */
function reportedFigure(
	world: World,
	state: State,
	dealers: readonly number[],
	k: number,
	tiers: number,
	informed: number
): Figure {
	if (dealers.length === 0) return unknown('dealerReport');
	const reported = dealers.map((d) => state.reportedStock[d * world.products + k]!);
	const value = reported.reduce((sum, units) => sum + units, 0);
	const high = reported.reduce((sum, units) => sum + mostBehind(world, units, tiers, informed), 0);
	const asOfWeek = Math.max(-1, state.clock[WEEK]! - 1 - reportDelay(world, tiers, informed));
	return { value, low: value, high, asOfWeek, source: 'dealerReport' };
}

function daysOfSupply(stock: readonly Figure[], daily: number): Figure {
	const [first] = stock;
	if (first === undefined || daily <= 0) return unknown('dealerReport');
	const days = (end: 'value' | 'low' | 'high'): number =>
		stock.reduce((sum, figure) => sum + (figure[end] ?? 0), 0) / daily;
	return { ...first, value: days('value'), low: days('low'), high: days('high') };
}

function areaView(
	world: World,
	state: State,
	firm: number,
	a: number,
	worked: ReadonlySet<string>,
	records: FieldRecords,
	weeks: number
): AreaView {
	const { spec, products, firms, outletRepresents } = world;
	const { called } = state;
	const area = at(world.areaSpecs, a);
	const week = state.clock[WEEK]! - 1;
	let visited = 0;
	const end = world.areaStart[a + 1]!;
	for (let o = world.areaStart[a]!; o < end; o++) visited += outletRepresents[o]! * called[o * firms + firm]!;
	const { stocked, points } = panelStock(world, state, a);
	const byClass = CLASSES.map((c, i) => [c, world.areaClasses[a * CLASSES.length + i]!] as const);
	const byChannel = CHANNELS.map((c, i) => [c, world.areaChannels[a * CHANNELS.length + i]!] as const);
	const outlets = Object.fromEntries(byClass) as Record<OutletClass, number>;
	const channels = Object.fromEntries(byChannel) as Record<Channel, number>;
	const sold = Array.from({ length: firms }, (_, f) =>
		at(world.firmProducts, f).reduce((sum, k) => sum + state.turnPanelSold[a * products + k]!, 0)
	);
	const field = areaFieldView(world, state, firm, a, records);
	if (week < 0) {
		const filed = opening(world, firm, a);
		const weekly = perWeek(filed.categoryUnits, spec.time.weeksPerTurn);
		const no1 = no1View(world, state, firm, a, filed.shares, filed.distribution, weekly);
		return { ...filed, no1, worked: worked.has(area.id), outlets, channels, field, target: null };
	}
	const all = sold.reduce((sum, units) => sum + units, state.turnPanelOutside[a]!);
	// V4 shoppers of one outlet are alike: a sample of shops is worth fewer than its bottles.
	const design = all > 0 ? Math.max(1, all / (points * WITNESSES)) : 1;
	const shares = sold.map((units) => sampled(units, all, week, design));
	const panelSize = world.areaPanelSize[a]!;
	const grossUp = panelSize > 0 ? world.areaSize[a]! / panelSize : 1;
	const accounts = byClass.reduce((sum, [, n]) => sum + n, 0);
	const cell = a * world.firms + firm;
	const mine = at(sold, firm);
	const distribution = Array.from(stocked, (n) => sampled(n, points, week));
	const categoryUnits = grossed(all, grossUp, points, week);
	const weekly = perWeek(categoryUnits, weeks);
	return {
		id: area.id,
		region: at(spec.regions, world.areaRegion[a]!).id,
		worked: worked.has(area.id),
		outlets,
		channels,
		categoryUnits,
		shares,
		ratio: ratio(shares, firm, week),
		distribution,
		no1: no1View(world, state, firm, a, shares, distribution, weekly),
		sellOut: grossedShare(categoryUnits, at(shares, firm), grossed(mine, grossUp, points, week)),
		stockOutRate: sampled(state.turnPanelEmpty[cell]!, state.turnPanelListed[cell]!, week),
		visitedShare: week < 0 ? unknown('visits') : exact(visited / accounts, week, 'visits'),
		field,
		target: targetOf(world, state, firm, a)
	};
}

/** Sample points of the area, and at how many of them something of each firm stands [firm]. */
function panelStock(world: World, state: State, a: number): { stocked: Float64Array; points: number } {
	const { firms, products, firmStart, outletPanel } = world;
	const { stockNew, stockOld } = state;
	const stocked = new Float64Array(firms);
	let points = 0;
	const end = world.areaStart[a + 1]!;
	for (let o = world.areaStart[a]!; o < end; o++) {
		if (outletPanel[o] !== 1) continue;
		points++;
		for (let f = 0; f < firms; f++) {
			let units = 0;
			for (let cell = o * products + firmStart[f]!; cell < o * products + firmStart[f + 1]!; cell++)
				units += stockNew[cell]! + stockOld[cell]!;
			stocked[f] = stocked[f]! + (units > 0 ? 1 : 0);
		}
	}
	return { stocked, points };
}

/** V1 Before the first week there is only the file: what the last owner of the territory wrote down. */
function opening(
	world: World,
	firm: number,
	a: number
): Omit<AreaView, 'worked' | 'outlets' | 'channels' | 'no1' | 'field' | 'target'> {
	const { spec } = world;
	const area = at(world.areaSpecs, a);
	const filed = (value: number): Figure => exact(value, -1, 'file');
	const weekly = area.outlets * area.represents * area.unitsPerOutletWeek;
	const units = Math.floor(weekly * spec.time.weeksPerTurn + 0.5);
	const shares = spec.firms.map((f) => filed(area.shares[f.id] ?? 0));
	return {
		id: area.id,
		region: at(spec.regions, world.areaRegion[a]!).id,
		categoryUnits: filed(units),
		shares,
		ratio: { ...ratio(shares, firm, -1), source: 'file' },
		distribution: spec.firms.map((f) => {
			const listed = area.distribution[f.id];
			const { classes } = spec.category;
			if (listed === undefined) return filed(0);
			return filed(CLASSES.reduce((sum, c) => sum + classes[c].outletShare * listed[c], 0));
		}),
		sellOut: filed(Math.floor(units * (at(shares, firm).value ?? 0) + 0.5)),
		stockOutRate: unknown('panel'),
		visitedShare: unknown('visits')
	};
}

const perWeek = (figure: Figure, weeks: number): Figure => ({
	...figure,
	value: figure.value === null ? null : figure.value / weeks,
	low: figure.low === null ? null : figure.low / weeks,
	high: figure.high === null ? null : figure.high / weeks
});

/**
 * V4 Own units as the panel has them: as unsure as the category is, and as the share of it is besides. Of few shops a
 * firm's own sales hang on which of them list it.
 */
function grossedShare(category: Figure, share: Figure, own: Figure): Figure {
	if (category.value === null || share.value === null || own.value === null) return own;
	const { value } = own;
	const of = (from: number | null, to: number | null): number => (to ?? 0) - (from ?? 0);
	const whole = category.value;
	const away = (level: number, part: number): number =>
		Math.sqrt(level * level + whole * part * (whole * part));
	return {
		...own,
		low: Math.max(0, value - away(of(own.low, value), of(share.low, share.value))),
		high: value + away(of(value, own.high), of(share.value, share.high))
	};
}

/** V4 Panel units raised to the area by size; two standard errors of a ratio estimate over the points. */
function grossed(units: number, factor: number, points: number, week: number): Figure {
	if (week < 0) return unknown('panel');
	const value = Math.floor(units * factor + 0.5);
	const half = factor <= 1 ? 0 : (1.2 * value) / Math.sqrt(Math.max(1, points));
	return { value, low: Math.max(0, value - half), high: value + half, asOfWeek: week, source: 'panel' };
}

function ratio(shares: readonly Figure[], firm: number, week: number): Figure {
	const own = at(shares, firm);
	let best: Figure | null = null;
	for (const [f, figure] of shares.entries())
		if (f !== firm && figure.value !== null && (best === null || figure.value > (best.value ?? 0)))
			best = figure;
	if (own.value === null || best === null || best.value === null || best.value === 0) return unknown('panel');
	return {
		value: own.value / best.value,
		low: (own.low ?? 0) / Math.max(1e-6, best.high ?? 1),
		high: (own.high ?? 1) / Math.max(1e-6, best.low ?? 0),
		asOfWeek: week,
		source: 'panel'
	};
}

function ownProduct(world: World, state: State, firm: number, k: number, standing: Plan): OwnProductView {
	const product = at(world.productSpecs, k);
	const dealerPriceCents = standing.price.dealerPriceCents[product.id] ?? product.dealerPriceCents;
	const { low, high } = priceBounds(world, k);
	return {
		id: product.id,
		unitsPerCase: product.unitsPerCase,
		unitCostCents: product.unitCostCents,
		dealerPriceCents,
		regionPriceCents: world.spec.regions.map(
			({ id }) => listPriceOf(standing.price, id, product.id) ?? product.dealerPriceCents
		),
		openingDealerPriceCents: product.dealerPriceCents,
		minDealerPriceCents: low,
		maxDealerPriceCents: high,
		regionOrder: world.spec.regions.map((_, r) =>
			exact(1 - erosionBp(world, state, r, k) / 10_000, state.clock[WEEK]! - 1, 'priceCheck')
		),
		shelfPriceCents: priceSheet(product, dealerPriceCents, world.spec.money.vatBp).shelfCents,
		dealerMarkup: product.dealerMarkup,
		outletMarkup: product.outletMarkup,
		shelfLifeWeeks: product.shelfLifeWeeks,
		warehouseUnits: onHand(world, state, world.dealers + firm, k),
		plantUnits: inTransit(world, state, world.dealers + firm, k),
		producedLastTurn: state.turnProduced[k]!,
		sellInLastTurn: state.turnSellIn[k]! - state.turnTakenBack[k]!,
		launch: launchView(world, state, firm, k)
	};
}

function launchView(world: World, state: State, firm: number, k: number): LaunchView | null {
	const { launch } = at(world.productSpecs, k);
	if (launch === undefined) return null;
	return {
		role: launch.role,
		decided: launch.week === null,
		firstLotUnits: launch.firstLotUnits,
		regions:
			launch.week !== null
				? []
				: world.spec.regions.map(({ id }, r) => {
						const week = state.launchWeek[r * world.products + k]!;
						return {
							region: id,
							week: week < 0 ? null : week,
							occupancy: occupancy(world, state, firm, r),
							needed: stageMark(world, state, firm, r, k)
						};
					})
	};
}

/** V5 Rivals' shelf prices hang in every shop window: list prices exact, running deals as last seen. */
function rivalProducts(world: World, state: State, firm: number): RivalProductView[] {
	const { vatBp } = world.spec.money;
	const result: RivalProductView[] = [];
	for (const [k, product] of world.productSpecs.entries()) {
		const owner = world.productFirm[k]!;
		if (owner === firm) continue;
		const seen = world.spec.regions.map((_, r) => state.shelfSeen[r * world.products + k]!);
		result.push({
			id: product.id,
			firm: at(world.spec.firms, owner).id,
			listShelfPriceCents: priceSheet(product, product.dealerPriceCents, vatBp).shelfCents,
			shelfPriceCents: exact(Math.min(...seen), state.clock[WEEK]! - 1, 'priceCheck'),
			regionShelfCents: seen.map((cents) => exact(cents, state.clock[WEEK]! - 1, 'priceCheck'))
		});
	}
	return result;
}
