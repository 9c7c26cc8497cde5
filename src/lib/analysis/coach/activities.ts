/** Rules of activities (M12, M14, M34): was there anything to sell, were they prepared, have they become a habit? */
import { KIND_RULES } from '../../engine/activities/kinds.ts';
import type { ActivityFacts, FirmReport } from '../../engine/report.ts';
import type { Rule } from './case.ts';

/** Part of the spend from which waste, or want of preparation, is worth a word. Ours. */
const MUCH_WASTED = 0.25;
const MOST = 0.5;

const spentOn = (activities: readonly ActivityFacts[]): number =>
	activities.reduce(
		(sum, { places }) => sum + places.reduce((all, { spentCents }) => all + spentCents, 0),
		0
	);

const priceCuts = (report: FirmReport | null): readonly ActivityFacts[] =>
	report?.facts.activities.filter(({ kind, weeks }) => kind === 'priceOff' && weeks > 0) ?? [];

export const ACTIVITY_RULES: readonly Rule[] = [
	{
		code: 'ACTIVITY_WASTED',
		tone: 'warn',
		row: 'M34',
		evidence: 'money',
		costs: ['expenseRatio'],
		find({ report: { facts } }) {
			const spent = spentOn(facts.activities);
			const wasted = facts.activities.reduce(
				(sum, { places }) => sum + places.reduce((all, { wastedCents }) => all + wastedCents, 0),
				0
			);
			if (wasted === 0 || wasted < spent * MUCH_WASTED) return null;
			const params = {
				wasted: { kind: 'cents', value: wasted },
				spent: { kind: 'cents', value: spent }
			} as const;
			return { params, lever: 'activities' };
		}
	},
	{
		code: 'ACTIVITY_UNPREPARED',
		tone: 'warn',
		row: 'M14',
		evidence: 'money',
		costs: ['expenseRatio'],
		find({ report: { facts } }) {
			const staged = facts.activities.filter(({ kind, weeks }) => KIND_RULES[kind].staged && weeks > 0);
			const [spent, unready] = [spentOn(staged), spentOn(staged.filter(({ prepared }) => !prepared))];
			if (unready === 0 || unready <= spent * MOST) return null;
			const params = {
				unready: { kind: 'cents', value: unready },
				spent: { kind: 'cents', value: spent }
			} as const;
			return { params, lever: 'activities' };
		}
	},
	{
		code: 'PROMOTION_HABIT',
		tone: 'warn',
		row: 'M12',
		evidence: 'money',
		costs: ['expenseRatio', 'profit'],
		find({ report, before }) {
			const now = priceCuts(report);
			const again = now.filter(({ product }) => priceCuts(before).some((past) => past.product === product));
			if (again.length === 0) return null;
			const params = {
				turns: { kind: 'count', value: 2 },
				spent: { kind: 'cents', value: spentOn(priceCuts(before)) + spentOn(now) }
			} as const;
			return { params, lever: 'activities' };
		}
	}
];
