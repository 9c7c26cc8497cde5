/** The facts of a firm's turn, read off the state at its end. True values: the audit, not the view. */
import { ACCOUNT, ACCOUNTS, balanceOf, type Account } from './ledger.ts';
import type { AreaFacts, MoneyLines, TurnFacts } from './report.ts';
import { TURN, type State } from './state.ts';
import { statementsOf } from './statements.ts';
import { activityFacts } from './activities/facts.ts';
import type { Turn } from './turn.ts';
import { nodeCell } from './echelon/chain.ts';
import { inTransit, onHand } from './echelon/goods.ts';
import { AGE_WEEKS, at, type World } from './world.ts';

/** @param turn the turn just run; null: nothing has run yet */
export function factsOf(
	world: World,
	state: State,
	f: number,
	weeks: number,
	turn: Turn | null = null
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
	const outlet = unitsAtOutlets(world, state, f);
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
		areas,
		money,
		statements: statementsOf(state, f, money, weeks),
		weeksBroke: state.weeksBroke[f]!,
		...activityFacts(world, turn, f)
	};
}

/** On the shelves and on the way to them, row by row as they lie in memory. */
function unitsAtOutlets(world: World, state: State, f: number): number {
	const { stockNew, stockOld, inbound } = state;
	const [from, to] = [world.firmStart[f]!, world.firmStart[f + 1]!];
	let units = 0;
	for (let row = 0; row < stockNew.length; row += world.products)
		for (let cell = row + from; cell < row + to; cell++)
			units += stockNew[cell]! + stockOld[cell]! + inbound[cell]!;
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
	const [from, to] = [world.firmStart[f]!, world.firmStart[f + 1]!];
	let accounts = 0;
	let visited = 0;
	let listed = 0;
	let size = 0;
	let listedSize = 0;
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		const represents = world.outletRepresents[o]!;
		accounts += represents;
		size += world.outletSize[o]!;
		if (state.called[o * world.firms + f] === 1) visited += represents;
		let lists = 0;
		for (let k = from; k < to; k++) lists |= state.listed[o * world.products + k]!;
		if (lists === 1) {
			listed += represents;
			listedSize += world.outletSize[o]!;
		}
	}
	return {
		area: at(
			world.spec.regions.flatMap((r) => r.areas),
			a
		).id,
		units,
		outsideUnits: state.turnOutside[a]!,
		numericDistribution: listed / accounts,
		weightedDistribution: size === 0 ? 0 : listedSize / size,
		listedOutletWeeks: state.turnListed[a * world.firms + f]!,
		stockOutOutletWeeks: state.turnEmpty[a * world.firms + f]!,
		visitedAccounts: visited,
		accounts
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
	const costs =
		costOfGoodsCents +
		freightCents +
		promotionCents +
		peopleCents +
		overheadCents +
		interestCents +
		writeOffCents;
	return {
		revenueCents,
		costOfGoodsCents,
		freightCents,
		promotionCents,
		peopleCents,
		overheadCents,
		interestCents,
		writeOffCents,
		profitCents: revenueCents - costs,
		cashCents: balanceOf(state.balances, f, ACCOUNT.CASH)
	};
}
