/**
 * What happened to a firm in one turn: facts, money by line, the score with its arithmetic, and what of its plan
 * fell away. Numbers and codes only; a screen puts the words.
 */
import type {
	ActivityKind,
	ActivityPurpose,
	AdvertisingAim,
	OpeningEvent,
	PerPillar,
	Pillar,
	PlatformPart
} from './vocab.ts';
import type { StockBand } from './spec.ts';
import type { Answer } from './acceptance.ts';
import type { Dropped, Plan } from './plan.ts';
import type { Parting } from './systems/parting.ts';

/** Lines of the profit and loss account, in cents, positive as named. */
export interface MoneyLines {
	readonly revenueCents: number;
	readonly costOfGoodsCents: number;
	readonly freightCents: number;
	readonly promotionCents: number;
	readonly peopleCents: number;
	readonly overheadCents: number;
	readonly interestCents: number;
	readonly writeOffCents: number;
	/** Given to dealers, less fines; below 0 where the fines were more. */
	readonly rebateCents: number;
	/** Support of dealers, and looking for diverted goods. */
	readonly supportCents: number;
	readonly badDebtCents: number;
	readonly profitCents: number;
	/** At the end of the turn. */
	readonly cashCents: number;
}

/** At the end of a turn: cash + goods = overdraft + capital + retained. Cents. */
export interface BalanceSheet {
	readonly cashCents: number;
	/** Goods at what they cost to make. */
	readonly inventoryCents: number;
	/** What dealers owe, and what is owed to them. */
	readonly receivableCents: number;
	readonly payableCents: number;
	/** What the bank has lent. */
	readonly overdraftCents: number;
	readonly capitalCents: number;
	/** Profits and losses since the opening. */
	readonly retainedCents: number;
}

/** From the cash of the opening to that of the close: profit, and what goods set free or tied up. */
export interface CashFlow {
	readonly openingCents: number;
	readonly profitCents: number;
	readonly goodsCents: number;
	/** What dealers paid of old debts less new ones, and the same of what is owed to them. */
	readonly creditCents: number;
	readonly closingCents: number;
}

export interface Statements {
	readonly balance: BalanceSheet;
	readonly cashFlow: CashFlow;
	/** Mean of opening and close. */
	readonly fundsEmployedCents: number;
	/** Profit before interest over them, a year, basis points; null where nothing is employed. */
	readonly returnBp: number | null;
}

export interface AreaFacts {
	readonly area: string;
	readonly region: string;
	/** Units sold to households by firm, in firm order, then small brands. */
	readonly units: readonly number[];
	readonly outsideUnits: number;
	/** Share of outlets listing the firm at the end of the turn, plain and weighted by size. */
	readonly numericDistribution: number;
	readonly weightedDistribution: number;
	readonly listedOutletWeeks: number;
	readonly stockOutOutletWeeks: number;
	/** What the area was to sell; left out: it had no target. */
	readonly targetUnits?: number;
	/** Beside a target: sold in the turn before, as the sample points told. */
	readonly targetPastUnits?: number;
	/** Real accounts that were called on in the turn, and all of them. */
	readonly visitedAccounts: number;
	readonly accounts: number;
	/** Of the accounts that list the firm, those that nobody called on. */
	readonly unservedAccounts: number;
}

/** What an activity came to at one of its targets (rules A13–A15). */
export interface ActivityPlace {
	/** Region or area id. */
	readonly id: string;
	readonly spentCents: number;
	/** Of it, where there was nothing to sell. */
	readonly wastedCents: number;
	/** Sold while it ran, or shipped in a trade deal, and what was to be expected without it. */
	readonly units: number;
	readonly expectedUnits: number;
	/** What the units more or less earn at list, before what the activity cost. */
	readonly gainCents: number;
}

/** One activity of a turn, as it was planned and as it came out. */
export interface ActivityFacts {
	readonly kind: ActivityKind;
	readonly product: string;
	readonly aim: AdvertisingAim | null;
	readonly purpose: ActivityPurpose | null;
	readonly prepared: boolean;
	readonly followedUp: boolean;
	/** First tick, and weeks it ran: a budget may end before its time. */
	readonly fromWeek: number;
	readonly weeks: number;
	readonly depthBp: number;
	readonly plannedCents: number;
	/** Real outlets it reached; shoppers it met, and those of them who could buy. */
	readonly outlets: number;
	readonly contacts: number;
	readonly effectiveContacts: number;
	/** All shoppers of the regions it was in, in its weeks. */
	readonly shoppers: number;
	readonly places: readonly ActivityPlace[];
}

/** Communication index of a turn (rule A21); powers are 0–100. */
export interface CommunicationFacts {
	readonly planning: number;
	readonly reach: number;
	readonly comprehension: number;
	readonly spentCents: number;
	readonly effectiveContacts: number;
	/** Spend per effective contact, 100 at the base; null: nobody who could buy was met. */
	readonly costIndex: number | null;
	/** (planning + reach + comprehension) ÷ cost index, in percent. */
	readonly index: number;
}

/** One condition of a test or a gate of the small-board programme. */
export interface BoardCheck {
	readonly code: string;
	readonly value: number;
	readonly needed: number;
	readonly met: boolean;
}

/** A small-board programme in a turn that it ran, or that it fell back because it did not (rule A20). */
export interface BoardFacts {
	readonly region: string;
	/** Stage it was in, 1–6, and the one it is in now; 7: the big board is open. */
	readonly stage: number;
	readonly after: number;
	/** What its gate asked for; nothing where it did not run. */
	readonly checks: readonly BoardCheck[];
}

/** How it went with a region's dealer. */
export interface DealerFacts {
	readonly region: string;
	/** The dealer at the end of the turn; empty if none is left. */
	readonly dealer: string;
	/** What was said to the turn's offer. */
	readonly answer: Answer;
	/** Why there is none. */
	readonly parted: Parting;
	/** Owed at the end of the turn, and of it overdue. */
	readonly receivableCents: number;
	readonly overdueCents: number;
	/** Given back for debt in the turn. */
	readonly goodsBackUnits: number;
	/** Brought out of the region and into it, and of the former found out; fines paid. */
	readonly divertedOutUnits: number;
	readonly divertedInUnits: number;
	readonly foundUnits: number;
	readonly finedCents: number;
	/** What stands with it and its second tier as the turn closes, and what they tell of it (V7). */
	readonly stockUnits: number;
	readonly toldUnits: number;
	/** 0–1. */
	readonly loyalty: number;
	/** A year's return on its own money, basis points; null while it has none in it. */
	readonly returnBp: number | null;
	/** Lowest usual shelf price of the firm's products in the region over that of the sheet (P6), basis points. */
	readonly priceOrderBp: number;
}

/** How the field force worked. */
export interface FieldFacts {
	/** People at the turn's end, and who left as it closed. */
	readonly heads: number;
	readonly leavers: number;
	/** Calls asked for over the hours there were, basis points; above `overloadBp` people leave faster (F9). */
	readonly loadBp: number;
	readonly overloadBp: number;
	/** Share of field time that earns nothing, and of the rival that wastes least; basis points. */
	readonly wasteBp: number;
	readonly rivalWasteBp: number;
	/** Whether the 10 % rule bites where the firm's people work (F8). */
	readonly outworked: boolean;
	/** Key events of A accounts that were met and missed, real accounts. */
	readonly keyEventsMet: number;
	readonly keyEventsMissed: number;
	/** A accounts that were called on, and of them those where nobody knows who decides. */
	readonly calledA: number;
	readonly strangersA: number;
	/** Planned openings by what became of them, real accounts. */
	readonly openings: Readonly<Record<OpeningEvent, number>>;
}

/** The management platform as the turn closed. */
export interface PlatformFacts {
	/** Weeks built by part, of `buildWeeks`. */
	readonly built: Readonly<Record<PlatformPart, number>>;
	readonly buildWeeks: number;
	/** How far beyond past sales a target pulls most, basis points. */
	readonly targetStretchBp: number;
}

/** A product that waits for its firm's decision, in one region, as the turn closed (rule B6). */
export interface LaunchFacts {
	readonly product: string;
	readonly region: string;
	readonly launched: boolean;
	/** Share of the accounts that list the firm, and the share its stage asks for; null: the group comes first. */
	readonly occupancyBp: number;
	readonly neededBp: number | null;
}

/** Facts a turn is scored on; all true values, audited after the turn. */
export interface TurnFacts {
	readonly turn: number;
	readonly weeks: number;
	readonly closing: boolean;
	readonly producedUnits: number;
	/** Shipped to dealers less taken back. */
	readonly sellInUnits: number;
	readonly sellOutUnits: number;
	readonly writtenOffUnits: number;
	/** Units at the end of the turn, by echelon. */
	readonly plantUnits: number;
	readonly warehouseUnits: number;
	readonly transitUnits: number;
	readonly dealerUnits: number;
	readonly outletUnits: number;
	/** Of the dealers' stock, older than a third of its life. */
	readonly agedDealerUnits: number;
	/** Brought by dealers into each other's regions: shipped, sold on, and nobody's merit. */
	readonly divertedUnits: number;
	/** By region in which the firm had or has a dealer, in file order. */
	readonly dealers: readonly DealerFacts[];
	readonly field: FieldFacts;
	readonly platform: PlatformFacts;
	readonly launches: readonly LaunchFacts[];
	readonly areas: readonly AreaFacts[];
	readonly activities: readonly ActivityFacts[];
	/** Spent on making ready what is to run in the coming turn (A17). */
	readonly preparationCents: number;
	readonly boards: readonly BoardFacts[];
	/** Null in a turn without an activity that communicates. */
	readonly communication: CommunicationFacts | null;
	readonly money: MoneyLines;
	readonly statements: Statements;
	/** Weeks in a row, up to now, beyond the credit line. */
	readonly weeksBroke: number;
}

/** One step of the arithmetic: what was measured, against what, and the thousandths it gave. */
export interface ScorePart {
	readonly code: string;
	readonly value: number;
	readonly target: number;
	/** 0–1000. */
	readonly points: number;
	/** Weight of the part inside its pillar, in thousandths; for factors that multiply, 0. */
	readonly weight: number;
	/** Area id where the part is about one. */
	readonly area?: string;
	/** Where full marks are given for a range: full inside low to high, none from `zero`. */
	readonly band?: StockBand;
}

export interface TurnScore {
	readonly turn: number;
	/** Thousandths of a point, 0–100 000. */
	readonly total: number;
	readonly pillars: PerPillar<number>;
	/** Weights of the pillars in the total, as the scenario has them. */
	readonly weights: PerPillar<number>;
	readonly parts: Readonly<Record<Pillar, readonly ScorePart[]>>;
}

export interface FirmReport {
	readonly firm: string;
	readonly facts: TurnFacts;
	/** Null for rivals, since only the player's firm has targets, and for closing weeks of a scenario that has none. */
	readonly score: TurnScore | null;
	readonly plan: Plan;
	readonly dropped: readonly Dropped[];
}

export interface GameScore {
	/** Thousandths, 0–100 000. */
	readonly total: number;
	readonly pillars: PerPillar<number>;
	readonly turns: readonly TurnScore[];
}
