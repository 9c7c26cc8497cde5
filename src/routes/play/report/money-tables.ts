/** The lines of the three statements, of the turn that is shown and the one before. */
import type { FirmReport } from '#lib/engine/report.ts';

type Facts = FirmReport['facts'];

/** What a line is of a turn, cents; costs below nothing. */
const LINES = {
	profitAndLoss: [
		['revenue', ({ money }: Facts) => money.revenueCents],
		['costOfGoods', ({ money }: Facts) => -money.costOfGoodsCents],
		['freight', ({ money }: Facts) => -money.freightCents],
		['grossMargin', ({ money }: Facts) => money.revenueCents - money.costOfGoodsCents - money.freightCents],
		['promotion', ({ money }: Facts) => -money.promotionCents],
		['people', ({ money }: Facts) => -money.peopleCents],
		['overhead', ({ money }: Facts) => -money.overheadCents],
		['interest', ({ money }: Facts) => -money.interestCents],
		['writeOff', ({ money }: Facts) => -money.writeOffCents],
		['rebate', ({ money }: Facts) => -money.rebateCents],
		['support', ({ money }: Facts) => -money.supportCents],
		['badDebt', ({ money }: Facts) => -money.badDebtCents],
		['profit', ({ money }: Facts) => money.profitCents]
	],
	balance: [
		['cash', ({ statements }: Facts) => statements.balance.cashCents],
		['inventory', ({ statements }: Facts) => statements.balance.inventoryCents],
		['receivable', ({ statements }: Facts) => statements.balance.receivableCents],
		[
			'assets',
			({ statements: { balance } }: Facts) =>
				balance.cashCents + balance.inventoryCents + balance.receivableCents
		],
		['payable', ({ statements }: Facts) => statements.balance.payableCents],
		['overdraft', ({ statements }: Facts) => statements.balance.overdraftCents],
		['capital', ({ statements }: Facts) => statements.balance.capitalCents],
		['retained', ({ statements }: Facts) => statements.balance.retainedCents]
	],
	cashFlow: [
		['opening', ({ statements }: Facts) => statements.cashFlow.openingCents],
		['profit', ({ statements }: Facts) => statements.cashFlow.profitCents],
		['goods', ({ statements }: Facts) => statements.cashFlow.goodsCents],
		['credit', ({ statements }: Facts) => statements.cashFlow.creditCents],
		['closing', ({ statements }: Facts) => statements.cashFlow.closingCents]
	]
} as const;

const SUMS: readonly string[] = ['grossMargin', 'profit', 'assets', 'closing'];

export type Statement = keyof typeof LINES;
export type Line = (typeof LINES)[Statement][number][0];

export interface MoneyTable {
	readonly name: Statement;
	readonly rows: readonly {
		readonly line: Line;
		readonly now: number;
		readonly before: number | null;
		readonly sum: boolean;
	}[];
}

/** @param reports end with the turn that is shown */
export function moneyTables(reports: readonly FirmReport[]): MoneyTable[] {
	const now = reports.at(-1)?.facts;
	const before = reports.at(-2)?.facts;
	if (now === undefined) return [];
	return (['profitAndLoss', 'balance', 'cashFlow'] as const).map((name) => ({
		name,
		rows: LINES[name].map(([line, amount]) => ({
			line,
			// Minus nothing is nothing.
			now: amount(now) + 0,
			before: before === undefined ? null : amount(before) + 0,
			sum: SUMS.includes(line) && !(name === 'cashFlow' && line === 'profit')
		}))
	}));
}
