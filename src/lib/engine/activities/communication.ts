/**
 * Communication index (传播指数, M25, rule A21): V = Vx ÷ Vy × 100 %. Vx is planning, reach and comprehension power, Vy the
 * spend per effective contact. The method names the parts and gives no scales: those here are ours (A). Sales are not in it;
 * they mix too many causes.
 */
import type { ActivityFacts, CommunicationFacts } from '../report.ts';
import type { ActivityKind, ActivityPurpose, AdvertisingAim } from '../vocab.ts';
import { KIND_RULES } from './kinds.ts';

/** What planning power is made of, of 100. Design (A). */
const PLANNING = { prepared: 40, aimed: 30, inPlace: 30 } as const;

/** How deep a contact goes, 0–100. Design (A). */
const DEPTH: Readonly<Record<Exclude<ActivityKind, 'advertising'>, number>> = {
	tradeDeal: 0,
	priceOff: 0,
	bonusPack: 40,
	display: 30,
	sampling: 80,
	dealerConference: 0,
	smallBoard: 70
};
const AIM_DEPTH: Readonly<Record<AdvertisingAim, number>> = { awareness: 30, liking: 60, sales: 40 };

/** Purposes that a kind can serve. Design (A). */
const FITS: Readonly<Record<ActivityKind, readonly ActivityPurpose[]>> = {
	tradeDeal: ['listing', 'volume'],
	priceOff: ['volume', 'defence', 'trial'],
	bonusPack: ['volume', 'loyalty', 'defence'],
	display: ['volume', 'listing', 'defence'],
	sampling: ['trial', 'listing'],
	advertising: ['loyalty', 'trial', 'listing', 'volume', 'defence'],
	dealerConference: ['listing', 'volume'],
	smallBoard: ['trial', 'listing', 'loyalty']
};
const AIM_FITS: Readonly<Record<AdvertisingAim, readonly ActivityPurpose[]>> = {
	awareness: ['trial', 'listing'],
	liking: ['loyalty'],
	sales: ['volume', 'defence']
};

/** Whether what it is for is said, and is something its kind can do. */
export function isAimed({ kind, aim, purpose }: ActivityFacts): boolean {
	return purpose !== null && (aim === null ? FITS[kind] : AIM_FITS[aim]).includes(purpose);
}

/** @param unprepared effect of what was not prepared; @param baseCents spend per effective contact that counts as 100 */
export function communicationOf(
	activities: readonly ActivityFacts[],
	unprepared: number,
	baseCents: number
): CommunicationFacts | null {
	let spent = 0;
	let effective = 0;
	const power = { planning: 0, reach: 0, comprehension: 0 };
	for (const activity of activities) {
		const { kind, aim, prepared, contacts, effectiveContacts, shoppers, places } = activity;
		const cents = places.reduce((sum, place) => sum + place.spentCents, 0);
		if (!KIND_RULES[kind].communicates || cents === 0) continue;
		const wasted = places.reduce((sum, place) => sum + place.wastedCents, 0);
		const depth = aim === null ? DEPTH[kind as Exclude<ActivityKind, 'advertising'>] : AIM_DEPTH[aim];
		spent += cents;
		effective += effectiveContacts;
		power.planning +=
			cents *
			((prepared ? PLANNING.prepared : 0) +
				(isAimed(activity) ? PLANNING.aimed : 0) +
				PLANNING.inPlace * (1 - wasted / cents));
		power.reach += shoppers === 0 ? 0 : cents * 100 * Math.min(1, contacts / shoppers);
		power.comprehension +=
			contacts === 0 ? 0 : (cents * depth * (prepared ? 1 : unprepared) * effectiveContacts) / contacts;
	}
	if (spent === 0) return null;
	const points = (sum: number): number => Math.floor(sum / spent + 0.5);
	const [planning, reach, comprehension] = [
		points(power.planning),
		points(power.reach),
		points(power.comprehension)
	];
	const costIndex =
		effective === 0 ? null : Math.max(1, Math.floor((spent / effective / baseCents) * 100 + 0.5));
	return {
		planning,
		reach,
		comprehension,
		spentCents: spent,
		effectiveContacts: effective,
		costIndex,
		index: costIndex === null ? 0 : Math.floor(((planning + reach + comprehension) / costIndex) * 100 + 0.5)
	};
}
