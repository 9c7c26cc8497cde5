/** Changes of the plan: head count and calls. */
import type { Plan } from '#lib/engine/plan.ts';
import type { OutletClass } from '#lib/engine/vocab.ts';

export function setMerchandisers(plan: Plan, merchandisers: number): Plan {
	return { ...plan, field: { ...plan.field, merchandisers } };
}

export type CallFigure = 'visitsPer4Weeks' | 'minutesPerVisit';

export function setCalls(plan: Plan, figure: CallFigure, outlets: OutletClass, value: number): Plan {
	return { ...plan, field: { ...plan.field, [figure]: { ...plan.field[figure], [outlets]: value } } };
}
