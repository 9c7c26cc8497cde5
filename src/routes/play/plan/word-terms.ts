/** Terms with a dealer in words, one part each; the usual ones are one part too. */
import type { ControlPlan, DealerTerms } from '#lib/engine/plan.ts';
import { SUPPORT_FLOWS } from '#lib/engine/vocab.ts';
import type { Words } from '../words.ts';

export function termParts(terms: DealerTerms, { t, percent, yuan, list, names }: Words): string[] {
	const { assigned, support } = terms;
	const parts = [
		...(terms.exclusive ? [t('part.exclusive')] : []),
		...(terms.creditDays > 0 ? [t('part.credit', { days: terms.creditDays })] : []),
		...(terms.rebateBp > 0 ? [t('part.rebate', { share: percent(terms.rebateBp) })] : []),
		...(terms.targetCents > 0 ? [t('part.target', { target: yuan(terms.targetCents) })] : []),
		...(terms.targetCents > 0
			? terms.steps.map(({ fromBp, rebateBp }) =>
					t('part.step', { from: percent(fromBp), share: percent(rebateBp) })
				)
			: []),
		...SUPPORT_FLOWS.filter((flow) => support[flow] > 0).map((flow) =>
			t('part.support', { flow: t(`flow.${flow}`), level: support[flow] })
		),
		...(assigned === null
			? []
			: [
					t('part.assigned', {
						areas: list(assigned.areas.map(names.area)),
						classes: list([...assigned.classes])
					})
				])
	];
	return parts.length === 0 ? [t('part.usual')] : parts;
}

export function controlParts({ inspection, fineBp, forfeit }: ControlPlan, { t, percent }: Words): string[] {
	const parts = [
		...(inspection > 0 ? [t('part.inspection', { level: inspection })] : []),
		...(fineBp > 0 ? [t('part.fine', { share: percent(fineBp) })] : []),
		...(forfeit ? [t('part.forfeit')] : [])
	];
	return parts.length === 0 ? [t('part.none')] : parts;
}
