/** How the field force worked in a turn, as the audit has it. */
import type { FieldFacts } from '../report.ts';
import type { State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CLASSES, OPENING_EVENTS, type OpeningEvent } from '../vocab.ts';
import { at, type World } from '../world.ts';

const A = CLASSES.indexOf('A');

/** @param turn null: nothing has run yet */
export function fieldFacts(world: World, state: State, turn: Turn | null, f: number): FieldFacts {
	const { people } = world.spec.fieldRules;
	const field = turn === null ? null : at(turn.field, f);
	const rivals = Array.from(state.waste).filter((_, firm) => firm !== f);
	const represents = world.outletRepresents[0] ?? 1;
	return {
		heads: state.staff[f]!,
		leavers: state.turnLeavers[f]!,
		// Calls for which there is nobody at all count as ten times too many.
		loadBp: Math.floor(Math.min(10, field?.load ?? 0) * 10_000),
		overloadBp: Math.floor(people.overload * 10_000 + 0.5),
		wasteBp: Math.floor(state.waste[f]! * 10_000 + 0.5),
		rivalWasteBp: Math.floor(Math.min(1, ...rivals) * 10_000 + 0.5),
		outworked:
			field !== null && field.edge.some((edge, a) => edge < 1 && turn?.worked[f * world.areas + a] === 1),
		keyEventsMet: state.turnKeyEvents[f * 2]! * represents,
		keyEventsMissed: state.turnKeyEvents[f * 2 + 1]! * represents,
		...calledOfA(world, state, f),
		openings: openings(world, state, f)
	};
}

/** R9 Whether the right person was spoken to where it counts most. */
function calledOfA(world: World, state: State, f: number): Pick<FieldFacts, 'calledA' | 'strangersA'> {
	let calledA = 0;
	let strangersA = 0;
	for (let o = 0; o < world.outlets; o++) {
		const cell = o * world.firms + f;
		if (world.outletClass[o] !== A || state.called[cell] === 0) continue;
		calledA += world.outletRepresents[o]!;
		if (state.keyPerson[cell] === 0) strangersA += world.outletRepresents[o]!;
	}
	return { calledA, strangersA };
}

/** R8, R10 Over all areas. */
function openings(world: World, state: State, f: number): FieldFacts['openings'] {
	const count = (event: OpeningEvent): number => {
		let all = 0;
		for (let a = 0; a < world.areas; a++) {
			const cell = (a * world.firms + f) * OPENING_EVENTS.length + OPENING_EVENTS.indexOf(event);
			all += state.turnOpenings[cell]! * (world.outletRepresents[world.areaStart[a]!] ?? 1);
		}
		return all;
	};
	return {
		begun: count('begun'),
		negotiated: count('negotiated'),
		tried: count('tried'),
		won: count('won'),
		dropped: count('dropped'),
		broken: count('broken')
	};
}
