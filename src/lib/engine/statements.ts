/**
 * A turn in three statements (rules C6, C7): profit and loss is `MoneyLines`; here the balance sheet, the cash flow
 * and what was earned on the funds employed. All of it is read off the ledger, so that it always adds up.
 */
import { ACCOUNT, ACCOUNTS, balanceOf, type Account } from './ledger.ts';
import type { BalanceSheet, CashFlow, MoneyLines, Statements } from './report.ts';
import type { State } from './state.ts';

/** What stands in the balance sheet; every other account but equity is a line of profit and loss. */
const ASSETS: readonly Account[] = [ACCOUNT.INVENTORY];

/**
 * @param lines of the same turn
 * @param weeks the turn had
 */
export function statementsOf(state: State, f: number, lines: MoneyLines, weeks: number): Statements {
	const opening = sheetOf((account) => state.turnOpening[f * ACCOUNTS.length + account]!);
	const closing = sheetOf((account) => balanceOf(state.balances, f, account));
	const employed = Math.floor((fundsOf(opening) + fundsOf(closing)) / 2);
	return {
		balance: closing,
		cashFlow: flowOf(opening, closing, lines),
		fundsEmployedCents: employed,
		// Per year of 52 weeks, before interest: what is borrowed works too.
		returnBp:
			employed <= 0 || weeks === 0
				? null
				: Math.floor(((lines.profitCents + lines.interestCents) * 10_000 * 52) / (employed * weeks))
	};
}

function sheetOf(balance: (account: Account) => number): BalanceSheet {
	const cash = balance(ACCOUNT.CASH);
	const inventoryCents = ASSETS.reduce<number>((sum, account) => sum + balance(account), 0);
	const capitalCents = 0 - balance(ACCOUNT.EQUITY);
	const receivableCents = balance(ACCOUNT.RECEIVABLE);
	const payableCents = 0 - balance(ACCOUNT.PAYABLE);
	return {
		cashCents: Math.max(0, cash),
		inventoryCents,
		receivableCents,
		payableCents,
		overdraftCents: Math.max(0, 0 - cash),
		capitalCents,
		// What all lines of profit and loss have brought since the opening.
		retainedCents: cash + inventoryCents + receivableCents - payableCents - capitalCents
	};
}

/** C7 Funds employed: what is tied up in goods, and the cash that is held. */
const fundsOf = ({ cashCents, inventoryCents, receivableCents }: BalanceSheet): number =>
	cashCents + inventoryCents + receivableCents;

function flowOf(opening: BalanceSheet, closing: BalanceSheet, { profitCents }: MoneyLines): CashFlow {
	const goodsCents = opening.inventoryCents - closing.inventoryCents;
	return {
		openingCents: opening.cashCents - opening.overdraftCents,
		profitCents,
		goodsCents,
		creditCents:
			opening.receivableCents - closing.receivableCents + closing.payableCents - opening.payableCents,
		closingCents: closing.cashCents - closing.overdraftCents
	};
}
