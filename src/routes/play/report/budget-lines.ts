/** Budgets against what was spent in sentences: the sums of the areas that had one, and where it was more. */
import { BUDGET_KINDS, type BudgetRow } from '#lib/analysis/gauges/index.ts';
import type { BudgetPlan } from '#lib/engine/platform/plan.ts';
import type { Words } from '../words.ts';

export function budgetLines(rows: readonly BudgetRow[], { t, names, yuan, list }: Words): string[] {
	const planned = rows.flatMap(({ of, id, budget, spent }) =>
		of === 'area' && budget !== null ? [{ id, budget, spent }] : []
	);
	if (planned.length === 0) return [t('report.budgets.none')];
	const sum = (side: 'budget' | 'spent', kind: keyof BudgetPlan): string =>
		yuan(planned.reduce((cents, row) => cents + row[side][kind], 0));
	const over = planned.flatMap(({ id, budget, spent }) =>
		BUDGET_KINDS.flatMap((kind) =>
			spent[kind] > budget[kind]
				? [t('report.budgets.by', { area: names.area(id), kind, more: yuan(spent[kind] - budget[kind]) })]
				: []
		)
	);
	return [
		t('report.budgets.sum', {
			areas: planned.length,
			promotion: sum('spent', 'promotionCents'),
			promotionBudget: sum('budget', 'promotionCents'),
			people: sum('spent', 'peopleCents'),
			peopleBudget: sum('budget', 'peopleCents')
		}),
		over.length === 0 ? t('report.budgets.within') : t('report.budgets.over', { areas: list(over) })
	];
}
