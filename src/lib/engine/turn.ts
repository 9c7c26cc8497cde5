/**
 * What a turn's applied plans mean to the systems, as flat tables: made once per turn, read every week. Nothing
 * in it outlives the turn, so a state at a turn's end is complete without it.
 */
import { groupAccounts } from './field/groups.ts';
import { fieldTurn, setEdges, type FieldTurn } from './field/turn.ts';
import type { Rows } from './activities/rows.ts';
import { openActivities, type Activity } from './activities/running.ts';
import { outletRules, type OutletRules } from './outlet-rules.ts';
import type { Plan } from './plan.ts';
import { builtBy } from './platform/parts.ts';
import { targetPull } from './platform/targets.ts';
import type { BoardFacts } from './report.ts';
import { quotaOf } from './quotas.ts';
import { Room } from './room.ts';
import type { State } from './state.ts';
import { at, indexOf, type World } from './world.ts';
import { BLOCK, openBlock, type Block } from './systems/block.ts';
import { newOutletWeek, type OutletWeek } from './systems/outlet-week.ts';
import { CALL_ROWS, outletTurn, relationGoals, type OutletTurn } from './systems/outlet-turn.ts';
import { newFelt, type Felt } from './systems/market.ts';
import { newRegional, type Regional } from './systems/regional.ts';
import { soughtWith } from './systems/search.ts';
import { standing } from './systems/stands.ts';

export interface Turn {
	readonly plans: readonly Plan[];
	readonly activities: readonly Activity[];
	/** Outlets that the tables below treat alike. */
	readonly rows: Rows;
	/** 1 where the firm's people work [firm × area]. */
	readonly worked: Uint8Array;
	/** What the outlets' weeks have in common. */
	readonly rules: OutletRules;
	readonly tables: OutletTurn;
	/** Whom a firm calls on for what (F4) [outlet × firm]. */
	readonly groups: Uint8Array;
	/** How each firm's field force works this turn [firm]. */
	readonly field: readonly FieldTurn[];
	/** 1 where the dealer is replenished by sell-through [firm × region]. */
	readonly sellThrough: Uint8Array;
	/** Units a week of the firm's own production plan (S6); −1 where the rule plans [product]. */
	readonly production: Int32Array;
	/** Cases a week the firm writes for its dealer (D12); −1 where the dealer orders itself [region × product]. */
	readonly quota: Int32Array;

	/** What of this week's market is the same all over a region. */
	readonly regional: Regional;
	readonly felt: Felt;
	/** Attraction at this week's prices, bought per unit wanted by price alone [row × product]. */
	readonly attraction: Float64Array;
	readonly buy: Float64Array;
	/** Chance of a listing per call before all that is the account's [row × product]; −1 before a launch. */
	readonly listBase: Float64Array;
	/** Weekly chance that an outlet without any relation drops the product [area × product]. */
	readonly delist: Float64Array;
	/** Potential demand of the week over size [area]; `buy` with those whom empty shelves sent on [row × product]. */
	readonly level: Float64Array;
	readonly buying: Float64Array;
	/** Bought per unit wanted with those who seek the product, by its distribution when the turn began [area × product]. */
	readonly sought: Float64Array;
	/** Sold in the week [row × product], and by region [region × product]. */
	readonly till: Int32Array;
	readonly regionSold: Int32Array;
	/** The same by how far below the usual price it was sold: units × `cut`. */
	readonly cutSold: Float64Array;
	/** Where relations settle under the call plan: closeness [area × firm × call row], dependence [firm × call row]. */
	readonly closenessGoal: Float64Array;
	readonly dependenceGoal: Float64Array;
	/** 1 for an activity that runs this week [activity]. */
	readonly running: Uint8Array;
	/** Trade deal in force [region × product], basis points, and its activity or −1. */
	readonly dealBp: Int32Array;
	readonly dealActivity: Int32Array;
	/** Price-off in force [row × product], and its activity or −1. */
	readonly offBp: Int32Array;
	readonly offActivity: Int32Array;
	/** What dealers in glut take off the outlet's price, basis points [region × product]. */
	readonly dumpBp: Int32Array;
	/** Share by which the shelf price is below the usual one (P6) [row × product]. */
	readonly cut: Float64Array;
	/** Gift on the pack likewise: its worth of the shelf price [row × product], and its activity or −1. */
	readonly giftBp: Int32Array;
	readonly giftActivity: Int32Array;
	/** What display, sampling and the small board add to attraction, and the last to the chance of a listing [row × product]. */
	readonly displayLift: Float64Array;
	readonly samplingLift: Float64Array;
	readonly boardLift: Float64Array;
	readonly boardListing: Float64Array;
	/** Campaigns [region × firm]: spend that works on goodwill over the reference, lift while they run, and what they and a conference add to the chance of a listing. */
	readonly campaign: Float64Array;
	readonly campaignLift: Float64Array;
	readonly awareness: Float64Array;
	readonly conference: Float64Array;
	/** Weeks that outlets order on top for what was prepared [region × product]. */
	readonly preparedCover: Float64Array;
	/** First tick of the turn. */
	readonly firstWeek: number;
	/** What outlets pay [region × product] and keep of the shelf price [row × product], cents. */
	readonly outletCents: Int32Array;
	readonly shelfNetCents: Int32Array;
	/** Of the week: wanted of empty shelves, and of those that ran out, sold [area × product]; small brands [area]. */
	readonly missed: Float64Array;
	readonly ranOut: Int32Array;
	readonly weekly: Int32Array;
	readonly weekOutside: Int32Array;
	/** Sold at core outlets [region × product], small brands there [region]. */
	readonly coreSold: Int32Array;
	readonly coreOutside: Int32Array;
	/** The same of the turn so far. */
	readonly turnCoreSold: Int32Array;
	readonly turnCoreOutside: Int32Array;
	/** Small-board programmes as the turn ends (A20). */
	readonly boards: { readonly firm: number; readonly facts: BoardFacts }[];
	/** Over the tills of a dealer's outlets, where it is replenished by it [dealer × product]. */
	readonly throughput: Int32Array;
	/** What stands at outlets or is listed there; see `standing`. */
	readonly stands: Int32Array;
	/** Room for what the outlets of a block do in a week; see `OutletWeek`. */
	readonly block: Block;
	/** The outlets' orders by who delivers [dealer × product]. */
	readonly demand: Int32Array;
	/** What its second tier ordered [dealer × product]. */
	readonly tierDemand: Int32Array;
	/** Brought to a dealer's outlets from another region, and taken elsewhere by it, this week [dealer × product]. */
	readonly divertedIn: Int32Array;
	readonly divertedOut: Int32Array;
	/** What the outlets' weeks read and write: see there. */
	readonly outletWeek: OutletWeek;
}

export function openTurn(world: World, state: State, plans: readonly Plan[], firstWeek: number): Turn {
	const { firms, areas, regions, products } = world;
	const room = new Room();
	const { activities, rows } = openActivities(world, state, plans, firstWeek);
	const cells = rows.count * products;
	const groups = groupAccounts(
		world,
		state,
		plans.map(({ field }) => field.keyAccounts ?? 0),
		firstWeek
	);
	const worked = workedBy(world, plans);
	const field = plans.map((plan, f) =>
		fieldTurn(world, f, plan, groups, {
			waste: state.waste[f]!,
			skill: state.skill[f]!,
			staff: state.staff[f]!,
			newcomers: state.newcomers[f]!,
			built: builtBy(state, f),
			pull: targetPull(world, state, f)
		})
	);
	const turn = {
		plans,
		activities,
		rows,
		running: new Uint8Array(activities.length),
		worked,
		rules: outletRules(world),
		tables: outletTurn(world, plans, worked, field, groups),
		groups,
		field,
		sellThrough: new Uint8Array(firms * regions),
		quota: room.ints(regions * products).fill(-1),
		production: room.ints(products).fill(-1),
		regional: newRegional(world, state, room),
		felt: newFelt(world, room),
		attraction: room.floats(cells),
		buy: room.floats(cells),
		listBase: room.floats(cells),
		delist: room.floats(areas * products),
		dumpBp: room.ints(regions * products),
		cut: room.floats(cells),
		level: room.floats(areas),
		buying: room.floats(cells),
		sought: soughtWith(world, state.listed),
		till: room.ints(cells),
		regionSold: room.ints(regions * products),
		cutSold: room.floats(regions * products),
		closenessGoal: room.floats(areas * firms * CALL_ROWS),
		dependenceGoal: room.floats(firms * CALL_ROWS),
		dealBp: room.ints(regions * products),
		dealActivity: room.ints(regions * products).fill(-1),
		offBp: room.ints(cells),
		offActivity: room.ints(cells).fill(-1),
		giftBp: room.ints(cells),
		giftActivity: room.ints(cells).fill(-1),
		displayLift: room.floats(cells),
		samplingLift: room.floats(cells),
		boardLift: room.floats(cells),
		boardListing: room.floats(cells),
		campaign: room.floats(regions * firms),
		campaignLift: room.floats(regions * firms),
		awareness: room.floats(regions * firms),
		conference: room.floats(regions * firms),
		preparedCover: room.floats(regions * products),
		firstWeek,
		outletCents: room.ints(regions * products),
		shelfNetCents: room.ints(cells),
		missed: room.floats(areas * products),
		ranOut: room.ints(areas * products),
		weekly: room.ints(areas * products),
		weekOutside: room.ints(areas),
		coreSold: room.ints(regions * products),
		coreOutside: room.ints(regions),
		turnCoreSold: room.ints(regions * products),
		turnCoreOutside: room.ints(regions),
		boards: [],
		throughput: room.ints(world.dealers * products),
		stands: standing(world, state),
		block: openBlock(world, Math.min(BLOCK, largestArea(world)), room),
		demand: room.ints(world.dealers * products),
		tierDemand: room.ints(world.dealers * products),
		divertedIn: room.ints(world.dealers * products),
		divertedOut: room.ints(world.dealers * products)
	};
	for (const [f, plan] of plans.entries()) {
		for (const [id, cases] of Object.entries(plan.supply.production ?? {})) {
			const k = indexOf(world.index.product, id);
			turn.production[k] = cases * at(world.productSpecs, k).unitsPerCase;
		}
		for (const [id, r] of world.index.region)
			if (plan.supply.orderMode[id] === 'sellThrough') turn.sellThrough[f * regions + r] = 1;
			else if (plan.supply.orderMode[id] === 'quota')
				for (const k of at(world.firmProducts, f))
					turn.quota[r * products + k] = quotaOf(plan.supply, id, at(world.productSpecs, k).id);
	}
	setEdges(world, turn.worked, state.waste, turn.field);
	relationGoals(world, turn);
	return { ...turn, outletWeek: newOutletWeek(world, state, turn, room) };
}

/** Outlets of the area that has most. */
function largestArea({ areas, areaStart }: World): number {
	let most = 0;
	for (let a = 0; a < areas; a++) most = Math.max(most, areaStart[a + 1]! - areaStart[a]!);
	return most;
}

function workedBy({ firms, areas, index }: World, plans: readonly Plan[]): Uint8Array {
	const worked = new Uint8Array(firms * areas);
	for (const [f, { regions }] of plans.entries())
		for (const id of regions.worked) worked[f * areas + indexOf(index.area, id)] = 1;
	return worked;
}
