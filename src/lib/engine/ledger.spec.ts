import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	ACCOUNT,
	ACCOUNTS,
	accrue,
	type Account,
	balanceOf,
	cashTotal,
	entityBalance,
	entry,
	ledgerRows,
	newBalances,
	owed,
	pay,
	portion,
	shareOut
} from './ledger.ts';

const { CASH, INVENTORY, REVENUE, PEOPLE, PURCHASES, EQUITY } = ACCOUNT;
const SEED = { seed: 20260101 };
const rows = ledgerRows(2, 3);

/** Safe integers of every size, with the ends well represented. */
const safe = (min = 0): fc.Arbitrary<number> =>
	fc.oneof(
		fc.integer({ min, max: 1000 }),
		fc.integer({ min, max: 1 << 30 }),
		fc.maxSafeNat().map((n) => Math.max(min, n)),
		fc.integer({ min: 0, max: 100 }).map((n) => Number.MAX_SAFE_INTEGER - n)
	);

describe('[N11] two entries for each cent', () => {
	test('every account has its place in the list', () => {
		expect(Object.entries(ACCOUNT)).toEqual(ACCOUNTS.map((name, i) => [name, i]));
	});

	test('rows are firms, dealers, then the three sums of many', () => {
		expect(rows).toEqual({ firstDealer: 2, outlets: 5, households: 6, world: 7, count: 8 });
		expect(newBalances(rows)).toHaveLength(8 * 18);
	});

	test('an entry debits one account and credits another', () => {
		const balances = newBalances(rows);
		entry(balances, 1, CASH, EQUITY, 500);
		entry(balances, 1, INVENTORY, CASH, 120);
		expect([CASH, INVENTORY, EQUITY].map((account) => balanceOf(balances, 1, account))).toEqual([
			380, 120, -500
		]);
		expect(balances.filter((cents) => cents !== 0)).toHaveLength(3);
	});

	test('a payment moves cash and leaves a reason on both sides', () => {
		const balances = newBalances(rows);
		pay(balances, rows.firstDealer, INVENTORY, 0, REVENUE, 700);
		expect(balanceOf(balances, rows.firstDealer, CASH)).toBe(-700);
		expect(balanceOf(balances, rows.firstDealer, INVENTORY)).toBe(700);
		expect(balanceOf(balances, 0, CASH)).toBe(700);
		expect(balanceOf(balances, 0, REVENUE)).toBe(-700);
	});

	test('whatever is booked, each entity sums to 0 and the cash of all stays', () => {
		const row = fc.nat({ max: rows.count - 1 });
		const account = fc.integer({ min: 1, max: ACCOUNTS.length - 1 }) as fc.Arbitrary<Account>;
		const cents = fc.integer({ min: 0, max: 1e12 });
		const booking = fc.oneof(
			fc.record({ kind: fc.constant('entry' as const), row, debit: account, credit: account, cents }),
			fc.record({ kind: fc.constant('pay' as const), row, to: row, debit: account, credit: account, cents })
		);
		fc.assert(
			fc.property(fc.array(booking, { maxLength: 100 }), (bookings) => {
				const balances = newBalances(rows);
				for (let entity = 0; entity < rows.count; entity++) entry(balances, entity, CASH, EQUITY, 1e6);
				const opening = cashTotal(balances);
				for (const it of bookings) {
					if (it.kind === 'pay') pay(balances, it.row, it.debit, it.to, it.credit, it.cents);
					else if (it.debit !== it.credit) entry(balances, it.row, it.debit, it.credit, it.cents);
				}
				for (let entity = 0; entity < rows.count; entity++) expect(entityBalance(balances, entity)).toBe(0);
				expect(cashTotal(balances)).toBe(opening);
			}),
			SEED
		);
	});
});

describe('[N12] only exact amounts', () => {
	test.each([
		['a negative amount', -1],
		['half a cent', 0.5],
		['no number', NaN],
		['too much to be exact', 2 ** 53],
		['infinity', Infinity]
	])('%s is our bug', (_name, cents) => {
		const balances = newBalances(rows);
		expect(() => entry(balances, 0, CASH, EQUITY, cents)).toThrow(RangeError);
		expect(() => pay(balances, 0, PEOPLE, rows.world, REVENUE, cents)).toThrow(RangeError);
		expect(() => portion(cents, 2 ** 53 - 1, 1)).toThrow(RangeError);
		expect(() => portion(1, 2, cents)).toThrow(RangeError);
		expect(() => shareOut(cents, [1], [])).toThrow(RangeError);
		expect(() => shareOut(1, [1, cents], [])).toThrow(RangeError);
		expect(() => owed(1, cents)).toThrow(RangeError);
		expect(() => owed(cents, 1)).toThrow(RangeError);
		expect(balances.every((each) => each === 0)).toBe(true);
	});

	test.each([
		['an entity before the first', -1, CASH, 0],
		['an entity after the last', rows.count, CASH, 0],
		['one account twice', 0, EQUITY, 0],
		['a balance that would be inexact', 0, CASH, Number.MAX_SAFE_INTEGER]
	] as const)('%s is our bug, and nothing is booked', (_name, entity, debit, before) => {
		const balances = newBalances(rows);
		entry(balances, 0, CASH, PURCHASES, before);
		const copy = balances.slice();
		expect(() => entry(balances, entity, debit, EQUITY, 1)).toThrow(RangeError);
		expect(balances).toEqual(copy);
	});
});

describe('[N13] portions', () => {
	const parts = fc
		.tuple(safe(1), safe(), safe())
		.map(([whole, part, amount]) => [whole < part ? part % (whole + 1) : part, whole, amount] as const);

	test('are the floor of amount × part ÷ whole, exactly, up to 2^53', () => {
		fc.assert(
			fc.property(parts, ([part, whole, amount]) => {
				expect(portion(part, whole, amount)).toBe(Number((BigInt(part) * BigInt(amount)) / BigInt(whole)));
			}),
			{ ...SEED, numRuns: 20_000 }
		);
	});

	test('are exact where a product or a square just reaches 2^53', () => {
		const near = [1, 2, 3, 94_906_264, 94_906_265, 94_906_266, 94_906_267, 2 ** 52, 2 ** 53 - 2, 2 ** 53 - 1];
		for (const part of near) {
			for (const whole of near.filter((each) => each >= part)) {
				for (const amount of near) {
					const exact = Number((BigInt(part) * BigInt(amount)) / BigInt(whole));
					expect(portion(part, whole, amount)).toBe(exact);
				}
			}
		}
	});

	test('are exact where large numbers divide without rest', () => {
		const whole = 3 * 5 * 7 * 2 ** 40;
		for (const parts of [2, 3, 4, 6, 15, 64, 105 * 2 ** 20]) {
			for (let amount = parts * 37 - 1; amount < 2 ** 52; amount = amount * 31 + parts) {
				for (const each of [amount, amount - (amount % parts)]) {
					expect(portion(whole / parts, whole, each)).toBe(Math.floor(each / parts));
					expect(portion(whole - whole / parts, whole, each)).toBe(each - Math.ceil(each / parts));
				}
			}
		}
	});

	test('of the whole are all, of nothing nothing', () => {
		fc.assert(
			fc.property(safe(1), safe(), (whole, amount) => {
				expect(portion(whole, whole, amount)).toBe(amount);
				expect(portion(0, whole, amount)).toBe(0);
			}),
			SEED
		);
	});

	test('taken one after the other leave no cent behind', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 500 }), { minLength: 1 }), fc.nat(), (takes, cents) => {
				let units = takes.reduce((sum, take) => sum + take, 0);
				let left = cents;
				for (const take of takes) {
					if (units === 0) left = 0;
					else left -= portion(take, units, left);
					units -= take;
				}
				expect(left).toBe(0);
			}),
			SEED
		);
	});

	test.each([
		['more than the whole', 3, 2],
		['of nothing', 0, 0]
	])('%s are our bug', (_name, part, whole) => {
		expect(() => portion(part, whole, 10)).toThrow('Not a part of a whole');
	});
});

describe('[N14] sharing out', () => {
	/** Hamilton's method as it is told, with exact fractions. */
	function hamilton(total: number, weights: readonly number[]): number[] {
		const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
		if (sum === 0n) return weights.map(() => 0);
		const quotas = weights.map((weight) => BigInt(weight) * BigInt(total));
		const shares = quotas.map((quota) => Number(quota / sum));
		const order = quotas.map((quota, i) => ({ rest: quota % sum, i }));
		order.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
		const left = total - shares.reduce((all, share) => all + share, 0);
		for (const { i } of order.slice(0, left)) shares[i]! += 1;
		return shares;
	}

	test.each([
		['ties go to the lower index', 2, [1, 1, 1], [1, 1, 0]],
		['the largest remainder comes first', 10, [15, 25, 60], [2, 2, 6]],
		['more receivers than units', 1, [0, 3, 5, 5], [0, 0, 1, 0]],
		['nothing to share', 0, [0, 0], [0, 0]],
		['one receiver', 7, [3], [7]],
		['no receiver, nothing to share', 0, [], []]
	])('%s', (_name, total, weights, expected) => {
		const out = new Int32Array(weights.length);
		shareOut(total, weights, out);
		expect(Array.from(out)).toEqual(expected);
	});

	test('is Hamilton’s method, and gives out just the total', () => {
		const weight = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 1000 }), fc.nat({ max: 2 ** 44 }));
		fc.assert(
			fc.property(safe(), fc.array(weight, { maxLength: 100 }), (total, weights) => {
				fc.pre(total === 0 || weights.some((each) => each > 0));
				const out: number[] = [];
				shareOut(total, weights, out);
				expect(out).toEqual(hamilton(total, weights));
				expect(out.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(
					weights.length === 0 ? 0n : BigInt(total)
				);
			}),
			{ ...SEED, numRuns: 2000 }
		);
	});

	test('with nobody to give to, or nowhere to put it, is our bug', () => {
		expect(() => shareOut(5, [0, 0], [])).toThrow('Nobody');
		expect(() => shareOut(5, [], [])).toThrow('Nobody');
		expect(() => shareOut(2 ** 40, [1, 1], new Int32Array(2))).toThrow('do not fit');
		expect(() => shareOut(5, [Number.MAX_SAFE_INTEGER, 1], [])).toThrow('sum of weights');
	});
});

describe('[N15] what is owed', () => {
	test('is the floor of base × rate, exactly', () => {
		fc.assert(
			fc.property(fc.nat({ max: 10_000 }), safe(), (bp, base) => {
				expect(owed(bp, base)).toBe(Number((BigInt(bp) * BigInt(base)) / 10_000n));
			}),
			{ ...SEED, numRuns: 5000 }
		);
	});

	test('accrued in steps of any size is what is owed on the sum', () => {
		fc.assert(
			fc.property(fc.nat({ max: 20_000 }), fc.array(fc.nat({ max: 99_999 })), (bp, bases) => {
				let base = 0;
				let accrued = 0;
				for (const each of bases) {
					base += each;
					const now = accrue(bp, base, accrued);
					expect(now).toBeGreaterThanOrEqual(0);
					accrued += now;
				}
				expect(accrued).toBe(owed(bp, base));
			}),
			SEED
		);
	});

	test('too much to be exact is our bug', () => {
		expect(() => owed(20_000, Number.MAX_SAFE_INTEGER)).toThrow('amount owed');
	});
});
