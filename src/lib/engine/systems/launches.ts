/**
 * Launches (rules B3, B5, B6): when a product can be listed where, by the file or by the firm's decision; three stages
 * (M10): a hero breaks in, a group around it, then coverage of segments.
 */
import { accountsOfArea } from '../field/costs.ts';
import { ACCOUNT, pay } from '../ledger.ts';
import type { DropCode, Plan } from '../plan.ts';
import type { LaunchFacts } from '../report.ts';
import { WEEK, worldEntity, type State } from '../state.ts';
import { at, type World } from '../world.ts';

export type LaunchPlans = Readonly<Record<string, readonly string[]>>;
type Drop = (code: DropCode, path: string, params: Readonly<Record<string, string | number>>) => void;

/** Tick from which a product can be listed, at the opening [region × product]; −1: nobody has decided it yet. */
export function openingLaunches({
	regions,
	products,
	productSpecs
}: Pick<World, 'regions' | 'products' | 'productSpecs'>): Int32Array {
	const weeks = new Int32Array(regions * products);
	for (let r = 0; r < regions; r++)
		for (const [k, { launch }] of productSpecs.entries())
			weeks[r * products + k] = launch === undefined ? 0 : (launch.week ?? -1);
	return weeks;
}

/** First tick anywhere; −1: not launched. */
export function firstLaunch(world: World, state: State, k: number): number {
	let first = -1;
	for (let r = 0; r < world.regions; r++) {
		const week = state.launchWeek[r * world.products + k]!;
		if (week >= 0 && (first < 0 || week < first)) first = week;
	}
	return first;
}

/** B6 Share of the real accounts of a region that list the firm: its own records. */
export function occupancy(world: World, state: State, f: number, r: number): number {
	let all = 0;
	let lists = 0;
	for (const a of at(world.regionAreas, r)) {
		all += accountsOfArea(world, a);
		lists += listing(world, state, f, a) * (world.outletRepresents[world.areaStart[a]!] ?? 1);
	}
	return all === 0 ? 0 : lists / all;
}

/** Outlets of an area that list any of a firm's products. */
function listing({ products, firmStart, areaStart }: World, { listed }: State, f: number, a: number): number {
	const from = firmStart[f]!;
	const to = firmStart[f + 1]!;
	const end = areaStart[a + 1]!;
	let outlets = 0;
	for (let o = areaStart[a]!; o < end; o++) {
		let lists = 0;
		for (let k = from; k < to; k++) lists |= listed[o * products + k]!;
		outlets += lists;
	}
	return outlets;
}

/** B6 Whether a role that comes first is there: coverage wants the group, if the firm has one to bring. */
function groupStands(world: World, state: State, f: number, r: number): boolean {
	const groups = at(world.firmProducts, f).filter((k) => at(world.productSpecs, k).launch?.role === 'group');
	return groups.length === 0 || groups.some((k) => state.launchWeek[r * world.products + k]! >= 0);
}

/** B6 What the stage asks for there, as a share of the accounts; null: the stage before is not there at all. */
export function stageMark(world: World, state: State, f: number, r: number, k: number): number | null {
	const { groupFrom, coverageFrom } = world.spec.response;
	const role = at(world.productSpecs, k).launch?.role ?? 'hero';
	if (role === 'hero') return 0;
	if (role === 'group') return groupFrom;
	return groupStands(world, state, f, r) ? coverageFrom : null;
}

/**
 * B6 What waits for the firm's decision, by product and region: whether it is there, and how ripe the region is.
 *
 * @param occupied `occupancy` of the firm by region
 */
export function launchFacts(
	world: World,
	state: State,
	f: number,
	occupied: (r: number) => number
): LaunchFacts[] {
	const waiting = at(world.firmProducts, f).filter((k) => at(world.productSpecs, k).launch?.week === null);
	if (waiting.length === 0) return [];
	const shares = world.spec.regions.map((_, r) => Math.floor(occupied(r) * 10_000));
	return waiting.flatMap((k) =>
		world.spec.regions.map(({ id: region }, r): LaunchFacts => {
			const mark = stageMark(world, state, f, r, k);
			return {
				product: at(world.productSpecs, k).id,
				region,
				launched: state.launchWeek[r * world.products + k]! >= 0,
				occupancyBp: at(shares, r),
				neededBp: mark === null ? null : Math.floor(mark * 10_000 + 0.5)
			};
		})
	);
}

/** J16 Own products that wait for a decision, in regions that are ripe for them, as far as the money reaches. */
export function projectLaunches(
	world: World,
	state: State,
	firm: number,
	asked: LaunchPlans,
	budgetCents: number,
	drop: Drop
): { readonly launches: LaunchPlans; readonly launchCents: number } {
	const { launchProductCents, launchRegionCents } = world.spec.money;
	const launches: Record<string, readonly string[]> = {};
	let cents = 0;
	for (const product of Object.keys(asked).sort()) {
		const path = `price.launches.${product}`;
		const k = world.index.product.get(product);
		if (k === undefined || world.productFirm[k] !== firm) {
			drop('UNKNOWN_PRODUCT', path, { product });
			continue;
		}
		if (at(world.productSpecs, k).launch?.week !== null) {
			drop('NO_LAUNCH', path, { product });
			continue;
		}
		const kept: string[] = [];
		for (const [i, region] of (asked[product] ?? []).entries()) {
			const place = `${path}[${i}]`;
			const r = world.index.region.get(region);
			if (r === undefined) drop('UNKNOWN_REGION', place, { region });
			else if (kept.includes(region)) drop('DUPLICATE', place, { region });
			else if (state.launchWeek[r * world.products + k]! >= 0) kept.push(region);
			else {
				const mark = stageMark(world, state, firm, r, k);
				const share = occupancy(world, state, firm, r);
				const isNew = firstLaunch(world, state, k) < 0 && kept.length === 0;
				const cost = launchRegionCents + (isNew ? launchProductCents : 0);
				if (mark === null) drop('LAUNCH_BEFORE_GROUP', place, { region, product });
				else if (share < mark)
					drop('LAUNCH_EARLY', place, {
						region,
						product,
						asked: Math.floor(share * 10_000),
						limit: Math.floor(mark * 10_000 + 0.5)
					});
				else if (cents + cost > budgetCents) drop('LAUNCH_CASH', place, { region, product, asked: cost });
				else {
					kept.push(region);
					cents += cost;
				}
			}
		}
		if (kept.length > 0) launches[product] = kept;
	}
	return { launches, launchCents: cents };
}

/** B5 What a plan launches is paid for as the turn begins, and can be listed when its first lot is there. */
export function launch(world: World, state: State, f: number, plan: Plan): void {
	const { launchProductCents, launchRegionCents } = world.spec.money;
	const now = state.clock[WEEK]!;
	for (const [product, regions] of Object.entries(plan.price.launches ?? {})) {
		const k = world.index.product.get(product) ?? -1;
		const first = firstLaunch(world, state, k);
		const ready = first < 0 ? now + world.lead[world.dealers + f]! : Math.max(now, first);
		let cents = first < 0 ? launchProductCents : 0;
		let came = 0;
		for (const region of regions) {
			const cell = (world.index.region.get(region) ?? -1) * world.products + k;
			if (state.launchWeek[cell]! >= 0) continue;
			state.launchWeek[cell] = ready;
			cents += launchRegionCents;
			came++;
		}
		if (came > 0) pay(state.balances, f, ACCOUNT.PROMOTION, worldEntity(world), ACCOUNT.REVENUE, cents);
	}
}
