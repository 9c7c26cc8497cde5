/**
 * What a week of the outlets reads and writes, flat: `relate`, `choose`, `trade`, `tally` and `tend` pass over it in blocks that stay in
 * the processor's cache, area by area and outlet by outlet. The same arrays, in the same order of work, are what the
 * C reference of `bench` is given.
 */
import { withOpenings, setPriceGrievance } from '../field/openings.ts';
import { FLIPPED, packPurpose, purposeWord, type WeekKey } from '../random.ts';
import type { Room } from '../room.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CLASSES } from '../vocab.ts';
import type { World } from '../world.ts';
import type { Block } from './block.ts';
import {
	UNKNOWN,
	setCalls,
	setCallWorth,
	setCover,
	setDealers,
	setDeliverers,
	setListDeal,
	setOrderDays
} from './outlet-tables.ts';
import { CALL_ROWS, DAYS } from './outlet-turn.ts';
import { wordsOf } from './stands.ts';

export interface OutletWeek extends Block {
	readonly week: number;
	readonly outlets: number;
	readonly products: number;
	readonly firms: number;
	/** [firms + 1]: first product of each firm, and the end. */
	readonly firmStart: Int32Array;
	readonly productTier: Uint8Array;
	/** Firm, tier and number in one [product]: see `outlet-turn.ts`. */
	readonly traits: Int32Array;
	/** Key of the week, and the words of its purposes, by product where there is one for each. */
	readonly k0: number;
	readonly k1: number;
	readonly noiseWord: number;
	readonly noiseFlipped: number;
	readonly outsideWord: number;
	readonly saleWords: Int32Array;
	readonly listWords: Int32Array;
	readonly delistWords: Int32Array;

	/** Places: see `World`. */
	readonly areaRegion: Uint8Array;
	/** Row of the tables below [outlet]: rule A6. */
	readonly outletRow: Int32Array;
	readonly outletClass: Uint8Array;
	readonly outletSize: Float64Array;
	readonly outletCycle: Uint8Array;
	readonly outletOffset: Uint8Array;
	readonly outletPanel: Uint8Array;
	readonly outletCore: Uint8Array;
	/** Outlets that are either, ascending. */
	readonly counted: Int32Array;
	readonly via: Int16Array;
	/**
	 * Row of `demand` of who brings the firm's goods to the outlet, −1 where nobody does [outlet × firm], as long as the
	 * firms' dealers are these [area × firm].
	 */
	readonly deliverer: Int32Array;
	readonly delivering: Int32Array;

	/** State. */
	readonly stockNew: Int32Array;
	readonly stockOld: Int32Array;
	readonly inbound: Int32Array;
	readonly forecast: Float64Array;
	readonly listed: Uint8Array;
	readonly facings: Uint8Array;
	readonly closeness: Float64Array;
	readonly dependence: Float64Array;
	readonly served: Uint8Array;
	readonly called: Uint8Array;
	/** What stands at outlets or is listed there, a bit a product [outlet × word], and words of an outlet: see `standing`. */
	readonly stands: Int32Array;
	readonly standWords: number;

	/** Demand: potential over size [area], attraction of buying nothing [area], shares of the tiers [area × tier]. */
	readonly level: Float64Array;
	readonly noBuy: Float64Array;
	readonly tierDemand: Float64Array;
	/** [row × product]. */
	readonly attraction: Float64Array;
	/**
	 * Bought per unit wanted by those who are there [row × product]: above 1 in a price-off, and by those whom empty
	 * shelves sent here.
	 */
	readonly buy: Float64Array;
	/** Factor of attraction by facings. */
	readonly shelf: Float64Array;
	readonly noise: number;
	readonly relationLift: number;
	readonly tierLeak: number;
	readonly otherBrand: number;
	readonly otherPack: number;

	/** Orders: dealer or −1 [area × firm], weeks of cover [region × class × product] beyond the cycle, units of a pack and packs of a unit [product]. */
	readonly dealer: Int32Array;
	readonly cover: Float64Array;
	readonly pack: Int32Array;
	readonly perPack: Float64Array;
	readonly smoothing: number;
	/** 1 where outlets order by themselves this week [class × day]. */
	readonly orderDay: Uint8Array;
	/** Weeks until goods move to the old bucket, and again until they are thrown away [product]; each figure once. */
	readonly ageWeeks: Int32Array;
	readonly ageSteps: Int32Array;
	/** Facings an outlet has for all [class]. */
	readonly width: Int32Array;

	/**
	 * Calls: the account's row of the tables by firm and call row, the last of the firm where nobody comes
	 * [outlet × firm]; calls due this week [firm × call row × day].
	 */
	readonly callRows: Uint8Array;
	readonly calls: Int32Array;
	/** Where relations settle [area × firm × call row], [firm × call row]. */
	readonly closenessGoal: Float64Array;
	readonly dependenceGoal: Float64Array;
	/** Planned openings: see `field/openings.ts`. */
	readonly opening: Uint8Array;
	readonly keyPerson: Uint8Array;
	readonly personWords: Int32Array;
	/** Chance that a call finds the key person [area × firm × call row]; factors of the four visits. */
	readonly personChance: Float64Array;
	readonly visitFactors: Float64Array;
	readonly maxGapWeeks: number;
	readonly restReviews: number;
	readonly wrongPerson: number;
	/** [area × firm × OPENING_EVENTS]. */
	readonly turnOpenings: Int32Array;
	/** What accounts hold against a firm, of 255 [outlet × firm], and what adds to it and heals it. */
	readonly grievance: Uint8Array;
	readonly stockOutGrievance: number;
	readonly cutGrievance: number;
	readonly priceGrievance: Int32Array;
	readonly healing: Int32Array;
	readonly grievanceDelist: number;
	readonly grievanceChill: number;
	readonly relationSpeed: number;
	/** Weekly chance of being dropped without any relation [area × product]; where nobody can serve it. */
	readonly delist: Float64Array;
	readonly unservedDelist: number;
	/** Room for products [class]. */
	readonly slots: Int32Array;
	/** Chance of a listing per call, before the owner's warmth [area × firm × call row × served], by product [row × product]. */
	readonly callWorth: Float64Array;
	readonly listBase: Float64Array;
	readonly listDeal: Float64Array;
	readonly siblingListing: number;
	readonly trialOptimism: number;

	/** What comes of it [row × product]. */
	readonly till: Int32Array;
	/** Small brands' units [area]. */
	readonly outside: Int32Array;
	readonly panelSold: Int32Array;
	readonly panelOutside: Int32Array;
	/** Wanted where the shelf was empty, and where it ran out [area × product]. */
	readonly missed: Float64Array;
	readonly ranOut: Int32Array;
	/** Sold at core outlets [region × product], small brands there [region]. */
	readonly coreSold: Int32Array;
	readonly coreOutside: Int32Array;
	/** Sold at the outlets of dealers that are replenished by it [dealer × product]; who is [area × firm], or −1. */
	readonly countsThroughput: boolean;
	readonly replenished: Int32Array;
	readonly throughput: Int32Array;
	/** Thrown away by outlets this turn, with what others wrote off [product]. */
	readonly writtenOff: Int32Array;
	/** Orders [dealer × product]. */
	readonly demand: Int32Array;
	/** [area × firm]. */
	readonly turnListed: Int32Array;
	readonly turnEmpty: Int32Array;
	readonly turnPanelListed: Int32Array;
	readonly turnPanelEmpty: Int32Array;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Of a turn: what is the week's own is set by `openOutletWeek`. */
export function newOutletWeek(
	world: World,
	state: State,
	turn: Omit<Turn, 'outletWeek'>,
	room: Room
): OutletWeek {
	const { products, firms, areas, regions, spec } = world;
	const { response: rules, channelRules } = spec;
	const { tables, rows, rules: outletRules } = turn;
	const rest = {
		// First, since the host copies the first as a whole and what comes later field by field.
		...turn.block,
		week: -1,
		outlets: world.outlets,
		products,
		firms,
		firmStart: world.firmStart,
		productTier: world.productTier,
		traits: outletRules.traits,
		k0: 0,
		k1: 0,
		noiseWord: 0,
		noiseFlipped: 0,
		outsideWord: 0,
		saleWords: room.ints(products),
		listWords: room.ints(products),
		delistWords: room.ints(products),
		areaRegion: world.areaRegion,
		outletRow: turn.rows.ofOutlet,
		outletClass: world.outletClass,
		outletSize: world.outletSize,
		outletCycle: world.outletCycle,
		outletOffset: world.outletOffset,
		outletPanel: world.outletPanel,
		outletCore: world.outletCore,
		counted: world.counted,
		via: world.via,
		deliverer: room.ints(world.outlets * firms),
		delivering: room.ints(areas * firms).fill(UNKNOWN),
		stockNew: state.stockNew,
		stockOld: state.stockOld,
		inbound: state.inbound,
		forecast: state.outletForecast,
		listed: state.listed,
		facings: state.facings,
		closeness: state.closeness,
		dependence: state.dependence,
		served: state.served,
		called: state.called,
		stands: turn.stands,
		standWords: wordsOf(products),
		level: turn.level,
		noBuy: world.noBuy,
		tierDemand: world.tierDemand,
		attraction: turn.attraction,
		buy: turn.buying,
		shelf: world.shelf,
		noise: spec.category.noise,
		relationLift: rules.relationLift,
		tierLeak: rules.tierLeak,
		otherBrand: rules.stockOut.otherBrand,
		otherPack: rules.stockOut.otherPack,
		dealer: room.ints(areas * firms),
		cover: room.floats(regions * CLASSES.length * products),
		pack: outletRules.pack,
		perPack: outletRules.perPack,
		smoothing: channelRules.outletForecastSmoothing,
		orderDay: new Uint8Array(CLASSES.length * DAYS),
		ageWeeks: outletRules.ageWeeks,
		ageSteps: outletRules.ageSteps,
		width: outletRules.width,
		callRows: tables.callRows,
		calls: room.ints(firms * CALL_ROWS * DAYS),
		closenessGoal: turn.closenessGoal,
		dependenceGoal: turn.dependenceGoal,
		relationSpeed: rules.relationSpeed,
		delist: turn.delist,
		unservedDelist: rules.unservedDelist,
		slots: outletRules.slots,
		callWorth: room.floats(areas * firms * CALL_ROWS * 2),
		listBase: turn.listBase,
		listDeal: room.floats(rows.count * products),
		siblingListing: rules.siblingListing,
		trialOptimism: rules.trialOptimism,
		till: turn.till,
		outside: turn.weekOutside,
		panelSold: state.turnPanelSold,
		panelOutside: state.turnPanelOutside,
		missed: turn.missed,
		ranOut: turn.ranOut,
		coreSold: turn.coreSold,
		coreOutside: turn.coreOutside,
		countsThroughput: false,
		replenished: room.ints(areas * firms),
		throughput: turn.throughput,
		writtenOff: state.turnWrittenOff,
		demand: turn.demand,
		turnListed: state.turnListed,
		turnEmpty: state.turnEmpty,
		turnPanelListed: state.turnPanelListed,
		turnPanelEmpty: state.turnPanelEmpty
	};
	return withOpenings(rest, world, state, turn);
}

/** The week's tables; `level`, `attraction` and `buy` are the turn's, set by `setMarket` and `setDemand`. */
export function openOutletWeek(
	world: World,
	state: State,
	turn: Turn,
	key: WeekKey,
	week: number
): OutletWeek {
	const [k0, k1, k2, k3] = key;
	const into: Mutable<OutletWeek> = turn.outletWeek;
	into.week = week;
	into.k0 = k0;
	into.k1 = k1;
	into.noiseWord = purposeWord(k2, k3, packPurpose('noise'));
	into.noiseFlipped = purposeWord(k2, k3, packPurpose('noise') ^ FLIPPED);
	into.outsideWord = purposeWord(k2, k3, packPurpose('outside'));
	setWords(into.saleWords, 'sale', k2, k3);
	setWords(into.listWords, 'list', k2, k3);
	setWords(into.delistWords, 'delist', k2, k3);
	setWords(into.personWords, 'keyPerson', k2, k3);
	into.countsThroughput = turn.sellThrough.includes(1);
	setDealers(into.dealer, world, state);
	setDeliverers(into, world);
	setDealers(into.replenished, world, state, turn.sellThrough);
	setCover(into.cover, world, turn);
	setOrderDays(into.orderDay, world, week);
	setCalls(into.calls, world, turn, week);
	setCallWorth(into.callWorth, world, state, turn);
	setListDeal(into.listDeal, world, turn);
	setPriceGrievance(into.priceGrievance, world, state);
	turn.demand.fill(0);
	turn.tierDemand.fill(0);
	turn.throughput.fill(0);
	turn.missed.fill(0);
	turn.ranOut.fill(0);
	turn.weekOutside.fill(0);
	turn.coreSold.fill(0);
	turn.coreOutside.fill(0);
	turn.till.fill(0);
	return into;
}

/** The week's words of a purpose, one for each number of it. */
function setWords(
	words: Int32Array,
	purpose: 'sale' | 'list' | 'delist' | 'keyPerson',
	k2: number,
	k3: number
): void {
	for (let i = 0; i < words.length; i++) words[i] = purposeWord(k2, k3, packPurpose(purpose, i));
}
