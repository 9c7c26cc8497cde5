/**
 * What dealers tell of their stock (rule V7): later and rosier with each tier it goes through. A rosy report shows less
 * than there is, since who reports wants the next deal, and no questions.
 */
import type { State } from './state.ts';
import { onHand } from './echelon/goods.ts';
import { at, type World } from './world.ts';

const WHOLE = 10_000;

/** Weeks between the close of the week a report speaks of and the week it is read at the end of. */
export function reportDelay(world: World, tiers: number): number {
	return tiers * world.spec.channelRules.reportDelayWeeks;
}

/** Weeks of stock that are kept: what the second tier tells is the oldest. */
export function reportSlots(world: World): number {
	return reportDelay(world, 2);
}

/** Every dealer tells what stood with it when a week some time ago closed; called before the week's goods come in. */
export function report(world: World, state: State, week: number): void {
	const { stockLog, reportedStock } = state;
	const slots = reportSlots(world);
	const slot = (of: number): number => (of % slots) * world.dealers * world.products;
	for (let d = 0; d < world.dealers; d++) {
		const told = toldBp(world, d);
		const now = slot(week);
		const then = slot(week + slots + 1 - reportDelay(world, tiersTo(world, d)));
		for (let k = 0; k < world.products; k++) {
			const row = d * world.products + k;
			stockLog[now + row] = onHand(world, state, d, k);
			reportedStock[row] = tell(stockLog[then + row]!, told);
		}
	}
}

/** Before the first week everybody has told of the opening. */
export function openReports(world: World, state: State): void {
	for (let week = 0; week < reportSlots(world); week++) report(world, state, week);
}

/** The most that can stand behind a reported figure, if nobody on its way were led at all. */
export function mostBehind(world: World, reported: number, tiers: number): number {
	const one = WHOLE - 2 * world.spec.channelRules.reportRosyBp;
	const least = tiers === 1 ? one : Math.floor((one * one) / WHOLE);
	// The first that would be told as one more, less one.
	return Math.ceil((reported * WHOLE + WHOLE / 2) / least) - 1;
}

const tell = (units: number, toldBp: number): number => Math.floor((units * toldBp + WHOLE / 2) / WHOLE);

/** Hands that a dealer's report goes through: its own, and of a second tier its dealer's. */
function tiersTo(world: World, d: number): number {
	return at(world.spec.dealers, d).secondTier === undefined ? 1 : 2;
}

/** What reaches the firm of the dealer's stock. */
function toldBp(world: World, d: number): number {
	const { secondTier } = at(world.spec.dealers, d);
	if (secondTier === undefined) return ownBp(world, d);
	const above = world.index.dealer.get(secondTier.of) ?? d;
	return Math.floor((ownBp(world, d) * ownBp(world, above)) / WHOLE);
}

/** The better a dealer is led, the nearer its report is to the truth: management 100 tells it. */
function ownBp(world: World, d: number): number {
	const { management } = at(world.spec.dealers, d).actual;
	return WHOLE - Math.floor((2 * world.spec.channelRules.reportRosyBp * (100 - management)) / 100);
}
