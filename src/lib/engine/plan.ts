/**
 * A plan is complete and standing: one block per lever, holding until changed. One-offs (`appoint`, `pushes`,
 * `activities`) belong to one turn and never carry over; `standing` strips them.
 */
import type { Audience } from './activities/segment.ts';
import type { FieldPlan } from './field/plan.ts';
import type { PlatformPlan, TargetsPlan } from './platform/plan.ts';
import type {
	ActivityKind,
	ActivityPurpose,
	AdvertisingAim,
	DealerFactor,
	Lever,
	OrderMode,
	OutletClass,
	SupportFlow
} from './vocab.ts';

export type { FieldPlan, PlatformPlan, TargetsPlan };

export interface Plan {
	readonly regions: RegionsPlan;
	readonly dealers: DealersPlan;
	readonly field: FieldPlan;
	readonly price: PricePlan;
	readonly activities: readonly ActivityPlan[];
	readonly supply: SupplyPlan;
	/** Left out: no platform. */
	readonly platform?: PlatformPlan;
}

export interface RegionsPlan {
	/** Ids of the areas the field force works, first the most wanted. */
	readonly worked: readonly string[];
}

export interface DealersPlan {
	/** The weighted choice sheet by region id, kept as a record of the choice (M7). */
	readonly sheets: Readonly<Record<string, ChoiceSheet>>;
	/** One-off: dealer id by region id to appoint now. Must stand on that region's shortlist. */
	readonly appoint: Readonly<Record<string, string>>;
	/** Terms offered to the region's dealer, by region id: an offer stands until changed. Left out: the usual ones. */
	readonly terms?: Readonly<Record<string, DealerTerms>>;
	/** Against diversion, in all regions; left out: nothing. */
	readonly control?: ControlPlan;
}

/** What a firm and its dealer agree on (M7, M8). The usual terms are cash before delivery and nothing on top. */
export interface DealerTerms {
	/** It sells no rival's goods; whoever holds it lets go. */
	readonly exclusive: boolean;
	/** Days until an invoice is due; 0: cash before delivery. */
	readonly creditDays: number;
	/** Rebate on all it pays for goods. */
	readonly rebateBp: number;
	/** What it is to buy in a rebate period, cents at what it pays; 0: no target. */
	readonly targetCents: number;
	/** Rebate on top, on everything, from a part of the target on. Rising. */
	readonly steps: readonly RebateStep[];
	/** Levels 0–3. */
	readonly support: Readonly<Record<SupportFlow, number>>;
	/** The outlets it may deliver to; null: all of its network. */
	readonly assigned: AssignedOutlets | null;
}

export interface RebateStep {
	/** Part of the target. */
	readonly fromBp: number;
	readonly rebateBp: number;
}

export interface AssignedOutlets {
	readonly areas: readonly string[];
	readonly classes: readonly OutletClass[];
}

/** Price discipline: who looks, and what it costs a dealer that is found out. */
export interface ControlPlan {
	/** Level 0–3: codes on the cases, people who read them. */
	readonly inspection: number;
	/** Fine, of the list value of the goods found. */
	readonly fineBp: number;
	/** Who is found out loses the rebate of the period. */
	readonly forfeit: boolean;
}

export interface ChoiceSheet {
	/** Whole points 0–100 by factor. */
	readonly weights: Readonly<Record<DealerFactor, number>>;
	/** Own comparative scores 0–100 by dealer id and factor; absent ones are the stated figures. */
	readonly scores: Readonly<Record<string, Partial<Readonly<Record<DealerFactor, number>>>>>;
	/** Three or four dealer ids out of the long list. */
	readonly shortlist: readonly string[];
}

export interface PricePlan {
	/** Dealer list price in cents by product id, without VAT. */
	readonly dealerPriceCents: Readonly<Record<string, number>>;
	/** Where a region has a list price of its own: cents by region and product id; what is left out has the general one. */
	readonly byRegion?: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/** Regions in which a product that waits for a decision is launched, by product id (B5). What is launched stays so. */
	readonly launches?: Readonly<Record<string, readonly string[]>>;
}

/** Its audience narrows the targets: outlets of some channels or classes, or a segment. */
export interface ActivityPlan extends Audience {
	readonly kind: ActivityKind;
	readonly product: string;
	/** Area ids for a price-off, region ids for a trade deal. */
	readonly targets: readonly string[];
	/** Week of the turn, from 0. */
	readonly startWeek: number;
	readonly weeks: number;
	/** Of a price, or facings on top of those there are; kinds without a depth have 0. */
	readonly depthBp: number;
	readonly budgetCents: number;
	/** Of advertising; left out: liking. */
	readonly aim?: AdvertisingAim;
	readonly purpose?: ActivityPurpose;
	/** Outlets are seen again when it is over (M14). */
	readonly followUp?: boolean;
	/** Asked for now, to run in the coming turn, prepared and approved. */
	readonly ahead?: boolean;
	/** It was asked for in the turn before; what says so and was not is none. */
	readonly prepared?: boolean;
}

export interface SupplyPlan {
	/** By region id. */
	readonly orderMode: Readonly<Record<string, OrderMode>>;
	/**
	 * Cases a week that the firm writes for the dealer, by region and product id, where the order mode is `quota`;
	 * what is left out is none.
	 */
	readonly quotas?: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/**
	 * Cases a week the plant makes of a product by the firm's own plan, by product id; what is left out is made by the
	 * ordering rule (S5).
	 */
	readonly production?: Readonly<Record<string, number>>;
	/** One-off: whole cases pushed into the region's dealer in the first week of the turn. */
	readonly pushes: readonly { readonly region: string; readonly product: string; readonly cases: number }[];
}

/** What `project` took out or cut, in the order it did. `path` points into the plan that was handed in. */
export interface Dropped {
	readonly code: DropCode;
	readonly lever: Lever;
	readonly path: string;
	readonly params: Readonly<Record<string, string | number>>;
}

export const DROP_CODES = [
	'LOCKED',
	'UNKNOWN_AREA',
	'UNKNOWN_REGION',
	'UNKNOWN_DEALER',
	'UNKNOWN_PRODUCT',
	'DUPLICATE',
	'DEALER_NOT_OPEN',
	'DEALER_ELSEWHERE',
	'DEALER_ALREADY_OURS',
	'SHORTLIST_SIZE',
	'NOT_SHORTLISTED',
	'HEADCOUNT_LIMIT',
	'VISITS_LIMIT',
	'MINUTES_LIMIT',
	'PRICE_BOUNDS',
	'DEPTH_LIMIT',
	'OUTSIDE_TURN',
	'TARGET_EMPTY',
	'TOO_MANY',
	'PUSH_LIMIT',
	'CASH_SHORT',
	'QUOTA_LIMIT',
	'CAPACITY_LIMIT',
	'SEGMENT_BOUNDS',
	'WHOLE_REGION',
	'UNKNOWN_PERSON',
	'FIELD_LIMIT',
	'FIELD_CASH',
	'NOT_PREPARED',
	'NOT_APPROVED',
	'APPROVED_LATE',
	'TERMS_LIMIT',
	'NOTHING_ASSIGNED',
	'SUPPORT_SHORT',
	'DEALER_GONE',
	'PLATFORM_CASH',
	'TARGET_LIMIT',
	'NO_LAUNCH',
	'LAUNCH_EARLY',
	'LAUNCH_BEFORE_GROUP',
	'LAUNCH_CASH',
	'BUDGET_LIMIT',
	'OVER_BUDGET'
] as const;
export type DropCode = (typeof DROP_CODES)[number];

/** The plan as it goes on by itself: the same without its one-offs; what was asked for ahead is due. */
export function standing(plan: Plan): Plan {
	return {
		...plan,
		dealers: { ...plan.dealers, appoint: {} },
		activities: plan.activities.flatMap(({ ahead, ...activity }) =>
			ahead === true ? [{ ...activity, prepared: true }] : []
		),
		supply: { ...plan.supply, pushes: [] }
	};
}
