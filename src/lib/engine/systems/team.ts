/**
 * The team through the weeks (rules F6–F11, R12): what it costs beyond wages, what it learns, wastes and files, the
 * dealers it advises; and when a turn closes, who leaves, and what key events came to.
 */
import { accountsOfArea, fieldPrices, programmeCents, programmeTotal } from '../field/costs.ts';
import { listsAny } from '../field/observe.ts';
import type { FieldPlan } from '../field/plan.ts';
import { namedAreas, namedShare } from '../field/turn.ts';
import { ACCOUNT, pay } from '../ledger.ts';
import { standing, weeksBuilt } from '../platform/parts.ts';
import { PURPOSE, purposeWord, uniform, uniformAt, type WeekKey } from '../random.ts';
import { worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { OPENING_EVENTS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { WEEKS_PER_YEAR } from './demand.ts';

/** People of a firm have ids of their own in draws: more than any firm may employ. */
export const PEOPLE = 4096;

export function runTeams(world: World, state: State, turn: Turn): void {
	const { visit, people } = world.spec.fieldRules;
	const prices = fieldPrices(world.spec.fieldRules);
	for (let f = 0; f < world.firms; f++) {
		const { field } = at(turn.plans, f);
		const accounts = workedAccounts(world, turn, f);
		const cents = programmeTotal(programmeCents(prices, field, accounts, state.staff[f]!));
		pay(state.balances, f, ACCOUNT.PEOPLE, worldEntity(world), ACCOUNT.REVENUE, cents);
		// F6 what was learnt is forgotten as it was learnt.
		const hours = field.trainingHours ?? 0;
		const learnt = hours / (hours + visit.trainingHalfHours);
		state.skill[f] = state.skill[f]! + visit.trainingSpeed * (learnt - state.skill[f]!);
		// K2 defined areas, with one person each, leave less to waste.
		const { areasCut } = world.spec.platform;
		const built = standing(world.spec.platform, weeksBuilt(state, f, 'areas'));
		const defined = built === 0 ? 0 : built * namedShare(world, at(turn.plans, f), state.staff[f]!);
		const wasted =
			at(world.spec.firms, f).wastedTime *
			(1 - (visit.officeCut * (field.officeHelp ?? 0)) / 100) *
			(1 - areasCut * defined);
		state.waste[f] = state.waste[f]! + visit.wasteSpeed * (wasted - state.waste[f]!);
		// F10 a file fills while it is kept, and goes stale as fast.
		const step = (field.accountFile === true ? 1 : -1) / people.fileWeeks;
		state.file[f] = Math.max(0, Math.min(1, state.file[f]! + step));
		advise(world, state, f, field);
	}
}

/** Real accounts of the areas that the firm's people work. */
function workedAccounts(world: World, { worked }: Turn, f: number): number {
	let accounts = 0;
	for (let a = 0; a < world.areas; a++)
		if (worked[f * world.areas + a] === 1) accounts += accountsOfArea(world, a);
	return accounts;
}

/** F11 Dealers who are advised come to lead as they are told; left alone they fall back. */
function advise(
	world: World,
	state: State,
	f: number,
	{ advisors: plan, selling: style = 'service' }: FieldPlan
): void {
	const { dealersPerHead, speed } = world.spec.fieldRules.advisors;
	// D29 who is coached learns faster.
	const binding = world.spec.fieldRules.selling[style];
	const taught = 1 - binding.trained + binding.trained * state.skill[f]!;
	const pace = Math.min(1, speed * Math.max(0, 1 + binding.dependence * taught));
	const asked = plan?.regions.length ?? 0;
	const share = asked === 0 ? 0 : Math.min(1, ((plan?.heads ?? 0) * dealersPerHead) / asked);
	for (let r = 0; r < world.regions; r++) {
		const cell = f * world.regions + r;
		const goal = plan?.regions.includes(at(world.spec.regions, r).id) === true ? share : 0;
		state.advice[cell] = state.advice[cell]! + pace * (goal - state.advice[cell]!);
	}
}

/** When a turn closes: samples are paid, key events told, and people leave. @param key of its last week */
export function closeTeams(world: World, state: State, turn: Turn, key: WeekKey, weeks: number): void {
	payForSamples(world, state);
	keyEvents(world, state, key, weeks);
	for (let f = 0; f < world.firms; f++) leave(world, state, turn, key, weeks, f);
}

/** R8 Samples of third visits. */
function payForSamples(world: World, state: State): void {
	const { sampleCents } = world.spec.fieldRules.opening;
	const tried = OPENING_EVENTS.indexOf('tried');
	for (let a = 0; a < world.areas; a++)
		for (let f = 0; f < world.firms; f++) {
			const visits = state.turnOpenings[(a * world.firms + f) * OPENING_EVENTS.length + tried]!;
			const outlets = visits * world.outletRepresents[world.areaStart[a]!]!;
			pay(state.balances, f, ACCOUNT.PROMOTION, worldEntity(world), ACCOUNT.REVENUE, outlets * sampleCents);
		}
}

/** R12 An A account remembers who was there in its great weeks, and who was not. */
function keyEvents(world: World, state: State, [k0, k1, k2, k3]: WeekKey, weeks: number): void {
	const { eventChance } = world.spec.fieldRules.opening;
	const chance = Math.min(1, (eventChance * weeks) / 4);
	const word = purposeWord(k2, k3, PURPOSE.keyEvent);
	for (const outlets of world.classA)
		for (const o of outlets) if (uniformAt(k0, k1, o, word) < chance) keyEvent(world, state, o);
}

function keyEvent(world: World, state: State, o: number): void {
	const { eventLift, eventMissed } = world.spec.fieldRules.opening;
	for (let f = 0; f < world.firms; f++) {
		const cell = o * world.firms + f;
		if (state.called[cell] === 1 && state.keyPerson[cell] === 1) {
			state.closeness[cell] = state.closeness[cell]! + eventLift * (1 - state.closeness[cell]!);
			state.turnKeyEvents[f * 2] = state.turnKeyEvents[f * 2]! + 1;
		} else if (state.called[cell] === 0 && listsAny(world, state, o, f)) {
			state.grievance[cell] = Math.min(255, state.grievance[cell]! + eventMissed);
			state.turnKeyEvents[f * 2 + 1] = state.turnKeyEvents[f * 2 + 1]! + 1;
		}
	}
}

/** F9 Each merchandiser leaves by the year's turnover, the likelier the more is asked of the team. */
function leave(world: World, state: State, turn: Turn, key: WeekKey, weeks: number, f: number): void {
	const { turnoverPerYear, overloadTurnover, overload } = world.spec.fieldRules.people;
	const yearly = at(turn.field, f).load > overload ? overloadTurnover : turnoverPerYear;
	// K5 who is appraised stays.
	const { appraisalStay } = world.spec.platform;
	const appraised = appraisalStay * standing(world.spec.platform, weeksBuilt(state, f, 'appraisal'));
	const weekly = Math.min(1, (yearly * (1 - appraised)) / WEEKS_PER_YEAR);
	let stays = 1;
	for (let week = 0; week < weeks; week++) stays *= 1 - weekly;
	const [k0, k1, k2, k3] = key;
	const staff = state.staff[f]!;
	for (let person = 1; person <= staff; person++) {
		if (uniform(k0, k1, k2, k3, f * PEOPLE + person, PURPOSE.leave) < stays) continue;
		takeAlong(world, state, turn, f, person, staff);
		state.staff[f] = state.staff[f]! - 1;
		state.turnLeavers[f] = state.turnLeavers[f]! + 1;
	}
}

/** F10 His accounts: those of the areas he answers for; of areas nobody answers for, an even part. */
function takeAlong(world: World, state: State, turn: Turn, f: number, person: number, staff: number): void {
	const { leaverTakes, fileKeeps } = world.spec.fieldRules.people;
	const kept = 1 - leaverTakes * (1 - fileKeeps * state.file[f]!);
	const names = namedAreas(world, at(turn.plans, f).field, staff);
	for (let a = 0; a < world.areas; a++) {
		if (turn.worked[f * world.areas + a] !== 1) continue;
		const people = names.get(a) ?? [];
		const place = people.length > 0 ? people.indexOf(person) : person - 1;
		const among = people.length > 0 ? people.length : staff;
		if (place < 0) continue;
		const start = world.areaStart[a]!;
		const end = world.areaStart[a + 1]!;
		// His are those whose number leaves his place: one in so many.
		for (let o = start + ((place + among - (start % among)) % among); o < end; o += among) {
			const cell = o * world.firms + f;
			state.closeness[cell] = state.closeness[cell]! * kept;
			state.dependence[cell] = state.dependence[cell]! * kept;
			// What is written down, the next one finds: who decides here, and how far a series is.
			if (state.file[f]! < 1) {
				state.keyPerson[cell] = 0;
				if (!listsAny(world, state, o, f)) state.opening[cell] = 0;
			}
		}
	}
}
