/** Rules of the product stages (M10): hero, group, coverage, each when its region is ripe for it. */
import type { Dropped } from '../../engine/plan.ts';
import type { LaunchFacts } from '../../engine/report.ts';
import type { Case, Rule } from './case.ts';

/** What of the plan's launches fell away for a reason: its product and region. */
function refused({ report }: Case, code: Dropped['code']): { product: string; region: string } | null {
	const params = report.dropped.find((it) => it.code === code)?.params;
	return params === undefined
		? null
		: { product: String(params['product']), region: String(params['region']) };
}

const isRipe = ({ launched, occupancyBp, neededBp }: LaunchFacts): boolean =>
	!launched && neededBp !== null && occupancyBp >= neededBp;

/** Ripe at the close of the turn before, and not launched since: there was time to decide. */
function waiting({ report, before, areas }: Case): LaunchFacts | null {
	const past = before?.facts.launches ?? [];
	const worked = new Set(areas.filter((area) => area.worked).map(({ region }) => region));
	return report.facts.launches
		.filter((it) => worked.has(it.region) && isRipe(it))
		.filter(({ product, region }) =>
			past.some((it) => it.product === product && it.region === region && isRipe(it))
		)
		.reduce<LaunchFacts | null>(
			(top, it) => (top === null || it.occupancyBp > top.occupancyBp ? it : top),
			null
		);
}

const named = ({ product, region }: { readonly product: string; readonly region: string }) =>
	({ product: { kind: 'product', id: product }, region: { kind: 'region', id: region } }) as const;

export const PRODUCT_RULES: readonly Rule[] = [
	{
		code: 'LAUNCH_UNRIPE',
		tone: 'warn',
		row: 'M10',
		evidence: 'plan',
		costs: [],
		find(turn) {
			const early = refused(turn, 'LAUNCH_EARLY');
			const params = turn.report.dropped.find(({ code }) => code === 'LAUNCH_EARLY')?.params;
			if (early === null || params === undefined) return null;
			return {
				params: {
					...named(early),
					listed: { kind: 'share', value: Number(params['asked']) / 10_000 },
					needed: { kind: 'share', value: Number(params['limit']) / 10_000 }
				},
				lever: 'field'
			};
		}
	},
	{
		code: 'LAUNCH_OUT_OF_ORDER',
		tone: 'warn',
		row: 'M10',
		evidence: 'plan',
		costs: [],
		find(turn) {
			const early = refused(turn, 'LAUNCH_BEFORE_GROUP');
			return early && { params: named(early), lever: 'price' };
		}
	},
	{
		code: 'LAUNCH_WAITS',
		tone: 'warn',
		row: 'M10',
		evidence: 'plan',
		costs: ['attainment'],
		find(turn) {
			const ripe = waiting(turn);
			if (ripe === null) return null;
			return {
				params: {
					...named(ripe),
					listed: { kind: 'share', value: ripe.occupancyBp / 10_000 },
					needed: { kind: 'share', value: (ripe.neededBp ?? 0) / 10_000 }
				},
				lever: 'price'
			};
		}
	}
];
