/** Rules of the platform (M1, M5, M37): was it there before the launch, can its targets be reached, do budgets hold? */
import type { Plan } from '../../engine/plan.ts';
import type { AreaFacts } from '../../engine/report.ts';
import { PLATFORM_PARTS } from '../../engine/vocab.ts';
import { BUDGET_KINDS, budgetsMet, type BudgetRow } from '../gauges/index.ts';
import type { Case, Rule } from './case.ts';

/** As in the gauge of the process: so much of it stands. Design (A). */
const BUILT = 0.75;

/** How far the platform stands, all parts together. */
function built({ report }: Case): number {
	const { built: weeks, buildWeeks } = report.facts.platform;
	const sum = PLATFORM_PARTS.reduce((all, part) => all + Math.min(buildWeeks, weeks[part]), 0);
	return sum / (PLATFORM_PARTS.length * buildWeeks);
}

const launchesOf = ({ price }: Plan): string[] =>
	Object.entries(price.launches ?? {}).flatMap(([product, regions]) =>
		regions.map((region) => `${product}/${region}`)
	);

/** Areas and launches that the turn before did not have. */
function started({ report, before }: Case): number {
	if (before === null) return 0;
	const areas = report.plan.regions.worked.filter((id) => !before.plan.regions.worked.includes(id));
	const past = launchesOf(before.plan);
	return areas.length + launchesOf(report.plan).filter((it) => !past.includes(it)).length;
}

interface Targeted {
	readonly area: string;
	readonly target: number;
	readonly past: number;
	/** Beyond past sales, in parts of what pulls most. */
	readonly stretches: number;
}

function targeted({ report }: Case): Targeted[] {
	const stretch = report.facts.platform.targetStretchBp / 10_000;
	return report.facts.areas.flatMap(({ area, targetUnits, targetPastUnits = 0 }: AreaFacts) =>
		targetUnits === undefined || targetPastUnits === 0
			? []
			: [
					{
						area,
						target: targetUnits,
						past: targetPastUnits,
						stretches: (targetUnits / targetPastUnits - 1) / stretch
					}
				]
	);
}

/** The furthest first; of equals the first in file order. */
function furthest(areas: readonly Targeted[]): Targeted | null {
	return areas.reduce<Targeted | null>(
		(top, area) => (top === null || Math.abs(area.stretches) > Math.abs(top.stretches) ? area : top),
		null
	);
}

function told({ area, target, past }: Targeted, of: number) {
	return {
		area: { kind: 'area', id: area },
		target: { kind: 'units', value: target },
		past: { kind: 'units', value: past },
		areas: { kind: 'count', value: of }
	} as const;
}

function overrun({ budget, spent }: BudgetRow): number {
	if (budget === null) return 0;
	return BUDGET_KINDS.reduce((sum, kind) => sum + Math.max(0, spent[kind] - budget[kind]), 0);
}

export const PLATFORM_RULES: readonly Rule[] = [
	{
		code: 'PLATFORM_LATE',
		tone: 'warn',
		row: 'M1',
		evidence: 'plan',
		costs: [],
		find(turn) {
			const { report } = turn;
			const [stands, news, { begun }] = [built(turn), started(turn), report.facts.field.openings];
			const isBuilding = (report.plan.platform?.build ?? []).length > 0;
			// Copied or launched too early; or the field goes on as if there were nothing to build.
			if (stands >= BUILT || (news === 0 && (isBuilding || begun === 0))) return null;
			const params = {
				built: { kind: 'share', value: stands },
				mark: { kind: 'share', value: BUILT },
				started: { kind: 'count', value: news },
				begun: { kind: 'count', value: begun }
			} as const;
			return { params, lever: 'platform' };
		}
	},
	{
		code: 'TARGET_EASY',
		tone: 'warn',
		row: 'M5',
		evidence: 'plan',
		costs: ['attainment'],
		find(turn) {
			const easy = targeted(turn).filter(({ target, past }) => target <= past);
			const most = furthest(easy);
			return most && { params: told(most, easy.length), lever: 'platform' };
		}
	},
	{
		code: 'TARGET_BEYOND',
		tone: 'warn',
		row: 'M37',
		evidence: 'plan',
		costs: ['attainment'],
		find(turn) {
			// K8 from twice the stretch on a target puts off rather than pulls.
			const beyond = targeted(turn).filter(({ stretches }) => stretches > 2);
			const most = furthest(beyond);
			return most && { params: told(most, beyond.length), lever: 'platform' };
		}
	},
	{
		code: 'BUDGET_OVERRUN',
		tone: 'warn',
		row: 'M37',
		evidence: 'money',
		costs: ['expenseRatio'],
		find({ report }) {
			const areas = budgetsMet(report.facts, report.plan).filter((row) => row.of === 'area');
			const over = areas.filter((row) => overrun(row) > 0);
			const [worst] = [...over].sort((a, b) => overrun(b) - overrun(a));
			if (worst === undefined || worst.budget === null) return null;
			const params = {
				area: { kind: 'area', id: worst.id },
				areas: { kind: 'count', value: over.length },
				promotion: { kind: 'cents', value: worst.spent.promotionCents },
				promotionBudget: { kind: 'cents', value: worst.budget.promotionCents },
				people: { kind: 'cents', value: worst.spent.peopleCents },
				peopleBudget: { kind: 'cents', value: worst.budget.peopleCents }
			} as const;
			return { params, lever: 'platform' };
		}
	},
	{
		code: 'BUDGET_CUT',
		tone: 'warn',
		row: 'M37',
		evidence: 'plan',
		costs: [],
		find({ report }) {
			const cut = report.dropped.filter(({ code }) => code === 'OVER_BUDGET');
			if (cut.length === 0) return null;
			const sum = (lever: 'activities' | 'field'): number =>
				cut
					.filter((it) => it.lever === lever)
					.reduce((all, { params }) => all + Number(params['asked']) - Number(params['given']), 0);
			const params = {
				spend: { kind: 'cents', value: sum('activities') },
				heads: { kind: 'count', value: sum('field') }
			} as const;
			return { params, lever: 'platform' };
		}
	}
];
