/** What the weeks of the outlets have in common through a turn: whom each firm calls on, and what its calls are worth. */
import { GROUPS, purposeOf } from '../field/groups.ts';
import { healing, personChance } from '../field/openings.ts';
import type { FieldTurn } from '../field/turn.ts';
import type { Plan } from '../plan.ts';
import { closenessAt, dependenceAt, partOfCall } from '../response.ts';
import type { Turn } from '../turn.ts';
import { CALL_PURPOSES } from '../vocab.ts';
import { at, type World } from '../world.ts';

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
	return {
		calledOn: field.map(({ calls }) => calledOn(calls, world.spec.response.wholeCallMinutes)),
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
		for (let g = 0; g < GROUPS; g++) {
			if (calls.visits[g] === 0) continue;
			const minutes = calls.minutes[g]!;
			for (let a = 0; a < areas; a++)
				table[(a * firms + f) * CALL_ROWS + g] = personChance(opening, minutes, quality[a]!);
		}
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
		const rowOf = rowsOf(f, reached);
		const nobodys = rowsOf(f, nobody);
		for (let a = 0; a < world.areas; a++) {
			const there = worked[f * world.areas + a] === 1;
			if (there && inPart) callRowsInPart(world, f, a, reached, groups, rows);
			else callRowsOf(world, f, a, there ? rowOf : nobodys, groups, rows);
		}
	}
	return rows;
}

/** Row of each group where hours reach all of its accounts or none. */
function rowsOf(f: number, reached: Float64Array): Uint8Array {
	const rowOf = new Uint8Array(GROUPS);
	for (let g = 0; g < GROUPS; g++) rowOf[g] = f * CALL_ROWS + (reached[g]! > 0 ? g : GROUPS);
	return rowOf;
}

/** Of one area and firm, by the row of each group. */
function callRowsOf(
	{ firms, areaStart }: World,
	f: number,
	a: number,
	rowOf: Uint8Array,
	groups: Uint8Array,
	rows: Uint8Array
): void {
	const end = (areaStart[a + 1]! * firms) | 0;
	void (groups[0]! + rows[0]! + rowOf[0]!);
	for (let cell = (areaStart[a]! * firms + f) | 0; cell < end; cell = (cell + firms) | 0)
		rows[cell] = rowOf[groups[cell]!]!;
}

/** The same where hours reach a part of a group. */
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
