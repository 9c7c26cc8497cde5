/**
 * The laws of the engine as functions: each takes a played state or a way to play and says what is broken, in words.
 * They are run on every shipped scenario, by fuzzers and by the server's own self-test; they know no test framework.
 */
import { ACCOUNT, ACCOUNTS, balanceOf, cashTotal, entityBalance, ledgerRows } from './ledger.ts';
import { dealerEntity, type State } from './state.ts';
import { inTransit, onHand } from './echelon/goods.ts';
import { OPENING_EVENTS } from './vocab.ts';
import { invoiced, payableOf } from './systems/credit.ts';
import { holdersOf } from './systems/second-tier.ts';
import { DUE_SLOTS, TERM_COLUMNS } from './terms.ts';
import { at, type World } from './world.ts';

/** Units of each product anywhere between the plant's door and the till. */
export function unitsInModel(world: World, state: State): number[] {
	return world.productSpecs.map((_, k) => {
		let units = 0;
		for (let node = 0; node < world.nodes; node++) units += onHand(world, state, node, k);
		for (let d = 0; d < world.dealers; d++) units += inTransit(world, state, d, k);
		for (let o = 0; o < world.outlets; o++) {
			const cell = o * world.products + k;
			units += state.stockNew[cell]! + state.stockOld[cell]! + state.inbound[cell]!;
		}
		return units;
	});
}

/** [G1] Over the turn just played. `before` is `unitsInModel` at its start. */
export function goodsLaw(world: World, state: State, before: readonly number[]): string[] {
	const after = unitsInModel(world, state);
	const lost = world.productSpecs.flatMap((product, k) => {
		let sold = 0;
		for (let a = 0; a < world.areas; a++) sold += state.turnSold[a * world.products + k]!;
		const left = at(before, k) + state.turnProduced[k]! - sold - state.turnWrittenOff[k]!;
		return left === after[k] ? [] : [`goods of ${product.id}: ${left} should be left, ${after[k]} are`];
	});
	return [...lost, ...strayGoods(world, state)];
}

/** [D1] With dealers who do not serve the firm there is nothing of it, on the way or owed to them either. */
function strayGoods(world: World, state: State): string[] {
	return world.productSpecs.flatMap(({ id }, k) => {
		const holders = holdersOf(world, state, world.productFirm[k]!);
		return world.spec.dealers.flatMap((dealer, d) => {
			const owed = state.backlog[d * world.products + k]!;
			const units = onHand(world, state, d, k) + inTransit(world, state, d, k) + owed;
			return units === 0 || holders.includes(d) ? [] : [`goods of ${id}: ${units} with ${dealer.id}`];
		});
	});
}

/** [G2] `cash` is `cashTotal` at the opening. */
export function moneyLaw(world: World, state: State, cash: number): string[] {
	const broken: string[] = [];
	const { count } = ledgerRows(world.firms, world.dealers);
	for (let entity = 0; entity < count; entity++) {
		const sum = entityBalance(state.balances, entity);
		if (sum !== 0) broken.push(`accounts of entity ${entity} sum to ${sum}`);
	}
	const total = cashTotal(state.balances);
	if (total !== cash) broken.push(`all cash was ${cash} and is ${total}`);
	for (let f = 0; f < world.firms; f++) {
		const cost = at(world.firmProducts, f).reduce(
			(sum, k) => sum + onHand(world, state, world.dealers + f, k) * at(world.productSpecs, k).unitCostCents,
			0
		);
		const booked = balanceOf(state.balances, f, ACCOUNT.INVENTORY);
		if (booked !== cost) broken.push(`inventory of firm ${f} is booked at ${booked}, costs ${cost}`);
	}
	for (let d = 0; d < world.dealers; d++) {
		let book = 0;
		for (let k = 0; k < world.products; k++) book += state.bookCents[d * world.products + k]!;
		const booked = balanceOf(state.balances, dealerEntity(world, d), ACCOUNT.INVENTORY);
		if (booked !== book) broken.push(`inventory of dealer ${d} is booked at ${booked}, kept at ${book}`);
		const owes = payableOf(world, state, d);
		const out = invoiced(state, d);
		if (owes !== out) broken.push(`dealer ${d} owes ${owes}, its invoices come to ${out}`);
		const rebate = balanceOf(state.balances, dealerEntity(world, d), ACCOUNT.RECEIVABLE);
		if (rebate !== state.rebateDue[d])
			broken.push(`dealer ${d} has ${rebate} due, kept at ${state.rebateDue[d]}`);
	}
	// What one side is owed the other owes.
	let both = 0;
	for (let entity = 0; entity < count; entity++)
		both +=
			balanceOf(state.balances, entity, ACCOUNT.RECEIVABLE) +
			balanceOf(state.balances, entity, ACCOUNT.PAYABLE);
	if (both !== 0) broken.push(`receivables and payables of all differ by ${both}`);
	return broken;
}

/** Counted things, which cannot be fewer than none. */
const UNITS = [
	'stockNew',
	'stockOld',
	'inbound',
	'outletForecast',
	'goodwill',
	'radiance',
	'standing',
	'erosion',
	'lotRest',
	'weeksBroke',
	'pantry',
	'ownPantry',
	'usual',
	'pool',
	'shockWeeks',
	'nodeStock',
	'transit',
	'slip',
	'backlog',
	'platform',
	'target',
	'targetPast',
	'staff',
	'newcomers',
	'turnSold',
	'turnOutside',
	'turnWrittenOff',
	'bookCents',
	'due',
	'overdue',
	'bought',
	'rebateDue',
	'overdueWeeks',
	'turnDiverted',
	'turnFound',
	'turnGoodsBack'
] as const satisfies readonly (keyof State)[];

/** [G3] */
export function boundsLaw(world: World, state: State): string[] {
	const broken: string[] = [];
	for (const name of UNITS) {
		const bad = state[name].findIndex((value) => !(value >= 0));
		if (bad >= 0) broken.push(`${name}[${bad}] is ${state[name][bad]}`);
	}
	for (const name of ['closeness', 'dependence', 'loyalty', 'supported'] as const) {
		const bad = state[name].findIndex((value) => !(value >= 0 && value <= 1));
		if (bad >= 0) broken.push(`${name}[${bad}] is ${state[name][bad]}`);
	}
	const cents = state.balances.findIndex((value) => !Number.isSafeInteger(value));
	if (cents >= 0)
		broken.push(
			`balance ${at(ACCOUNTS, cents % ACCOUNTS.length)} of entity ${Math.floor(cents / ACCOUNTS.length)} is ${state.balances[cents]}`
		);
	for (let cell = 0; cell < world.nodes * world.products; cell++) {
		const forecast = state.nodeForecast[cell]!;
		if (!(forecast >= 0)) broken.push(`nodeForecast[${cell}] is ${forecast}`);
	}
	return broken;
}

/** Of no view: how brands and pantries stand, and what outlets expect. */
const HIDDEN_FACTORS = [
	'goodwill',
	'radiance',
	'standing',
	'pantry',
	'ownPantry',
	'usual',
	'pool',
	'loyalty',
	'lineProfit',
	'lineFunds',
	'earnedBefore',
	'lineOwed'
] as const satisfies readonly (keyof State)[];

/**
 * Overwrites everything that the firm's view must not depend on with other legal values (G7): rivals' books and
 * stocks, all relations, all that lies outside the sample points, forecasts, orders, what is on the road.
 */
export function scramble(world: World, state: State, firm: number, noise: (i: number) => number): void {
	const mix = (array: Int32Array | Float64Array, keep: (i: number) => boolean, top: number): void => {
		for (let i = 0; i < array.length; i++) if (!keep(i)) array[i] = Math.floor(noise(i) * top);
	};
	const never = (): boolean => false;
	for (const name of HIDDEN_FACTORS)
		state[name].forEach((_, i, array) => {
			array[i] = noise(i);
		});
	mix(state.balances, (i) => i < (firm + 1) * ACCOUNTS.length && i >= firm * ACCOUNTS.length, 1e6);
	mix(state.turnOpening, (i) => Math.floor(i / ACCOUNTS.length) === firm, 1e6);
	for (const name of ['inbound', 'slip', 'backlog', 'shockWeeks', 'lotRest'] as const)
		mix(state[name], never, 50);
	// What its own plant has under way the firm knows.
	const perNode = state.transit.length / world.nodes;
	mix(state.transit, (i) => Math.floor(i / perNode) === world.dealers + firm, 50);
	mix(state.weeksBroke, (i) => i === firm, 5);
	for (const name of ['turnSold', 'turnOutside', 'turnWrittenOff'] as const) mix(state[name], never, 500);
	const panel = (i: number): boolean => world.outletPanel[Math.floor(i / world.products)] === 1;
	mix(state.stockNew, panel, 30);
	mix(state.stockOld, panel, 30);
	const mine = (i: number): boolean => world.productFirm[i % world.products] === firm;
	for (let i = 0; i < state.listed.length; i++)
		if (!mine(i) && !panel(i) && noise(i) < 0.5) state.listed[i] = 1 - state.listed[i]!;
	mix(state.outletForecast, panel, 30);
	for (let i = 0; i < state.facings.length; i++) state.facings[i] = 1 + Math.floor(noise(i) * 20);
	for (let i = 0; i < state.served.length; i++) if (noise(i) < 0.5) state.served[i] = 1 - state.served[i]!;
	const ownNode = world.dealers + firm;
	mix(state.nodeStock, (i) => Math.floor(i / (world.products * world.ages)) === ownNode, 100);
	mix(state.reportedStock, mine, 100);
	mix(state.stockLog, never, 100);
	mix(state.nodeForecast, mine, 100);
	for (let i = 0; i < state.erosion.length; i++) if (!mine(i)) state.erosion[i] = noise(i) / 2;
	for (const name of ['turnSellIn', 'turnTakenBack', 'turnProduced', 'price'] as const)
		mix(state[name], mine, 300);
	for (let f = 0; f < world.firms; f++) {
		if (f === firm) continue;
		state.staff[f] = Math.floor(noise(f) * 9);
		state.newcomers[f] = 0;
		for (const name of ['waste', 'skill', 'file'] as const) state[name][f] = noise(f);
		state.turnLeavers[f] = Math.floor(noise(f) * 4);
	}
	state.advice.forEach((_, i, array) => {
		if (Math.floor(i / world.regions) !== firm) array[i] = noise(i);
	});
	// Of the dealers, what stands in the firm's own books: terms, invoices, rebates, support.
	const regions = state.dealerOf.subarray(firm * world.regions, (firm + 1) * world.regions);
	const myDealer = (d: number): boolean => regions.includes(d);
	mix(state.agreed, (i) => Math.floor(i / (world.regions * TERM_COLUMNS)) === firm, 2);
	mix(state.due, (i) => myDealer(Math.floor(i / DUE_SLOTS)), 1e5);
	for (const name of ['overdue', 'bought', 'rebateDue', 'overdueWeeks'] as const)
		mix(state[name], myDealer, 9);
	const myRegion = (i: number): boolean => Math.floor(i / world.regions) === firm;
	mix(state.turnDiverted, never, 90);
	mix(state.turnDivertedOut, never, 90);
	mix(state.turnDivertedIn, never, 90);
	for (const name of ['turnFound', 'turnFined', 'turnGoodsBack'] as const) mix(state[name], myRegion, 90);
	for (let i = 0; i < state.released.length; i++) state.released[i] = noise(i) < 0.5 ? 1 : 0;
	const ownColumn = (i: number): boolean => i % world.firms === firm;
	for (const name of ['turnListed', 'turnEmpty', 'turnPanelListed', 'turnPanelEmpty'] as const)
		if (name.includes('Panel')) mix(state[name], ownColumn, 50);
		else mix(state[name], never, 50);
	for (let i = 0; i < state.called.length; i++) if (!ownColumn(i)) state.called[i] = noise(i) < 0.5 ? 1 : 0;
	// Of relations a firm knows its own.
	for (const name of ['closeness', 'dependence'] as const)
		state[name].forEach((_, i, array) => {
			if (!ownColumn(i)) array[i] = noise(i);
		});
	for (const name of ['opening', 'grievance', 'keyPerson'] as const)
		state[name].forEach((_, i, array) => {
			if (!ownColumn(i))
				array[i] = name === 'keyPerson' ? Math.floor(noise(i) * 2) : Math.floor(noise(i) * 200);
		});
	const ownEvents = (i: number): boolean => Math.floor(i / OPENING_EVENTS.length) % world.firms === firm;
	mix(state.turnOpenings, ownEvents, 20);
	mix(state.turnKeyEvents, (i) => Math.floor(i / 2) === firm, 20);
}
