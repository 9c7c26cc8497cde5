/**
 * The funnel of openings (漏斗, M36): what is in hand, what it promises for the coming turn, and whether each stage holds
 * the number that winning as many accounts again takes, by the rates of the last turn. Read off the view alone, over the
 * areas worked; the form is ours (A).
 */
import { funnelRates } from '../../engine/field/funnel.ts';
import type { FirmView } from '../../engine/view.ts';
import { atLeast, type GaugeStep } from './gauge.ts';

export const FUNNEL_STEPS = ['prospect', 'visited', 'negotiating'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

export interface Funnel {
	/** L and T of all areas together, 0–1; null where nothing was in hand. */
	readonly leadRate: number | null;
	readonly orderRate: number | null;
	/** Accounts won in the last turn, and those that what is in hand should come to; null without a rate. */
	readonly orders: number;
	readonly expected: number | null;
	/** What each stage holds against what winning as many again takes; empty where none was won. */
	readonly steps: readonly GaugeStep<FunnelStep>[];
}

export function funnelOf(view: FirmView): Funnel {
	const fields = view.areas.filter(({ worked }) => worked).map(({ field }) => field);
	const sum = (of: (field: (typeof fields)[number]) => number): number =>
		fields.reduce((all, field) => all + of(field), 0);
	const [prospect, visited, negotiating] = FUNNEL_STEPS.map((stage) =>
		sum(({ stages }) => stages[stage])
	) as [number, number, number];
	const [negotiated, orders, dropped, broken] = (['negotiated', 'won', 'dropped', 'broken'] as const).map(
		(event) => sum(({ openings }) => openings[event])
	) as [number, number, number, number];
	const { leadRate, orderRate } = funnelRates(
		{ negotiated, won: orders, dropped, broken },
		{ visited, negotiating }
	);
	const expected =
		orderRate === null ? null : Math.floor(orderRate * (negotiating + (leadRate ?? 0) * visited) + 0.5);
	return { leadRate, orderRate, orders, expected, steps: steps() };

	/** Backwards from the orders: so many opportunities, so many leads, and as many accounts to begin with. */
	function steps(): GaugeStep<FunnelStep>[] {
		if (orders === 0 || orderRate === null || leadRate === null || leadRate === 0) return [];
		const opportunitiesNeeded = Math.ceil(orders / orderRate);
		const leadsNeeded = Math.ceil(opportunitiesNeeded / leadRate);
		return [
			atLeast('prospect', prospect, leadsNeeded),
			atLeast('visited', visited, leadsNeeded),
			atLeast('negotiating', negotiating, opportunitiesNeeded)
		];
	}
}
