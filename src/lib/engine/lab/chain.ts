/** A lab's chain, its state, and the state at the opening (rules L). */
import { allocateFields, hashFields, viewFields, type Fields, type Views } from '../buffer.ts';
import { nodeCell, slipCell, slotsFor, SOURCE, STOCKS, transitCell, type Chain } from '../echelon/chain.ts';
import { shareOut } from '../ledger.ts';
import { at } from '../world.ts';
import type { LabNodeSpec, LabSpec } from './spec.ts';

export interface LabChain extends Chain {
	readonly spec: LabSpec;
	/** The nodes that order from each, in file order; none: it sells at the end of the chain. */
	readonly customers: readonly (readonly number[])[];
	/** All nodes, customers before their suppliers. */
	readonly upwards: readonly number[];
	/** Weeks that news from the end of the chain is kept, one more than the longest delay. */
	readonly newsSlots: number;
}

export function chainOf(spec: LabSpec): LabChain {
	const { nodes, shelfLifeWeeks } = spec;
	const index = new Map(nodes.map(({ id }, node) => [id, node]));
	const supplier = Int32Array.from(nodes, (node) =>
		node.supplier === null ? SOURCE : (index.get(node.supplier) ?? SOURCE)
	);
	const lead = Uint8Array.from(nodes, ({ leadWeeks }) => leadWeeks);
	const orderDelay = Uint8Array.from(nodes, (node) => node.orderDelay);
	const windows = Uint8Array.from(nodes, ({ forecast }) =>
		'movingAverage' in forecast ? forecast.movingAverage : 0
	);
	const news = Uint8Array.from(nodes, ({ information }) => information.delayWeeks);
	return {
		spec,
		nodes: nodes.length,
		products: 1,
		ages: Math.max(1, shelfLifeWeeks),
		ageWeeks: 1,
		lives: Int32Array.of(shelfLifeWeeks),
		supplier,
		orderDelay,
		lead,
		windows,
		windowSlots: slotsFor(windows) - 1,
		slipSlots: slotsFor(orderDelay),
		// What a source begins at once is on the way for both.
		transitSlots: slotsFor(lead.map((weeks, node) => weeks + orderDelay[node]!)),
		customers: nodes.map((_, node) => Array.from(supplier.keys()).filter((c) => supplier[c] === node)),
		upwards: upwards(supplier),
		newsSlots: slotsFor(news)
	};
}

/** By distance from the source, the farthest first; ties in file order. */
function upwards(supplier: Int32Array): number[] {
	const depth = Array.from(supplier, (_, node) => {
		let steps = 0;
		for (let up = supplier[node]!; up !== SOURCE; up = supplier[up]!) steps++;
		return steps;
	});
	return Array.from(supplier.keys()).sort((a, b) => at(depth, b) - at(depth, a) || a - b);
}

const FIELDS = {
	...STOCKS,
	/** What is left of last week's deviation from the mean [node]. */
	swing: ['f64', (c: LabChain) => c.nodes],
	costCents: ['f64', (c: LabChain) => c.nodes],
	/** What an end node owes its buyers [node]. */
	due: ['i32', (c: LabChain) => c.nodes],
	/** Sold at the ends below the node, by week [slot × node]. */
	news: ['i32', (c: LabChain) => c.newsSlots * c.nodes],
	/** Since the start: finished, bought by the last buyers, asked for in vain, past its life, taken by a source. */
	made: ['f64', (c: LabChain) => c.nodes],
	sold: ['f64', (c: LabChain) => c.nodes],
	lost: ['f64', (c: LabChain) => c.nodes],
	writtenOff: ['f64', (c: LabChain) => c.nodes],
	sentBack: ['f64', (c: LabChain) => c.nodes],
	/** [week]. */
	clock: ['i32', () => 1]
} as const satisfies Fields<LabChain>;
export type LabState = Views<typeof FIELDS>;

/** The arrays over an existing buffer, e.g. a copy of another state's. */
export function viewLab(chain: LabChain, buffer: ArrayBuffer): LabState {
	return viewFields(FIELDS, chain, buffer);
}

export const cloneLab = (chain: LabChain, state: LabState): LabState => viewLab(chain, state.buffer.slice(0));

export const hashLab = (chain: LabChain, state: LabState): string => hashFields(FIELDS, state, chain.spec.id);

/** L1 The state the file describes. */
export function openLab(chain: LabChain): LabState {
	const state = viewLab(chain, allocateFields(FIELDS, chain));
	for (const [node, { opening, orderDelay, leadWeeks, supplier }] of chain.spec.nodes.entries()) {
		state.nodeForecast[node] = opening.forecast;
		const whole = Math.floor(opening.forecast + 0.5);
		const from = node * chain.windowSlots;
		state.seen.fill(whole, from, from + chain.windows[node]!);
		for (let slot = 0; slot < chain.newsSlots; slot++) state.news[slot * chain.nodes + node] = whole;
		state.nodeStock[nodeCell(chain, node, 0)] = opening.stock;
		for (let week = 0; week < leadWeeks; week++)
			state.transit[transitCell(chain, node, 0, week)] = at(opening.inTransit, week);
		for (let week = 0; week < orderDelay; week++) {
			const units = at(opening.onOrder, week);
			// A source has begun already what it reads in these weeks.
			if (supplier === null) state.transit[transitCell(chain, node, 0, week + leadWeeks)] = units;
			else state.slip[slipCell(chain, node, 0, week)] = units;
		}
		owe(chain, state, node, opening.backlog);
	}
	return state;
}

/** What a node owes below at the start, to its customers alike or to its buyers. */
function owe(chain: LabChain, state: LabState, node: number, units: number): void {
	const customers = at(chain.customers, node);
	if (customers.length === 0) {
		state.due[node] = units;
		return;
	}
	const shares = new Float64Array(customers.length);
	if (units > 0)
		shareOut(
			units,
			customers.map(() => 1),
			shares
		);
	for (const [i, customer] of customers.entries()) state.backlog[customer] = shares[i]!;
}

export const nodeSpec = (chain: LabChain, node: number): LabNodeSpec => at(chain.spec.nodes, node);
