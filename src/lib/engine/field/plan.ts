/** The block of a plan that leads the field force. What is left out is as it is where nobody decides. */
import type { CallPurpose, PayBasis, PerClass, SellingStyle } from '../vocab.ts';

export interface FieldPlan extends Calls {
	/** Head count wanted. */
	readonly merchandisers: number;
	/** Other calls than those of the class, by what they are for; what is left out follows the class. */
	readonly calls?: Readonly<Partial<Record<CallPurpose, Calls>>>;
	/** Largest accounts of each worked area that are called on one to one. */
	readonly keyAccounts?: number;
	/** People by number, from 1, who answer for an area, by its id: one is right. */
	readonly responsible?: Readonly<Record<string, readonly number[]>>;
	/** Hours of training a head has in four weeks. */
	readonly trainingHours?: number;
	/** How far calls follow a standard, 0–100. */
	readonly visitStandard?: number;
	/** How far an office takes paper, queueing and detours off the field, 0–100. */
	readonly officeHelp?: number;
	/** The account file is kept by the firm. */
	readonly accountFile?: boolean;
	readonly selling?: SellingStyle;
	readonly pay?: PayPlan;
	readonly advisors?: AdvisorPlan;
}

export interface Calls {
	readonly visitsPer4Weeks: PerClass<number>;
	readonly minutesPerVisit: PerClass<number>;
}

export interface PayPlan {
	readonly basis: PayBasis;
	/** Share of pay that goes by it, basis points. */
	readonly shareBp: number;
}

/** Second kind of staff: they work dealers. */
export interface AdvisorPlan {
	readonly heads: number;
	/** Region ids whose dealers they advise, first the most wanted. */
	readonly regions: readonly string[];
}

/** Calls at accounts of a class for a purpose. */
export function callsFor(field: FieldPlan, purpose: CallPurpose): Calls {
	return field.calls?.[purpose] ?? field;
}

/** Share of pay that goes by so much, 0–1. */
export function paidBy({ pay }: FieldPlan, basis: PayBasis): number {
	return pay?.basis === basis ? pay.shareBp / 10_000 : 0;
}
