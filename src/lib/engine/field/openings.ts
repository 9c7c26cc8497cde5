/**
 * Planned openings (M17, rules R8–R10): an account that lists nothing of a firm is won by a series of four visits, the
 * chance rising to the fourth, where one closes or drops. One byte holds how far it is: the visits behind it, or from
 * `RESTING` on how many reviews it is left alone, in the low half; the week of the last visit, modulo 16, in the high.
 */
import type { Plan } from '../plan.ts';
import type { OutletWeek } from '../systems/outlet-week.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { OPENING_EVENTS } from '../vocab.ts';
import type { World } from '../world.ts';

/** Visits of a series. */
export const SERIES = 4;
/** A byte whose low half is above this is an account left alone. */
export const RESTING = SERIES;
/** Grievance from which an account is opposed (对立) and lists nothing new. */
export const OPPOSED = 128;
/** Fall of dependence under the calls now made that is felt as a cut. */
export const CUT_GAP = 0.3;
export const EVENTS = OPENING_EVENTS.length;

type Tables = Pick<
	OutletWeek,
	| 'opening'
	| 'keyPerson'
	| 'personWords'
	| 'personChance'
	| 'visitFactors'
	| 'maxGapWeeks'
	| 'restReviews'
	| 'wrongPerson'
	| 'turnOpenings'
	| 'grievance'
	| 'stockOutGrievance'
	| 'cutGrievance'
	| 'priceGrievance'
	| 'healing'
	| 'grievanceDelist'
	| 'grievanceChill'
>;

/** `rest`, and with it what planned openings ask of it: by far quicker than to copy the one into the other. */
export function withOpenings<T>(
	rest: T,
	world: World,
	state: State,
	{ tables }: Pick<Turn, 'tables'>
): T & Tables {
	const { areas, firms } = world;
	const { opening, grievance } = world.spec.fieldRules;
	return {
		...rest,
		opening: state.opening,
		keyPerson: state.keyPerson,
		personWords: new Int32Array(firms),
		personChance: tables.personChance,
		visitFactors: Float64Array.of(opening.first, opening.second, opening.third, opening.fourth),
		maxGapWeeks: opening.maxGapWeeks,
		restReviews: opening.restReviews,
		wrongPerson: opening.wrongPerson,
		turnOpenings: state.turnOpenings,
		grievance: state.grievance,
		stockOutGrievance: grievance.stockOut,
		cutGrievance: grievance.cutCalls,
		priceGrievance: new Int32Array(areas * firms),
		healing: tables.healing,
		grievanceDelist: grievance.delist,
		grievanceChill: grievance.chill
	};
}

/** R11 [area × firm]. */
export function setPriceGrievance(adds: Int32Array, world: World, { priceBroken }: State): void {
	const { areas, firms, regions, areaRegion } = world;
	const { brokenPrice } = world.spec.fieldRules.grievance;
	for (let a = 0; a < areas; a++)
		for (let f = 0; f < firms; f++)
			adds[a * firms + f] = priceBroken[f * regions + areaRegion[a]!]! > 0 ? brokenPrice : 0;
}

/** R9 The longer and the better the first visit, the likelier it finds who decides. */
export function personChance(
	{ surveyMinutes }: World['spec']['fieldRules']['opening'],
	minutes: number,
	quality: number
): number {
	return Math.min(1, (minutes * quality) / surveyMinutes);
}

/** R11 What an account forgets in a review of what it has against the firm, by how the firm sells. */
export function healing(world: World, { field }: Plan): number {
	const { grievance, selling } = world.spec.fieldRules;
	return Math.floor(grievance.fade * selling[field.selling ?? 'service'].healing);
}
