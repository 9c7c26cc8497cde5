/** Chains whose every figure can be worked out by hand: one node, flat demand of 10, two weeks from order to arrival. */
import { chainOf, openLab, type LabChain, type LabState } from '#lib/engine/lab/chain.ts';
import type { LabNodeSpec, LabSpec } from '#lib/engine/lab/spec.ts';
import type { Editable } from './spec.ts';

export type LabDraft = Editable<LabSpec>;
export type LabNodeDraft = Editable<LabNodeSpec>;

/** Orders what was asked for: the level covers the two weeks, and opening stock and line are that level. */
export const labNode = (id: string, supplier: string | null = null): LabNodeDraft => ({
	id,
	role: supplier === null ? 'plant' : 'dealer',
	supplier,
	orderDelay: 1,
	leadWeeks: 1,
	unmet: 'backlog',
	deliveryPerWeek: null,
	capacityPerWeek: null,
	replenishment: 'ownRule',
	information: { delayWeeks: 0, bias: 0 },
	forecast: { theta: 0 },
	alpha: 1,
	beta: 1,
	targetUnits: 0,
	coverWeeks: 1,
	batch: 1,
	allowNegativeOrders: false,
	orderOverride: [],
	pushUnits: null,
	opening: { stock: 10, backlog: 0, inTransit: [10], onOrder: [10], forecast: 10 },
	holdingCents: 10,
	backlogCents: 100
});

/** Nodes from the buyers' end up: each orders from the next, the last from a source. */
export function chainSpec(nodes: number, edit: (spec: LabDraft) => void = () => {}): LabSpec {
	const ids = Array.from({ length: nodes }, (_, i) => `node-${i}`);
	const spec: LabDraft = {
		id: 'tiny-lab',
		kind: 'lab',
		weeks: 20,
		demand: { source: 'series', units: [10] },
		shelfLifeWeeks: 0,
		nodes: ids.map((id, i) => labNode(id, ids[i + 1] ?? null))
	};
	edit(spec);
	return spec;
}

export function opened(spec: LabSpec): { readonly chain: LabChain; readonly state: LabState } {
	const chain = chainOf(spec);
	return { chain, state: openLab(chain) };
}
