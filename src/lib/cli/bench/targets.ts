/** What is asked of the engine's speed on a machine of two cores, laid beside what was measured: met or missed. */
import type { GameRates } from './games.ts';
import type { Kernel, Tick } from './ticks.ts';

export const TARGETS = ['kernelRatio', 'tickNs', 'flat', 'gameMs', 'thousandGamesSeconds'] as const;

export interface Target {
	readonly name: (typeof TARGETS)[number];
	readonly most: number;
	readonly measured: number;
	readonly met: boolean;
}

/** Outlets at which a whole week of the market is held to its target. */
const TICK_OUTLETS = 100_000;

/** Those that were measured: a small run leaves out what it did not look at. */
export function targetsOf(ticks: readonly Tick[], kernel: Kernel, games: GameRates): Target[] {
	const all = ticks.map(({ nsPerOutletProductWeek }) => nsPerOutletProductWeek);
	// A market of so many outlets has a few more or less, as they share out over its areas.
	const large = ticks.find(({ outlets }) => Math.abs(outlets / TICK_OUTLETS - 1) < 0.01);
	const target = (name: Target['name'], most: number, measured: number): Target => ({
		name,
		most,
		measured,
		met: measured <= most
	});
	return [
		...('skipped' in kernel ? [] : [target('kernelRatio', 2, kernel.ratio)]),
		...(large === undefined ? [] : [target('tickNs', 40, large.nsPerOutletProductWeek)]),
		...(all.length < 2 ? [] : [target('flat', 1.5, Math.max(...all) / Math.min(...all))]),
		target('gameMs', 100, 1000 / games.perSecond1),
		target('thousandGamesSeconds', 60, 1000 / games.perSecond2)
	];
}
