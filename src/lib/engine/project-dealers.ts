/**
 * The dealers block of a plan projected (rules J3, J6, J12): who is appointed, what is offered to whom, and what is
 * spent on support and on looking for diverted goods.
 */
import { outlookFor, type Outlook } from './acceptance.ts';
import type { ControlPlan, DealersPlan, DealerTerms, DropCode, Plan } from './plan.ts';
import { same } from './same.ts';
import type { State } from './state.ts';
import {
	agreedTerms,
	MAX_CREDIT_DAYS,
	MAX_FINE_BP,
	MAX_LEVEL,
	MAX_REBATE_BP,
	MAX_STEP_FROM_BP,
	MAX_STEPS,
	MAX_TARGET_CENTS,
	USUAL_TERMS
} from './terms.ts';
import { CLASSES, SUPPORT_FLOWS } from './vocab.ts';
import { at, type World } from './world.ts';

export const SHORTLIST_MIN = 3;
export const SHORTLIST_MAX = 4;

type Drop = (code: DropCode, path: string, params?: Readonly<Record<string, string | number>>) => void;

export interface DealersProjected {
	readonly dealers: DealersPlan;
	readonly appointCents: number;
	/** Support and inspection over the turn. */
	readonly supportCents: number;
}

/** @param budget what wages leave, cents */
export function projectDealers(
	world: World,
	state: State,
	firm: number,
	plan: Plan,
	weeks: number,
	budget: number,
	drop: Drop
): DealersProjected {
	const { appoint, cost } = appointments(world, state, firm, plan, budget, drop);
	const wanted = offers(world, plan, drop);
	const asked = controlOf(plan.dealers.control, drop);
	const paid = affordable(world, wanted, asked, weeks, budget - cost, drop);
	const { terms, control } = paid;
	return {
		dealers: {
			sheets: plan.dealers.sheets,
			appoint,
			...(Object.keys(terms).length > 0 && { terms }),
			...(control !== null && { control })
		},
		appointCents: cost,
		supportCents: paid.cents
	};
}

/** J3 One dealer of the shortlist of three or four, open and free, by region; J6 paid for. */
function appointments(
	world: World,
	state: State,
	firm: number,
	plan: Plan,
	budget: number,
	drop: Drop
): { appoint: Record<string, string>; cost: number } {
	const appoint: Record<string, string> = {};
	let cost = 0;
	for (const [region, dealer] of sorted(plan.dealers.appoint)) {
		const path = `dealers.appoint.${region}`;
		const r = world.index.region.get(region);
		const d = world.index.dealer.get(dealer);
		const refuse = (code: DropCode): void => drop(code, path, { region, dealer });
		if (r === undefined) refuse('UNKNOWN_REGION');
		else if (d === undefined || world.dealerRegion[d] !== r) refuse('UNKNOWN_DEALER');
		else if (state.dealerOf[firm * world.regions + r] === d) refuse('DEALER_ALREADY_OURS');
		else if (state.dealerOf.includes(d)) refuse('DEALER_ELSEWHERE');
		else if (state.gone[d] === 1) refuse('DEALER_GONE');
		else if (!at(world.spec.dealers, d).open) refuse('DEALER_NOT_OPEN');
		else {
			const list = [...new Set(plan.dealers.sheets[region]?.shortlist ?? [])];
			const price = world.spec.channelRules.appointCents;
			if (list.length < SHORTLIST_MIN || list.length > SHORTLIST_MAX) refuse('SHORTLIST_SIZE');
			else if (!list.includes(dealer)) refuse('NOT_SHORTLISTED');
			else if (cost + price > budget) refuse('CASH_SHORT');
			else {
				appoint[region] = dealer;
				cost += price;
			}
		}
	}
	return { appoint, cost };
}

/** J12 Offers inside their bounds; one that is the usual terms is none. */
function offers(world: World, plan: Plan, drop: Drop): Record<string, DealerTerms> {
	const kept: Record<string, DealerTerms> = {};
	for (const [region, terms] of sorted(plan.dealers.terms ?? {})) {
		const path = `dealers.terms.${region}`;
		const r = world.index.region.get(region);
		if (r === undefined) {
			drop('UNKNOWN_REGION', path, { region });
			continue;
		}
		const given = bounded(world, r, terms, path, drop);
		if (!same(given, USUAL_TERMS)) kept[region] = given;
	}
	return kept;
}

function bounded(world: World, r: number, terms: DealerTerms, path: string, drop: Drop): DealerTerms {
	const clip = (value: number, high: number, key: string): number =>
		clipped(value, high, `${path}.${key}`, drop);
	const support = { commerce: 0, information: 0, logistics: 0 };
	for (const flow of SUPPORT_FLOWS) support[flow] = clip(terms.support[flow], MAX_LEVEL, `support.${flow}`);
	return {
		exclusive: terms.exclusive,
		creditDays: clip(terms.creditDays, MAX_CREDIT_DAYS, 'creditDays'),
		rebateBp: clip(terms.rebateBp, MAX_REBATE_BP, 'rebateBp'),
		targetCents: clip(terms.targetCents, MAX_TARGET_CENTS, 'targetCents'),
		steps: steps(terms.steps, `${path}.steps`, drop),
		support,
		assigned: assigned(world, r, terms.assigned, `${path}.assigned`, drop)
	};
}

/** Each step above the one before, in what it asks and in what it gives; three at most. */
function steps(asked: DealerTerms['steps'], path: string, drop: Drop): DealerTerms['steps'] {
	const kept: DealerTerms['steps'][number][] = [];
	for (const [i, step] of asked.entries()) {
		const fromBp = clipped(step.fromBp, MAX_STEP_FROM_BP, `${path}[${i}].fromBp`, drop);
		const rebateBp = clipped(step.rebateBp, MAX_REBATE_BP, `${path}[${i}].rebateBp`, drop);
		const before = kept.at(-1) ?? { fromBp: 0, rebateBp: 0 };
		if (kept.length < MAX_STEPS && fromBp > before.fromBp && rebateBp > before.rebateBp)
			kept.push({ fromBp, rebateBp });
		else drop('TERMS_LIMIT', `${path}[${i}]`, { asked: rebateBp, given: 0 });
	}
	return kept;
}

/** Areas of the region and classes, in file order; with none of either nobody is left to deliver to. */
function assigned(
	world: World,
	r: number,
	asked: DealerTerms['assigned'],
	path: string,
	drop: Drop
): DealerTerms['assigned'] {
	if (asked === null) return null;
	const own = at(world.spec.regions, r).areas.map(({ id }) => id);
	for (const [i, id] of asked.areas.entries())
		if (!own.includes(id)) drop('UNKNOWN_AREA', `${path}.areas[${i}]`, { id });
	const areas = own.filter((id) => asked.areas.includes(id));
	const classes = CLASSES.filter((name) => asked.classes.includes(name));
	if (areas.length === 0 || classes.length === 0) {
		drop('NOTHING_ASSIGNED', path, { region: at(world.spec.regions, r).id });
		return null;
	}
	return areas.length === own.length && classes.length === CLASSES.length ? null : { areas, classes };
}

function controlOf(asked: ControlPlan | undefined, drop: Drop): ControlPlan | null {
	if (asked === undefined) return null;
	const path = 'dealers.control';
	const given: ControlPlan = {
		inspection: clipped(asked.inspection, MAX_LEVEL, `${path}.inspection`, drop),
		fineBp: clipped(asked.fineBp, MAX_FINE_BP, `${path}.fineBp`, drop),
		forfeit: asked.forfeit
	};
	return given.inspection === 0 && given.fineBp === 0 && !given.forfeit ? null : given;
}

/** J12 Support comes first, region by region, then inspection: what the money does not reach for falls away. */
function affordable(
	world: World,
	wanted: Readonly<Record<string, DealerTerms>>,
	asked: ControlPlan | null,
	weeks: number,
	budget: number,
	drop: Drop
): { terms: Record<string, DealerTerms>; control: ControlPlan | null; cents: number } {
	const { supportCentsPerWeek, inspectionCentsPerWeek } = world.spec.dealing;
	let control = asked;
	let left = Math.max(0, budget);
	const terms: Record<string, DealerTerms> = {};
	for (const [region, offer] of sorted(wanted)) {
		const levels = SUPPORT_FLOWS.reduce((sum, flow) => sum + offer.support[flow], 0);
		const cents = levels * supportCentsPerWeek * weeks;
		if (cents <= left) {
			left -= cents;
			terms[region] = offer;
			continue;
		}
		drop('SUPPORT_SHORT', `dealers.terms.${region}.support`, { region, asked: cents, given: 0 });
		const bare = { ...offer, support: USUAL_TERMS.support };
		if (!same(bare, USUAL_TERMS)) terms[region] = bare;
	}
	const inspection = (control?.inspection ?? 0) * inspectionCentsPerWeek * weeks;
	if (control !== null && inspection > left) {
		drop('SUPPORT_SHORT', 'dealers.control.inspection', { asked: inspection, given: 0 });
		control = controlOf({ ...control, inspection: 0 }, drop);
	} else left -= inspection;
	return { terms, control, cents: Math.max(0, budget) - left };
}

/** D15 What is known of the answers to offers that are not in force yet. */
export function outlooksOf(
	world: World,
	state: State,
	firm: number,
	{ terms = {}, appoint }: DealersPlan
): Outlook[] {
	const outlooks: Outlook[] = [];
	for (const [r, { id }] of world.spec.regions.entries()) {
		const now = state.dealerOf[firm * world.regions + r]!;
		const d = world.index.dealer.get(appoint[id] ?? '') ?? now;
		if (d < 0) continue;
		const offer = terms[id] ?? USUAL_TERMS;
		const inForce = d === now ? agreedTerms(world, state, firm, r) : USUAL_TERMS;
		if (!same(offer, inForce)) outlooks.push(outlookFor(world, state, firm, r, d, offer));
	}
	return outlooks;
}

function clipped(value: number, high: number, path: string, drop: Drop): number {
	const given = Math.min(high, Math.max(0, value));
	if (given !== value) drop('TERMS_LIMIT', path, { asked: value, given });
	return given;
}

/** Entries in code-unit order of the keys, so that a plan's own key order decides nothing. */
function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
	return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
