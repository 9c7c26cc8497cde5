/** What a lab's figures come to, without running it: lead times, and where theory knows it, the bullwhip. */
import type { LabNodeSpec, LabSpec } from '../../engine/lab/spec.ts';

export interface LabReport {
	readonly nodes: readonly LabNodeReport[];
}

export interface LabNodeReport {
	readonly node: string;
	/** Weeks from an order to its goods, where the supplier has them. */
	readonly leadWeeks: number;
	/** Variance of its orders over that of demand in the long run; null where no formula is known. */
	readonly expectedVarianceRatio: number | null;
}

export function labReportOf(spec: LabSpec): LabReport {
	return {
		nodes: spec.nodes.map((node) => ({
			node: node.id,
			leadWeeks: node.orderDelay + node.leadWeeks,
			expectedVarianceRatio: expectedRatio(node, spec)
		}))
	};
}

/**
 * Of a node that orders up to M weeks of its forecast, when demand is AR(1) and orders may be negative: with a moving
 * average of p weeks 1 + (2M/p + 2M²/p²)(1 − ρ^p) (Chen, Drezner, Ryan & Simchi-Levi 2000, Management Science 46),
 * with smoothing 1 + (2Mθ + 2M²θ²/(2 − θ))(1 − ρ)/(1 − (1 − θ)ρ) (Chen, Ryan & Simchi-Levi 2000, Naval Research
 * Logistics 47). It holds at the end of a chain, and above it with the sum of the M where all forecast alike from
 * demand that they hear of when its orders reach them.
 */
function expectedRatio(node: LabNodeSpec, { demand, nodes }: LabSpec): number | null {
	if (demand.source !== 'ar1' || demand.noise === 0) return null;
	const { forecast } = node;
	let weeks = 0;
	let delay = 0;
	for (const below of downTo(node, nodes)) {
		if (below.coverWeeks === null || !isOrderUpTo(below)) return null;
		if (JSON.stringify(below.forecast) !== JSON.stringify(forecast)) return null;
		// All that it knows of demand is as old as the orders it reads.
		const end = !nodes.some(({ supplier }) => supplier === below.id);
		if (!(end && below.replenishment === 'ownRule') && !hearsAt(below, delay)) return null;
		weeks += below.orderDelay + below.leadWeeks + below.coverWeeks;
		delay += below.orderDelay;
	}
	if (weeks === 0) return null;
	const { rho } = demand;
	if ('theta' in forecast) {
		const { theta } = forecast;
		const swing = 2 * weeks * theta + (2 * weeks * weeks * theta * theta) / (2 - theta);
		return 1 + (swing * (1 - rho)) / (1 - (1 - theta) * rho);
	}
	const window = forecast.movingAverage;
	let left = 1;
	for (let week = 0; week < window; week++) left *= rho;
	const part = weeks / window;
	return 1 + (2 * part + 2 * part * part) * (1 - left);
}

/** From the one end below a node up to it; empty below a fork. */
function downTo(node: LabNodeSpec, nodes: readonly LabNodeSpec[]): readonly LabNodeSpec[] {
	const path = [node];
	for (;;) {
		const customers = nodes.filter(({ supplier }) => supplier === path[0]?.id);
		const [only] = customers;
		if (only === undefined) return path;
		if (customers.length > 1) return [];
		path.unshift(only);
	}
}

function hearsAt({ replenishment, information }: LabNodeSpec, delayWeeks: number): boolean {
	return replenishment === 'sellThrough' && information.bias === 0 && information.delayWeeks === delayWeeks;
}

/** Orders just what brings it to its level, unbounded. */
function isOrderUpTo(node: LabNodeSpec): boolean {
	return (
		node.alpha === 1 &&
		node.beta === 1 &&
		node.allowNegativeOrders &&
		node.batch === 1 &&
		node.capacityPerWeek === null &&
		node.unmet === 'backlog'
	);
}
