import { expect, test } from 'vitest';
import { keyOf, lab, soloSpec, turnOf, type Lab } from '../../../../tests/support/spec.ts';
import { moneyLaw } from '../engine.properties.ts';
import { ACCOUNT, balanceOf, cashTotal } from '../ledger.ts';
import type { DealerTerms } from '../plan.ts';
import { agree, USUAL_TERMS } from '../terms.ts';
import { settleDealers } from './dealings.ts';
import { countPurchase, countReturn } from './rebates.ts';

/** Periods of eight weeks; 1 % flat, 1 % on top from 8 000, 3 % from 10 000. */
const STEPPED: DealerTerms = {
	...USUAL_TERMS,
	rebateBp: 100,
	targetCents: 10_000,
	steps: [
		{ fromBp: 8000, rebateBp: 100 },
		{ fromBp: 10_000, rebateBp: 300 }
	]
};

const market = (terms: DealerTerms): Lab => {
	const it = lab(soloSpec());
	agree(it.world, it.state, 0, 0, terms);
	return it;
};
const settles = (it: Lab, week: number): void =>
	settleDealers(it.world, it.state, turnOf(it), keyOf(week), week);
const expense = ({ state }: Lab): number => balanceOf(state.balances, 0, ACCOUNT.REBATES);

/** What stands accrued after each week's purchases. */
function accrued(terms: DealerTerms, purchases: readonly number[]): number[] {
	const it = market(terms);
	return purchases.map((cents, week) => {
		countPurchase(it.state, 0, cents);
		settles(it, week);
		return expense(it);
	});
}

test('[D17][N15] a flat rebate is accrued to the cent, however small the purchases', () => {
	expect(accrued({ ...USUAL_TERMS, rebateBp: 150 }, [33, 33, 34, 100])).toEqual([0, 0, 1, 3]);
});

test('[D17] a step that is reached trues up all that was bought before', () => {
	expect(accrued(STEPPED, [4000, 3999, 1, 2000])).toEqual([40, 79, 160, 400]);
});

test('[D17] goods that go back are bought no more: a step can be lost again', () => {
	const it = market(STEPPED);
	countPurchase(it.state, 0, 10_000);
	settles(it, 0);
	countReturn(it.state, 0, 1);
	settles(it, 1);
	expect(expense(it)).toBe(199);
	expect(moneyLaw(it.world, it.state, cashTotal(it.state.balances))).toEqual([]);
});

test('[D17] it is owed until the period ends, then paid, and counting begins anew', () => {
	const it = market(STEPPED);
	const all = cashTotal(it.state.balances);
	countPurchase(it.state, 0, 10_000);
	settles(it, 6);
	const cash = balanceOf(it.state.balances, 0, ACCOUNT.CASH);
	expect(balanceOf(it.state.balances, 0, ACCOUNT.PAYABLE)).toBe(-400);
	settles(it, 7);
	expect(balanceOf(it.state.balances, 0, ACCOUNT.CASH)).toBe(cash - 400);
	expect([it.state.bought[0], it.state.rebateDue[0], expense(it)]).toEqual([0, 0, 400]);
	expect(moneyLaw(it.world, it.state, all)).toEqual([]);
});

test('[D17] without a target there are no steps', () => {
	expect(accrued({ ...STEPPED, targetCents: 0 }, [10_000])).toEqual([100]);
});
