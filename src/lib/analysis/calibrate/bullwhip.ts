/** The chain alone: published figures of the bullwhip and the Beer Game, by the labs that ship. */
import { chainOf } from '../../engine/lab/chain.ts';
import { runLab } from '../../engine/lab/run.ts';
import type { LabNodeSpec, LabSpec } from '../../engine/lab/spec.ts';
import { at } from '../../engine/world.ts';
import type { Band, LabExperiment, Measured, RowSpec } from './row.ts';

/** Long enough that one run is within 1 % of the formula's long run. */
const LONG = 40_000;
const SHORT = 5_000;

/** Variance of orders over that of demand, by node. */
function ratios(spec: LabSpec, seed: string, weeks: number): number[] {
	const run = runLab(chainOf(spec), seed, weeks);
	return run.ok
		? run.value.nodes.map(({ varianceRatio }) => varianceRatio ?? NaN)
		: spec.nodes.map(() => NaN);
}

const white = (spec: LabSpec): LabSpec => ({
	...spec,
	demand: spec.demand.source === 'ar1' ? { ...spec.demand, rho: 0 } : spec.demand
});

const eachNode = (spec: LabSpec, edit: (node: LabNodeSpec) => LabNodeSpec): LabSpec => ({
	...spec,
	nodes: spec.nodes.map(edit)
});

/** The node by the buyers alone, with a source behind it: from order to arrival `lead` weeks, forecast from `window`. */
function alone(spec: LabSpec, lead: number, window: number): LabSpec {
	const node = at(spec.nodes, 0);
	const leadWeeks = lead - node.orderDelay;
	const inTransit = Array.from({ length: leadWeeks }, () => node.opening.forecast);
	return {
		...spec,
		nodes: [
			{
				...node,
				supplier: null,
				leadWeeks,
				forecast: { movingAverage: window },
				opening: { ...node.opening, inTransit }
			}
		]
	};
}

/** From order to arrival two weeks longer. */
const slower = (node: LabNodeSpec): LabNodeSpec => ({
	...node,
	leadWeeks: node.leadWeeks + 2,
	opening: {
		...node.opening,
		inTransit: [...node.opening.inTransit, node.opening.forecast, node.opening.forecast]
	}
});

const CHEN = 'Chen, Drezner, Ryan & Simchi-Levi 2000';
const CASES = [
	[1, 5, 1.48],
	[2, 5, 2.12],
	[4, 4, 5]
] as const;
const chenName = (lead: number, window: number): string => `bullwhip.chen.${lead}-${window}`;

const MORE: Band = [1, null];
const fact = (name: string, source: string): RowSpec => ({
	name,
	published: null,
	source,
	band: MORE,
	weeks: SHORT,
	setBy: []
});

const chain: LabExperiment = {
	kind: 'lab',
	lab: 'bullwhip-lab',
	rows: [
		...CASES.map(([lead, window, published]) => ({
			name: chenName(lead, window),
			published,
			source: CHEN,
			band: [published * 0.99, published * 1.01] as const,
			weeks: LONG,
			setBy: []
		})),
		fact('bullwhip.leadTime', CHEN),
		fact('bullwhip.window', CHEN),
		fact('bullwhip.tiers', CHEN),
		fact('bullwhip.pointOfSale', 'Croson & Donohue 2003')
	],
	measure(lab, seed): Measured {
		const spec = white(lab);
		const top = (edited: LabSpec): number => ratios(edited, seed, SHORT).at(-1) ?? NaN;
		const all = ratios(spec, seed, SHORT);
		const shared = ratios(
			eachNode(spec, (node) => ({ ...node, replenishment: 'sellThrough' })),
			seed,
			SHORT
		);
		const steadier = all.map((ratio, i) => ratio - at(shared, i));
		return {
			...Object.fromEntries(
				CASES.map(([lead, window]) => [
					chenName(lead, window),
					at(ratios(alone(spec, lead, window), seed, LONG), 0)
				])
			),
			'bullwhip.leadTime': top(eachNode(spec, slower)) / at(all, all.length - 1),
			'bullwhip.window':
				top(eachNode(spec, (node) => ({ ...node, forecast: { movingAverage: 3 } }))) /
				at(all, all.length - 1),
			'bullwhip.tiers': Math.min(...all.slice(1).map((ratio, i) => ratio / at(all, i))),
			// How much steadier the last stage gets, over the stage before it: above 1, the upper gain most.
			'bullwhip.pointOfSale': at(steadier, steadier.length - 1) / at(steadier, steadier.length - 2)
		};
	}
};

const STERMAN = 'Sterman 1989';
const STAGES = ['retailer', 'wholesaler', 'distributor', 'factory'] as const;
const COSTS = [46, 50, 54, 54] as const;
const VARIANCES = [1.34, 1.56, 1.77, 2.15] as const;
const beer = (name: string, published: number, off: number): RowSpec => ({
	name,
	published,
	source: STERMAN,
	band: [published - off, published + off],
	weeks: 36,
	setBy: []
});

/** Nothing in it is left to chance: every seed gives the same. */
const beerGame: LabExperiment = {
	kind: 'lab',
	lab: 'beer-game',
	rows: [
		...STAGES.map((stage, i) => beer(`beerGame.cost.${stage}`, at(COSTS, i), 0)),
		beer('beerGame.cost', 204, 0),
		...STAGES.map((stage, i) => beer(`beerGame.variance.${stage}`, at(VARIANCES, i), 0.005))
	],
	measure(spec, seed): Measured {
		const run = runLab(chainOf(spec), seed);
		const nodes = run.ok ? run.value.nodes : [];
		return {
			...Object.fromEntries(nodes.map(({ id, costCents }) => [`beerGame.cost.${id}`, costCents / 100])),
			'beerGame.cost': nodes.reduce((total, { costCents }) => total + costCents, 0) / 100,
			...Object.fromEntries(
				nodes.map(({ id, varianceRatio }) => [`beerGame.variance.${id}`, varianceRatio ?? NaN])
			)
		};
	}
};

export const BULLWHIP: readonly LabExperiment[] = [chain, beerGame];
