/** What a plan of a file names is there, and where it can be; the steps of a rebate rise. */
import type { FirmDraft, ScenarioDraft } from '../draft.ts';
import type { PlanDraft } from '../plan-draft.ts';
import type { Path } from '../problem.ts';
import { refer, type Ids } from './names.ts';
import type { Report } from './report.ts';

export function checkPlan(
	plan: PlanDraft,
	path: Path,
	firm: FirmDraft,
	draft: ScenarioDraft,
	report: Report,
	ids: Ids
): void {
	const own: Ids = { ...ids, product: new Set(firm.products.map(({ id }) => id)) };
	const known = (kind: keyof Ids, id: string, ...place: Path): boolean =>
		refer(report, kind, id, own[kind], [...path, ...place]);
	const keys = (kind: keyof Ids, record: Readonly<Record<string, unknown>> | undefined, ...place: Path) => {
		for (const id of Object.keys(record ?? {})) known(kind, id, ...place, id);
	};
	const seen = new Set<string>();
	plan.regions?.worked.forEach((area, index) => {
		known('area', area, 'regions', 'worked', index);
		if (seen.has(area))
			report.error('DUPLICATE_ID', [...path, 'regions', 'worked', index], { kind: 'area', id: area });
		seen.add(area);
	});
	keys('area', plan.field?.responsible, 'field', 'responsible');
	for (const [i, id] of (plan.field?.advisors?.regions ?? []).entries())
		known('region', id, 'field', 'advisors', 'regions', i);
	keys('product', plan.price, 'price');
	keys('region', plan.orderMode, 'orderMode');
	for (const block of ['priceByRegion', 'quotas'] as const) {
		keys('region', plan[block], block);
		for (const [region, goods] of Object.entries(plan[block])) keys('product', goods, block, region);
	}
	keys('product', plan.production, 'production');
	keys('product', plan.launches, 'launches');
	for (const [product, regions] of Object.entries(plan.launches ?? {}))
		for (const [i, id] of regions.entries()) known('region', id, 'launches', product, i);
	keys('area', plan.targets?.index, 'targets', 'index');
	keys('area', plan.budgets, 'budgets');
	keys('region', plan.terms, 'terms');
	checkTerms(plan.terms ?? {}, [...path, 'terms'], draft, report, ids);
}

function checkTerms(
	terms: NonNullable<PlanDraft['terms']>,
	path: Path,
	{ regions }: ScenarioDraft,
	report: Report,
	ids: Ids
): void {
	for (const [region, { assigned, steps }] of Object.entries(terms)) {
		const home = regions.find(({ id }) => id === region)?.areas.map(({ id }) => id);
		for (const [i, area] of (assigned?.areas ?? []).entries()) {
			const place = [...path, region, 'assigned', 'areas', i];
			if (refer(report, 'area', area, ids.area, place) && home !== undefined && !home.includes(area))
				report.error('AREA_ELSEWHERE', place, { area, region });
		}
		for (const [i, step] of (steps ?? []).entries())
			for (const key of ['from', 'rebate'] as const) {
				const before = steps?.[i - 1]?.[key];
				if (before === undefined || step[key] > before) continue;
				const params = { low: `steps[${i - 1}].${key}`, high: `steps[${i}].${key}` };
				report.error('BOUND_ORDER', [...path, region, 'steps', i, key], params);
			}
	}
}
