/**
 * The five duties of effective shipment (有效出货五项管理, M5): the network in order, areas down to one person, targets
 * broken down, task plans, checks. Read off the view alone; the marks are A.
 */
import { standing } from '../../engine/platform/parts.ts';
import type { FirmView } from '../../engine/view.ts';
import { atLeast, type GaugeStep } from './gauge.ts';
import { surveyed } from './process.ts';

export const DUTIES = ['network', 'areas', 'targets', 'tasks', 'checks'] as const;
export type Duty = (typeof DUTIES)[number];

/** A dealer lives on half of its region's volume at least. */
const LIVING_BP = 5000;

export function dutiesOf(view: FirmView): GaugeStep<Duty>[] {
	const worked = view.areas.filter((area) => area.worked);
	const { built, namedShare } = view.platform;
	return [
		atLeast('network', Math.min(surveyed(worked), fed(view)), 0.9),
		atLeast('areas', namedShare, 1),
		atLeast('targets', worked.length === 0 ? 0 : targeted(view, worked.length), 1),
		atLeast('tasks', worked.length === 0 ? 0 : manned(view), 0.95),
		atLeast(
			'checks',
			(standing(view.rules.platform, built.reports) + standing(view.rules.platform, built.appraisal)) / 2,
			0.75
		)
	];
}

/** Share of the regions worked whose dealer has outlets enough to live on. */
function fed({ areas, regions }: FirmView): number {
	const worked = regions.filter(({ id }) => areas.some((area) => area.worked && area.region === id));
	const fine = worked.filter(({ contract }) => contract !== null && contract.outletsBp >= LIVING_BP);
	return worked.length === 0 ? 0 : fine.length / worked.length;
}

/** Share of the areas worked that have a target and one person who answers for it. */
function targeted({ plan }: FirmView, areas: number): number {
	if ((plan.platform?.targets?.totalUnits ?? 0) <= 0) return 0;
	const named = plan.regions.worked.filter((id) => plan.field.responsible?.[id]?.length === 1);
	return Math.min(1, named.length / areas);
}

/** Of the calls that the plan asks for, the part there are hours for. */
function manned({ field }: FirmView): number {
	if (field.merchandisers === 0) return 0;
	return field.load <= 1 ? 1 : 1 / field.load;
}
