/** The facts of a firm's turn, read off the state at its end. True values: the audit, not the view. */
import { ACCOUNT, ACCOUNTS, balanceOf, type Account } from './ledger.ts';
import { ANSWERS } from './acceptance.ts';
import { auditOf, type Audit } from './audit.ts';
import { targetOf } from './platform/targets.ts';
import { builtBy } from './platform/parts.ts';
import type { AreaFacts, DealerFacts, MoneyLines, PlatformFacts, TurnFacts } from './report.ts';
import { TURN, type State } from './state.ts';
import { statementsOf } from './statements.ts';
import { activityFacts } from './activities/facts.ts';
import type { Turn } from './turn.ts';
import { nodeCell } from './echelon/chain.ts';
import { inTransit, onHand } from './echelon/goods.ts';
import { accountsIn, accountsOfArea } from './field/costs.ts';
import { fieldFacts } from './field/facts.ts';
import { payableOf } from './systems/credit.ts';
import { launchFacts } from './systems/launches.ts';
import { lineReturn } from './systems/loyalty.ts';
import { PARTINGS } from './systems/parting.ts';
import { erosionBp } from './systems/price-order.ts';
import { holdersOf } from './systems/second-tier.ts';
import { AGE_WEEKS, at, type World } from './world.ts';

/**
 * @param turn the turn just run; null: nothing has run yet
 * @param audit of the outlets; who wants the facts of all firms has it made once
 */
export function factsOf(
	world: World,
	state: State,
	f: number,
	weeks: number,
	turn: Turn | null = null,
	audit: Audit = auditOf(world, state)
): TurnFacts {
	const products = at(world.firmProducts, f);
	const over = (values: Int32Array): number => products.reduce((sum, k) => sum + values[k]!, 0);
	let plant = 0;
	let warehouse = 0;
	let outlet = 0;
	for (const k of products) {
		outlet += audit.shelves[k]!;
		plant += inTransit(world, state, world.dealers + f, k);
		warehouse += onHand(world, state, world.dealers + f, k);
	}
	const { transit, dealer, aged } = channelStock(world, state, f);
	const money = moneyLines(state, f);
	const areas = world.areaSpecs.map((_, a) => areaFacts(world, state, audit, f, a));
	return {
		turn: state.clock[TURN]!,
		weeks,
		closing: state.clock[TURN]! >= world.spec.time.turns,
		producedUnits: over(state.turnProduced),
		sellInUnits: over(state.turnSellIn) - over(state.turnTakenBack),
		sellOutUnits: areas.reduce((sum, area) => sum + at(area.units, f), 0),
		writtenOffUnits: over(state.turnWrittenOff),
		plantUnits: plant,
		warehouseUnits: warehouse,
		transitUnits: transit,
		dealerUnits: dealer,
		outletUnits: outlet,
		agedDealerUnits: aged,
		divertedUnits: over(state.turnDiverted),
		dealers: dealerFacts(world, state, f),
		field: fieldFacts(world, state, turn, audit, f),
		platform: platformFacts(world, state, f),
		launches: launchFacts(world, state, f, (r) => occupied(world, audit, f, r)),
		areas,
		money,
		statements: statementsOf(state, f, money, weeks),
		weeksBroke: state.weeksBroke[f]!,
		...activityFacts(world, turn, f)
	};
}

function dealerFacts(world: World, state: State, f: number): DealerFacts[] {
	const facts: DealerFacts[] = [];
	for (const [id, r] of world.index.region) {
		const cell = f * world.regions + r;
		if (state.dealerOf[cell]! >= 0 || state.lastDealer[cell]! >= 0)
			facts.push(dealerFactsOf(world, state, f, id, r));
	}
	return facts;
}

function dealerFactsOf(world: World, state: State, f: number, region: string, r: number): DealerFacts {
	const cell = f * world.regions + r;
	const d = state.dealerOf[cell]!;
	const made = d < 0 ? null : lineReturn(state, d);
	const { stockUnits, toldUnits } = stockTold(world, state, f, d);
	return {
		region,
		dealer: d < 0 ? '' : at(world.spec.dealers, d).id,
		answer: at(ANSWERS, state.answers[cell]!),
		parted: at(PARTINGS, state.parted[cell]!),
		receivableCents: d < 0 ? 0 : payableOf(world, state, d),
		overdueCents: d < 0 ? 0 : state.overdue[d]!,
		goodsBackUnits: state.turnGoodsBack[cell]!,
		divertedOutUnits: state.turnDivertedOut[cell]!,
		divertedInUnits: state.turnDivertedIn[cell]!,
		foundUnits: state.turnFound[cell]!,
		finedCents: state.turnFined[cell]!,
		stockUnits,
		toldUnits,
		loyalty: d < 0 ? 0 : state.loyalty[d]!,
		returnBp: made === null ? null : Math.floor(made * 10_000),
		priceOrderBp: priceOrderBp(world, state, f, r)
	};
}

/** V7 Of the firm's goods with a dealer and its second tier: what there is, and what is told. */
function stockTold(
	world: World,
	state: State,
	f: number,
	d: number
): Pick<DealerFacts, 'stockUnits' | 'toldUnits'> {
	const nodes = d < 0 ? [] : [d, ...at(world.secondsOf, d)];
	let stockUnits = 0;
	let toldUnits = 0;
	for (const k of at(world.firmProducts, f))
		for (const node of nodes) {
			stockUnits += onHand(world, state, node, k);
			toldUnits += state.reportedStock[node * world.products + k]!;
		}
	return { stockUnits, toldUnits };
}

/** P6 Of the product that fares worst. */
function priceOrderBp(world: World, state: State, f: number, r: number): number {
	return at(world.firmProducts, f).reduce(
		(lowest, k) => Math.min(lowest, 10_000 - erosionBp(world, state, r, k)),
		10_000
	);
}

function platformFacts(world: World, state: State, f: number): PlatformFacts {
	const { buildWeeks, targetStretch } = world.spec.platform;
	return {
		built: builtBy(state, f),
		buildWeeks,
		targetStretchBp: Math.floor(targetStretch * 10_000 + 0.5)
	};
}

/** Units of the firm's goods on the way to dealers and with them, and of these past a third of their life: what key accounts refuse. */
function channelStock(
	world: World,
	state: State,
	f: number
): { transit: number; dealer: number; aged: number } {
	let transit = 0;
	let dealer = 0;
	let aged = 0;
	const holders = holdersOf(world, state, f);
	for (const k of at(world.firmProducts, f)) {
		const fresh = Math.ceil(at(world.productSpecs, k).shelfLifeWeeks / 3 / AGE_WEEKS);
		for (const d of holders) {
			transit += inTransit(world, state, d, k);
			dealer += onHand(world, state, d, k);
			const cell = nodeCell(world, d, k);
			for (let i = cell + fresh; i < cell + world.ages; i++) aged += state.nodeStock[i]!;
		}
	}
	return { transit, dealer, aged };
}

/** B6 Share of a region's real accounts that list the firm. */
function occupied(world: World, { accounts }: Audit, f: number, r: number): number {
	const areas = at(world.regionAreas, r);
	const all = accountsIn(world, areas);
	return all === 0 ? 0 : areas.reduce((sum, a) => sum + at(at(accounts, a), f).listing, 0) / all;
}

function areaFacts(world: World, state: State, { sold, accounts }: Audit, f: number, a: number): AreaFacts {
	const target = targetOf(world, state, f, a);
	const there = at(at(accounts, a), f);
	const all = accountsOfArea(world, a);
	const size = world.areaSize[a]!;
	return {
		area: at(world.areaSpecs, a).id,
		region: at(world.spec.regions, world.areaRegion[a]!).id,
		units: at(sold, a),
		outsideUnits: state.turnOutside[a]!,
		numericDistribution: there.listing / all,
		weightedDistribution: size === 0 ? 0 : there.listedSize / size,
		listedOutletWeeks: state.turnListed[a * world.firms + f]!,
		stockOutOutletWeeks: state.turnEmpty[a * world.firms + f]!,
		visitedAccounts: there.visited,
		accounts: all,
		unservedAccounts: there.unserved,
		...(target !== null && {
			targetUnits: target,
			targetPastUnits: state.targetPast[a + f * world.areas]!
		})
	};
}

/** The turn's profit and loss account: closing less opening balances, credits turned positive. */
export function moneyLines(state: State, f: number): MoneyLines {
	const moved = (account: Account): number =>
		balanceOf(state.balances, f, account) - state.turnOpening[f * ACCOUNTS.length + account]!;
	const revenueCents = 0 - moved(ACCOUNT.REVENUE);
	const costOfGoodsCents = moved(ACCOUNT.COST_OF_GOODS);
	const freightCents = moved(ACCOUNT.FREIGHT);
	const promotionCents = moved(ACCOUNT.PROMOTION);
	const peopleCents = moved(ACCOUNT.PEOPLE);
	const overheadCents = moved(ACCOUNT.OVERHEAD);
	const interestCents = moved(ACCOUNT.INTEREST);
	const writeOffCents = moved(ACCOUNT.WRITE_OFF);
	const rebateCents = moved(ACCOUNT.REBATES);
	const supportCents = moved(ACCOUNT.SUPPORT);
	const badDebtCents = moved(ACCOUNT.BAD_DEBT);
	const costs =
		costOfGoodsCents +
		freightCents +
		promotionCents +
		peopleCents +
		overheadCents +
		interestCents +
		writeOffCents +
		rebateCents +
		supportCents +
		badDebtCents;
	return {
		revenueCents,
		costOfGoodsCents,
		freightCents,
		promotionCents,
		peopleCents,
		overheadCents,
		interestCents,
		writeOffCents,
		rebateCents,
		supportCents,
		badDebtCents,
		profitCents: revenueCents - costs,
		cashCents: balanceOf(state.balances, f, ACCOUNT.CASH)
	};
}
