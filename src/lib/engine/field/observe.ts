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
	placesOf,
	type FunnelStage,
	type RelationLevel,
	type RelationType
} from '../vocab.ts';
import { at, type World } from '../world.ts';
import { fieldPrices } from './costs.ts';
import { CLOSE, groupAccounts, purposeOf } from './groups.ts';
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

export function fieldView(
	world: World,
	state: State,
	firm: number,
	plan: Plan,
	{ turn }: FieldRecords
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
		load: turn.load,
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

export function areaFieldView(
	world: World,
	state: State,
	firm: number,
	a: number,
	{ groups, turn }: FieldRecords
): AreaFieldView {
	const { outletRepresents, outletClass } = world;
	const { called, keyPerson } = state;
	const byPurpose = new Int32Array(CALL_PURPOSES.length);
	const byClass = new Int32Array(CLASSES.length);
	const byStage = new Int32Array(FUNNEL_STAGES.length);
	const byRelation = new Int32Array(RELATION_TYPES.length);
	const byLevel = new Int32Array(RELATION_LEVELS.length);
	let keyPersons = 0;
	for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
		const cell = o * world.firms + firm;
		const real = outletRepresents[o]!;
		add(byPurpose, purposeOf(groups[cell]!), real);
		if (called[cell] === 0) add(byClass, outletClass[o]!, real);
		if (keyPerson[cell] === 1) keyPersons += real;
		const lists = listsAny(world, state, o, firm);
		add(byStage, STAGE[stageOf(state, cell, lists)], real);
		if (!lists) continue;
		add(byRelation, RELATION[relationOf(state, cell)], real);
		add(byLevel, LEVEL[levelOf(state, cell)], real);
	}
	const real = world.outletRepresents[world.areaStart[a]!] ?? 1;
	const firstEvent = (a * world.firms + firm) * OPENING_EVENTS.length;
	const openings = named(OPENING_EVENTS, (i) => state.turnOpenings[firstEvent + i]! * real);
	const { begun, negotiated, won } = openings;
	return {
		purposes: named(CALL_PURPOSES, (i) => byPurpose[i]!),
		unvisited: state.clock[WEEK]! === 0 ? null : named(CLASSES, (i) => byClass[i]!),
		stages: named(FUNNEL_STAGES, (i) => byStage[i]!),
		relations: named(RELATION_TYPES, (i) => byRelation[i]!),
		levels: named(RELATION_LEVELS, (i) => byLevel[i]!),
		openings,
		conversion: {
			leadRate: begun > 0 ? negotiated / begun : null,
			opportunities: negotiated,
			orderRate: negotiated > 0 ? won / negotiated : null,
			orders: won
		},
		keyPersons,
		quality: at(turn.quality, a)
	};
}

function add(counts: Int32Array, i: number, real: number): void {
	counts[i] = counts[i]! + real;
}

function named<T extends string>(words: readonly T[], count: (index: number) => number): Record<T, number> {
	return Object.fromEntries(words.map((word, i) => [word, count(i)])) as Record<T, number>;
}

export function listsAny(world: World, state: State, o: number, f: number): boolean {
	for (let k = world.firmStart[f]!; k < world.firmStart[f + 1]!; k++)
		if (state.listed[o * world.products + k] === 1) return true;
	return false;
}

/** R10 How far an account is. */
export function stageOf(state: State, cell: number, lists: boolean): FunnelStage {
	if (lists) return relationOf(state, cell) === 'symbiotic' ? 'core' : 'listed';
	const step = state.opening[cell]! & 15;
	if (step === 0 || step > RESTING) return 'prospect';
	return step === 1 ? 'visited' : 'negotiating';
}

/** R13 */
export function relationOf(state: State, cell: number): RelationType {
	if (state.grievance[cell]! >= OPPOSED) return 'opposed';
	const close = state.closeness[cell]! >= CLOSE;
	const bound = state.dependence[cell]! >= CLOSE;
	return close && bound ? 'symbiotic' : close || bound ? 'following' : 'loose';
}

/** R13 */
export function levelOf(state: State, cell: number): RelationLevel {
	if (relationOf(state, cell) === 'symbiotic') return 'coexistence';
	return state.closeness[cell]! >= CLOSE ? 'advice' : 'transaction';
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
