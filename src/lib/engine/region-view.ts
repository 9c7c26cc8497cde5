/** A region as a firm sees it (rules V2, V7, V9): the dealer's reports, its account, and whom else there is. */
import { contractView } from './contract-view.ts';
import { exact, unknown } from './figures.ts';
import type { Plan } from './plan.ts';
import type { BoardFacts } from './report.ts';
import { informedBy, mostBehind, reportDelay } from './reports.ts';
import { WEEK, type State } from './state.ts';
import { PARTINGS } from './systems/parting.ts';
import { suitability } from './systems/small-board.ts';
import type { BoardView, CandidateView, ContractView, Figure, RegionView } from './view.ts';
import { at, type World } from './world.ts';

/** What has to be worked out is made when it is asked for. */
export class RegionLook implements RegionView {
	readonly id: string;
	readonly areas: readonly string[];
	readonly freightCentsPerUnit: number;
	readonly leadWeeks: number;
	readonly dealer: string;
	readonly orderMode: RegionView['orderMode'];
	readonly advice: number;
	readonly returns: RegionView['returns'];
	readonly parted: RegionView['parted'];
	readonly #world: World;
	readonly #state: State;
	readonly #firm: number;
	readonly #r: number;
	readonly #boards: readonly BoardFacts[];
	#reports: Reports | null = null;
	#board: BoardView | null = null;
	#contract: ContractView | null = null;
	#candidates: readonly CandidateView[] | null = null;

	/** @param boards its programmes of the last turn */
	constructor(
		world: World,
		state: State,
		firm: number,
		r: number,
		standing: Plan,
		boards: readonly BoardFacts[]
	) {
		const region = at(world.spec.regions, r);
		const cell = firm * world.regions + r;
		const dealer = world.spec.dealers[state.dealerOf[cell]!];
		this.#world = world;
		this.#state = state;
		this.#firm = firm;
		this.#r = r;
		this.#boards = boards;
		this.id = region.id;
		this.areas = region.areas.map((area) => area.id);
		this.freightCentsPerUnit = region.freightCentsPerUnit;
		this.leadWeeks = region.leadWeeks;
		this.dealer = dealer?.id ?? '';
		this.orderMode = standing.supply.orderMode[region.id] ?? 'dealerRule';
		this.advice = state.advice[cell]!;
		this.returns = dealer?.returns ?? null;
		this.parted = at(PARTINGS, state.parted[cell]!);
	}

	get dealerStock(): readonly Figure[] {
		return this.#told.stock;
	}

	get dealerSales(): readonly Figure[] {
		return this.#told.sales;
	}

	get secondTierStock(): readonly Figure[] {
		return this.#told.secondTier;
	}

	get dealerDaysOfSupply(): Figure {
		return this.#told.days;
	}

	get board(): BoardView {
		return (this.#board ??= boardView(this.#world, this.#state, this.#firm, this.#r, this.#boards));
	}

	get contract(): ContractView | null {
		return (this.#contract ??= contractView(this.#world, this.#state, this.#firm, this.#r));
	}

	get candidates(): readonly CandidateView[] {
		return (this.#candidates ??= candidates(this.#world, this.#state, this.#firm, this.id));
	}

	get #told(): Reports {
		return (this.#reports ??= reportsFrom(this.#world, this.#state, this.#firm, this.#r));
	}
}

/** All of it, made now. */
export function wholeRegion(region: RegionView): RegionView {
	return {
		id: region.id,
		areas: region.areas,
		freightCentsPerUnit: region.freightCentsPerUnit,
		leadWeeks: region.leadWeeks,
		dealer: region.dealer,
		orderMode: region.orderMode,
		dealerStock: region.dealerStock,
		dealerSales: region.dealerSales,
		secondTierStock: region.secondTierStock,
		dealerDaysOfSupply: region.dealerDaysOfSupply,
		advice: region.advice,
		returns: region.returns,
		board: region.board,
		parted: region.parted,
		contract: region.contract,
		candidates: region.candidates
	};
}

/** What the dealer of a region tells. */
interface Reports {
	/** By own product, in file order. */
	readonly stock: readonly Figure[];
	readonly sales: readonly Figure[];
	/** V2 What its second tier has in all, by product. Empty without one. */
	readonly secondTier: readonly Figure[];
	readonly days: Figure;
}

function reportsFrom(world: World, state: State, firm: number, r: number): Reports {
	const dealer = state.dealerOf[firm * world.regions + r]!;
	const products = at(world.firmProducts, firm);
	const none = unknown('dealerReport');
	if (dealer < 0)
		return { stock: products.map(() => none), sales: products.map(() => none), secondTier: [], days: none };
	const informed = informedBy(world, state, dealer);
	const seconds = at(world.secondsOf, dealer);
	const forecast = (k: number): number => state.nodeForecast[dealer * world.products + k]!;
	const stock = products.map((k) => reportedFigure(world, state, [dealer], k, 1, informed));
	const daily = products.reduce((sum, k) => sum + forecast(k) / 7, 0);
	return {
		stock,
		sales: products.map((k) => exact(forecast(k), state.clock[WEEK]! - 1, 'dealerReport')),
		secondTier:
			seconds.length === 0 ? [] : products.map((k) => reportedFigure(world, state, seconds, k, 2, informed)),
		days: daysOfSupply(stock, daily)
	};
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

/** The player's long list; rivals keep whom they have. */
function candidates(world: World, state: State, firm: number, region: string): CandidateView[] {
	const { dealers, firms } = world.spec;
	if (at(firms, firm).role !== 'player') return [];
	return dealers
		.filter((d) => d.region === region && d.secondTier === undefined)
		.map(({ id, stated, heldBy, open, capitalCents, returns = null }) => {
			// Who has gone over is gone.
			const gone = state.gone[world.index.dealer.get(id) ?? -1] === 1;
			return { id, stated, heldBy, open: open && !gone, capitalCents, returns };
		});
}
