/** Rules of activities (M12, M14, M29, M34): was there anything to sell, were they prepared, did it pay, is it a habit? */
import { KIND_RULES } from '../../engine/activities/kinds.ts';
import { recordOf } from '../../engine/activities/record.ts';
import type { ActivityFacts, FirmReport } from '../../engine/report.ts';
import type { ActivityKind } from '../../engine/vocab.ts';
import type { Rule } from './case.ts';

/** Part of the spend from which waste, or want of preparation, is worth a word. Ours. */
const MUCH_WASTED = 0.25;
const MOST = 0.5;

/** Kinds that buy sales and nothing that lasts. */
const SELLING: readonly ActivityKind[] = ['tradeDeal', 'priceOff', 'bonusPack'];

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
		code: 'ACTIVITY_NO_RETURN',
		tone: 'warn',
		row: 'M29',
		evidence: 'money',
		costs: ['expenseRatio', 'profit'],
		find({ report: { facts } }) {
			// What is to be remembered is judged by the communication index: only what is to sell must pay at once.
			const poor = facts.activities.filter((activity) => {
				const { returns } = recordOf(facts.turn, activity);
				return SELLING.includes(activity.kind) && returns.high !== null && returns.high < 0;
			});
			const spent = spentOn(poor);
			if (spent === 0 || spent < MOST * spentOn(facts.activities)) return null;
			const gain = poor.reduce(
				(sum, { places }) => sum + places.reduce((all, { gainCents }) => all + gainCents, 0),
				0
			);
			const params = {
				count: { kind: 'count', value: poor.length },
				spent: { kind: 'cents', value: spent },
				gain: { kind: 'cents', value: gain }
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
