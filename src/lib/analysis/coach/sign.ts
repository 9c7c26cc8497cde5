/** What a coaching rule gives out: a sign in the figures, coded, with the numbers it was read from. */
import type { Lever } from '../../engine/vocab.ts';

/**
 * Each is worded in `messages/` twice: `coach.<CODE>.sign` says what stands in the figures, `coach.<CODE>.next` what
 * the method would try. A sign is no proof of a cause, and its words must not claim one.
 */
export const SIGN_CODES = [
	'PLAN_CUT',
	'CASH_BELOW_FLOOR',
	'SELL_IN_AHEAD',
	'DEALER_OVERSTOCKED',
	'PUSHED_ON_STOCK',
	'DEALER_FULL_SHELVES_EMPTY',
	'SHELVES_EMPTY',
	'DEALER_RUNS_LOW',
	'STOCK_AGES',
	'DEAL_LOADED_CHANNEL',
	'TARGET_MISSED',
	'EFFORT_SPREAD',
	'ACCOUNTS_UNVISITED',
	'LEAD_LOST',
	'LEAD_CONTESTABLE',
	'LEAD_BEHIND',
	'LISTINGS_LOST',
	'PRICE_OFF_UNLISTED',
	'EXPENSE_HEAVY',
	'PROFIT_SHORT',
	'LEAD_HELD',
	'FLOW_CLEAN',
	'QUOTA_AHEAD',
	'ACTIVITY_WASTED',
	'ACTIVITY_UNPREPARED',
	'PROMOTION_HABIT',
	'TERMS_REFUSED',
	'CREDIT_OVERDUE',
	'GOODS_DIVERTED',
	'PRICE_ORDER_BROKEN',
	'PEOPLE_OVERLOADED',
	'TIME_WASTED',
	'PEOPLE_LEFT',
	'PLATFORM_LATE',
	'TARGET_EASY',
	'TARGET_BEYOND',
	'BUDGET_OVERRUN',
	'BUDGET_CUT',
	'LAUNCH_UNRIPE',
	'LAUNCH_OUT_OF_ORDER',
	'LAUNCH_WAITS',
	'NEW_BEFORE_OLD',
	'KEY_PERSON_UNKNOWN',
	'KEY_EVENTS_MISSED',
	'SERIES_BROKEN',
	'FUNNEL_DRY',
	'DEALER_AS_STATED',
	'ACTIVITY_NO_RETURN',
	'STOCK_MISTOLD',
	'WAREHOUSE_EMPTY'
] as const;
export type SignCode = (typeof SIGN_CODES)[number];

/** A number with what it counts, so that a screen can write it as a reader expects; or whose name is meant. */
export type Quantity =
	| {
			readonly kind: 'units' | 'cases' | 'count' | 'days' | 'share' | 'ratio' | 'cents';
			readonly value: number;
	  }
	| { readonly kind: 'area' | 'firm' | 'region' | 'product'; readonly id: string };

/** The picture a sign can be checked in. */
export const EVIDENCE = ['goods', 'days', 'lead', 'money', 'plan'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const TONES = ['urgent', 'warn', 'good'] as const;
export type Tone = (typeof TONES)[number];

export interface Sign {
	readonly code: SignCode;
	readonly tone: Tone;
	readonly params: Readonly<Record<string, Quantity>>;
	readonly evidence: Evidence;
	/** The block of the plan the next step moves. */
	readonly lever: Lever;
	/** Row of the method it comes from, M1 … M38. */
	readonly row: `M${number}`;
	/** Thousandths of the total that the parts of the score it touches are short of full marks. */
	readonly atStake: number;
}
