/** A dealer's terms and account as the firm sees them (V2, V9): its own books. */
import { ANSWERS, outletsShare, promisedReturn } from './acceptance.ts';
import { WEEK, type State } from './state.ts';
import { dealerGrievances, dealerLevel, dealerRelation } from './systems/dealer-relation.ts';
import { detectionChance } from './systems/diversion.ts';
import { invoiced } from './systems/credit.ts';
import {
	agreedTerms,
	MAX_CREDIT_DAYS,
	MAX_FINE_BP,
	MAX_LEVEL,
	MAX_REBATE_BP,
	MAX_STEP_FROM_BP,
	MAX_STEPS
} from './terms.ts';
import type { ContractView, PublicDealing } from './view.ts';
import { at, type World } from './world.ts';

export function contractView(world: World, state: State, f: number, r: number): ContractView | null {
	const cell = f * world.regions + r;
	const d = state.dealerOf[cell]!;
	if (d < 0) return null;
	const terms = agreedTerms(world, state, f, r);
	const { rebateWeeks } = world.spec.dealing;
	const earns = promisedReturn(world, state, f, r, d, terms);
	const grievances = dealerGrievances(world, state, f, r, d, terms);
	return {
		terms,
		level: dealerLevel(world, state, f, r, d, terms.exclusive, earns),
		relation: dealerRelation(world, state, f, r, d, earns, grievances),
		grievances,
		answer: at(ANSWERS, state.answers[cell]!),
		receivableCents: invoiced(state, d),
		overdueCents: state.overdue[d]!,
		boughtCents: state.bought[d]!,
		rebateDueCents: state.rebateDue[d]!,
		periodWeeksLeft: rebateWeeks - (state.clock[WEEK]! % rebateWeeks),
		goodsBackUnits: state.turnGoodsBack[cell]!,
		foundUnits: state.turnFound[cell]!,
		finedCents: state.turnFined[cell]!,
		returnBp: earns === null ? null : Math.floor(earns * 10_000),
		outletsBp: Math.floor(outletsShare(world, r, terms) * 10_000 + 0.5)
	};
}

export function publicDealing(world: World): PublicDealing {
	const { dealing } = world.spec;
	return {
		supportCentsPerWeek: dealing.supportCentsPerWeek,
		inspectionCentsPerWeek: dealing.inspectionCentsPerWeek,
		rebateWeeks: dealing.rebateWeeks,
		alternativeBp: Math.floor(dealing.alternativeReturn * 10_000 + 0.5),
		glutDays: dealing.glutDays,
		defaultWeeks: dealing.defaultWeeks,
		maxCreditDays: MAX_CREDIT_DAYS,
		maxRebateBp: MAX_REBATE_BP,
		maxSteps: MAX_STEPS,
		maxStepFromBp: MAX_STEP_FROM_BP,
		maxLevel: MAX_LEVEL,
		maxFineBp: MAX_FINE_BP,
		detectionBp: Array.from({ length: MAX_LEVEL + 1 }, (_, level) =>
			Math.floor(detectionChance(world, level) * 10_000 + 0.5)
		)
	};
}
