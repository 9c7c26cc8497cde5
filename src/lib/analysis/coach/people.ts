/** Rules of the team (M15, M20): is it asked for more than it has, does its time earn, does it stay? */
import type { Rule } from './case.ts';

export const PEOPLE_RULES: readonly Rule[] = [
	{
		code: 'PEOPLE_OVERLOADED',
		tone: 'warn',
		row: 'M15',
		evidence: 'plan',
		costs: ['attainment'],
		find({ report }) {
			const { loadBp, overloadBp, heads } = report.facts.field;
			if (heads === 0 || loadBp <= overloadBp) return null;
			const params = {
				load: { kind: 'share', value: loadBp / 10_000 },
				heads: { kind: 'count', value: heads }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'TIME_WASTED',
		tone: 'warn',
		row: 'M15',
		evidence: 'plan',
		costs: [],
		find({ report }) {
			const { wasteBp, rivalWasteBp, outworked } = report.facts.field;
			if (!outworked) return null;
			const params = {
				own: { kind: 'share', value: wasteBp / 10_000 },
				rival: { kind: 'share', value: rivalWasteBp / 10_000 }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'PEOPLE_LEFT',
		tone: 'warn',
		row: 'M31',
		evidence: 'plan',
		costs: [],
		find({ report }) {
			const { leavers, heads } = report.facts.field;
			// Who keeps the file keeps the accounts.
			if (leavers === 0 || report.plan.field.accountFile === true) return null;
			const params = {
				left: { kind: 'count', value: leavers },
				heads: { kind: 'count', value: heads }
			} as const;
			return { params, lever: 'field' };
		}
	}
];
