/** Draft → `LabSpec`: units and names change, nothing is decided. The draft has passed every check. */
import type { DemandSpec, LabNodeSpec, LabSpec } from '../../engine/lab/spec.ts';
import { cents } from '../amounts.ts';
import type { LabDraft, LabNodeDraft } from './draft.ts';

export function labSpecOf(draft: LabDraft): LabSpec {
	const { id, kind, weeks, shelfLifeWeeks, nodes } = draft;
	return {
		id,
		kind,
		weeks,
		demand: demandOf(draft.demand),
		shelfLifeWeeks: shelfLifeWeeks ?? 0,
		nodes: nodes.map(nodeSpecOf)
	};
}

/** The figures of the first weeks; the last one goes on for the rest of them. */
function goingOn(units: readonly number[], weeks: number): number[] {
	return Array.from({ length: weeks }, (_, week) => units[Math.min(week, units.length - 1)] ?? 0);
}

function demandOf({ source, units = [], mean = 0, noise = 0, rho = 0 }: LabDraft['demand']): DemandSpec {
	return source === 'series' ? { source, units } : { source, mean, noise, rho };
}

function nodeSpecOf(node: LabNodeDraft): LabNodeSpec {
	return {
		id: node.id,
		role: node.role,
		supplier: node.supplier ?? null,
		orderDelay: node.orderDelay,
		leadWeeks: node.leadWeeks,
		unmet: node.unmet,
		deliveryPerWeek: node.deliveryPerWeek ?? null,
		capacityPerWeek: node.capacityPerWeek ?? null,
		replenishment: node.replenishment,
		information: node.information,
		forecast:
			node.movingAverage === undefined ? { theta: node.theta ?? 0 } : { movingAverage: node.movingAverage },
		alpha: node.alpha,
		beta: node.beta,
		targetUnits: (node.target ?? 0) + node.safetyStock,
		coverWeeks: node.coverWeeks ?? null,
		batch: node.batch,
		allowNegativeOrders: node.allowNegativeOrders,
		orderOverride: node.orderOverride,
		pushUnits: node.pushUnits ?? null,
		opening: {
			...node.opening,
			inTransit: goingOn(node.opening.inTransit, node.leadWeeks),
			onOrder: goingOn(node.opening.onOrder, node.orderDelay)
		},
		holdingCents: cents(node.cost.holding),
		backlogCents: cents(node.cost.backlog)
	};
}
