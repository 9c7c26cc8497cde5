/** `observe` for the field force (rules V8, R10, R13): own records by area, and the team. */
import { minutesPerHead, teamMinutes } from '../coverage.ts';
import type { Plan } from '../plan.ts';
import { builtBy } from '../platform/parts.ts';
import { targetPull } from '../platform/targets.ts';
import { WEEK, type State } from '../state.ts';
import type { Figure } from '../view.ts';
import {
	CALL_PURPOSES,
	CLASSES,
	FUNNEL_STAGES,
	OPENING_EVENTS,
	RELATION_LEVELS,
	RELATION_TYPES,
	placesOf
} from '../vocab.ts';
import { at, type World } from '../world.ts';
import { fieldPrices } from './costs.ts';
import { funnelRates } from './funnel.ts';
import { CLOSE, countGroups, groupAccounts, purposeOf } from './groups.ts';
import { OPPOSED, RESTING } from './openings.ts';
import { fieldTurn, inField, type FieldTurn } from './turn.ts';
import type { AreaFieldView, FieldRulesView, FieldView } from './view.ts';

/** V8 What is told of a rival's wasted time may be a fifth off. Design (A). */
const WASTE_ERROR = 0.2;

const STAGE = placesOf(FUNNEL_STAGES);
const RELATION = placesOf(RELATION_TYPES);
const LEVEL = placesOf(RELATION_LEVELS);

/** The firm's accounts and team under the plan in force, made once for a view. */
export interface FieldRecords {
	readonly groups: Uint8Array;
	readonly turn: FieldTurn;
}

export function fieldRecords(world: World, state: State, firm: number, plan: Plan): FieldRecords {
	const keyAccounts = world.spec.firms.map((_, f) => (f === firm ? (plan.field.keyAccounts ?? 0) : 0));
	const groups = groupAccounts(world, state, keyAccounts, state.clock[WEEK]!, [firm]);
	const turn = fieldTurn(world, firm, plan, groups, {
		waste: state.waste[firm]!,
		skill: state.skill[firm]!,
		staff: state.staff[firm]!,
		newcomers: state.newcomers[firm]!,
		built: builtBy(state, firm),
		pull: targetPull(world, state, firm)
	});
	return { groups, turn };
}

/** @param records looked at for the load alone, and when it is asked for */
export function fieldView(
	world: World,
	state: State,
	firm: number,
	plan: Plan,
	records: () => FieldRecords
): FieldView {
	const field = inField(world, plan, { built: builtBy(state, firm) });
	const waste = state.waste[firm]!;
	const represents = world.outletRepresents[0] ?? 1;
	const rivalWaste = world.spec.firms.flatMap(({ id, wastedTime }, f) =>
		f === firm ? [] : [{ firm: id, wasted: told(wastedTime) }]
	);
	const best = rivalWaste.reduce((least, { wasted }) => Math.min(least, wasted.value ?? 1), 1);
	return {
		merchandisers: state.staff[firm]!,
		newcomers: state.newcomers[firm]!,
		leavers: state.turnLeavers[firm]!,
		minutesPerHead: minutesPerHead(world, waste, field.trainingHours),
		minutesPerWeek: teamMinutes(world, waste, field, state.staff[firm]!, state.newcomers[firm]!),
		travelMinutesPerVisit: world.spec.fieldRules.travelMinutesPerVisit,
		get load() {
			return records().turn.load;
		},
		wastedTime: waste,
		rivalWaste,
		wasteRatio: best > 0 && rivalWaste.length > 0 ? over(waste, told(best)) : unknown,
		skill: state.skill[firm]!,
		accountFile: state.file[firm]!,
		keyEventsMet: state.turnKeyEvents[firm * 2]! * represents,
		keyEventsMissed: state.turnKeyEvents[firm * 2 + 1]! * represents
	};
}

const unknown: Figure = { value: null, low: null, high: null, asOfWeek: -1, source: 'file' };

const told = (value: number): Figure => ({
	value,
	low: value * (1 - WASTE_ERROR),
	high: value * (1 + WASTE_ERROR),
	asOfWeek: -1,
	source: 'file'
});

const over = (own: number, { value, low, high }: Figure): Figure => ({
	...unknown,
	value: own / (value ?? 1),
	low: own / (high ?? 1),
	high: own / (low ?? 1)
});

/** @param records looked at for what calls are for and how good they are, and when that is asked for */
export function areaFieldView(
	world: World,
	state: State,
	firm: number,
	a: number,
	records: () => FieldRecords
): AreaFieldView {
	const { firms, areaStart, outletRepresents, outletClass } = world;
	const { called, keyPerson } = state;
	const byClass = new Int32Array(CLASSES.length);
	const byStage = new Int32Array(FUNNEL_STAGES.length);
	const byRelation = new Int32Array(RELATION_TYPES.length);
	const byLevel = new Int32Array(RELATION_LEVELS.length);
	let keyPersons = 0;
	const end = areaStart[a + 1]!;
	for (let o = areaStart[a]!; o < end; o++) {
		const cell = o * firms + firm;
		const real = outletRepresents[o]!;
		if (called[cell] === 0) add(byClass, outletClass[o]!, real);
		keyPersons += keyPerson[cell]! * real;
		if (!listsAny(world, state, o, firm)) {
			add(byStage, stageOf(state, cell), real);
			continue;
		}
		const relation = relationOf(state, cell);
		add(byStage, relation === RELATION.symbiotic ? STAGE.core : STAGE.listed, real);
		add(byRelation, relation, real);
		add(byLevel, levelOf(state, cell, relation), real);
	}
	const real = outletRepresents[areaStart[a]!] ?? 1;
	const firstEvent = (a * firms + firm) * OPENING_EVENTS.length;
	const openings = named(OPENING_EVENTS, state.turnOpenings, firstEvent, real);
	const stages = named(FUNNEL_STAGES, byStage);
	return {
		get purposes() {
			return purposesOf(world, records().groups, firm, a);
		},
		unvisited: state.clock[WEEK]! === 0 ? null : named(CLASSES, byClass),
		stages,
		relations: named(RELATION_TYPES, byRelation),
		levels: named(RELATION_LEVELS, byLevel),
		openings,
		conversion: {
			...funnelRates(openings, stages),
			opportunities: openings.negotiated,
			orders: openings.won
		},
		keyPersons,
		get quality() {
			return at(records().turn.quality, a);
		}
	};
}

/** Real accounts by what they are called on for. */
function purposesOf(world: World, groups: Uint8Array, firm: number, a: number): AreaFieldView['purposes'] {
	const counts = new Int32Array(CALL_PURPOSES.length);
	for (const [g, accounts] of countGroups(world, groups, firm, [a]).entries())
		add(counts, purposeOf(g), accounts);
	return named(CALL_PURPOSES, counts);
}

function add(counts: Int32Array, i: number, real: number): void {
	counts[i] = counts[i]! + real;
}

/** Counts by their words; a view has hundreds of them, and `fromEntries` takes many times as long. */
export function named<T extends string>(
	words: readonly T[],
	counts: Int32Array,
	first = 0,
	factor = 1
): Record<T, number> {
	const record = {} as Record<T, number>;
	for (let i = 0; i < words.length; i++) record[at(words, i)] = counts[first + i]! * factor;
	return record;
}

export function listsAny({ firmStart, products }: World, { listed }: State, o: number, f: number): boolean {
	const end = o * products + firmStart[f + 1]!;
	for (let cell = o * products + firmStart[f]!; cell < end; cell++) if (listed[cell] === 1) return true;
	return false;
}

/** R10 How far an account is that lists nothing yet: its place among the stages. */
function stageOf(state: State, cell: number): number {
	const step = state.opening[cell]! & 15;
	if (step === 0 || step > RESTING) return STAGE.prospect;
	return step === 1 ? STAGE.visited : STAGE.negotiating;
}

/** R13 Its place among the types. */
function relationOf(state: State, cell: number): number {
	if (state.grievance[cell]! >= OPPOSED) return RELATION.opposed;
	const close = state.closeness[cell]! >= CLOSE;
	const bound = state.dependence[cell]! >= CLOSE;
	return close && bound ? RELATION.symbiotic : close || bound ? RELATION.following : RELATION.loose;
}

/** R13 Its place among the levels. */
function levelOf(state: State, cell: number, relation: number): number {
	if (relation === RELATION.symbiotic) return LEVEL.coexistence;
	return state.closeness[cell]! >= CLOSE ? LEVEL.advice : LEVEL.transaction;
}

export function fieldRulesView(world: World): FieldRulesView {
	const { visit, people, advisors, opening, pay } = world.spec.fieldRules;
	return {
		...fieldPrices(world.spec.fieldRules),
		maxTrainingHours: visit.maxTrainingHours,
		maxAdvisors: advisors.maxHeads,
		dealersPerAdvisor: advisors.dealersPerHead,
		maxKeyAccounts: opening.maxKeyAccounts,
		maxPayShareBp: pay.maxShareBp,
		sampleCents: opening.sampleCents,
		wasteEdge: visit.wasteEdge,
		overload: people.overload,
		maxGapWeeks: opening.maxGapWeeks
	};
}
