/**
 * What a turn's applied plans mean to the systems, as flat tables: made once per turn, read every week. Nothing
 * in it outlives the turn, so a state at a turn's end is complete without it.
 */
import { audienceTest, sizeRanks } from './activities/segment.ts';
import { splitRows, type Part, type Rows } from './activities/rows.ts';
import { fieldCoverage } from './coverage.ts';
import type { ActivityPlan, Plan } from './plan.ts';
import { quotaOf } from './quotas.ts';
import type { State } from './state.ts';
import { CLASSES } from './vocab.ts';
import { at, indexOf, type World } from './world.ts';
import { BLOCK, relationGoals } from './systems/outlet-week.ts';
import { soughtWith } from './systems/search.ts';

export interface Activity {
	readonly firm: number;
	readonly kind: 'tradeDeal' | 'priceOff';
	readonly product: number;
	/** Region indices of a trade deal, area indices of a price-off. */
	readonly targets: readonly number[];
	/** Rows of the outlets it is for; of a trade deal, all of its regions. */
	readonly rows: readonly number[];
	/** First tick, and the tick after the last. */
	readonly from: number;
	readonly to: number;
	readonly depthBp: number;
	readonly budgetCents: number;
	/** Cell of `activitySpent`. */
	readonly slot: number;
}

export interface Turn {
	readonly plans: readonly Plan[];
	readonly activities: readonly Activity[];
	/** Outlets that the tables below treat alike. */
	readonly rows: Rows;
	/** 1 where the firm's people work [firm × area]. */
	readonly worked: Uint8Array;
	/** Calls per four weeks, minutes per call, share of the class that is called on [firm × class]. */
	readonly visits: Float64Array;
	readonly minutes: Float64Array;
	readonly coverage: Float64Array;
	/** 1 where the dealer is replenished by sell-through [firm × region]. */
	readonly sellThrough: Uint8Array;
	/** Units a week of the firm's own production plan (S6); −1 where the rule plans [product]. */
	readonly production: Int32Array;
	/** Cases a week the firm writes for its dealer (D12); −1 where the dealer orders itself [region × product]. */
	readonly quota: Int32Array;

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
	/** Where relations settle under the call plan [firm × class]. */
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
	/** Share by which the week's shelf price is below the sheet, price order apart [row × product]. */
	readonly cut: Float64Array;
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
	/** Over the tills of a dealer's outlets, where it is replenished by it [dealer × product]. */
	readonly throughput: Int32Array;
	/** Sold by the outlets of a block [outlet × product]. */
	readonly sold: Int32Array;
	/** The outlets' orders by who delivers [dealer × product]. */
	readonly demand: Int32Array;
	/** What its second tier ordered [dealer × product]. */
	readonly tierDemand: Int32Array;
}

export function openTurn(world: World, state: State, plans: readonly Plan[], firstWeek: number): Turn {
	const { firms, areas, regions, products } = world;
	const { activities, rows } = activitiesOf(world, state, plans, firstWeek);
	const cells = rows.count * products;
	const turn: Turn = {
		plans,
		activities,
		rows,
		running: new Uint8Array(activities.length),
		worked: new Uint8Array(firms * areas),
		visits: new Float64Array(firms * CLASSES.length),
		minutes: new Float64Array(firms * CLASSES.length),
		coverage: new Float64Array(firms * CLASSES.length),
		sellThrough: new Uint8Array(firms * regions),
		quota: new Int32Array(regions * products).fill(-1),
		production: new Int32Array(products).fill(-1),
		attraction: new Float64Array(cells),
		buy: new Float64Array(cells),
		listBase: new Float64Array(cells),
		delist: new Float64Array(areas * products),
		dumpBp: new Int32Array(regions * products),
		cut: new Float64Array(cells),
		level: new Float64Array(areas),
		buying: new Float64Array(cells),
		sought: soughtWith(world, state.listed),
		till: new Int32Array(cells),
		regionSold: new Int32Array(regions * products),
		closenessGoal: new Float64Array(firms * CLASSES.length),
		dependenceGoal: new Float64Array(firms * CLASSES.length),
		dealBp: new Int32Array(regions * products),
		dealActivity: new Int32Array(regions * products),
		offBp: new Int32Array(cells),
		offActivity: new Int32Array(cells),
		outletCents: new Int32Array(regions * products),
		shelfNetCents: new Int32Array(cells),
		missed: new Float64Array(areas * products),
		ranOut: new Int32Array(areas * products),
		weekly: new Int32Array(areas * products),
		weekOutside: new Int32Array(areas),
		coreSold: new Int32Array(regions * products),
		coreOutside: new Int32Array(regions),
		throughput: new Int32Array(world.dealers * products),
		sold: new Int32Array(Math.min(BLOCK, world.outlets) * products),
		demand: new Int32Array(world.dealers * products),
		tierDemand: new Int32Array(world.dealers * products)
	};
	for (const [f, plan] of plans.entries()) {
		const worked = plan.regions.worked.map((id) => indexOf(world.index.area, id));
		for (const a of worked) turn.worked[f * areas + a] = 1;
		const coverage = fieldCoverage(world, f, plan, worked, state.staff[f]!, state.newcomers[f]!);
		CLASSES.forEach((name, c) => {
			turn.visits[f * CLASSES.length + c] = plan.field.visitsPer4Weeks[name];
			turn.minutes[f * CLASSES.length + c] = plan.field.minutesPerVisit[name];
			turn.coverage[f * CLASSES.length + c] = at(coverage, c);
		});
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
	relationGoals(world, turn);
	return turn;
}

/** The activities of all firms' plans, and the rows they part the outlets into. */
function activitiesOf(
	world: World,
	state: State,
	plans: readonly Plan[],
	firstWeek: number
): { activities: Activity[]; rows: Rows } {
	const planned = plans.flatMap((plan, firm) =>
		plan.activities.map((activity, slot) => ({ activity, firm, slot }))
	);
	let ranks: Uint8Array | null = null;
	const rank = (): Uint8Array => (ranks ??= sizeRanks(world));
	const parts = planned.map(({ activity, firm }): Part => {
		const product = indexOf(world.index.product, activity.product);
		const everybody =
			activity.channels === undefined && activity.classes === undefined && activity.segment === undefined;
		return {
			areas: targetAreas(world, activity),
			holds: everybody ? null : audienceTest(world, state, activity, firm, product, rank)
		};
	});
	const rows = splitRows(world, parts);
	const activities = planned.map(({ activity, firm, slot }, i): Activity => {
		const index = activity.kind === 'tradeDeal' ? world.index.region : world.index.area;
		return {
			firm,
			kind: activity.kind,
			product: indexOf(world.index.product, activity.product),
			targets: activity.targets.map((id) => indexOf(index, id)),
			rows: at(rows.ofPart, i),
			from: firstWeek + activity.startWeek,
			to: firstWeek + activity.startWeek + activity.weeks,
			depthBp: activity.depthBp,
			budgetCents: activity.budgetCents,
			slot
		};
	});
	return { activities, rows };
}

/** 1 for the areas it is for; of a region, all of them [area]. */
function targetAreas(world: World, { kind, targets }: ActivityPlan): Uint8Array {
	const areas = new Uint8Array(world.areas);
	for (const id of targets) {
		if (kind !== 'tradeDeal') areas[indexOf(world.index.area, id)] = 1;
		else {
			const region = indexOf(world.index.region, id);
			for (let a = 0; a < world.areas; a++) if (world.areaRegion[a] === region) areas[a] = 1;
		}
	}
	return areas;
}
