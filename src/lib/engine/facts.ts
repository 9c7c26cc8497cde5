/** The facts of a firm's turn, read off the state at its end. True values: the audit, not the view. */
import { ACCOUNT, ACCOUNTS, balanceOf, type Account } from './ledger.ts';
import { ANSWERS } from './acceptance.ts';
import { targetOf } from './platform/targets.ts';
import { builtBy } from './platform/parts.ts';
import type { AreaFacts, DealerFacts, MoneyLines, PlatformFacts, TurnFacts } from './report.ts';
import { TURN, type State } from './state.ts';
import { statementsOf } from './statements.ts';
import { activityFacts } from './activities/facts.ts';
import type { Turn } from './turn.ts';
import { nodeCell } from './echelon/chain.ts';
import { inTransit, onHand } from './echelon/goods.ts';
import { CLASSES } from './vocab.ts';
import { fieldFacts } from './field/facts.ts';
import { payableOf } from './systems/credit.ts';
import { launchFacts } from './systems/launches.ts';
import { lineReturn } from './systems/loyalty.ts';
import { PARTINGS } from './systems/parting.ts';
import { erosionBp } from './systems/price-order.ts';
import { AGE_WEEKS, at, type World } from './world.ts';

/**
 * @param turn the turn just run; null: nothing has run yet
 * @param shelves of all products; who wants the facts of all firms counts them once
 */
export function factsOf(
	world: World,
	state: State,
	f: number,
	weeks: number,
	turn: Turn | null = null,
	shelves: Float64Array = unitsAtOutlets(world, state)
): TurnFacts {
	const products = at(world.firmProducts, f);
	const over = (values: Int32Array): number => products.reduce((sum, k) => sum + values[k]!, 0);
	let plant = 0;
	let warehouse = 0;
	let transit = 0;
	let dealer = 0;
	let aged = 0;
	for (const k of products) {
		plant += inTransit(world, state, world.dealers + f, k);
		warehouse += onHand(world, state, world.dealers + f, k);
		for (let d = 0; d < world.dealers; d++) {
			transit += inTransit(world, state, d, k);
			dealer += onHand(world, state, d, k);
			aged += agedUnits(world, state, d, k);
		}
	}
	const outlet = products.reduce((sum, k) => sum + shelves[k]!, 0);
	const money = moneyLines(state, f);
	const areas = Array.from({ length: world.areas }, (_, a) => areaFacts(world, state, f, a));
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
		field: fieldFacts(world, state, turn, f),
		platform: platformFacts(world, state, f),
		launches: launchFacts(world, state, f),
		areas,
		money,
		statements: statementsOf(state, f, money, weeks),
		weeksBroke: state.weeksBroke[f]!,
		...activityFacts(world, turn, f)
	};
}

function dealerFacts(world: World, state: State, f: number): DealerFacts[] {
	return world.spec.regions.flatMap(({ id: region }, r): DealerFacts[] => {
		const cell = f * world.regions + r;
		const d = state.dealerOf[cell]!;
		if (d < 0 && state.lastDealer[cell]! < 0) return [];
		const made = d < 0 ? null : lineReturn(state, d);
		return [
			{
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
				...stockTold(world, state, f, d),
				loyalty: d < 0 ? 0 : state.loyalty[d]!,
				returnBp: made === null ? null : Math.floor(made * 10_000),
				priceOrderBp: priceOrderBp(world, state, f, r)
			}
		];
	});
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

/** On the shelves and on the way to them [product], row by row as they lie in memory. */
export function unitsAtOutlets({ products }: World, state: State): Float64Array {
	const { stockNew, stockOld, inbound } = state;
	const units = new Float64Array(products);
	for (let row = 0; row < stockNew.length; row += products)
		for (let k = 0; k < products; k++)
			units[k] = units[k]! + (stockNew[row + k]! + stockOld[row + k]! + inbound[row + k]!);
	return units;
}

/** Units past a third of their life: what key accounts refuse. */
function agedUnits(world: World, state: State, d: number, k: number): number {
	const from = Math.ceil(at(world.productSpecs, k).shelfLifeWeeks / 3 / AGE_WEEKS);
	let units = 0;
	for (let age = from; age < world.ages; age++) units += state.nodeStock[nodeCell(world, d, k) + age]!;
	return units;
}

function areaFacts(world: World, state: State, f: number, a: number): AreaFacts {
	const units = Array.from({ length: world.firms }, (_, firm) =>
		at(world.firmProducts, firm).reduce((sum, k) => sum + state.turnSold[a * world.products + k]!, 0)
	);
	const target = targetOf(world, state, f, a);
	const { firms, products, firmStart, areaStart, areaClasses, outletRepresents, outletSize } = world;
	const { called, listed } = state;
	const classes = CLASSES.length;
	const accounts = areaClasses.subarray(a * classes, (a + 1) * classes).reduce((sum, n) => sum + n, 0);
	const size = world.areaSize[a]!;
	const [from, to] = [firmStart[f]!, firmStart[f + 1]!];
	const end = areaStart[a + 1]!;
	let visited = 0;
	let unserved = 0;
	let listing = 0;
	let listedSize = 0;
	for (let o = areaStart[a]!; o < end; o++) {
		const isCalled = called[o * firms + f]!;
		visited += outletRepresents[o]! * isCalled;
		let lists = 0;
		for (let k = from; k < to; k++) lists |= listed[o * products + k]!;
		listing += outletRepresents[o]! * lists;
		unserved += outletRepresents[o]! * lists * (1 - isCalled);
		listedSize += outletSize[o]! * lists;
	}
	return {
		area: at(world.areaSpecs, a).id,
		region: at(world.spec.regions, world.areaRegion[a]!).id,
		units,
		outsideUnits: state.turnOutside[a]!,
		...(target !== null && {
			targetUnits: target,
			targetPastUnits: state.targetPast[a + f * world.areas]!
		}),
		numericDistribution: listing / accounts,
		weightedDistribution: size === 0 ? 0 : listedSize / size,
		listedOutletWeeks: state.turnListed[a * world.firms + f]!,
		stockOutOutletWeeks: state.turnEmpty[a * world.firms + f]!,
		visitedAccounts: visited,
		accounts,
		unservedAccounts: unserved
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
