/**
 * What a week of the outlets reads and writes, flat: `relate`, `sell` and `reorder` pass over it in blocks that stay in
 * the processor's cache, area by area and outlet by outlet. The same arrays, in the same order of work, are what the
 * C reference of `bench` is given.
 */
import { callsDue } from '../coverage.ts';
import type { Plan } from '../plan.ts';
import { GROUPS, purposeOf } from '../field/groups.ts';
import { healing, openingTables, personChance } from '../field/openings.ts';
import type { FieldTurn } from '../field/turn.ts';
import { FLIPPED, packPurpose, purposeWord, type WeekKey } from '../random.ts';
import { closenessAt, dependenceAt, partOfCall } from '../response.ts';
import { type State } from '../state.ts';
import { assignedCell } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { CALL_PURPOSES, CLASSES, TIERS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { zeal } from './dealer-relation.ts';

/** Outlets of a block: with a dozen products its cells fill a small part of a second-level cache. */
export const BLOCK = 64;
/** Rows of the tables by group: one more for accounts that nobody calls on. */
export const CALL_ROWS = GROUPS + 1;
/** Longest order cycle, hence number of order days (O3). */
export const DAYS = 26;
/** Weeks after which calls come round again: a plan says how many there are in so many. */
const CALL_WEEKS = 4;

export interface OutletWeek {
	readonly week: number;
	readonly outlets: number;
	readonly products: number;
	readonly firms: number;
	/** [firms + 1]: first product of each firm, and the end. */
	readonly firmStart: Int32Array;
	readonly productFirm: Uint8Array;
	readonly productTier: Uint8Array;
	/** 1 or 0 [product]. */
	readonly isEconomy: Float64Array;
	readonly isStandard: Float64Array;
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
	readonly via: Int16Array;

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

	/** Orders: dealer or −1 [area × firm], weeks of cover [region × product × class] beyond the cycle, units of a pack and packs of a unit [product]. */
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
	 * Calls: what an account is called on for, or `GROUPS` where nobody comes [outlet × firm], calls due this week
	 * [firm × call row × day].
	 */
	readonly callGroups: Uint8Array;
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

	/**
	 * What comes of it. Sold, where there was something [block outlet × product]; products that an outlet lists or has, firm by firm, from its first
	 * cell on, and where each firm's end [block outlet × firm].
	 */
	readonly sold: Int32Array;
	readonly live: Int32Array;
	readonly liveEnd: Int32Array;
	/** [row × product]. */
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

	/** Scratch: pull by product of what is live; by firm; worth of a unit of pull. */
	readonly pull: Float64Array;
	readonly tierWorth: Float64Array;
	readonly firmLift: Float64Array;
	readonly firmPull: Float64Array;
	readonly firmMissed: Float64Array;
	readonly firmWorth: Float64Array;
}

/** What of an `OutletWeek` is the same in every week of a turn. */
export interface OutletTurn {
	readonly isEconomy: Float64Array;
	readonly isStandard: Float64Array;
	readonly pack: Int32Array;
	readonly perPack: Float64Array;
	readonly ageWeeks: Int32Array;
	readonly ageSteps: Int32Array;
	readonly width: Int32Array;
	readonly slots: Int32Array;
	readonly callGroups: Uint8Array;
	readonly personChance: Float64Array;
	readonly healing: Int32Array;
}

export function outletTurn(
	world: World,
	plans: readonly Plan[],
	worked: Uint8Array,
	field: readonly FieldTurn[],
	groups: Uint8Array
): OutletTurn {
	const { products, productSpecs, spec } = world;
	const { channelRules } = spec;
	const ageWeeks = agesOf(world);
	return {
		isEconomy: filled(new Float64Array(products), (k) => (world.productTier[k] === 0 ? 1 : 0)),
		isStandard: filled(new Float64Array(products), (k) => (world.productTier[k] === 1 ? 1 : 0)),
		pack: Int32Array.from(productSpecs, ({ unitsPerPack }) => unitsPerPack),
		perPack: Float64Array.from(productSpecs, ({ unitsPerPack }) => 1 / unitsPerPack),
		ageWeeks,
		ageSteps: Int32Array.from(new Set(ageWeeks)),
		width: Int32Array.from(CLASSES, (c) => channelRules.outletFacings[c]),
		slots: Int32Array.from(CLASSES, (c) => channelRules.outletSlots[c]),
		callGroups: callGroups(world, worked, field, groups),
		personChance: perCallRow(world, (f, a, g) => personChance(world, at(field, f), a, g)),
		healing: Int32Array.from(plans, (plan) => healing(world, plan))
	};
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
	const { products, firms, spec } = world;
	const { response: rules, channelRules } = spec;
	const { tables } = turn;
	const words = (purpose: 'sale' | 'list' | 'delist'): Int32Array =>
		filled(new Int32Array(products), (k) => purposeWord(k2, k3, packPurpose(purpose, k)));
	turn.demand.fill(0);
	turn.tierDemand.fill(0);
	turn.throughput.fill(0);
	turn.missed.fill(0);
	turn.ranOut.fill(0);
	turn.weekOutside.fill(0);
	turn.coreSold.fill(0);
	turn.coreOutside.fill(0);
	turn.till.fill(0);
	return {
		week,
		outlets: world.outlets,
		products,
		firms,
		firmStart: world.firmStart,
		productFirm: world.productFirm,
		productTier: world.productTier,
		isEconomy: tables.isEconomy,
		isStandard: tables.isStandard,
		k0,
		k1,
		noiseWord: purposeWord(k2, k3, packPurpose('noise')),
		noiseFlipped: purposeWord(k2, k3, packPurpose('noise') ^ FLIPPED),
		outsideWord: purposeWord(k2, k3, packPurpose('outside')),
		saleWords: words('sale'),
		listWords: words('list'),
		delistWords: words('delist'),
		areaRegion: world.areaRegion,
		outletRow: turn.rows.ofOutlet,
		outletClass: world.outletClass,
		outletSize: world.outletSize,
		outletCycle: world.outletCycle,
		outletOffset: world.outletOffset,
		outletPanel: world.outletPanel,
		outletCore: world.outletCore,
		via: world.via,
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
		dealer: dealersOf(world, state),
		cover: coverWeeks(world, turn),
		pack: tables.pack,
		perPack: tables.perPack,
		smoothing: channelRules.outletForecastSmoothing,
		orderDay: orderDays(world, week),
		ageWeeks: tables.ageWeeks,
		ageSteps: tables.ageSteps,
		width: tables.width,
		callGroups: tables.callGroups,
		calls: callsOf(turn, week),
		closenessGoal: turn.closenessGoal,
		dependenceGoal: turn.dependenceGoal,
		relationSpeed: rules.relationSpeed,
		delist: turn.delist,
		unservedDelist: rules.unservedDelist,
		slots: tables.slots,
		callWorth: callWorth(world, state, turn),
		listBase: turn.listBase,
		listDeal: listDeal(world, turn),
		siblingListing: rules.siblingListing,
		trialOptimism: rules.trialOptimism,
		...openingTables(world, state, turn, key),
		sold: turn.sold,
		live: turn.live,
		liveEnd: turn.liveEnd,
		till: turn.till,
		outside: turn.weekOutside,
		panelSold: state.turnPanelSold,
		panelOutside: state.turnPanelOutside,
		missed: turn.missed,
		ranOut: turn.ranOut,
		coreSold: turn.coreSold,
		coreOutside: turn.coreOutside,
		countsThroughput: turn.sellThrough.includes(1),
		replenished: dealersOf(world, state, turn.sellThrough),
		throughput: turn.throughput,
		writtenOff: state.turnWrittenOff,
		demand: turn.demand,
		turnListed: state.turnListed,
		turnEmpty: state.turnEmpty,
		turnPanelListed: state.turnPanelListed,
		turnPanelEmpty: state.turnPanelEmpty,
		pull: new Float64Array(products),
		tierWorth: new Float64Array(TIERS.length),
		firmLift: new Float64Array(firms),
		firmPull: new Float64Array(firms),
		firmMissed: new Float64Array(firms),
		firmWorth: new Float64Array(firms)
	};
}

/** O3 Whether the outlets of a class and day order by themselves [class × day]. */
function orderDays({ spec }: World, week: number): Uint8Array {
	const days = new Uint8Array(CLASSES.length * DAYS);
	for (const [c, name] of CLASSES.entries()) {
		const cycle = spec.channelRules.outletCycleWeeks[name];
		for (let day = 0; day < DAYS; day++) days[c * DAYS + day] = (week + day) % cycle === 0 ? 1 : 0;
	}
	return days;
}

/** Calls due in the week at an account of the group, by order day [firm × call row × day]. */
function callsOf({ field }: Turn, week: number): Int32Array {
	const calls = new Int32Array(field.length * CALL_ROWS * DAYS);
	for (const [f, { calls: table }] of field.entries())
		for (const [g, visits] of table.visits.entries()) {
			if (visits === 0) continue;
			const row = (f * CALL_ROWS + g) * DAYS;
			for (let day = 0; day < CALL_WEEKS; day++) calls[row + day] = callsDue(visits, week, day);
			for (let day = CALL_WEEKS; day < DAYS; day++) calls[row + day] = calls[row + day - CALL_WEEKS]!;
		}
	return calls;
}

/** `from` of the arrays takes many times as long, and these are made every week. */
function filled<T extends Int32Array | Float64Array>(table: T, value: (index: number) => number): T {
	for (let i = 0; i < table.length; i++) table[i] = value(i);
	return table;
}

/** Dealer or −1 [area × firm]. @param only 1 for the regions whose dealers are meant [firm × region] */
function dealersOf(
	{ areas, firms, regions, areaRegion }: World,
	state: State,
	only?: Uint8Array
): Int32Array {
	const { dealerOf } = state;
	const dealers = new Int32Array(areas * firms).fill(-1);
	for (let a = 0; a < areas; a++)
		for (let f = 0; f < firms; f++) {
			const cell = f * regions + areaRegion[a]!;
			if (only === undefined || only[cell] === 1) dealers[a * firms + f] = dealerOf[cell]!;
		}
	return dealers;
}

/** By area, firm and group; 0 where nobody calls. */
function perCallRow(
	{ areas, firms }: World,
	value: (f: number, a: number, g: number) => number
): Float64Array {
	const table = new Float64Array(areas * firms * CALL_ROWS);
	for (let a = 0; a < areas; a++)
		for (let f = 0; f < firms; f++)
			for (let g = 0; g < GROUPS; g++) table[(a * firms + f) * CALL_ROWS + g] = value(f, a, g);
	return table;
}

/** F2 Of a group in an area that is worked the hours reach the accounts up to its coverage. */
function callGroups(
	{ areas, firms, areaStart, outletRank }: World,
	worked: Uint8Array,
	field: readonly FieldTurn[],
	groups: Uint8Array
): Uint8Array {
	const called = new Uint8Array(groups.length).fill(GROUPS);
	for (const [f, { coverage }] of field.entries())
		for (let a = 0; a < areas; a++) {
			if (worked[f * areas + a] !== 1) continue;
			for (let o = areaStart[a]!; o < areaStart[a + 1]!; o++) {
				const g = groups[o * firms + f]!;
				if (outletRank[o]! < at(coverage, g)) called[o * firms + f] = g;
			}
		}
	return called;
}

/** R1, R2 Where both settle under the call plan: minutes make closeness, the number of visits dependence. */
export function relationGoals(world: World, turn: Turn): void {
	const { response: rules } = world.spec;
	for (const [f, field] of turn.field.entries())
		for (let g = 0; g < GROUPS; g++) {
			const visits = at(field.calls.visits, g);
			const minutes = at(field.calls.minutes, g);
			turn.dependenceGoal[f * CALL_ROWS + g] = dependenceAt(rules, visits, minutes, field.binding);
			// Areas are mostly worked alike: the power is taken once for them.
			let known = { quality: -1, goal: 0 };
			for (let a = 0; a < world.areas; a++) {
				const quality = at(field.quality, a) * field.warmth;
				if (quality !== known.quality)
					known = { quality, goal: closenessAt(rules, visits * minutes, quality) };
				turn.closenessGoal[(a * world.firms + f) * CALL_ROWS + g] = known.goal;
			}
		}
}

/** R4 What a call is worth where the dealer delivers already [… × 1], and where its vans must follow [… × 0]. */
function callWorth(world: World, state: State, turn: Turn): Float64Array {
	const { response: rules, dealers } = world.spec;
	const worth = new Float64Array(world.areas * world.firms * CALL_ROWS * 2);
	for (let a = 0; a < world.areas; a++)
		for (let f = 0; f < world.firms; f++) {
			const d = state.dealerOf[f * world.regions + world.areaRegion[a]!]!;
			if (d < 0) continue;
			const field = at(turn.field, f);
			const vans = (rules.ownOpening * at(dealers, d).actual.delivery) / 100;
			const spoken = zeal(world, state, d);
			for (let g = 0; g < GROUPS; g++) {
				const call = partOfCall(at(field.calls.minutes, g), rules.wholeCallMinutes) * at(field.quality, a);
				// F8 who is outworked on the spot opens fewer accounts; what is begun already is not at stake.
				const edge = spoken * (CALL_PURPOSES[purposeOf(g)] === 'open' ? at(field.edge, a) : 1);
				const cell = ((a * world.firms + f) * CALL_ROWS + g) * 2;
				// D14 Nobody opens for a dealer that may not deliver there.
				const c = Math.floor(g / CALL_PURPOSES.length);
				const may = state.assigned[assignedCell(world, f, a, c)]!;
				worth[cell] = may * call * edge * vans;
				worth[cell + 1] = call * edge;
			}
		}
	return worth;
}

/** R4 What a deal adds to the chance of a listing, by what of it reaches the outlet [row × product]. */
function listDeal({ products, areaRegion, spec }: World, { rows, dealBp }: Turn): Float64Array {
	const { passThroughDealer, listPerTradeDeal } = spec.response;
	const adds = new Float64Array(rows.count * products);
	for (let row = 0; row < rows.count; row++) {
		const region = areaRegion[rows.area[row]!]! * products;
		for (let k = 0; k < products; k++)
			adds[row * products + k] = (dealBp[region + k]! / 10_000) * passThroughDealer * listPerTradeDeal;
	}
	return adds;
}

/** O4 Weeks of an age bucket [product]: the shop's own, at most half of the life of the goods. */
function agesOf(world: World): Int32Array {
	const own = world.spec.channelRules.outletAgeWeeks;
	return Int32Array.from(world.productSpecs, ({ shelfLifeWeeks }) =>
		Math.max(1, Math.min(own, Math.ceil(shelfLifeWeeks / 2)))
	);
}

/**
 * O5, O6 Weeks an outlet orders up to beyond its cycle: safety, and in a deal what it buys ahead: discount over weekly
 * carrying cost, at most what its cash and its space allow and half the life of the goods.
 */
function coverWeeks(world: World, turn: Turn): Float64Array {
	const { regions, products, productSpecs } = world;
	const { channelRules, response: rules } = world.spec;
	const { dealBp, preparedCover } = turn;
	const cash = CLASSES.map((c) => channelRules.outletCashWeeks[c]);
	const space = CLASSES.map((c) => channelRules.outletSpaceWeeks[c]);
	const cover = new Float64Array(regions * products * CLASSES.length);
	for (let cell = 0; cell < regions * products; cell++) {
		const wanted = (dealBp[cell]! * rules.passThroughDealer) / 10_000 / rules.carryingPerWeek;
		const most = Math.min(wanted, at(productSpecs, cell % products).shelfLifeWeeks / 2);
		for (let c = 0; c < CLASSES.length; c++) {
			const ahead = Math.min(most, at(cash, c), at(space, c));
			cover[cell * CLASSES.length + c] = channelRules.outletSafetyWeeks + ahead + preparedCover[cell]!;
		}
	}
	return cover;
}
