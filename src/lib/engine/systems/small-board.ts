/**
 * The small-board programme (盘中盘, rules A12, A20): whether a region suits it, how far it has come, and what it does at
 * its outlets. Its pull on the other channels is B2's: who picks the wrong outlets pays for their sales and for no more.
 */
import type { Activity } from '../activities/running.ts';
import type { BoardCheck, BoardFacts } from '../report.ts';
import { TURN, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { CHANNELS, NO1_RATIO } from '../vocab.ts';
import { at, type World } from '../world.ts';
import { priceSheet } from '../prices.ts';
import { hasGoods } from './activities.ts';

export const BOARD_STAGES = 6;
/** The programme has done its work: the board sells, the cost is withdrawn. */
export const BOARD_OPEN = BOARD_STAGES + 1;

/** A20 What the tests and gates ask for. The share of a stable first is Lanchester's (P), the others are A. */
export const BOARD_MARKS = {
	/** Of five tests. */
	suited: 4,
	/** Rivals' products seen below their list price. */
	fierce: 0.34,
	dominant: 0.417,
	/** Demand that looks for the product's price tier. */
	taste: 0.3,
	onPremise: 0.25,
	even: 0.4,
	/** Dealers open to talks that a rival holds. */
	held: 0.5,
	core: 0.8,
	filed: 0.9,
	listed: 0.6,
	inside: 0.3,
	reorders: 0.6
} as const;
/** A shelf price so much below its list is a deal. */
const VISIBLE_CUT = 0.06;

/** A12 What the programme does at its outlets in the stage it has reached. */
export function boardEffect(
	world: World,
	state: State,
	firm: number,
	r: number
): { lift: number; listing: number } {
	const { boardLift, boardListing } = world.spec.activities;
	const stage = state.boardStage[firm * world.regions + r]!;
	const lift = stage === 4 || stage === 5 ? boardLift : stage === BOARD_STAGES ? boardLift / 2 : 0;
	return { lift, listing: stage >= 3 && stage <= BOARD_STAGES ? boardListing : 0 };
}

/** A20 The five tests of a region, by what anybody can see: shop windows, sample points, the census, the file on dealers. */
export function suitability(
	world: World,
	state: State,
	firm: number,
	r: number,
	product: number
): BoardCheck[] {
	const { fierce, dominant, taste, onPremise, even, held } = BOARD_MARKS;
	const cuts = visibleCuts(world, state, firm, r);
	const best = bestRivalShare(world, state, firm, r);
	const tier = at(world.spec.regions, r).tiers[at(world.productSpecs, product).tier];
	const channels = channelShares(world, r);
	const restaurants = channels[CHANNELS.indexOf('onPremise')] ?? 0;
	const largest = Math.max(...channels);
	// Who may be had at all: a rival's own dealer is part of rivalry, and a second tier signs with nobody.
	const dealers = world.spec.dealers.filter(
		({ open, secondTier }, d) => world.dealerRegion[d] === r && open && secondTier === undefined
	);
	const bound = dealers.filter(({ heldBy }) => heldBy !== null && heldBy !== at(world.spec.firms, firm).id);
	const bindings = dealers.length === 0 ? 0 : bound.length / dealers.length;
	return [
		{ code: 'rivalry', value: cuts, needed: fierce, met: cuts < fierce },
		{ code: 'dominant', value: best, needed: dominant, met: best < dominant },
		{ code: 'taste', value: tier, needed: taste, met: tier >= taste },
		{
			code: 'channels',
			value: restaurants,
			needed: onPremise,
			met: restaurants >= onPremise || (restaurants > 0 && largest <= even)
		},
		{ code: 'protection', value: bindings, needed: held, met: bindings <= held }
	];
}

function visibleCuts(world: World, state: State, firm: number, r: number): number {
	let rivals = 0;
	let cut = 0;
	for (const [k, product] of world.productSpecs.entries()) {
		if (world.productFirm[k] === firm) continue;
		rivals++;
		const list = priceSheet(product, product.dealerPriceCents, world.spec.money.vatBp).shelfCents;
		const seen = state.shelfSeen[r * world.products + k]!;
		if (seen > 0 && seen < list * (1 - VISIBLE_CUT)) cut++;
	}
	return rivals === 0 ? 0 : cut / rivals;
}

/** At the sample points in the last turn; before the first, by the file. */
function bestRivalShare(world: World, state: State, firm: number, r: number): number {
	const units = new Float64Array(world.firms);
	let all = 0;
	const areas = world.spec.regions.flatMap((region) => region.areas);
	for (const [a, area] of areas.entries()) {
		if (world.areaRegion[a] !== r) continue;
		if (state.clock[TURN] === 0) {
			const volume = area.outlets * area.represents * area.unitsPerOutletWeek;
			all += volume;
			for (const [f, { id }] of world.spec.firms.entries())
				units[f] = units[f]! + volume * (area.shares[id] ?? 0);
			continue;
		}
		all += state.turnPanelOutside[a]!;
		for (let k = 0; k < world.products; k++) {
			const sold = state.turnPanelSold[a * world.products + k]!;
			units[world.productFirm[k]!] = units[world.productFirm[k]!]! + sold;
			all += sold;
		}
	}
	let best = 0;
	for (let f = 0; f < world.firms; f++) if (f !== firm) best = Math.max(best, units[f]!);
	return all === 0 ? 0 : best / all;
}

/** Real outlets by channel. */
function channelShares(world: World, r: number): number[] {
	const counts = CHANNELS.map(() => 0);
	let all = 0;
	for (const a of at(world.regionAreas, r))
		for (const c of CHANNELS.keys()) {
			const outlets = world.areaChannels[a * CHANNELS.length + c]!;
			counts[c] = (counts[c] ?? 0) + outlets;
			all += outlets;
		}
	return counts.map((count) => (all === 0 ? 0 : count / all));
}

/**
 * A20 As the turn ends: a programme that ran and passes its gate moves on a stage; one that did not run falls back one,
 * unless it has done its work.
 */
export function judgeBoards(world: World, state: State, turn: Turn): void {
	const ran = turn.activities.filter(({ kind, track }) => kind === 'smallBoard' && track.weeks > 0);
	for (let f = 0; f < world.firms; f++)
		for (let r = 0; r < world.regions; r++) {
			const cell = f * world.regions + r;
			const before = state.boardStage[cell]!;
			const activity = ran.find(({ firm, targets }) => firm === f && targets.includes(r));
			if (activity === undefined || before === BOARD_OPEN) {
				if (before > 0 && before < BOARD_OPEN) {
					state.boardStage[cell] = before - 1;
					const { id } = at(world.spec.regions, r);
					turn.boards.push({
						firm: f,
						facts: { region: id, stage: before, after: before - 1, checks: [] }
					});
				}
				continue;
			}
			const stage = Math.max(1, before);
			const checks = gate(world, state, turn, activity, r, stage);
			const after = checks.every(({ met }) => met) ? stage + 1 : stage;
			state.boardStage[cell] = after;
			turn.boards.push({ firm: f, facts: { region: at(world.spec.regions, r).id, stage, after, checks } });
		}
}

type Asked = readonly [code: string, value: number, needed: number];

const checked = (...asked: readonly Asked[]): BoardCheck[] =>
	asked.map(([code, value, needed]) => ({ code, value, needed, met: value >= needed }));

/** A20 What the stage asks for, and what there is. */
function gate(
	world: World,
	state: State,
	turn: Turn,
	activity: Activity,
	r: number,
	stage: number
): BoardFacts['checks'] {
	const { firm, product } = activity;
	const { suited, core, filed, listed, inside, reorders } = BOARD_MARKS;
	const board = activity.outlets.filter((o) => world.areaRegion[world.outletArea[o]!] === r);
	const part = (holds: (o: number) => boolean): number =>
		board.length === 0 ? 0 : board.filter(holds).length / board.length;
	switch (stage) {
		case 1: {
			const tests = suitability(world, state, firm, r, product);
			const dealer = state.dealerOf[firm * world.regions + r]! >= 0 ? 1 : 0;
			return checked(['suitability', tests.filter(({ met }) => met).length, suited], ['dealer', dealer, 1]);
		}
		case 2:
			return checked(
				['coreShare', part((o) => world.outletCore[o] === 1), core],
				['filed', part((o) => state.called[o * world.firms + firm] === 1), filed]
			);
		case 3:
			return checked(
				['listed', part((o) => state.listed[o * world.products + product] === 1), listed],
				['priceHeld', isPriceHeld(world, state, turn, activity, r) ? 1 : 0, 1]
			);
		case 4:
			return checked(['inside', insideCore(turn, world, firm, r).share, inside]);
		case 5:
			return checked(['reorders', reorderShare(world, state, activity, r), reorders]);
		default:
			return checked(['lead', insideCore(turn, world, firm, r).lead, NO1_RATIO]);
	}
}

/** Neither a price below the file's nor a deal of one's own on the product in the turn. */
function isPriceHeld(
	world: World,
	state: State,
	turn: Turn,
	{ firm, product }: Activity,
	r: number
): boolean {
	if (state.price[r * world.products + product]! < at(world.productSpecs, product).dealerPriceCents)
		return false;
	return !turn.activities.some(
		(other) =>
			other.firm === firm &&
			other.product === product &&
			(other.kind === 'tradeDeal' || other.kind === 'priceOff') &&
			other.track.weeks > 0 &&
			other.placeOf.some((place, a) => place >= 0 && world.areaRegion[a] === r)
	);
}

/** Own share of what the core outlets sold in the turn, and own sales there over the best rival's. */
function insideCore(turn: Turn, world: World, firm: number, r: number): { share: number; lead: number } {
	const units = new Float64Array(world.firms);
	let all = turn.turnCoreOutside[r]!;
	for (let k = 0; k < world.products; k++) {
		const sold = turn.turnCoreSold[r * world.products + k]!;
		units[world.productFirm[k]!] = units[world.productFirm[k]!]! + sold;
		all += sold;
	}
	const own = units[firm]!;
	units[firm] = 0;
	const best = Math.max(...units);
	return { share: all === 0 ? 0 : own / all, lead: own === 0 ? 0 : own / Math.max(1, best) };
}

/** Outside the board, of the outlets that list it, those that have goods or have them coming. */
function reorderShare(world: World, state: State, { outlets, product }: Activity, r: number): number {
	const board = new Set(outlets);
	let listing = 0;
	let stocked = 0;
	for (let o = 0; o < world.outlets; o++) {
		if (world.areaRegion[world.outletArea[o]!] !== r || board.has(o)) continue;
		if (state.listed[o * world.products + product] !== 1) continue;
		listing++;
		if (hasGoods(world, state, o, [product])) stocked++;
	}
	return listing === 0 ? 0 : stocked / listing;
}
