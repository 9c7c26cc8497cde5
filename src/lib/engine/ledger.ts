/**
 * Double entry in whole cents, and the exact arithmetic on cents. Balances are a Float64Array of entities × accounts
 * that the state owns; debits count up, credits down. Two laws follow from the form of every entry: each entity's
 * accounts sum to 0, and after the opening the cash of all entities together never changes.
 *
 * Amounts are non-negative safe integers. Whatever breaks a bound here is our bug and throws.
 */

/** Array order is the column index. */
export const ACCOUNTS = [
	'CASH',
	'INVENTORY',
	'REVENUE',
	'COST_OF_GOODS',
	'FREIGHT',
	'PROMOTION',
	'PEOPLE',
	'OVERHEAD',
	'INTEREST',
	'WRITE_OFF',
	'PURCHASES',
	'CONSUMPTION',
	'EQUITY',
	'RECEIVABLE',
	'PAYABLE',
	'REBATES',
	'SUPPORT',
	'BAD_DEBT'
] as const;
export type AccountName = (typeof ACCOUNTS)[number];

/** Column of each account. */
export const ACCOUNT = {
	CASH: 0,
	INVENTORY: 1,
	REVENUE: 2,
	COST_OF_GOODS: 3,
	FREIGHT: 4,
	PROMOTION: 5,
	PEOPLE: 6,
	OVERHEAD: 7,
	INTEREST: 8,
	WRITE_OFF: 9,
	PURCHASES: 10,
	CONSUMPTION: 11,
	EQUITY: 12,
	/** What a firm is owed for goods on credit, a dealer in rebates; and the other side of both. */
	RECEIVABLE: 13,
	PAYABLE: 14,
	/** What a firm gives, a dealer gets; fines are booked against it. */
	REBATES: 15,
	SUPPORT: 16,
	BAD_DEBT: 17
} as const satisfies Readonly<Record<AccountName, number>>;
export type Account = (typeof ACCOUNT)[AccountName];

const COLUMNS = ACCOUNTS.length;

/** Rows of the ledger: firms from 0 in file order, then dealers from `firstDealer`, then the three sums of many. */
export interface LedgerRows {
	readonly firstDealer: number;
	readonly outlets: number;
	readonly households: number;
	/** Suppliers, staff, landlords, the state. */
	readonly world: number;
	readonly count: number;
}

export function ledgerRows(firms: number, dealers: number): LedgerRows {
	return {
		firstDealer: dealerRow(firms, 0),
		outlets: outletsRow(firms, dealers),
		households: householdsRow(firms, dealers),
		world: worldRow(firms, dealers),
		count: firms + dealers + 3
	};
}

/** The same one by one: entries are made by the thousand a turn. */
export const dealerRow = (firms: number, dealer: number): number => firms + dealer;
export const outletsRow = (firms: number, dealers: number): number => firms + dealers;
export const householdsRow = (firms: number, dealers: number): number => firms + dealers + 1;
export const worldRow = (firms: number, dealers: number): number => firms + dealers + 2;

export function newBalances(rows: LedgerRows): Float64Array {
	return new Float64Array(rows.count * COLUMNS);
}

/** Moves `cents` inside one entity: account `debit` up, account `credit` down. */
export function entry(
	balances: Float64Array,
	entity: number,
	debit: Account,
	credit: Account,
	cents: number
): void {
	needCents(cents, 'entry');
	if (debit === credit) throw new RangeError(`An entry needs two accounts, not ${ACCOUNTS[debit]} twice`);
	const row = entity * COLUMNS;
	const up = balances[row + debit]! + cents;
	const down = balances[row + credit]! - cents;
	// An entity outside the ledger reads undefined, which makes NaN and fails here too.
	if (!(Math.abs(up) <= Number.MAX_SAFE_INTEGER && Math.abs(down) <= Number.MAX_SAFE_INTEGER)) {
		throw new RangeError(`No exact balance for ${cents} cents at entity ${entity}`);
	}
	balances[row + debit] = up;
	balances[row + credit] = down;
}

/** Moves cash: the payer books it on `payerDebit`, the payee on `payeeCredit`. */
export function pay(
	balances: Float64Array,
	payer: number,
	payerDebit: Account,
	payee: number,
	payeeCredit: Account,
	cents: number
): void {
	entry(balances, payer, payerDebit, ACCOUNT.CASH, cents);
	entry(balances, payee, ACCOUNT.CASH, payeeCredit, cents);
}

/** One account, debits positive. */
export function balanceOf(balances: Float64Array, entity: number, account: Account): number {
	return balances[entity * COLUMNS + account]!;
}

/** Sum of an entity's accounts. Law: 0. */
export function entityBalance(balances: Float64Array, entity: number): number {
	let sum = 0;
	for (let account = 0; account < COLUMNS; account++) sum += balances[entity * COLUMNS + account]!;
	return sum;
}

/** Cash of all entities. Law: what it was after the opening. */
export function cashTotal(balances: Float64Array): number {
	let sum = 0;
	for (let at = ACCOUNT.CASH; at < balances.length; at += COLUMNS) sum += balances[at]!;
	return sum;
}

/**
 * floor(amount × part / whole), exact for all safe integers 0 ≤ part ≤ whole, whole > 0, amount ≥ 0; the result is at
 * most `amount`. The cost of `part` out of `whole` units that cost `amount` together (moving average): taking the last
 * unit takes the last cent.
 *
 * Fast when part × amount < 2^53, nearly so when whole ≤ 94 906 265 (its square < 2^53), a loop over bits beyond.
 */
export function portion(part: number, whole: number, amount: number): number {
	needPart(part, whole, amount);
	// Floor of the rounded quotient of two integers below 2^53 is the floor of the true one.
	const product = part * amount;
	if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / whole);
	const rest = amount % whole;
	const sure = part * ((amount - rest) / whole);
	const more = part * rest;
	if (more <= Number.MAX_SAFE_INTEGER) return sure + Math.floor(more / whole);
	return sure + longDivision(part, rest, whole).quotient;
}

/** amount × part − whole × portion(part, whole, amount), exact in the same domain. */
function remainder(part: number, whole: number, amount: number): number {
	const product = part * amount;
	if (product <= Number.MAX_SAFE_INTEGER) return product - Math.floor(product / whole) * whole;
	const rest = amount % whole;
	const more = part * rest;
	if (more <= Number.MAX_SAFE_INTEGER) return more - Math.floor(more / whole) * whole;
	return longDivision(part, rest, whole).remainder;
}

/** part × rest ÷ whole for part ≤ whole, rest < whole, bit by bit of `rest`; no intermediate exceeds `whole`. */
function longDivision(part: number, rest: number, whole: number): { quotient: number; remainder: number } {
	let quotient = 0;
	let left = 0;
	for (let bit = 0x10_0000_0000_0000; bit >= 1; bit /= 2) {
		quotient *= 2;
		if (left >= whole - left) {
			left -= whole - left;
			quotient += 1;
		} else left += left;
		if (rest < bit) continue;
		rest -= bit;
		if (left >= whole - part) {
			left -= whole - part;
			quotient += 1;
		} else left += part;
	}
	return { quotient, remainder: left };
}

/**
 * Splits a whole `total` over whole non-negative `weights` into `out`, which then sums to `total` exactly: each gets
 * the floor of its share, and the units left over go one each to the largest remainders, ties to the lower index
 * (Hamilton's method). All weights 0 is allowed only for total 0. `out` must hold numbers up to `total`.
 */
export function shareOut(total: number, weights: ArrayLike<number>, out: { [index: number]: number }): void {
	needCents(total, 'total');
	const count = weights.length;
	let sum = 0;
	for (let i = 0; i < count; i++) {
		needCents(weights[i]!, 'weight');
		sum += weights[i]!;
	}
	needCents(sum, 'sum of weights');
	if (sum === 0 && total > 0) throw new RangeError(`Nobody has a weight to share ${total} by`);
	let left = total;
	for (let i = 0; i < count; i++) {
		const share = sum === 0 ? 0 : portion(weights[i]!, sum, total);
		out[i] = share;
		left -= share;
	}
	if (left > 0) giveRest(left, total, sum, weights, out);
	let given = 0;
	for (let i = 0; i < count; i++) given += out[i]!;
	if (given !== total) throw new RangeError(`The shares of ${total} do not fit into what is to hold them`);
}

/** One more to each of the `left` largest remainders, ties to the lower index. */
function giveRest(
	left: number,
	total: number,
	sum: number,
	weights: ArrayLike<number>,
	out: { [index: number]: number }
): void {
	const count = weights.length;
	const remainders = new Float64Array(count);
	for (let i = 0; i < count; i++) remainders[i] = remainder(weights[i]!, sum, total);
	// The least remainder that still gets one; of those just at it, only the first few by index do.
	const last = remainders.slice().sort()[count - left]!;
	let atLast = left;
	for (let i = 0; i < count; i++) if (remainders[i]! > last) atLast -= 1;
	for (let i = 0; i < count; i++) {
		if (remainders[i]! < last) continue;
		if (remainders[i]! === last && atLast-- <= 0) continue;
		out[i]! += 1;
	}
}

/** floor(baseCents × bp / 10 000), exact as long as the result is a safe integer. */
export function owed(bp: number, baseCents: number): number {
	needCents(bp, 'rate');
	needCents(baseCents, 'base');
	const rest = baseCents % 10_000;
	const cents = ((baseCents - rest) / 10_000) * bp + Math.floor((rest * bp) / 10_000);
	needCents(cents, 'amount owed');
	return cents;
}

/**
 * What to book now so that the sum of all bookings is what is owed on the base so far: cumulative owed less accrued.
 * Negative only if the base or the rate went down.
 */
export function accrue(bp: number, cumulativeBaseCents: number, accruedCents: number): number {
	return owed(bp, cumulativeBaseCents) - accruedCents;
}

function needCents(value: number, what: string): void {
	if (!(Number.isSafeInteger(value) && value >= 0)) {
		throw new RangeError(`Not a non-negative safe integer (${what}): ${value}`);
	}
}

function needPart(part: number, whole: number, amount: number): void {
	needCents(part, 'part');
	needCents(whole, 'whole');
	needCents(amount, 'amount');
	if (part > whole || whole === 0) throw new RangeError(`Not a part of a whole: ${part} of ${whole}`);
}
