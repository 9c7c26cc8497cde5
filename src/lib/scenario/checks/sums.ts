/** Sums, orders, sizes. */
import type { ScenarioDraft } from '../draft.ts';
import type { Path } from '../problem.ts';
import { scoredTurns } from '../spec.ts';
import { figure, sum, yuanFigure, type Check, type Report } from './report.ts';

/** Sums an author adds up by hand may be off by rounding, not by a slip. */
const TOLERANCE = 0.0005;

const TURNS = { market: [6, 16], clinic: [1, 16] } as const;

export const checkSums: Check = (draft, report) => {
	checkTime(draft, report);
	const { classes } = draft.category;
	checkDemand(draft.category, ['category'], report);
	const perClass = Object.values(classes);
	sumsToOne(
		report,
		['category', 'classes'],
		'outlets',
		perClass.map(({ outlets }) => outlets)
	);
	sumsToOne(
		report,
		['category', 'classes'],
		'volume',
		perClass.map(({ volume }) => volume)
	);
	checkStockOut(draft, report);
	checkLaunches(draft, report);
	draft.regions.forEach((region, r) => {
		checkDemand(region, ['regions', r], report);
		region.areas.forEach((area, a) => {
			const path = ['regions', r, 'areas', a];
			sumsToOne(report, [...path, 'channels'], 'outlets', Object.values(area.channels));
			const taken = sum(Object.values(area.shares));
			if (taken > 1 + TOLERANCE)
				report.error('SHARES_ABOVE_ONE', [...path, 'shares'], { sum: figure(taken) });
			for (const [firm, value] of Object.entries(area.shares)) {
				const listed = Object.hasOwn(area.distribution, firm) ? area.distribution[firm] : undefined;
				const known = draft.firms.some(({ id }) => id === firm);
				if (known && value > 0 && Object.values(listed ?? {}).every((part) => part === 0)) {
					report.error('SHARE_WITHOUT_DISTRIBUTION', [...path, 'shares', firm], {
						firm,
						share: figure(value)
					});
				}
			}
		});
	});
	checkOrders(draft, report);
};

function checkTime({ kind, time, score, unlocks }: ScenarioDraft, report: Report): void {
	const [min, max] = TURNS[kind];
	if (time.turns < min || time.turns > max) {
		report.error('TURN_COUNT', ['time', 'turns'], { kind, turns: time.turns, min, max });
	}
	const expected = scoredTurns(time);
	for (const key of ['sellOutTargets', 'profitTargets'] as const) {
		const targets = score[key];
		// Only a market is scored against targets, so only there must they be said.
		if (targets === undefined && kind === 'market') report.error('MISSING_KEY', ['score', key], { key });
		if (targets !== undefined && targets.length !== expected) {
			report.error('TARGET_COUNT', ['score', key], { key, found: targets.length, expected });
		}
	}
	for (const [lever, turn] of Object.entries(unlocks)) {
		if (turn < time.turns) continue;
		report.error('UNLOCK_TOO_LATE', ['unlocks', lever], { lever, turn, last: time.turns - 1 });
	}
	const weights = Object.values(score.weights);
	sumsToOne(report, ['score', 'weights'], 'weights', weights);
}

/** Season and tiers, of the category or of a region that has its own. */
function checkDemand(
	{ season, tiers }: Pick<ScenarioDraft['regions'][number], 'season' | 'tiers'>,
	path: Path,
	report: Report
): void {
	const year = season === undefined ? 12 : sum(season);
	if (differs(year, 12, 0.01)) report.error('SEASON_MEAN', [...path, 'season'], { sum: figure(year) });
	if (tiers !== undefined) sumsToOne(report, [...path, 'tiers'], 'tiers', Object.values(tiers));
}

/** Those who find a shelf empty cannot do more than one thing each; what is left of them buys nothing. */
function checkStockOut({ response }: ScenarioDraft, report: Report): void {
	const all = sum(Object.values(response.stockOut));
	if (all > 1 + TOLERANCE) report.error('SUM_ABOVE_ONE', ['response', 'stockOut'], { sum: figure(all) });
}

/** A firm that sells has something to sell; a shock has time to begin. */
function checkLaunches({ firms, regions, shocks }: ScenarioDraft, report: Report): void {
	firms.forEach(({ id, products }, f) => {
		const sells = regions.some(({ areas }) => areas.some(({ shares }) => (shares[id] ?? 0) > 0));
		if (sells && products.every(({ launch }) => launch !== undefined))
			report.error('NOTHING_TO_SELL', ['firms', f, 'products'], { firm: id });
	});
	shocks.forEach(({ fromWeek, untilWeek }, s) => {
		if (untilWeek !== undefined && untilWeek <= fromWeek)
			report.error('SHOCK_NEVER', ['shocks', s, 'untilWeek'], { from: fromWeek, until: untilWeek });
	});
}

function checkOrders({ firms, money, score }: ScenarioDraft, report: Report): void {
	firms.forEach((firm, f) => {
		firm.products.forEach(({ price }, p) => {
			const path = ['firms', f, 'products', p, 'price'];
			const steps = { dealer: price.dealer, outlet: price.outlet, shelf: price.shelf / (1 + money.vat) };
			const [dealer, outlet, shelf] = [steps.dealer, steps.outlet, steps.shelf];
			// Cost above price is a choice (the report warns); a price sheet that falls on its way is a slip.
			if (outlet < dealer) inOrder(report, [...path, 'outlet'], 'outlet', outlet, 'dealer', dealer);
			if (shelf < outlet) inOrder(report, [...path, 'shelf'], 'shelf', shelf, 'outlet', outlet);
		});
	});
	if (score.expenseZero <= score.expenseFull) {
		const params = { low: 'expenseFull', high: 'expenseZero' };
		report.error('BOUND_ORDER', ['score', 'expenseZero'], params);
	}
	for (const [echelon, band] of Object.entries(score.stockBands)) {
		const path = ['score', 'stockBands', echelon];
		if (band.high <= band.low) report.error('BOUND_ORDER', [...path, 'high'], { low: 'low', high: 'high' });
		if (band.zero <= band.high) report.error('BOUND_ORDER', [...path, 'zero'], { low: 'high', high: 'zero' });
	}
}

function inOrder(
	report: Report,
	path: Path,
	step: string,
	price: number,
	below: string,
	belowPrice: number
): void {
	report.error('PRICE_ORDER', path, {
		step,
		price: yuanFigure(price),
		below,
		belowPrice: yuanFigure(belowPrice)
	});
}

function differs(a: number, b: number, tolerance: number): boolean {
	return Math.abs(a - b) > tolerance;
}

function sumsToOne(report: Report, path: Path, what: string, values: readonly number[]): void {
	const total = sum(values);
	if (differs(total, 1, TOLERANCE)) report.error('SUM_NOT_ONE', path, { what, sum: figure(total) });
}
