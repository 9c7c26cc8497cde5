/**
 * What is offered is answered at the turn's start (rules T5, D14, D15), and what is agreed is carried out: who may be
 * delivered to, and what support costs and does (D20).
 */
import { ANSWERS, answerTo, type Answer } from '../acceptance.ts';
import { ACCOUNT, pay } from '../ledger.ts';
import type { Plan } from '../plan.ts';
import { same } from '../same.ts';
import { worldEntity, type State } from '../state.ts';
import {
	agree,
	agreedTerms,
	assignedCell,
	offeredTerms,
	isUsual,
	supportLevel,
	USUAL_TERMS,
	MAX_LEVEL
} from '../terms.ts';
import { SUPPORT_FLOWS } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { resentCut, resentPrice } from './dealer-relation.ts';

/** T5 Offers to the dealers in place; who comes this turn is asked when it comes. */
export function negotiate(world: World, state: State, f: number, plan: Plan): void {
	const { healing } = world.spec.fieldRules.selling[plan.field.selling ?? 'service'];
	for (const [r, { id }] of world.spec.regions.entries()) {
		const cell = f * world.regions + r;
		setAnswer(state, cell, 'none');
		resentPrice(world, state, f, r, healing);
		const d = state.dealerOf[cell]!;
		if (d < 0 || Object.hasOwn(plan.dealers.appoint, id)) continue;
		const offer = offeredTerms(plan, id);
		// Mostly both want nothing but the usual, and that is soon seen.
		if (offer === USUAL_TERMS && isUsual(world, state, f, r)) continue;
		if (same(offer, agreedTerms(world, state, f, r))) continue;
		const answer = answerTo(world, state, f, r, d, offer);
		setAnswer(state, cell, answer);
		if (answer !== 'accepted') continue;
		const before = agreedTerms(world, state, f, r);
		putInForce(world, state, f, r, d, plan);
		resentCut(world, state, d, before, offer, healing);
	}
}

/** T5 What a newcomer says to the offer it is to come on: the usual terms it always takes. */
export function asksNewcomer(
	world: World,
	state: State,
	f: number,
	r: number,
	d: number,
	plan: Plan
): boolean {
	const offer = offeredTerms(plan, at(world.spec.regions, r).id);
	const answer = same(offer, USUAL_TERMS) ? 'accepted' : answerTo(world, state, f, r, d, offer);
	setAnswer(state, f * world.regions + r, answer);
	return answer === 'accepted';
}

/** D14 From now on the offer is what counts; outlets it no longer has are kept in mind. */
export function putInForce(world: World, state: State, f: number, r: number, d: number, plan: Plan): void {
	agree(world, state, f, r, offeredTerms(plan, at(world.spec.regions, r).id));
	assign(world, state, f, r, d);
}

export function answerOf(state: State, cell: number): Answer {
	return at(ANSWERS, state.answers[cell]!);
}

function setAnswer(state: State, cell: number, answer: Answer): void {
	state.answers[cell] = ANSWERS.indexOf(answer);
}

/** D14 Who is not assigned is not delivered to; who is assigned again is, if it was before. */
function assign(world: World, state: State, f: number, r: number, d: number): void {
	for (let a = 0; a < world.areas; a++) {
		if (world.areaRegion[a] !== r) continue;
		for (let o = world.areaStart[a]!; o < world.areaStart[a + 1]!; o++) {
			const cell = d * world.outlets + o;
			const may = state.assigned[assignedCell(world, f, a, world.outletClass[o]!)] === 1;
			if (!may && state.served[cell] === 1) {
				state.served[cell] = 0;
				state.released[cell] = 1;
			} else if (may && state.released[cell] === 1) {
				state.served[cell] = 1;
				state.released[cell] = 0;
			}
		}
	}
}

/** D14 All that was ever its network is so again, for whoever comes to it next. */
export function restoreNetwork(world: World, state: State, d: number): void {
	for (let cell = d * world.outlets; cell < (d + 1) * world.outlets; cell++) {
		if (state.released[cell] === 1) state.served[cell] = 1;
		state.released[cell] = 0;
	}
}

/** D20 A week's support is paid, and what it can do comes near step by step: people learn. */
export function supportDealers(world: World, state: State): void {
	const { supportCentsPerWeek, supportSpeed } = world.spec.dealing;
	for (let f = 0; f < world.firms; f++)
		for (let r = 0; r < world.regions; r++) {
			const d = state.dealerOf[f * world.regions + r]!;
			if (d < 0) continue;
			for (let i = 0; i < SUPPORT_FLOWS.length; i++) {
				const level = supportLevel(world, state, f, r, at(SUPPORT_FLOWS, i));
				const cell = d * SUPPORT_FLOWS.length + i;
				if (level === 0 && state.supported[cell] === 0) continue;
				const cents = level * supportCentsPerWeek;
				pay(state.balances, f, ACCOUNT.SUPPORT, worldEntity(world), ACCOUNT.REVENUE, cents);
				const gap = level / MAX_LEVEL - state.supported[cell]!;
				state.supported[cell] = state.supported[cell]! + supportSpeed * gap;
			}
		}
}
