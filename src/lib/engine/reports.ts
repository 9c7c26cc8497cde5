/**
 * What dealers tell of their stock (rule V7): later and rosier with each tier it goes through. A rosy report shows less
 * than there is, since who reports wants the next deal, and no questions.
 */
import type { State } from './state.ts';
import { rowOf } from './echelon/chain.ts';
import { onHand } from './echelon/goods.ts';
import { standing, weeksBuilt } from './platform/parts.ts';
import { holdersOf } from './systems/second-tier.ts';
import { supported } from './systems/support.ts';
import { at, type World } from './world.ts';

const WHOLE = 10_000;

/** Weeks between the close of the week a report speaks of and the week it is read at the end of. */
export function reportDelay(world: World, tiers: number, informed = 0): number {
	return tiers * Math.max(1, Math.ceil(world.spec.channelRules.reportDelayWeeks * (1 - informed)));
}

/** D20, K3 What support of information, and own people who count and report, take away of a dealer's rosiness and delay, 0–1. */
export function informedBy(world: World, state: State, d: number): number {
	const supplied = world.spec.dealing.informationReport * supported(state, d, 'information');
	return supplied + (1 - supplied) * world.spec.platform.reportsTruth * counted(world, state, d);
}

/** How far the reports of the firm it serves stand, 0–1. */
function counted(world: World, state: State, d: number): number {
	const r = world.dealerRegion[d]!;
	for (let f = 0; f < world.firms; f++)
		if (state.dealerOf[f * world.regions + r] === d)
			return standing(world.spec.platform, weeksBuilt(state, f, 'reports'));
	return 0;
}

/** Weeks of stock that are kept: what the second tier tells is the oldest. */
export function reportSlots(world: World): number {
	return reportDelay(world, 2);
}

/** Every dealer tells what stood with it when a week some time ago closed; called before the week's goods come in. */
export function report(world: World, state: State, week: number): void {
	const { stockLog, reportedStock } = state;
	const { dealers, products } = world;
	const slots = reportSlots(world);
	const size = dealers * products;
	logStocks(world, state, (week % slots) * size);
	for (let d = 0; d < dealers; d++) {
		if (stoodEmpty(stockLog, d * products, products, size)) {
			for (let row = d * products; row < (d + 1) * products; row++) reportedStock[row] = 0;
			continue;
		}
		const above = dealerOfNode(world, d);
		const informed = informedBy(world, state, above);
		const told = toldBp(world, d, above, informed);
		const since = week + slots + 1 - reportDelay(world, above === d ? 1 : 2, informed);
		const then = (since % slots) * size;
		for (let row = d * products; row < (d + 1) * products; row++) {
			const stood = stockLog[then + row]!;
			reportedStock[row] = stood === 0 ? 0 : tell(stood, told);
		}
	}
}

/** Whether nothing stood with a dealer in any of the weeks that are kept; most dealers serve nobody. */
function stoodEmpty(stockLog: Int32Array, from: number, products: number, size: number): boolean {
	for (let first = from; first < stockLog.length; first += size)
		for (let row = first; row < first + products; row++) if (stockLog[row]! !== 0) return false;
	return true;
}

/** What stands with the dealers in place and their second tier; with others nothing ever does. */
function logStocks(world: World, state: State, now: number): void {
	const { firms, dealers, products } = world;
	const { stockLog } = state;
	stockLog.fill(0, now, now + dealers * products);
	for (let f = 0; f < firms; f++) {
		const ofFirm = at(world.firmProducts, f);
		for (const d of holdersOf(world, state, f))
			for (const k of ofFirm) stockLog[now + d * products + k] = onHand(world, state, d, k);
	}
}

/** Before the first week everybody has told of the opening. */
export function openReports(world: World, state: State): void {
	for (let week = 0; week < reportSlots(world); week++) report(world, state, week);
}

/** The most that can stand behind a reported figure, if nobody on its way were led at all. */
export function mostBehind(world: World, reported: number, tiers: number, informed = 0): number {
	const one = WHOLE - rosyBp(world, 0, informed);
	const least = tiers === 1 ? one : Math.floor((one * one) / WHOLE);
	// The first that would be told as one more, less one.
	return Math.ceil((reported * WHOLE + WHOLE / 2) / least) - 1;
}

const tell = (units: number, toldBp: number): number => Math.floor((units * toldBp + WHOLE / 2) / WHOLE);

/** The dealer through whom a report comes: itself, or the one that a second tier buys from. */
function dealerOfNode(world: World, d: number): number {
	const above = world.supplier[rowOf(world, d, 0)]!;
	return above < world.dealers ? above : d;
}

/** What reaches the firm of the dealer's stock. @param above through whom */
function toldBp(world: World, d: number, above: number, informed: number): number {
	const own = ownBp(world, d, informed);
	return above === d ? own : Math.floor((own * ownBp(world, above, informed)) / WHOLE);
}

/** The better a dealer is led, the nearer its report is to the truth: management 100 tells it. */
function ownBp(world: World, d: number, informed: number): number {
	return WHOLE - rosyBp(world, at(world.spec.dealers, d).actual.management, informed);
}

/** What is kept back at so much management. */
function rosyBp(world: World, management: number, informed: number): number {
	return Math.floor((2 * world.spec.channelRules.reportRosyBp * (100 - management) * (1 - informed)) / 100);
}
