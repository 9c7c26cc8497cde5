/**
 * How firm and dealer stand to each other beyond terms and money (M19, rules D25–D31): whether the firm's people are
 * seen there, what its loyalty does for our listings, what hurts it and what a conference mends.
 */
import { at, type World } from '../world.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import type { DealerTerms } from '../plan.ts';
import { MAX_LEVEL } from '../terms.ts';
import { SUPPORT_FLOWS, type DealerGrievance, type RelationLevel, type RelationType } from '../vocab.ts';
import { supported } from './support.ts';

/** A list price that broke in the turn: felt by outlets and dealer, or by outlets alone, as the dealer came with it. */
export const PRICE_BROKEN = 1;
export const BROKEN_BEFORE = 2;

/** D25 Part of what a dealer could carry for us that it does: less where nobody of ours is seen. */
export function attended(world: World, state: State, f: number, r: number): number {
	return 1 - world.spec.dealing.unseenVans * (1 - state.attention[f * world.regions + r]!);
}

/** D25 A week's step: our people work outlets in the region, or an advisor works the dealer. */
export function moveSeen(world: World, state: State, turn: Turn): void {
	for (let f = 0; f < world.firms; f++) {
		const { advisors } = at(turn.plans, f).field;
		const { minutes } = at(turn.field, f);
		const advised = (advisors?.heads ?? 0) > 0 ? advisors?.regions : undefined;
		for (let r = 0; r < world.regions; r++) {
			let there = advised?.includes(at(world.spec.regions, r).id) === true;
			if (minutes > 0)
				for (const a of at(world.regionAreas, r)) if (turn.worked[f * world.areas + a] === 1) there = true;
			const cell = f * world.regions + r;
			const gap = (there ? 1 : 0) - state.attention[cell]!;
			state.attention[cell] = state.attention[cell]! + world.spec.dealing.seenSpeed * gap;
		}
	}
}

/** D26 Chance of a listing, relative: the dealer's own men speak for us as it is loyal. */
export function zeal(world: World, state: State, d: number): number {
	const { loyalZeal, openingLoyalty } = world.spec.dealing;
	return Math.max(0, 1 + loyalZeal * (state.loyalty[d]! - openingLoyalty));
}

/** D27 A conference wins a part of what loyalty lacks, in its first week. */
export function confer(world: World, state: State, d: number, strength: number): void {
	const won = world.spec.dealing.conferenceLoyalty * strength;
	state.loyalty[d] = state.loyalty[d]! + won * (1 - state.loyalty[d]!);
}

/** D28 Support that is taken away is felt at once, level by level. */
export function resentCut(
	world: World,
	state: State,
	d: number,
	before: DealerTerms,
	now: DealerTerms,
	healing: number
): void {
	let levels = 0;
	for (const flow of SUPPORT_FLOWS) levels += Math.max(0, before.support[flow] - now.support[flow]);
	hurt(state, d, world.spec.dealing.cutSupport * levels, healing);
}

/** D28 So is a list price that broke: what stands on its floor was dearer. */
export function resentPrice(world: World, state: State, f: number, r: number, healing: number): void {
	const d = state.dealerOf[f * world.regions + r]!;
	if (d >= 0 && state.priceBroken[f * world.regions + r] === PRICE_BROKEN)
		hurt(state, d, world.spec.dealing.brokenPriceLoyalty, healing);
}

/** The less the style of selling heals, the more it hurts; where it heals nothing, all is lost. */
function hurt(state: State, d: number, by: number, healing: number): void {
	if (by === 0) return;
	state.loyalty[d] = healing > 0 ? Math.max(0, state.loyalty[d]! - by / healing) : 0;
}

/** D29 What the style of selling adds where our people work with a dealer, relative to service. */
export function warmthAt(world: World, state: State, turn: Turn, f: number): number {
	const { closeness, trained } = world.spec.fieldRules.selling[at(turn.plans, f).field.selling ?? 'service'];
	return closeness * (1 - trained + trained * state.skill[f]!);
}

const HALF = 0.5;

/** D30 Led: advice or a flow of support has come half-way. */
function isLed(world: World, state: State, f: number, r: number, d: number): boolean {
	return (
		state.advice[f * world.regions + r]! >= HALF ||
		SUPPORT_FLOWS.some((flow) => supported(state, d, flow) >= HALF)
	);
}

const earnsEnough = (world: World, earns: number | null): boolean =>
	earns !== null && earns >= world.spec.dealing.alternativeReturn;

/** D30 Read off what the firm knows: whether the dealer is led, sells for nobody else, and earns by it. */
export function dealerLevel(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	exclusive: boolean,
	earns: number | null
): RelationLevel {
	if (!isLed(world, state, f, r, d)) return 'transaction';
	return exclusive && earnsEnough(world, earns) ? 'coexistence' : 'advice';
}

/** D31 What it has against the firm, all of it the firm's own doing: of the last turn, or still felt. */
export function dealerGrievances(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	{ support }: DealerTerms
): DealerGrievance[] {
	const cell = f * world.regions + r;
	// Felt until less than half a level more is left than what is paid for.
	const cut = SUPPORT_FLOWS.some((flow) => supported(state, d, flow) * MAX_LEVEL - support[flow] > HALF);
	return [
		...(state.turnFined[cell]! > 0 ? (['fine'] as const) : []),
		...(state.priceBroken[cell] === PRICE_BROKEN ? (['brokenPrice'] as const) : []),
		...(cut ? (['supportCut'] as const) : [])
	];
}

/** D31 As R13 at outlets: led is what closeness is there, and earning what dependence is. */
export function dealerRelation(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	earns: number | null,
	grievances: readonly DealerGrievance[]
): RelationType {
	if (grievances.length > 0) return 'opposed';
	const led = isLed(world, state, f, r, d);
	const bound = earnsEnough(world, earns);
	return led && bound ? 'symbiotic' : led || bound ? 'following' : 'loose';
}
