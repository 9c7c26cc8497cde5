/** Rules of plan and money (M4, M14): was the plan possible, and what did it cost? */
import type { Lever } from '../../engine/vocab.ts';
import type { Case, Found, Rule } from './case.ts';

/** Where most of the expense goes. */
function dearer({ report: { facts } }: Case): Lever {
	return facts.money.promotionCents > facts.money.peopleCents ? 'activities' : 'field';
}

function spent({ report: { facts } }: Case): Found['params'] {
	return {
		people: { kind: 'cents', value: facts.money.peopleCents },
		promotion: { kind: 'cents', value: facts.money.promotionCents }
	};
}

function marginOf({ report: { facts } }: Case): number {
	const { revenueCents, costOfGoodsCents, freightCents } = facts.money;
	return revenueCents - costOfGoodsCents - freightCents;
}

export const MONEY_RULES: readonly Rule[] = [
	{
		code: 'PLAN_CUT',
		tone: 'urgent',
		row: 'M14',
		evidence: 'plan',
		costs: [],
		find({ report: { dropped } }) {
			const first = dropped[0];
			if (first === undefined) return null;
			return { params: { count: { kind: 'count', value: dropped.length } }, lever: first.lever };
		}
	},
	{
		code: 'CASH_BELOW_FLOOR',
		tone: 'urgent',
		row: 'M4',
		evidence: 'money',
		costs: ['cashFloor', 'expenseRatio', 'profit'],
		find(turn) {
			const floor = turn.part('cashFloor');
			if (floor === null) return null;
			const params = {
				cash: { kind: 'cents', value: floor.value },
				floor: { kind: 'cents', value: floor.target },
				...spent(turn)
			} as const;
			return { params, lever: dearer(turn) };
		}
	},
	{
		code: 'EXPENSE_HEAVY',
		tone: 'warn',
		row: 'M4',
		evidence: 'money',
		costs: ['expenseRatio'],
		find(turn) {
			const [ratio, margin] = [turn.part('expenseRatio'), marginOf(turn)];
			// Without a margin there is no ratio; the rule below says so.
			if (ratio === null || margin <= 0 || ratio.points >= 1000) return null;
			const params = {
				ratio: { kind: 'share', value: ratio.value },
				full: { kind: 'share', value: ratio.target },
				margin: { kind: 'cents', value: margin },
				...spent(turn)
			} as const;
			return { params, lever: dearer(turn) };
		}
	},
	{
		code: 'PROFIT_SHORT',
		tone: 'warn',
		row: 'M4',
		evidence: 'money',
		costs: ['profit'],
		find(turn) {
			const [profit, margin] = [turn.part('profit'), marginOf(turn)];
			if (profit === null || profit.value >= profit.target) return null;
			// While expense is above its mark, that is the thing to say.
			if (margin > 0 && (turn.part('expenseRatio')?.points ?? 0) < 1000) return null;
			const params = {
				profit: { kind: 'cents', value: profit.value },
				target: { kind: 'cents', value: profit.target },
				margin: { kind: 'cents', value: margin }
			} as const;
			return { params, lever: 'price' };
		}
	}
];
