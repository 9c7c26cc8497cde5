/**
 * `State`: everything that play changes, in one allocation (see `buffer.ts`). Field order is part of its format.
 */
import { allocateFields, hashFields, viewFields, type Fields, type Views } from './buffer.ts';
import { STOCKS } from './echelon/chain.ts';
import {
	ACCOUNTS,
	dealerRow,
	householdsRow,
	ledgerRows,
	outletsRow,
	worldRow,
	type LedgerRows
} from './ledger.ts';
import { reportSlots } from './reports.ts';
import { DUE_SLOTS, TERM_COLUMNS } from './terms.ts';
import { CLASSES, OPENING_EVENTS, PLATFORM_PARTS, SUPPORT_FLOWS } from './vocab.ts';
import type { World } from './world.ts';

const FIELDS = {
	/** Ledger [entity × account], cents; entities: firms, dealers, outlets, households, world. */
	balances: ['f64', (w: World) => rows(w).count * ACCOUNTS.length],
	/** [outlet × firm], 0–1. */
	closeness: ['f64', (w: World) => w.outlets * w.firms],
	dependence: ['f64', (w: World) => w.outlets * w.firms],
	/** Units a week [outlet × product]. */
	outletForecast: ['f64', (w: World) => w.outlets * w.products],
	/** Share by which the usual shelf price stands below the sheet [region × product]. */
	erosion: ['f64', (w: World) => w.regions * w.products],
	/** Weekly sales, smoothed, by which No.1 is told [area × firm]. */
	standing: ['f64', (w: World) => w.areas * w.firms],
	/** Brand goodwill, and smoothed share inside the core outlets [region × firm]. */
	goodwill: ['f64', (w: World) => w.regions * w.firms],
	radiance: ['f64', (w: World) => w.regions * w.firms],
	/** Bought beyond need and not yet used up, units of displaced demand [region]. */
	pantry: ['f64', (w: World) => w.regions],
	/** The same of those who put by that very product, and its usual weekly sales, smoothed [region × product]. */
	ownPantry: ['f64', (w: World) => w.regions * w.products],
	usual: ['f64', (w: World) => w.regions * w.products],
	/** How far below the list shoppers are used to pay, smoothed (A19) [region × product]. */
	usedTo: ['f64', (w: World) => w.regions * w.products],
	/** Demand that empty shelves sent on to this week, relative to last week's sales [area × product]. */
	pool: ['f64', (w: World) => w.areas * w.products],
	/** Book value of what a dealer owns, on the floor and on the road, cents [dealer × product]. */
	bookCents: ['f64', (w: World) => w.dealers * w.products],
	/** Terms in force, figure by figure (`terms.ts`) [firm × region × column]. */
	agreed: ['f64', (w: World) => w.firms * w.regions * TERM_COLUMNS],
	/** Loyalty, 0–1, and how far support has come [dealer × flow]. */
	loyalty: ['f64', (w: World) => w.dealers],
	supported: ['f64', (w: World) => w.dealers * SUPPORT_FLOWS.length],
	/** Invoices by the week they fall due [dealer × slot], and what is overdue, cents [dealer]. */
	due: ['f64', (w: World) => w.dealers * DUE_SLOTS],
	overdue: ['f64', (w: World) => w.dealers],
	/** Bought in the rebate period, and the rebate accrued on it, cents [dealer]. */
	bought: ['f64', (w: World) => w.dealers],
	rebateDue: ['f64', (w: World) => w.dealers],
	/** What the dealer remembers of the line: a week's profit and its own money in it, smoothed, cents [dealer]. */
	lineProfit: ['f64', (w: World) => w.dealers],
	lineFunds: ['f64', (w: World) => w.dealers],
	/** Earned until last week, and cost of the line that there was no cash for, cents [dealer]. */
	earnedBefore: ['f64', (w: World) => w.dealers],
	lineOwed: ['f64', (w: World) => w.dealers],
	/** Fines of the turn by the region of the dealer fined, cents [firm × region]. */
	turnFined: ['f64', (w: World) => w.firms * w.regions],
	/** Sum of the weekly overdrafts, and the interest booked on it so far, cents [firm]. */
	overdraft: ['f64', (w: World) => w.firms],
	interestPaid: ['f64', (w: World) => w.firms],
	/** Balances at the start of the turn, to tell the turn's money apart. */
	turnOpening: ['f64', (w: World) => w.firms * ACCOUNTS.length],
	/** Spent so far in the turn by activity slot [firm × MAX_ACTIVITIES]. */
	activitySpent: ['f64', (w: World) => w.firms * MAX_ACTIVITIES],
	/** Share of field time wasted, skill, how complete the account file is, 0–1 [firm]. */
	waste: ['f64', (w: World) => w.firms],
	skill: ['f64', (w: World) => w.firms],
	file: ['f64', (w: World) => w.firms],
	/** How far its dealer has taken the firm's advice, 0–1 [firm × region]. */
	advice: ['f64', (w: World) => w.firms * w.regions],
	/** How far its dealer sees the firm's people, 0–1 [firm × region]. */
	attention: ['f64', (w: World) => w.firms * w.regions],
	/** Dealer list price in force, cents [region × product]. */
	price: ['i32', (w: World) => w.regions * w.products],
	/** On the shelf, newer and older bucket, and ordered, then on the way [outlet × product]. */
	stockNew: ['i32', (w: World) => w.outlets * w.products],
	stockOld: ['i32', (w: World) => w.outlets * w.products],
	inbound: ['i32', (w: World) => w.outlets * w.products],
	/** The chain's stocks and orders, see `Stocks`. A warehouse's transit is what the plant has under way. */
	...STOCKS,
	/** Of own production plans: units asked for and not yet begun, less than a batch [product]. */
	lotRest: ['i32', (w: World) => w.products],
	/** Weeks in a row that the firm has stood beyond its credit line [firm]. */
	weeksBroke: ['i32', (w: World) => w.firms],
	/** Tick from which the product can be listed; −1: nobody has decided it [region × product]. */
	launchWeek: ['i32', (w: World) => w.regions * w.products],
	/** Weeks built at the management platform [firm × part]. */
	platform: ['i32', (w: World) => w.firms * PLATFORM_PARTS.length],
	/** Target of the turn, and the past sales it was split by, units [firm × area]. */
	target: ['i32', (w: World) => w.firms * w.areas],
	targetPast: ['i32', (w: World) => w.firms * w.areas],
	/** Dealer that serves [firm × region]. */
	dealerOf: ['i32', (w: World) => w.firms * w.regions],
	/** Stage of the small-board programme, 0 before there is one [firm × region]. */
	boardStage: ['i32', (w: World) => w.firms * w.regions],
	/** The dealer before, whose orders tell what the region sells, or −1 [firm × region]. */
	lastDealer: ['i32', (w: World) => w.firms * w.regions],
	/** Weeks that something has been overdue [dealer]. */
	overdueWeeks: ['i32', (w: World) => w.dealers],
	/** Head count and, of it, newcomers [firm]. */
	staff: ['i32', (w: World) => w.firms],
	newcomers: ['i32', (w: World) => w.firms],
	/** [week, turn]. */
	clock: ['i32', () => 2],
	/** Weeks a shock goes on [shock × region]. */
	shockWeeks: ['i32', (w: World) => w.spec.shocks.length * w.regions],
	/** Dealer stock as last reported (V7) [dealer × product]. */
	reportedStock: ['i32', (w: World) => w.dealers * w.products],
	/** What stood with dealers when past weeks closed, of which they will report [slot × dealer × product]. */
	stockLog: ['i32', (w: World) => reportSlots(w) * w.dealers * w.products],
	/** Arrived at the dealer since goods last grew a bucket older (D11) [dealer × product]. */
	dealerTaken: ['i32', (w: World) => w.dealers * w.products],
	/** Lowest shelf price met in the region last week, deals in, cents with VAT [region × product]. */
	shelfSeen: ['i32', (w: World) => w.regions * w.products],
	/** Counters of the turn, reset at its start. */
	turnSold: ['i32', (w: World) => w.areas * w.products],
	turnOutside: ['i32', (w: World) => w.areas],
	turnPanelSold: ['i32', (w: World) => w.areas * w.products],
	turnPanelOutside: ['i32', (w: World) => w.areas],
	turnSellIn: ['i32', (w: World) => w.products],
	turnTakenBack: ['i32', (w: World) => w.products],
	turnProduced: ['i32', (w: World) => w.products],
	turnWrittenOff: ['i32', (w: World) => w.products],
	/** Diverted [product]; by the region they came from and went to, found out, and given back for debt [firm × region]. */
	turnDiverted: ['i32', (w: World) => w.products],
	turnDivertedOut: ['i32', (w: World) => w.firms * w.regions],
	turnDivertedIn: ['i32', (w: World) => w.firms * w.regions],
	turnFound: ['i32', (w: World) => w.firms * w.regions],
	turnGoodsBack: ['i32', (w: World) => w.firms * w.regions],
	/** Listed outlet-weeks and those of them without stock [area × firm], and the same at sample points. */
	turnListed: ['i32', (w: World) => w.areas * w.firms],
	turnEmpty: ['i32', (w: World) => w.areas * w.firms],
	turnPanelListed: ['i32', (w: World) => w.areas * w.firms],
	turnPanelEmpty: ['i32', (w: World) => w.areas * w.firms],
	/** Planned openings of the turn by what became of them [area × firm × OPENING_EVENTS]. */
	turnOpenings: ['i32', (w: World) => w.areas * w.firms * OPENING_EVENTS.length],
	/** Merchandisers who left when the last turn closed [firm], key events met and missed in it [firm × 2]. */
	turnLeavers: ['i32', (w: World) => w.firms],
	turnKeyEvents: ['i32', (w: World) => w.firms * 2],
	/** 1 where the dealer delivers: its own network, and what our people opened for it [dealer × outlet]. */
	served: ['u8', (w: World) => w.dealers * w.outlets],
	/** 1 where the dealer delivered before its terms kept it out [dealer × outlet]. */
	released: ['u8', (w: World) => w.dealers * w.outlets],
	/** 1 where the terms let the dealer deliver [firm × area × class]. */
	assigned: ['u8', (w: World) => w.firms * w.areas * CLASSES.length],
	/** The dealer's answer to this turn's offer (`ANSWERS`), and why there is none (`PARTINGS`) [firm × region]. */
	answers: ['u8', (w: World) => w.firms * w.regions],
	parted: ['u8', (w: World) => w.firms * w.regions],
	/** 1 for a dealer that has left or failed [dealer]. */
	gone: ['u8', (w: World) => w.dealers],
	/** 1 where the outlet reorders [outlet × product]. */
	listed: ['u8', (w: World) => w.outlets * w.products],
	/** Facings on the shelf, 1–255 [outlet × product]. */
	facings: ['u8', (w: World) => w.outlets * w.products],
	/** 1 where the firm called in this turn [outlet × firm]. */
	called: ['u8', (w: World) => w.outlets * w.firms],
	/** Where a planned opening stands: visits behind it and week of the last, see `field/openings.ts` [outlet × firm]. */
	opening: ['u8', (w: World) => w.outlets * w.firms],
	/** What the outlet holds against the firm, of 255 [outlet × firm]. */
	grievance: ['u8', (w: World) => w.outlets * w.firms],
	/** 1 where the firm knows who decides [outlet × firm]. */
	keyPerson: ['u8', (w: World) => w.outlets * w.firms],
	/** Above 0 where a list price fell so far this turn that it broke, see `dealer-relation.ts` [firm × region]. */
	priceBroken: ['u8', (w: World) => w.firms * w.regions]
} as const satisfies Fields<World>;

export type State = Views<typeof FIELDS>;

export const CHANNEL_COUNT = 5;
/** Activities a firm can run in one turn. */
export const MAX_ACTIVITIES = 16;

export const WEEK = 0;
export const TURN = 1;

/** Ledger rows: firms, dealers, then outlets, households, and the world around them. */
const rows = (world: World): LedgerRows => ledgerRows(world.firms, world.dealers);
export const outletsEntity = ({ firms, dealers }: World): number => outletsRow(firms, dealers);
export const householdsEntity = ({ firms, dealers }: World): number => householdsRow(firms, dealers);
export const worldEntity = ({ firms, dealers }: World): number => worldRow(firms, dealers);
export const dealerEntity = ({ firms }: World, dealer: number): number => dealerRow(firms, dealer);

/** A zeroed state for this world. */
export function allocate(world: World): State {
	return viewOf(world, allocateFields(FIELDS, world));
}

/** The named arrays over an existing buffer of the right size, e.g. one that came from a worker. */
export function viewOf(world: World, buffer: ArrayBuffer): State {
	return viewFields(FIELDS, world, buffer);
}

export function cloneState(world: World, state: State): State {
	return viewOf(world, state.buffer.slice(0));
}

/** 32 hex digits over every byte of the state. */
export function hashState(world: World, state: State): string {
	return hashFields(FIELDS, state, world.spec.id);
}

export function bytesOf(world: World): number {
	return allocateFields(FIELDS, world).byteLength;
}
