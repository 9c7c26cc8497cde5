/** The groups of field parameters in the engine's units. */
import type { FieldPlan } from '../engine/plan.ts';
import type { FieldRules } from '../engine/spec.ts';
import { basisPoints, cents } from './amounts.ts';
import type { ScenarioDraft } from './draft.ts';
import type { PlanDraft } from './plan-draft.ts';

type Quality = Pick<
	FieldRules,
	'visit' | 'opening' | 'people' | 'grievance' | 'advisors' | 'pay' | 'selling'
>;

export function fieldQuality(field: ScenarioDraft['field']): Quality {
	const { trainingPerHour, standardPerWeek, officePerWeek, ...visit } = field.visit;
	const { sample, ...opening } = field.opening;
	const { filePerAccountWeek, ...people } = field.people;
	const { brokenPriceFrom, ...grievance } = field.grievance;
	const { wagePerWeek, ...advisors } = field.advisors;
	const { maxShare, ...pay } = field.pay;
	return {
		visit: {
			...visit,
			trainingCentsPerHour: cents(trainingPerHour),
			standardCentsPerWeek: cents(standardPerWeek),
			officeCentsPerWeek: cents(officePerWeek)
		},
		opening: { ...opening, sampleCents: cents(sample) },
		people: { ...people, fileCentsPerAccountWeek: cents(filePerAccountWeek) },
		grievance: { ...grievance, brokenPriceBp: basisPoints(brokenPriceFrom) },
		advisors: { ...advisors, wageCentsPerWeek: cents(wagePerWeek) },
		pay: { ...pay, maxShareBp: basisPoints(maxShare) },
		selling: field.selling
	};
}

/** The field block of a plan: pay in basis points, all else as it is written. */
export function fieldPlan(field: PlanDraft['field']): FieldPlan | undefined {
	if (field === undefined) return undefined;
	const { pay, ...rest } = field;
	return {
		...rest,
		...(pay !== undefined && { pay: { basis: pay.basis, shareBp: basisPoints(pay.share) } })
	};
}
