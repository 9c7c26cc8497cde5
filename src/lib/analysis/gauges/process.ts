/**
 * How far a firm is in the operating process (运作流程, M1): choose the entry market, survey it, plan, build the
 * platform, start, develop, consolidate, copy. Read off the view alone; the marks are A.
 */
import type { AreaView, FirmView } from '../../engine/view.ts';
import { CLASSES, NO1_RATIO, PLATFORM_PARTS } from '../../engine/vocab.ts';
import { atLeast, type GaugeStep } from './gauge.ts';

export const PROCESS_STEPS = [
	'choose',
	'survey',
	'plan',
	'platform',
	'start',
	'develop',
	'consolidate',
	'copy'
] as const;
export type ProcessStep = (typeof PROCESS_STEPS)[number];

export interface Process {
	readonly steps: readonly GaugeStep<ProcessStep>[];
	/** The first step whose mark is not reached; null: all are. */
	readonly stage: ProcessStep | null;
	/** Work in the field went on while the platform was not built: the order of the process is turned round. */
	readonly early: boolean;
}

export function processOf(view: FirmView): Process {
	const worked = view.areas.filter((area) => area.worked);
	const held = worked.filter((area) => ratio(area) >= NO1_RATIO);
	const regions = new Set(worked.filter((area) => !held.includes(area)).map(({ region }) => region));
	const concentrated = worked.length === 0 ? 0 : regions.size <= 1 ? 1 : 1 / regions.size;
	const steps: GaugeStep<ProcessStep>[] = [
		atLeast('choose', concentrated, 1),
		atLeast('survey', surveyed(worked), 0.9),
		atLeast('plan', planned(view, worked), 1),
		atLeast('platform', built(view), 0.75),
		atLeast('start', listing(worked), 0.3),
		atLeast('develop', listing(worked), 0.5),
		atLeast('consolidate', Math.max(0, ...worked.map(ratio)), NO1_RATIO),
		atLeast('copy', held.length, 2)
	];
	const started = worked.length > 0 && view.field.merchandisers > 0 && view.turn > 0;
	return {
		steps,
		stage: steps.find(({ met }) => !met)?.code ?? null,
		early: started && built(view) < 0.75
	};
}

const ratio = (area: AreaView): number => area.ratio.value ?? 0;
const accounts = ({ outlets }: AreaView): number => CLASSES.reduce((sum, name) => sum + outlets[name], 0);

/** Share of the accounts of the worked areas that were called on. */
export function surveyed(worked: readonly AreaView[]): number {
	const all = worked.reduce((sum, area) => sum + accounts(area), 0);
	const called = worked.reduce((sum, area) => {
		const { unvisited } = area.field;
		if (unvisited === null) return sum;
		return sum + accounts(area) - CLASSES.reduce((left, name) => left + unvisited[name], 0);
	}, 0);
	return all === 0 ? 0 : called / all;
}

/** Dealers chosen by the sheet where people work, and a target split over the areas. */
function planned(view: FirmView, worked: readonly AreaView[]): number {
	const regions = [...new Set(worked.map(({ region }) => region))];
	const chosen = regions.filter((region) => view.plan.dealers.sheets[region] !== undefined).length;
	const target = (view.plan.platform?.targets?.totalUnits ?? 0) > 0 ? 1 : 0;
	return regions.length === 0 ? 0 : (chosen / regions.length + target) / 2;
}

/** How far the platform stands, all parts together. */
export function built({ platform, rules }: FirmView): number {
	const weeks = PLATFORM_PARTS.reduce((sum, part) => sum + platform.built[part], 0);
	return weeks / (PLATFORM_PARTS.length * rules.platform.buildWeeks);
}

/** Share of the accounts of the worked areas that list the firm. */
function listing(worked: readonly AreaView[]): number {
	const all = worked.reduce((sum, area) => sum + accounts(area), 0);
	const lists = worked.reduce((sum, { field }) => sum + field.stages.listed + field.stages.core, 0);
	return all === 0 ? 0 : lists / all;
}
