/** More or less field effort, as the studies vary it: at every account alike, and of every firm, each counted once. */
import { groupAccounts } from '../../engine/field/groups.ts';
import { fieldTurn } from '../../engine/field/turn.ts';
import type { FieldPlan } from '../../engine/plan.ts';
import { CLASSES } from '../../engine/vocab.ts';
import { at, type World } from '../../engine/world.ts';
import { soldOf, sum, type MarketBench, type MarketRun, type Week } from './market.ts';

/** Half a year in which relations and listings follow the calls; the long run, as advertising's, is a year. */
export const SETTLE_WEEKS = 26;
export const LONG_WEEKS = 52;
export const COUNTED_WEEKS = 26;

/** Of the firm, in the half year after so many weeks. */
export const sales = (run: MarketRun, f: number, after: number): number =>
	salesIn(run.world, run.weeks(after + COUNTED_WEEKS), f, after);

/** Without the change, of a bench whose dealers stay. */
export const usualSales = (bench: MarketBench, after: number): ((f: number) => number) => {
	const run = steady(bench);
	const weeks = run.weeks(after + COUNTED_WEEKS);
	return (f) => salesIn(run.world, weeks, f, after);
};

/** A settled run in which no dealer leaves: the studies varied calls and nothing else, and a region lost drowns them. */
export function steady(bench: MarketBench): MarketRun {
	const run = bench.settled();
	const dealing = { ...run.world.spec.dealing, leavePerWeek: 0 };
	return run.branch({ ...run.world, spec: { ...run.world.spec, dealing } });
}

function salesIn(world: World, weeks: readonly Week[], f: number, after: number): number {
	return at(world.firmProducts, f).reduce((units, k) => units + soldOf(weeks.slice(after), k), 0);
}

export function change(run: MarketRun, f: number, edit: (field: FieldPlan) => FieldPlan): void {
	run.plans = run.plans.map((plan, firm) => (firm === f ? { ...plan, field: edit(plan.field) } : plan));
}

/**
 * So many times the minutes at each account, new ones too, and the people for them. Visits are whole: what they cannot
 * give, longer or shorter ones do.
 */
export function scaleCalls(run: MarketRun, f: number, effort: number): void {
	const heads = run.state.staff[f] ?? 0;
	change(run, f, (field) => {
		const visitsPer4Weeks = { ...field.visitsPer4Weeks };
		const minutesPerVisit = { ...field.minutesPerVisit };
		for (const name of CLASSES) {
			const wanted = visitsPer4Weeks[name] * minutesPerVisit[name] * effort;
			const visits = wanted === 0 ? 0 : Math.max(1, Math.floor(visitsPer4Weeks[name] * effort + 0.5));
			visitsPer4Weeks[name] = visits;
			minutesPerVisit[name] = visits === 0 ? 0 : Math.max(1, Math.floor(wanted / visits + 0.5));
		}
		return {
			...field,
			merchandisers: Math.floor(heads * effort + 0.5),
			visitsPer4Weeks,
			minutesPerVisit
		};
	});
}

/** Spent on calls and on the way to them by so many people, a week. */
export function minutes({ world, plans, state }: MarketRun, f: number, heads: number): number {
	const plan = at(plans, f);
	const groups = groupAccounts(
		world,
		state,
		world.spec.firms.map(() => plan.field.keyAccounts ?? 0),
		0
	);
	const team = { waste: state.waste[f] ?? 0, skill: state.skill[f] ?? 0, staff: heads, newcomers: 0 };
	const { need, coverage } = fieldTurn(world, f, plan, groups, team);
	return need.reduce((total, asked, g) => total + asked * at(coverage, g), 0);
}

/** Over the firms that can tell; NaN where none can. */
export function meanOfFirms(bench: MarketBench, measure: (f: number) => number): number {
	const told = bench.spec.firms.map((_, f) => measure(f)).filter(Number.isFinite);
	return told.length === 0 ? NaN : sum(told) / told.length;
}
