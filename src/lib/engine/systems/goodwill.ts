/**
 * Goodwill (rules B1–B4): what advertising leaves behind (Nerlove & Arrow 1962), what core outlets radiate (盘中盘),
 * and how products are new and grow old.
 */
import { pow } from '../detmath.ts';
import { ACCOUNT, pay } from '../ledger.ts';
import { worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { WEEKS_PER_YEAR } from './demand.ts';

/** A product never loses more than this of its attraction to age. Design (A). */
const OLDEST = 0.3;

export const ON_PREMISE = CHANNELS.indexOf('onPremise');

/**
 * B1 Where goodwill settles at a standing spend: the part without advertising, and a square root of the spend.
 *
 * @param campaign what works on it besides, over the reference (A9)
 * @param standing of the firm, over the reference; 0 where it is not paid (C8)
 */
export function settledGoodwill(
	world: World,
	f: number,
	r: number,
	campaign = 0,
	standing = standingIndex(world, f)
): number {
	const { advertisingWeight: weight } = world.spec.response;
	const sells = world.incumbent[f * world.regions + r]! >= 0;
	return 1 - weight + weight * Math.sqrt((sells ? standing : 0) + campaign);
}

/** B1 A firm's standing spend over the reference. It is shared over its regions by their demand, so that each has the same per unit. */
function standingIndex(world: World, f: number): number {
	const reference = world.spec.response.advertisingReferenceCents;
	const firm = at(world.spec.firms, f);
	let reached = 0;
	for (let i = 0; i < world.regions; i++)
		if (firm.dealers[at(world.spec.regions, i).id] !== undefined) reached += world.regionSize[i]!;
	return reached > 0 ? firm.advertisingCentsPerWeek / ((reference * reached) / 1000) : 0;
}

/** B2 Lift in all channels but `ON_PREMISE`, the source, by what the core outlets sell. */
export function radiated(world: World, r: number, radiance: number): number {
	return (at(world.spec.regions, r).smallBoard ?? world.spec.response.smallBoard) * radiance;
}

/** B3, B4 Attraction of a product by its time on the market, relative; 0 before its launch. @param launched −1: not yet */
export function lifeFactor(world: World, k: number, week: number, launched: number): number {
	const { noveltyLift, noveltyWeeks, ageingPerYear } = world.spec.response;
	const { launch } = at(world.productSpecs, k);
	const since = week - launched;
	if (launched < 0 || since < 0) return 0;
	const aged = Math.max(OLDEST, 1 - (ageingPerYear * since) / WEEKS_PER_YEAR);
	return launch === undefined ? aged : aged * (1 + noveltyLift * pow(0.5, since / noveltyWeeks));
}

/** B3 Chance of a listing by the launch's role, as long as more than half of the novelty is left; −1 before the launch. */
export function launchListing(world: World, k: number, week: number, launched: number): number {
	const { launch } = at(world.productSpecs, k);
	if (launch === undefined) return 1;
	const since = week - launched;
	if (launched < 0 || since < 0) return -1;
	const { launchRoles, noveltyWeeks } = world.spec.response;
	return since < noveltyWeeks ? launchRoles[launch.role].listing : 1;
}

/** After the outlets' week: advertising is paid, goodwill and radiance move on. */
export function moveGoodwill(world: World, state: State, turn: Turn): void {
	const keep = world.spec.response.goodwillRetention;
	const standing: number[] = [];
	for (let f = 0; f < world.firms; f++) {
		// C8 Beyond its credit line a firm gets no more time on air.
		const paid = state.weeksBroke[f]! === 0;
		const cents = paid ? at(world.spec.firms, f).advertisingCentsPerWeek : 0;
		pay(state.balances, f, ACCOUNT.PROMOTION, worldEntity(world), ACCOUNT.REVENUE, cents);
		standing.push(paid ? standingIndex(world, f) : 0);
	}
	for (let r = 0; r < world.regions; r++) {
		let all = turn.coreOutside[r]!;
		turn.turnCoreOutside[r] = turn.turnCoreOutside[r]! + all;
		for (let k = 0; k < world.products; k++) {
			const cell = r * world.products + k;
			all += turn.coreSold[cell]!;
			turn.turnCoreSold[cell] = turn.turnCoreSold[cell]! + turn.coreSold[cell]!;
		}
		for (let f = 0; f < world.firms; f++) {
			const cell = r * world.firms + f;
			const settled = settledGoodwill(world, f, r, turn.campaign[cell]!, standing[f]!);
			state.goodwill[cell] = keep * state.goodwill[cell]! + (1 - keep) * settled;
			let own = 0;
			for (const k of at(world.firmProducts, f)) own += turn.coreSold[r * world.products + k]!;
			// A week in which the core sold nothing says nothing.
			if (all > 0) state.radiance[cell] = keep * state.radiance[cell]! + ((1 - keep) * own) / all;
		}
	}
}
