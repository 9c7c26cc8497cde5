/**
 * Terms between a firm and its dealer (rules D14, D17): what a plan may offer, and what is agreed, which stands in
 * the state until both want something else.
 */
import type { DealerTerms, Plan } from './plan.ts';
import type { State } from './state.ts';
import { CLASSES, SUPPORT_FLOWS, type SupportFlow } from './vocab.ts';
import { at, type World } from './world.ts';

/** Bounds of an offer. Design (A): beyond them nobody trades. */
export const MAX_CREDIT_DAYS = 90;
/** Weeks that invoices can be out, and the one they fall due in. */
export const DUE_SLOTS = Math.ceil(MAX_CREDIT_DAYS / 7) + 1;
export const MAX_REBATE_BP = 3000;
export const MAX_STEPS = 3;
/** A step may lie beyond the target, up to twice it. */
export const MAX_STEP_FROM_BP = 20_000;
export const MAX_TARGET_CENTS = 1e12;
/** Highest level of support and of inspection. */
export const MAX_LEVEL = 3;
export const MAX_FINE_BP = 20_000;

/** Flat and by steps of a target. */
export type Rebate = Pick<DealerTerms, 'rebateBp' | 'targetCents' | 'steps'>;

/** Cash before delivery, nothing on top, all of its network. */
export const USUAL_TERMS: DealerTerms = {
	exclusive: false,
	creditDays: 0,
	rebateBp: 0,
	targetCents: 0,
	steps: [],
	support: { commerce: 0, information: 0, logistics: 0 },
	assigned: null
};

/** Figures of an agreement in the state, besides who may be delivered to; steps come last. */
const EXCLUSIVE = 0;
const CREDIT_DAYS = 1;
const REBATE = 2;
const TARGET = 3;
const SUPPORT = 4;
const STEPS = SUPPORT + SUPPORT_FLOWS.length;
export const TERM_COLUMNS = STEPS + 2 * MAX_STEPS;

const firstOf = (world: World, f: number, r: number): number => (f * world.regions + r) * TERM_COLUMNS;

/** What the plan offers the region's dealer. */
export function offeredTerms(plan: Plan, region: string): DealerTerms {
	return plan.dealers.terms?.[region] ?? USUAL_TERMS;
}

/** What is in force. */
export function agreedTerms(world: World, state: State, f: number, r: number): DealerTerms {
	const first = firstOf(world, f, r);
	const figure = (column: number): number => state.agreed[first + column]!;
	return {
		exclusive: figure(EXCLUSIVE) === 1,
		creditDays: figure(CREDIT_DAYS),
		...agreedRebate(world, state, f, r),
		support: Object.fromEntries(SUPPORT_FLOWS.map((flow, i) => [flow, figure(SUPPORT + i)])) as Record<
			SupportFlow,
			number
		>,
		assigned: assignedOutlets(world, state, f, r)
	};
}

/** Whether the usual terms are in force. */
export function isUsual(world: World, { agreed, assigned }: State, f: number, r: number): boolean {
	const first = firstOf(world, f, r);
	for (let column = first; column < first + TERM_COLUMNS; column++) if (agreed[column] !== 0) return false;
	for (const a of areasOf(world, r))
		for (let c = 0; c < CLASSES.length; c++) if (assigned[assignedCell(world, f, a, c)] !== 1) return false;
	return true;
}

/** D17 Of what is in force, what the dealer gets back. */
export function agreedRebate(world: World, state: State, f: number, r: number): Rebate {
	const first = firstOf(world, f, r);
	const steps: Rebate['steps'][number][] = [];
	for (let column = first + STEPS; column < first + TERM_COLUMNS; column += 2) {
		const rebateBp = state.agreed[column + 1]!;
		if (rebateBp > 0) steps.push({ fromBp: state.agreed[column]!, rebateBp });
	}
	return { rebateBp: state.agreed[first + REBATE]!, targetCents: state.agreed[first + TARGET]!, steps };
}

function assignedOutlets(world: World, state: State, f: number, r: number): DealerTerms['assigned'] {
	const areas: number[] = [];
	const classes = new Set<number>();
	let all = true;
	for (const a of areasOf(world, r))
		for (let c = 0; c < CLASSES.length; c++) {
			if (state.assigned[assignedCell(world, f, a, c)] !== 1) all = false;
			else {
				if (areas.at(-1) !== a) areas.push(a);
				classes.add(c);
			}
		}
	if (all) return null;
	const ids = [...world.index.area.keys()];
	return {
		areas: areas.map((a) => at(ids, a)),
		classes: CLASSES.filter((_, c) => classes.has(c))
	};
}

/** From now on these are in force. */
export function agree(world: World, state: State, f: number, r: number, terms: DealerTerms): void {
	const first = firstOf(world, f, r);
	const figures = [
		terms.exclusive ? 1 : 0,
		terms.creditDays,
		terms.rebateBp,
		terms.targetCents,
		...SUPPORT_FLOWS.map((flow) => terms.support[flow]),
		...Array.from({ length: MAX_STEPS }, (_, i) => terms.steps[i]).flatMap((step) => [
			step?.fromBp ?? 0,
			step?.rebateBp ?? 0
		])
	];
	state.agreed.set(figures, first);
	const ids = [...world.index.area.keys()];
	for (const a of areasOf(world, r))
		for (const [c, name] of CLASSES.entries())
			state.assigned[assignedCell(world, f, a, c)] = isAssigned(terms, at(ids, a), name) ? 1 : 0;
}

export function isAssigned(
	{ assigned }: DealerTerms,
	area: string,
	outlets: (typeof CLASSES)[number]
): boolean {
	return assigned === null || (assigned.areas.includes(area) && assigned.classes.includes(outlets));
}

/** Cell of `State.assigned`. */
export const assignedCell = (world: World, f: number, a: number, c: number): number =>
	(f * world.areas + a) * CLASSES.length + c;

export const areasOf = (world: World, r: number): readonly number[] => at(world.regionAreas, r);

export const creditDaysOf = (world: World, state: State, f: number, r: number): number =>
	state.agreed[firstOf(world, f, r) + CREDIT_DAYS]!;
export const isExclusive = (world: World, state: State, f: number, r: number): boolean =>
	state.agreed[firstOf(world, f, r) + EXCLUSIVE] === 1;

/** Level of support, by flow. */
export function supportLevel(world: World, state: State, f: number, r: number, flow: SupportFlow): number {
	return state.agreed[firstOf(world, f, r) + SUPPORT + SUPPORT_FLOWS.indexOf(flow)]!;
}

/** D17 The rebate in basis points once so much has been bought in the period: flat, and the highest step reached. */
export function rebateBpAt({ rebateBp, targetCents, steps }: Rebate, boughtCents: number): number {
	let onTop = 0;
	if (targetCents > 0)
		for (const step of steps) if (boughtCents >= stepCents(targetCents, step.fromBp)) onTop = step.rebateBp;
	return rebateBp + onTop;
}

/** What has to be bought in the period to reach a step, cents. */
export function stepCents(targetCents: number, fromBp: number): number {
	return Math.ceil((targetCents / 10_000) * fromBp);
}
