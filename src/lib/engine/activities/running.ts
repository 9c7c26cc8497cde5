/**
 * The activities of a turn as they run (rules A1, A5–A8): what each is, the outlets it reaches and what these sell without
 * it, made once as the turn begins.
 */
import type { ActivityPlan, Plan } from '../plan.ts';
import type { State } from '../state.ts';
import type { ActivityKind, AdvertisingAim } from '../vocab.ts';
import { at, indexOf, type World } from '../world.ts';
import { isPaidByOutlet, KIND_RULES, perOutletCents } from './kinds.ts';
import { splitRows, type Part, type Rows } from './rows.ts';
import { audienceTest, sizeRanks } from './segment.ts';
import { newTrack, type Track } from './track.ts';

export interface Activity {
	readonly firm: number;
	readonly kind: ActivityKind;
	readonly product: number;
	/** The product, or all of the firm's where it is about the brand. */
	readonly products: readonly number[];
	/** Region or area indices, as its kind has it. */
	readonly targets: readonly number[];
	/** Place among the targets of each area, or −1 [area]. */
	readonly placeOf: Int16Array;
	/** Outlets it reaches, and the rows they are in; of a region's activity, all of the region. */
	readonly outlets: Int32Array;
	readonly rows: readonly number[];
	/** First tick, and the tick after the last. */
	readonly from: number;
	readonly to: number;
	readonly depthBp: number;
	readonly budgetCents: number;
	/** Cost a week at one real outlet, of kinds that are paid so; real outlets it reaches, and their size [target]. */
	readonly eachCents: number;
	readonly accounts: Int32Array;
	readonly sizes: Float64Array;
	readonly aim: AdvertisingAim;
	/** Effect relative to that of one that was prepared. */
	readonly readiness: number;
	/** Cell of `activitySpent`. */
	readonly slot: number;
	readonly plan: ActivityPlan;
	/** What its outlets reckon to sell in a week as the turn begins [target × own product], units. */
	readonly ordinary: Float64Array;
	readonly track: Track;
}

export interface Opened {
	readonly activities: Activity[];
	readonly rows: Rows;
}

/** The activities of all firms' plans that run in this turn, and the rows they part the outlets into. */
export function openActivities(
	world: World,
	state: State,
	plans: readonly Plan[],
	firstWeek: number
): Opened {
	const planned = plans.flatMap((plan, firm) =>
		plan.activities.flatMap((activity, slot) => (activity.ahead === true ? [] : [{ activity, firm, slot }]))
	);
	let ranks: Uint8Array | null = null;
	const rank = (): Uint8Array => (ranks ??= sizeRanks(world));
	const reached = planned.map(({ activity, firm }) => reach(world, state, activity, firm, rank));
	const rows = splitRows(
		world,
		reached.map(({ part }) => part)
	);
	const activities = planned.map(({ activity, firm, slot }, i): Activity => {
		const { kind, targets } = activity;
		const { place, brand, staged } = KIND_RULES[kind];
		const index = place === 'region' ? world.index.region : world.index.area;
		const product = indexOf(world.index.product, activity.product);
		const { outlets, placeOf } = at(reached, i);
		const products = brand ? at(world.firmProducts, firm) : [product];
		const rules = world.spec.activities;
		return {
			firm,
			kind,
			product,
			products,
			targets: targets.map((id) => indexOf(index, id)),
			placeOf,
			outlets,
			rows: at(rows.ofPart, i),
			from: firstWeek + activity.startWeek,
			to: firstWeek + activity.startWeek + activity.weeks,
			depthBp: activity.depthBp,
			budgetCents: activity.budgetCents,
			eachCents: perOutletCents(rules, kind, activity.depthBp),
			...reachOf(world, outlets, placeOf, targets.length),
			aim: activity.aim ?? 'liking',
			readiness: staged && activity.prepared !== true ? rules.unprepared : 1,
			slot,
			plan: activity,
			track: newTrack(targets.length),
			ordinary:
				kind === 'tradeDeal'
					? ordinaryShipments(world, state, firm, product, targets)
					: ordinarySales(world, state, outlets, placeOf, targets.length, products)
		};
	});
	return { activities, rows };
}

/** Whom an activity reaches: those it is for, as far as its budget goes where each has its price (A8). */
function reach(
	world: World,
	state: State,
	activity: ActivityPlan,
	firm: number,
	rank: () => Uint8Array
): { part: Part; outlets: Int32Array; placeOf: Int16Array } {
	const placeOf = placesOf(world, activity);
	const areas = Uint8Array.from(placeOf, (place) => (place < 0 ? 0 : 1));
	const everybody =
		activity.channels === undefined && activity.classes === undefined && activity.segment === undefined;
	const product = indexOf(world.index.product, activity.product);
	const holds = everybody ? null : audienceTest(world, state, activity, firm, product, rank);
	const outlets = outletsIn(world, areas, holds);
	if (!isPaidByOutlet(activity.kind)) return { part: { areas, holds }, outlets, placeOf };
	const paid = affordable(world, activity, outlets);
	return {
		part: { areas, holds: (o) => paid[o] === 1 },
		outlets: outlets.filter((o) => paid[o] === 1),
		placeOf
	};
}

function outletsIn({ areaStart, outlets }: World, areas: Uint8Array, holds: Part['holds']): Int32Array {
	const found = new Int32Array(outlets);
	let count = 0;
	for (let a = 0; a < areas.length; a++) {
		if (areas[a] !== 1) continue;
		const end = areaStart[a + 1]!;
		for (let o = areaStart[a]!; o < end; o++) if (holds === null || holds(o)) found[count++] = o;
	}
	return found.slice(0, count);
}

/** A8 The largest first, as many of the outlets as the budget pays in all weeks: 1 for those [outlet]. */
function affordable(
	{ bySize, outletRepresents, spec }: World,
	activity: ActivityPlan,
	outlets: Int32Array
): Uint8Array {
	const each = perOutletCents(spec.activities, activity.kind, activity.depthBp) * activity.weeks;
	const reached = new Uint8Array(bySize.length);
	for (let i = 0; i < outlets.length; i++) reached[outlets[i]!] = 1;
	const paid = new Uint8Array(bySize.length);
	let left = activity.budgetCents;
	for (let i = 0; i < bySize.length; i++) {
		const o = bySize[i]!;
		if (reached[o] !== 1) continue;
		const cents = each * outletRepresents[o]!;
		if (cents > left) break;
		left -= cents;
		paid[o] = 1;
	}
	return paid;
}

function reachOf(
	{ outletArea, outletRepresents, outletSize }: World,
	outlets: Int32Array,
	placeOf: Int16Array,
	targets: number
): Pick<Activity, 'accounts' | 'sizes'> {
	const accounts = new Int32Array(targets);
	const sizes = new Float64Array(targets);
	for (let i = 0; i < outlets.length; i++) {
		const o = outlets[i]!;
		const place = placeOf[outletArea[o]!]!;
		accounts[place] = accounts[place]! + outletRepresents[o]!;
		sizes[place] = sizes[place]! + outletSize[o]!;
	}
	return { accounts, sizes };
}

/** A13 The baseline of the turn, by the outlets' own order books. */
function ordinarySales(
	world: World,
	state: State,
	outlets: Int32Array,
	placeOf: Int16Array,
	targets: number,
	products: readonly number[]
): Float64Array {
	const { listed, outletForecast } = state;
	const own = products.length;
	// One product, or all of a firm's, which lie side by side.
	const first = at(products, 0);
	const units = new Float64Array(targets * own);
	for (let n = 0; n < outlets.length; n++) {
		const o = outlets[n]!;
		const from = o * world.products + first;
		const row = placeOf[world.outletArea[o]!]! * own;
		for (let i = 0; i < own; i++)
			if (listed[from + i] === 1) units[row + i] = units[row + i]! + outletForecast[from + i]!;
	}
	return units;
}

/** A13 Of a trade deal: what its dealers reckon to sell. */
function ordinaryShipments(
	world: World,
	state: State,
	firm: number,
	product: number,
	targets: readonly string[]
): Float64Array {
	return Float64Array.from(targets, (id) => {
		const dealer = state.dealerOf[firm * world.regions + indexOf(world.index.region, id)]!;
		return dealer < 0 ? 0 : state.nodeForecast[dealer * world.products + product]!;
	});
}

/** Place among its targets, by area: a region's areas are all in the region's place. */
function placesOf(world: World, { kind, targets }: ActivityPlan): Int16Array {
	const placeOf = new Int16Array(world.areas).fill(-1);
	for (const [place, id] of targets.entries()) {
		if (KIND_RULES[kind].place === 'area') placeOf[indexOf(world.index.area, id)] = place;
		else {
			const region = indexOf(world.index.region, id);
			for (let a = 0; a < world.areas; a++) if (world.areaRegion[a] === region) placeOf[a] = place;
		}
	}
	return placeOf;
}
