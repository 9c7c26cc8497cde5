/** What the weeks of the outlets have in common: their sizes, and the tables that are the same all through a turn. */
import { GROUPS, purposeOf } from '../field/groups.ts';
import { healing, personChance } from '../field/openings.ts';
import type { FieldTurn } from '../field/turn.ts';
import type { Plan } from '../plan.ts';
import { closenessAt, dependenceAt, partOfCall } from '../response.ts';
import type { Turn } from '../turn.ts';
import { CALL_PURPOSES, CLASSES } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { traitOf } from './traits.ts';

/** Rows of the tables by group: one more for accounts that nobody calls on. */
export const CALL_ROWS = GROUPS + 1;
/** Longest order cycle, hence number of order days (O3). */
export const DAYS = 26;

/** A group of accounts that is called on, and its class; what of a call one is, by its minutes (R2); whether it opens. */
export interface CalledOn {
	readonly g: number;
	readonly c: number;
	readonly part: number;
	readonly opens: boolean;
}

/** What of an `OutletWeek` is the same in every week of a turn. */
export interface OutletTurn {
	readonly traits: Int32Array;
	readonly pack: Int32Array;
	readonly perPack: Float64Array;
	readonly ageWeeks: Int32Array;
	readonly ageSteps: Int32Array;
	readonly width: Int32Array;
	readonly slots: Int32Array;
	/** O6 Weeks that cash and space allow [class], half of the life of the goods in weeks [product]. */
	readonly room: Float64Array;
	readonly halfLife: Float64Array;
	/** Groups of accounts that a firm calls on [firm]. */
	readonly calledOn: readonly (readonly CalledOn[])[];
	readonly callRows: Uint8Array;
	readonly personChance: Float64Array;
	readonly healing: Int32Array;
}

export function outletTurn(
	world: World,
	plans: readonly Plan[],
	worked: Uint8Array,
	field: readonly FieldTurn[],
	groups: Uint8Array
): OutletTurn {
	const { products, productTier, productFirm, productSpecs, spec } = world;
	const { channelRules } = spec;
	const ageWeeks = agesOf(world);
	const traits = new Int32Array(products);
	const pack = new Int32Array(products);
	const perPack = new Float64Array(products);
	const halfLife = new Float64Array(products);
	for (let k = 0; k < products; k++) {
		const { unitsPerPack, shelfLifeWeeks } = at(productSpecs, k);
		traits[k] = traitOf(productFirm[k]!, productTier[k]!, k);
		pack[k] = unitsPerPack;
		perPack[k] = 1 / unitsPerPack;
		halfLife[k] = shelfLifeWeeks / 2;
	}
	return {
		traits,
		pack,
		perPack,
		ageWeeks,
		ageSteps: Int32Array.from(new Set(ageWeeks)),
		width: Int32Array.from(CLASSES, (c) => channelRules.outletFacings[c]),
		slots: Int32Array.from(CLASSES, (c) => channelRules.outletSlots[c]),
		room: Float64Array.from(CLASSES, (c) =>
			Math.min(channelRules.outletCashWeeks[c], channelRules.outletSpaceWeeks[c])
		),
		halfLife,
		calledOn: field.map(({ calls }) => calledOn(calls, spec.response.wholeCallMinutes)),
		callRows: callRows(world, worked, field, groups),
		personChance: personChances(world, field),
		healing: Int32Array.from(plans, (plan) => healing(world, plan))
	};
}

function calledOn({ visits, minutes }: FieldTurn['calls'], whole: number): CalledOn[] {
	return [...visits.keys()]
		.filter((g) => at(visits, g) > 0)
		.map((g) => ({
			g,
			c: Math.floor(g / CALL_PURPOSES.length),
			part: partOfCall(at(minutes, g), whole),
			opens: CALL_PURPOSES[purposeOf(g)] === 'open'
		}));
}

/** R9 Chance to find who decides [area × firm × call row]; 0 where nobody calls. */
function personChances({ areas, firms, spec }: World, field: readonly FieldTurn[]): Float64Array {
	const table = new Float64Array(areas * firms * CALL_ROWS);
	const { opening } = spec.fieldRules;
	for (const [f, { calls, quality }] of field.entries())
		for (let a = 0; a < areas; a++)
			for (let g = 0; g < GROUPS; g++)
				table[(a * firms + f) * CALL_ROWS + g] = personChance(opening, calls.minutes[g]!, quality[a]!);
	return table;
}

/** F2 Of a group in an area that is worked the hours reach the accounts up to its coverage. [outlet × firm] */
function callRows(
	world: World,
	worked: Uint8Array,
	field: readonly FieldTurn[],
	groups: Uint8Array
): Uint8Array {
	const rows = new Uint8Array(groups.length);
	const nobody = new Float64Array(GROUPS);
	for (const [f, { coverage }] of field.entries()) {
		const reached = Float64Array.from(coverage);
		const inPart = coverage.some((share) => share > 0 && share < 1);
		for (let a = 0; a < world.areas; a++) {
			const there = worked[f * world.areas + a] === 1;
			if (there && inPart) callRowsInPart(world, f, a, reached, groups, rows);
			else callRowsOf(world, f, a, there ? reached : nobody, groups, rows);
		}
	}
	return rows;
}

/** Of one area and firm, whose hours reach all accounts of a group or none [group]. */
function callRowsOf(
	{ firms, areaStart }: World,
	f: number,
	a: number,
	reached: Float64Array,
	groups: Uint8Array,
	rows: Uint8Array
): void {
	const end = (areaStart[a + 1]! * firms) | 0;
	const rowOf = new Uint8Array(GROUPS);
	for (let g = 0; g < GROUPS; g++) rowOf[g] = f * CALL_ROWS + (reached[g]! > 0 ? g : GROUPS);
	void (groups[0]! + rows[0]!);
	for (let cell = (areaStart[a]! * firms + f) | 0; cell < end; cell = (cell + firms) | 0)
		rows[cell] = rowOf[groups[cell]!]!;
}

/** The same where they reach a part of a group. */
function callRowsInPart(
	{ firms, areaStart, outletRank }: World,
	f: number,
	a: number,
	reached: Float64Array,
	groups: Uint8Array,
	rows: Uint8Array
): void {
	const end = areaStart[a + 1]!;
	const none = GROUPS;
	const nobody = f * CALL_ROWS + none;
	let cell = (areaStart[a]! * firms + f) | 0;
	void (outletRank[0]! + reached[0]! + groups[0]! + rows[0]!);
	for (let o = areaStart[a]!; o < end; o++) {
		const g = groups[cell]!;
		// −1 where it is reached, else 0: no branch can be foretold here.
		const below = Math.floor(outletRank[o]! - reached[g]!) >> 31;
		rows[cell] = nobody + (below & (g - none));
		cell = (cell + firms) | 0;
	}
}

/** R1, R2 Where both settle under the call plan: minutes make closeness, the number of visits dependence. */
export function relationGoals(
	{ areas, firms, spec }: World,
	turn: Pick<Turn, 'closenessGoal' | 'dependenceGoal' | 'field' | 'tables'>
): void {
	const { response: rules } = spec;
	const { closenessGoal, dependenceGoal } = turn;
	for (const [f, { calls, quality, warmth, binding }] of turn.field.entries()) {
		// Groups of a class, and areas, are mostly worked alike: the powers are taken once for them.
		let known = { visits: -1, minutes: -1, felt: -1 };
		let close = 0;
		let depend = 0;
		for (const { g } of at(turn.tables.calledOn, f)) {
			const visits = at(calls.visits, g);
			const minutes = at(calls.minutes, g);
			if (visits !== known.visits || minutes !== known.minutes) {
				depend = dependenceAt(rules, visits, minutes, binding);
				known = { visits, minutes, felt: -1 };
			}
			dependenceGoal[f * CALL_ROWS + g] = depend;
			for (let a = 0; a < areas; a++) {
				const felt = at(quality, a) * warmth;
				if (felt !== known.felt) {
					known.felt = felt;
					close = closenessAt(rules, visits * minutes, felt);
				}
				closenessGoal[(a * firms + f) * CALL_ROWS + g] = close;
			}
		}
	}
}

/** O4 Weeks of an age bucket [product]: the shop's own, at most half of the life of the goods. */
function agesOf(world: World): Int32Array {
	const own = world.spec.channelRules.outletAgeWeeks;
	return Int32Array.from(world.productSpecs, ({ shelfLifeWeeks }) =>
		Math.max(1, Math.min(own, Math.ceil(shelfLifeWeeks / 2)))
	);
}
