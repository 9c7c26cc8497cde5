/**
 * `LabSpec`: the canonical scenario of kind `lab`: a chain of the channel's nodes with a series of figures or a random
 * process at its end in place of outlets. Without texts; the hash is taken of it. Units and cents as in `MarketSpec`.
 */
import type { NodeRole, Replenishment, Unmet } from '../vocab.ts';

export interface LabSpec {
	readonly id: string;
	readonly kind: 'lab';
	readonly weeks: number;
	readonly demand: DemandSpec;
	/** Weeks the goods keep at the nodes; 0: for ever. */
	readonly shelfLifeWeeks: number;
	readonly nodes: readonly LabNodeSpec[];
}

export type DemandSpec =
	/** Week by week; the last figure goes on. */
	| { readonly source: 'series'; readonly units: readonly number[] }
	/** mean + deviation; the deviation is ρ of last week's and a fresh near-normal draw (N8) times `noise`. */
	| {
			readonly source: 'ar1';
			readonly mean: number;
			readonly noise: number;
			readonly rho: number;
	  };

export interface LabNodeSpec {
	readonly id: string;
	readonly role: NodeRole;
	/** Id of the node it orders from; null: a source that never lacks anything. */
	readonly supplier: string | null;
	readonly orderDelay: number;
	readonly leadWeeks: number;
	readonly unmet: Unmet;
	/** Units it can send out in a week, and order in a week; null: any number. */
	readonly deliveryPerWeek: number | null;
	readonly capacityPerWeek: number | null;
	readonly replenishment: Replenishment;
	/** How late and by how much wrong it learns what is sold at the end of the chain. */
	readonly information: { readonly delayWeeks: number; readonly bias: number };
	/** θ, or the weeks of a moving average. */
	readonly forecast: { readonly theta: number } | { readonly movingAverage: number };
	readonly alpha: number;
	readonly beta: number;
	/** S′ is so many units, and what is forecast until an order arrives and so many weeks more; null: units alone. */
	readonly targetUnits: number;
	readonly coverWeeks: number | null;
	readonly batch: number;
	readonly allowNegativeOrders: boolean;
	/** Orders of the first weeks, whatever the rule says. */
	readonly orderOverride: readonly number[];
	/** What a node that is pushed gets each week; null otherwise. */
	readonly pushUnits: number | null;
	readonly opening: {
		readonly stock: number;
		/** What it owes below. */
		readonly backlog: number;
		/** Due in the first weeks, one figure for each week of lead time. */
		readonly inTransit: readonly number[];
		/** Read by its supplier in the first weeks, one figure for each week of order delay. */
		readonly onOrder: readonly number[];
		readonly forecast: number;
	};
	/** A unit that lies there for a week, and one that is owed. */
	readonly holdingCents: number;
	readonly backlogCents: number;
}
