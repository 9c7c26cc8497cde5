/** The series of visits by which an account is opened (R8), and what is counted of them. */
import { EVENTS, RESTING, SERIES } from '../field/openings.ts';
import { OPENING_EVENTS } from '../vocab.ts';
import type { OutletWeek } from './outlet-week.ts';

export const [BEGUN, WON, DROPPED, BROKEN] = (['begun', 'won', 'dropped', 'broken'] as const).map((event) =>
	OPENING_EVENTS.indexOf(event)
) as [number, number, number, number];

/** Weeks since the last visit of a series, of 16. */
export const gapOf = (w: OutletWeek, account: number): number => (w.week - (w.opening[account]! >> 4)) & 15;

export function countBroken(w: OutletWeek, a: number, f: number): void {
	count(w, a, f, BROKEN);
}

function count(w: OutletWeek, a: number, f: number, event: number): void {
	const at = (a * w.firms + f) * EVENTS + event;
	w.turnOpenings[at] = w.turnOpenings[at]! + 1;
}

/** R8 Where the series stands after a visit. */
export function endVisit(
	w: OutletWeek,
	a: number,
	f: number,
	account: number,
	step: number,
	won: number
): void {
	const { opening, restReviews } = w;
	if (step === 0) count(w, a, f, BEGUN);
	if (won === 1) {
		opening[account] = 0;
		count(w, a, f, WON);
	} else if (step === SERIES - 1) {
		opening[account] = restReviews === 0 ? 0 : RESTING + restReviews;
		count(w, a, f, DROPPED);
	} else {
		opening[account] = (step + 1) | ((w.week & 15) << 4);
		if (step > 0) count(w, a, f, step);
	}
}
