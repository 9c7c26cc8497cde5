/**
 * What a dealer makes of an offer (rule D15): it takes what is no worse than what it has, and else what promises at
 * least the return on its money that it asks. What it promises everybody can work out from sales and price sheet; what
 * it asks depends on things that a firm does not see: how loyal it is, how strong a rival's hold, who is No.1 for certain.
 */
import type { DealerTerms } from './plan.ts';
import { priceSheet } from './prices.ts';
import { holdsRegion } from './systems/no1.ts';
import type { State } from './state.ts';
import { agreedTerms, areasOf, isAssigned, rebateBpAt, USUAL_TERMS } from './terms.ts';
import { CLASSES, SUPPORT_FLOWS } from './vocab.ts';
import { at, type World } from './world.ts';

/** Appended only: the index stands in the state. */
export const ANSWERS = [
	'none',
	'accepted',
	/** The line would earn less than it asks. */
	'tooPoor',
	/** It would take them without the exclusive. */
	'exclusiveTooDear',
	/** It would take them with all its outlets. */
	'tooFewOutlets'
] as const;
export type Answer = (typeof ANSWERS)[number];

/** What a firm can know of the answer before it is given. */
export const OUTLOOKS = ['accepts', 'refuses', 'open'] as const;

export interface Outlook {
	readonly region: string;
	readonly dealer: string;
	readonly outlook: (typeof OUTLOOKS)[number];
	/** What the line would earn a year on the dealer's money there, basis points; null: it sells nothing yet. */
	readonly returnBp: number | null;
	/** What it may ask at least and at most. */
	readonly askLowBp: number;
	readonly askHighBp: number;
}

const WEEKS_PER_YEAR = 52;

/**
 * What the line would earn a year on the dealer's own money, at present sales and prices, deals apart.
 *
 * @param seller whose sales are the measure: the dealer in place, or the one before
 * @returns null where nothing is sold
 */
export function promisedReturn(
	world: World,
	state: State,
	f: number,
	r: number,
	seller: number,
	terms: DealerTerms
): number | null {
	const { profit, funds } = promised(world, state, f, r, seller, terms);
	return funds <= 0 ? null : (WEEKS_PER_YEAR * profit) / funds;
}

/** A week's profit, and the dealer's own money that is tied up for it, cents. */
export function promised(
	world: World,
	state: State,
	f: number,
	r: number,
	seller: number,
	terms: DealerTerms
): { profit: number; funds: number } {
	const { channelRules, dealing, regions } = world.spec;
	const now = agreedTerms(world, state, f, r);
	// Outlets that buy nothing are no measure of what others would.
	const served = outletsShare(world, r, now);
	const part = served > 0 ? outletsShare(world, r, terms) / served : 0;
	let margin = 0;
	let bought = 0;
	for (const k of at(world.firmProducts, f)) {
		const units = seller < 0 ? 0 : state.nodeForecast[seller * world.products + k]! * part;
		const product = at(world.productSpecs, k);
		const { dealerCents, outletCents } = priceSheet(
			product,
			state.price[r * world.products + k]!,
			world.spec.money.vatBp
		);
		margin += units * (outletCents - dealerCents - channelRules.dealerCostCentsPerUnit);
		bought += units * dealerCents;
	}
	const rebate = (bought * rebateBpAt(terms, bought * dealing.rebateWeeks)) / 10_000;
	const profit = margin + rebate - world.lineCents[f * world.regions + r]!;
	const coverWeeks = 1 + at(regions, r).leadWeeks + channelRules.dealerCoverWeeks;
	// What the firm lends it need not put in; a week's purchases are always its own.
	const funds = bought * Math.max(1, coverWeeks - terms.creditDays / 7);
	return { profit, funds };
}

/** Share of the region's volume, by the file, in the areas and classes that the terms leave the dealer. */
export function outletsShare(world: World, r: number, terms: DealerTerms): number {
	const { regions, category } = world.spec;
	let all = 0;
	let left = 0;
	for (const [i] of areasOf(world, r).entries()) {
		const area = at(at(regions, r).areas, i);
		for (const name of CLASSES) {
			const volume =
				area.outlets * area.represents * area.unitsPerOutletWeek * category.classes[name].volumeShare;
			all += volume;
			if (isAssigned(terms, area.id, name)) left += volume;
		}
	}
	return all === 0 ? 1 : left / all;
}

/** What a dealer asks of the line, so loyal and so strongly held; a strong brand may offer less. */
export function askedReturn(
	world: World,
	state: State,
	f: number,
	r: number,
	seller: number,
	terms: DealerTerms,
	loyalty: number,
	hold: number,
	held: boolean
): number {
	const { alternativeReturn, exclusivePremium, brandPull } = world.spec.dealing;
	let units = 0;
	for (const k of at(world.firmProducts, f))
		units += seller < 0 ? 0 : state.nodeForecast[seller * world.products + k]!;
	const brand = Math.min(1, units / Math.max(1, world.regionSize[r]!));
	const alone = terms.exclusive ? 1 + exclusivePremium + hold : 1;
	// Q5 Whoever has the line of the region's No.1 asks less of it.
	const eased = held ? world.spec.response.no1Terms : 1;
	return alternativeReturn * alone * (1.5 - loyalty) * (1 - brandPull * brand) * eased;
}

/** A rival's hold on the dealer, as it is. */
export function holdOn(world: World, f: number, d: number): number {
	const { heldBy, hold } = at(world.spec.dealers, d);
	return heldBy === null || heldBy === at(world.spec.firms, f).id ? 0 : hold;
}

/** No worse for the dealer in anything. */
export function isNoWorse(world: World, r: number, next: DealerTerms, now: DealerTerms): boolean {
	// The whole schedule: at what was bought a step of either, it pays no less.
	const marks = [
		0,
		...[next, now].flatMap(({ targetCents, steps }) =>
			steps.map(({ fromBp }) => Math.ceil((targetCents / 10_000) * fromBp))
		)
	];
	return (
		(!next.exclusive || now.exclusive) &&
		next.creditDays >= now.creditDays &&
		marks.every((bought) => rebateBpAt(next, bought) >= rebateBpAt(now, bought)) &&
		SUPPORT_FLOWS.every((flow) => next.support[flow] >= now.support[flow]) &&
		covers(world, r, next, now)
	);
}

function covers(world: World, r: number, next: DealerTerms, now: DealerTerms): boolean {
	return at(world.spec.regions, r).areas.every(({ id }) =>
		CLASSES.every((name) => !isAssigned(now, id, name) || isAssigned(next, id, name))
	);
}

/** D15 The dealer's answer, by what is true of it. */
export function answerTo(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	terms: DealerTerms
): Exclude<Answer, 'none'> {
	const { seller, now } = standingOf(world, state, f, r, d);
	if (isNoWorse(world, r, terms, now)) return 'accepted';
	const takes = (offer: DealerTerms): boolean => {
		const gives = promisedReturn(world, state, f, r, seller, offer);
		const held = holdsRegion(world, state, r, f);
		const asked = askedReturn(
			world,
			state,
			f,
			r,
			seller,
			offer,
			state.loyalty[d]!,
			holdOn(world, f, d),
			held
		);
		return gives === null || gives >= asked;
	};
	if (takes(terms)) return 'accepted';
	if (terms.exclusive && takes({ ...terms, exclusive: false })) return 'exclusiveTooDear';
	return terms.assigned !== null && takes({ ...terms, assigned: null }) ? 'tooFewOutlets' : 'tooPoor';
}

/** D15 As far as the firm can know it: by the ends of what it does not see. */
export function outlookFor(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	terms: DealerTerms
): Outlook {
	const { seller, now, isNew } = standingOf(world, state, f, r, d);
	const gives = promisedReturn(world, state, f, r, seller, terms);
	const held = at(world.spec.dealers, d).heldBy;
	const ask = (loyalty: number, hold: number, no1: boolean): number =>
		askedReturn(world, state, f, r, seller, terms, loyalty, hold, no1);
	const fresh = world.spec.dealing.openingLoyalty;
	const low = ask(isNew ? fresh : 1, 0, true);
	const high = ask(isNew ? fresh : 0, held === null || held === at(world.spec.firms, f).id ? 0 : 1, false);
	const sure = gives === null || gives >= high || isNoWorse(world, r, terms, now);
	return {
		region: at(world.spec.regions, r).id,
		dealer: at(world.spec.dealers, d).id,
		outlook: sure ? 'accepts' : gives < low ? 'refuses' : 'open',
		returnBp: gives === null ? null : Math.floor(gives * 10_000),
		askLowBp: Math.floor(low * 10_000),
		askHighBp: Math.floor(high * 10_000)
	};
}

/** Whose sales are the measure, and what the dealer has now: a newcomer the usual terms. */
function standingOf(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number
): { seller: number; now: DealerTerms; isNew: boolean } {
	const cell = f * world.regions + r;
	const current = state.dealerOf[cell]!;
	const isNew = current !== d;
	return {
		seller: current < 0 ? state.lastDealer[cell]! : current,
		now: isNew ? USUAL_TERMS : agreedTerms(world, state, f, r),
		isNew
	};
}
