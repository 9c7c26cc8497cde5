/** How the field force worked in a turn, as the audit has it. */
import type { Audit } from '../audit.ts';
import type { FieldFacts } from '../report.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { OPENING_EVENTS } from '../vocab.ts';
import { at, type World } from '../world.ts';

/** @param turn null: nothing has run yet */
export function fieldFacts(
	world: World,
	state: State,
	turn: Turn | null,
	audit: Audit,
	f: number
): FieldFacts {
	const { people } = world.spec.fieldRules;
	const field = turn === null ? null : at(turn.field, f);
	let least = 1;
	for (let firm = 0; firm < world.firms; firm++) if (firm !== f) least = Math.min(least, state.waste[firm]!);
	const represents = world.outletRepresents[0] ?? 1;
	return {
		heads: state.staff[f]!,
		leavers: state.turnLeavers[f]!,
		// Calls for which there is nobody at all count as ten times too many.
		loadBp: Math.floor(Math.min(10, field?.load ?? 0) * 10_000),
		overloadBp: Math.floor(people.overload * 10_000 + 0.5),
		wasteBp: Math.floor(state.waste[f]! * 10_000 + 0.5),
		rivalWasteBp: Math.floor(least * 10_000 + 0.5),
		outworked:
			field !== null && field.edge.some((edge, a) => edge < 1 && turn?.worked[f * world.areas + a] === 1),
		keyEventsMet: state.turnKeyEvents[f * 2]! * represents,
		keyEventsMissed: state.turnKeyEvents[f * 2 + 1]! * represents,
		...calledOfA(audit, f),
		openings: openings(world, state, f)
	};
}

/** R9 Whether the right person was spoken to where it counts most. */
function calledOfA({ accounts }: Audit, f: number): Pick<FieldFacts, 'calledA' | 'strangersA'> {
	let calledA = 0;
	let strangersA = 0;
	for (const area of accounts) {
		calledA += at(area, f).calledA;
		strangersA += at(area, f).strangersA;
	}
	return { calledA, strangersA };
}

/** R8, R10 Over all areas. */
function openings(world: World, state: State, f: number): FieldFacts['openings'] {
	const counts = { begun: 0, negotiated: 0, tried: 0, won: 0, dropped: 0, broken: 0 };
	for (const [i, event] of OPENING_EVENTS.entries()) {
		let outlets = 0;
		for (let a = 0; a < world.areas; a++) {
			const cell = (a * world.firms + f) * OPENING_EVENTS.length + i;
			outlets += state.turnOpenings[cell]! * (world.outletRepresents[world.areaStart[a]!] ?? 1);
		}
		counts[event] = outlets;
	}
	return counts;
}
