/** Rules of areas, calls and listings (M3, M9, M16, M17): is the effort massed, and what does it hold? */
import { NO1_RATIO } from '../../engine/vocab.ts';
import type { AreaCase, Case, Found, Rule } from './case.ts';

/** Fall of weighted distribution in a turn that is worth a word. Design (A), like the limit below. */
const LISTINGS_FALL = 0.03;
/** Weighted distribution below which a price-off meets hardly a shelf of ours. */
const HARDLY_LISTED = 0.3;

/** Those the field force was sent to; all where it was sent nowhere. */
function worked({ areas }: Case): readonly AreaCase[] {
	const sent = areas.filter((area) => area.worked);
	return sent.length === 0 ? areas : sent;
}

/** The one with the greatest lead; of equals the first. */
function nearest(areas: readonly AreaCase[]): AreaCase | null {
	return areas.reduce<AreaCase | null>(
		(top, area) => (top === null || area.lead > top.lead ? area : top),
		null
	);
}

/** Units a turn that are missing to be `mark` times the best rival; with a mark of 1, to be ahead of it. */
function missing({ ownUnits, rival }: AreaCase, mark: number): number {
	const units = rival?.units ?? 0;
	const wanted = mark === 1 ? units + 1 : Math.ceil(mark * units);
	return Math.max(0, wanted - ownUnits);
}

/** How an area stands against its best rival. */
function standing(area: AreaCase, mark: number): Found['params'] {
	return {
		area: { kind: 'area', id: area.area },
		ratio: { kind: 'ratio', value: area.lead },
		listed: { kind: 'share', value: area.weightedDistribution },
		missing: { kind: 'units', value: missing(area, mark) },
		...(area.rival === null ? {} : { rival: { kind: 'firm', id: area.rival.firm } as const })
	};
}

export const FIELD_RULES: readonly Rule[] = [
	{
		code: 'TARGET_MISSED',
		tone: 'warn',
		row: 'M37',
		evidence: 'goods',
		costs: ['attainment'],
		find({ part, report }) {
			const attainment = part('attainment');
			if (attainment === null || attainment.points >= 1000) return null;
			const { areas } = report.facts;
			const params = {
				sellOut: { kind: 'units', value: attainment.value },
				target: { kind: 'units', value: attainment.target },
				missing: { kind: 'units', value: attainment.target - attainment.value },
				listed: { kind: 'share', value: Math.max(...areas.map((area) => area.weightedDistribution)) }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'EFFORT_SPREAD',
		tone: 'warn',
		row: 'M3',
		evidence: 'lead',
		costs: ['lead'],
		find({ areas }) {
			const sent = areas.filter((area) => area.worked);
			const best = nearest(sent);
			if (sent.length < 2 || best === null || best.lead >= NO1_RATIO) return null;
			const params = {
				areas: { kind: 'count', value: sent.length },
				area: { kind: 'area', id: best.area },
				ratio: { kind: 'ratio', value: best.lead }
			} as const;
			return { params, lever: 'regions' };
		}
	},
	{
		code: 'ACCOUNTS_UNVISITED',
		tone: 'warn',
		row: 'M3',
		evidence: 'plan',
		costs: ['attainment'],
		find(turn) {
			const areas = worked(turn);
			const all = areas.reduce((sum, area) => sum + area.accounts, 0);
			const visited = areas.reduce((sum, area) => sum + area.visitedAccounts, 0);
			if (visited >= all) return null;
			const params = {
				missing: { kind: 'count', value: all - visited },
				accounts: { kind: 'count', value: all },
				heads: { kind: 'count', value: turn.report.plan.field.merchandisers }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'LEAD_LOST',
		tone: 'warn',
		row: 'M3',
		evidence: 'lead',
		costs: ['lead'],
		find({ areas }) {
			const lost = nearest(
				areas.filter(({ lead, past }) => past !== null && past.lead >= NO1_RATIO && lead < NO1_RATIO)
			);
			if (lost === null || lost.past === null) return null;
			const was = { kind: 'ratio', value: lost.past.lead } as const;
			return { params: { ...standing(lost, NO1_RATIO), was }, lever: 'field', area: lost.area };
		}
	},
	{
		code: 'LEAD_CONTESTABLE',
		tone: 'warn',
		row: 'M16',
		evidence: 'lead',
		costs: ['lead'],
		find({ areas }) {
			const next = nearest(areas.filter(({ lead }) => lead > 1 && lead < NO1_RATIO));
			return next && { params: standing(next, NO1_RATIO), lever: 'field', area: next.area };
		}
	},
	{
		code: 'LEAD_BEHIND',
		tone: 'warn',
		row: 'M9',
		evidence: 'lead',
		costs: ['lead'],
		find(turn) {
			// Where several are worked, that is the first thing to say.
			const areas = worked(turn);
			const best = turn.areas.filter((area) => area.worked).length > 1 ? null : nearest(areas);
			if (best === null || best.rival === null || best.lead > 1) return null;
			return { params: standing(best, 1), lever: 'field', area: best.area };
		}
	},
	{
		code: 'LISTINGS_LOST',
		tone: 'warn',
		row: 'M16',
		evidence: 'plan',
		costs: [],
		find(turn) {
			const fall = (area: AreaCase): number =>
				area.past === null ? 0 : area.past.weightedDistribution - area.weightedDistribution;
			const worst = worked(turn).reduce<AreaCase | null>(
				(top, area) => (fall(area) > (top === null ? 0 : fall(top)) ? area : top),
				null
			);
			const past = worst?.past ?? null;
			if (worst === null || past === null || fall(worst) < LISTINGS_FALL) return null;
			const params = {
				area: { kind: 'area', id: worst.area },
				was: { kind: 'share', value: past.weightedDistribution },
				listed: { kind: 'share', value: worst.weightedDistribution }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'PRICE_OFF_UNLISTED',
		tone: 'warn',
		row: 'M33',
		evidence: 'plan',
		costs: [],
		find({ report, areas }) {
			const targets = report.plan.activities.flatMap((it) => (it.kind === 'priceOff' ? it.targets : []));
			const thin = areas.filter(
				(area) => targets.includes(area.area) && area.weightedDistribution < HARDLY_LISTED
			);
			const worst = thin.reduce<AreaCase | null>(
				(low, area) => (low === null || area.weightedDistribution < low.weightedDistribution ? area : low),
				null
			);
			if (worst === null) return null;
			const params = {
				area: { kind: 'area', id: worst.area },
				listed: { kind: 'share', value: worst.weightedDistribution }
			} as const;
			return { params, lever: 'activities' };
		}
	},
	{
		code: 'LEAD_HELD',
		tone: 'good',
		row: 'M9',
		evidence: 'lead',
		costs: [],
		find({ areas }) {
			const held = areas.filter(({ lead }) => lead >= NO1_RATIO);
			const best = nearest(held);
			if (best === null) return null;
			const params = { ...standing(best, NO1_RATIO), held: { kind: 'count', value: held.length } } as const;
			return { params, lever: 'regions' };
		}
	}
];
