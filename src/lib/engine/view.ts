/**
 * `FirmView`: all that a screen, a bot or a rival may know of the market. A figure that is not simply decided or
 * paid by the firm itself is never bare: it has a range, an age and a source.
 */
import type {
	Channel,
	DealerFactor,
	LaunchRole,
	Lever,
	OrderMode,
	OutletClass,
	PerClass,
	DealerGrievance,
	RelationLevel,
	RelationType
} from './vocab.ts';
import type { Answer } from './acceptance.ts';
import type { AreaFieldView, FieldRulesView, FieldView } from './field/view.ts';
import type { DealerTerms, Plan } from './plan.ts';
import type { PlatformView, PublicPlatform } from './platform/view.ts';
import type { ActivityFacts, BoardCheck, BoardFacts, CommunicationFacts, Statements } from './report.ts';
import type { Parting } from './systems/parting.ts';
import type { PlantSpec, ReturnsSpec } from './spec.ts';

export type { AreaFieldView, FieldView, PlatformView };

export const SOURCES = ['ledger', 'dealerReport', 'panel', 'visits', 'priceCheck', 'file'] as const;
export type Source = (typeof SOURCES)[number];

/** `value` null is “not known”; then `low` and `high` are null too. */
export interface Figure {
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	/** Last tick it speaks of (−1: the opening file). */
	readonly asOfWeek: number;
	readonly source: Source;
}

export interface FirmView {
	readonly scenario: string;
	readonly firm: string;
	readonly turn: number;
	readonly turns: number;
	readonly week: number;
	readonly weeksPerTurn: number;
	/** Levers that may be moved now. */
	readonly open: readonly Lever[];
	/** First turn, from 0, in which each lever may be moved. */
	readonly unlocks: Readonly<Record<Lever, number>>;
	readonly firms: readonly { readonly id: string; readonly role: 'player' | 'rival' }[];
	readonly regions: readonly RegionView[];
	readonly areas: readonly AreaView[];
	readonly products: readonly OwnProductView[];
	readonly rivalProducts: readonly RivalProductView[];
	readonly field: FieldView;
	readonly platform: PlatformView;
	readonly money: MoneyView;
	readonly plant: PlantSpec;
	readonly rules: PublicRules;
	/** Sell-through asked of the firm in this turn, units; null for rivals. */
	readonly sellOutTarget: number | null;
	/** Own activities of the turns before, the oldest first. */
	readonly activities: readonly ActivityRecord[];
	/** Communication index of the last turn; null where nothing communicated. */
	readonly communication: CommunicationFacts | null;
	/** The plan in force. */
	readonly plan: Plan;
}

/** An own activity that is over (rule A22). */
export interface ActivityRecord {
	readonly turn: number;
	/** As planned and as it came out. */
	readonly facts: ActivityFacts;
	readonly spentCents: number;
	readonly wastedCents: number;
	/** Units against what was to be expected; gain less spent over spent. */
	readonly extra: Figure;
	readonly returns: Figure;
}

/** The small board in a region: how far it has come, and whether the region suits it (rule A20). */
export interface BoardView {
	/** 0: none yet; 7: the big board is open. */
	readonly stage: number;
	readonly tests: readonly BoardCheck[];
	/** Core outlets, class A on-premise: real ones. */
	readonly coreOutlets: number;
	/** How it went on in the last turn, and what its gate asked for; null: there was nothing to go on. */
	readonly last: BoardFacts | null;
}

export interface RegionView {
	readonly id: string;
	readonly areas: readonly string[];
	readonly freightCentsPerUnit: number;
	readonly leadWeeks: number;
	/** The firm's dealer here. */
	readonly dealer: string;
	readonly orderMode: OrderMode;
	/** Dealer stock by own product, in file order. */
	readonly dealerStock: readonly Figure[];
	/** What it reckons to sell of them in a week, units. */
	readonly dealerSales: readonly Figure[];
	/** Likewise of the dealer's second tier together; empty if it has none. */
	readonly secondTierStock: readonly Figure[];
	readonly dealerDaysOfSupply: Figure;
	/** How far its dealer has taken the firm's advice, 0–1. */
	readonly advice: number;
	/** The firm's contract with its dealer about old goods; null: nothing goes back. */
	readonly returns: ReturnsSpec | null;
	readonly board: BoardView;
	/** What is agreed with the dealer, and what came of it; null where there is none. */
	readonly contract: ContractView | null;
	/** Why there is no dealer, if it went of itself. */
	readonly parted: Parting;
	/** Long list for appointment. */
	readonly candidates: readonly CandidateView[];
}

/** A dealer's terms and its account with the firm: the firm's own books, all of it exact. */
export interface ContractView {
	readonly terms: DealerTerms;
	/** How firm and dealer work together (rule D30). */
	readonly level: RelationLevel;
	/** How they stand to each other, and what the dealer has against the firm (rule D31). */
	readonly relation: RelationType;
	readonly grievances: readonly DealerGrievance[];
	/** What it said to the last turn's offer. */
	readonly answer: Answer;
	readonly receivableCents: number;
	readonly overdueCents: number;
	/** In the rebate period so far, and weeks left of it. */
	readonly boughtCents: number;
	readonly rebateDueCents: number;
	readonly periodWeeksLeft: number;
	/** Goods it gave back for debt, goods of it found in other regions, fines: all of last turn. */
	readonly goodsBackUnits: number;
	readonly foundUnits: number;
	readonly finedCents: number;
	/** What the line earns a year on its own money by what it sells and by the price sheet, basis points. */
	readonly returnBp: number | null;
	/** Part of the region's volume that its terms leave it, basis points. */
	readonly outletsBp: number;
}

export interface CandidateView {
	readonly id: string;
	readonly stated: Readonly<Record<DealerFactor, number>>;
	readonly heldBy: string | null;
	readonly open: boolean;
	readonly capitalCents: number;
	/** What it would want to send back. */
	readonly returns: ReturnsSpec | null;
}

export interface AreaView {
	readonly id: string;
	readonly region: string;
	readonly worked: boolean;
	/** Real outlets by class, and by channel. */
	readonly outlets: PerClass<number>;
	readonly channels: Readonly<Record<Channel, number>>;
	/** Category units in the last turn. */
	readonly categoryUnits: Figure;
	/** Share of category units by firm, in `firms` order; the rest are small brands. */
	readonly shares: readonly Figure[];
	/** Own share over the best rival's; `NO1_RATIO` is the mark. */
	readonly ratio: Figure;
	/** Share of panel outlets with stock on the shelf, by firm. */
	readonly distribution: readonly Figure[];
	/** Own sell-through in the last turn, units. */
	readonly sellOut: Figure;
	/** Share of own listed panel outlet-weeks without stock. */
	readonly stockOutRate: Figure;
	/** Outlets called on last turn, own field records. */
	readonly visitedShare: Figure;
	/** Own field records of the area. */
	readonly field: AreaFieldView;
	readonly no1: No1View;
	/** Target of the last turn here, units; null: none. */
	readonly target: number | null;
}

/** The way to No.1 in an area: beside `ratio` the two other local indicators, and the accounts that close the gap. */
export interface No1View {
	/** Share of sample points that list the firm (客户占有率), by firm. */
	readonly occupancy: readonly Figure[];
	/** Of what sample points of class A reckon to sell of the firms' products in a week, the share of each (客户内占有率). */
	readonly insideA: readonly Figure[];
	/** Units a week short of `NO1_RATIO` times the best rival; 0 when it is reached. */
	readonly gapUnits: Figure;
	/** Accounts called on last turn that do not list the firm, A before B before C, as many as would close the gap. */
	readonly accounts: readonly AccountToWin[];
	/** How many of them there are in all, real accounts. */
	readonly openAccounts: Figure;
	/** Accounts nobody called on, by class: what they list is not known. */
	readonly uncalled: PerClass<number>;
}

export interface AccountToWin {
	readonly outlet: number;
	/** Real accounts it stands for. */
	readonly represents: number;
	readonly outletClass: OutletClass;
	readonly channel: Channel;
	/** Units a week that it would sell if it were an account of its class like those won; null where that is not known. */
	readonly gainUnits: number | null;
}

export interface OwnProductView {
	readonly id: string;
	readonly unitsPerCase: number;
	readonly unitCostCents: number;
	/** The general list price, and the one in force by region, in the order of `regions`. */
	readonly dealerPriceCents: number;
	readonly regionPriceCents: readonly number[];
	/** Usual shelf price over that of the sheet, promotions apart, by region: 1 where the price order (价盘) holds. */
	readonly regionOrder: readonly Figure[];
	/** The price the file opened with. */
	readonly openingDealerPriceCents: number;
	readonly minDealerPriceCents: number;
	readonly maxDealerPriceCents: number;
	readonly shelfPriceCents: number;
	/** Dealer's and outlet's margin, each as a mark-up on its own buying price. */
	readonly dealerMarkup: number;
	readonly outletMarkup: number;
	readonly shelfLifeWeeks: number;
	readonly warehouseUnits: number;
	/** Under way in the plant, and finished in the last turn. */
	readonly plantUnits: number;
	readonly producedLastTurn: number;
	readonly sellInLastTurn: number;
	/** Of a product that is not sold from the start; null else. */
	readonly launch: LaunchView | null;
}

export interface LaunchView {
	readonly role: LaunchRole;
	/** The firm decides when, not the file. */
	readonly decided: boolean;
	readonly firstLotUnits: number;
	/** Where the firm decides, by region, in their order: week from which it can be listed, null: not launched; and what its stage asks for (B6). */
	readonly regions: readonly LaunchRegionView[];
}

export interface LaunchRegionView {
	readonly region: string;
	readonly week: number | null;
	/** Share of the accounts that list the firm, and the share asked for; null: the group comes first. */
	readonly occupancy: number;
	readonly needed: number | null;
}

export interface RivalProductView {
	readonly id: string;
	readonly firm: string;
	/** Opening shelf price, from the file. */
	readonly listShelfPriceCents: number;
	/** Lowest shelf price anywhere now, deals included, seen on the last week's shelf; and by region, in their order. */
	readonly shelfPriceCents: Figure;
	readonly regionShelfCents: readonly Figure[];
}

export interface MoneyView {
	readonly cashCents: number;
	readonly creditLineCents: number;
	readonly revenueLastTurnCents: number;
	readonly grossMarginLastTurnCents: number;
	readonly expenseLastTurnCents: number;
	/** Of it, people: wages, hiring, training and the rest. */
	readonly peopleLastTurnCents: number;
	readonly profitLastTurnCents: number;
	/** Of the last turn; null before there is one. */
	readonly statements: Statements | null;
	/** Weeks in a row, up to now, beyond the credit line. */
	readonly weeksBroke: number;
}

/** Prices and limits anybody may know. */
export interface PublicRules {
	readonly wageCentsPerWeek: number;
	readonly hireCents: number;
	readonly severanceWeeks: number;
	readonly appointCents: number;
	readonly activityFixedCents: number;
	readonly maxActivityDepthBp: number;
	/** Of an activity: prices, preparation and follow-up of its money, and when it needs approval. */
	readonly activities: PublicActivityRules;
	readonly maxMerchandisers: number;
	readonly pushLimitDays: number;
	readonly normalDealerDays: number;
	readonly outletCycleWeeks: PerClass<number>;
	/** On the shelf price only; the ledger is without it. */
	readonly vatBp: number;
	/** Most calls on an account in four weeks, and most minutes a call. */
	readonly maxVisits: number;
	readonly maxMinutes: number;
	/** Dealers on a shortlist. */
	readonly shortlistMin: number;
	readonly shortlistMax: number;
	/** Output of a newcomer in the first turn, relative. */
	readonly newcomerOutput: number;
	readonly field: FieldRulesView;
	/** Weeks the standing plan runs on after the last turn. */
	readonly closingWeeks: number;
	readonly dealing: PublicDealing;
	readonly platform: PublicPlatform;
	/** Of a launch that the firm decides: once, and for each region. */
	readonly launchProductCents: number;
	readonly launchRegionCents: number;
}

/** Of dealing with dealers what the trade knows. */
export interface PublicDealing {
	readonly supportCentsPerWeek: number;
	readonly inspectionCentsPerWeek: number;
	readonly rebateWeeks: number;
	/** What a dealer's money earns elsewhere a year, basis points. */
	readonly alternativeBp: number;
	readonly glutDays: number;
	readonly defaultWeeks: number;
	readonly maxCreditDays: number;
	readonly maxRebateBp: number;
	readonly maxSteps: number;
	readonly maxStepFromBp: number;
	readonly maxLevel: number;
	readonly maxFineBp: number;
	/** Weekly chance to trace diverted goods by level of inspection, basis points. */
	readonly detectionBp: readonly number[];
}

export interface PublicActivityRules {
	readonly maxDisplayBp: number;
	readonly displayCentsPerWeek: number;
	readonly samplingCentsPerDay: number;
	readonly boardCentsPerWeek: number;
	readonly conferenceCents: number;
	readonly preparationBp: number;
	readonly followUpBp: number;
	readonly approvalLimitCents: number;
	readonly approvalWeeks: number;
}
