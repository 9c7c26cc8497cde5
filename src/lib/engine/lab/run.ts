/** A lab from its opening to its end: every week's figures of every node, and what they come to (rules L8–L10). */
import { fail, fault, ok, type Result } from '../../result.ts';
import type { NodeRole } from '../vocab.ts';
import { at } from '../world.ts';
import { hashLab, nodeSpec, openLab, type LabChain, type LabState } from './chain.ts';
import { stepLab } from './week.ts';

export interface LabNodeRun {
	readonly id: string;
	readonly role: NodeRole;
	readonly costCents: number;
	readonly ordersByWeek: Int32Array;
	/** When the week closed. */
	readonly stockByWeek: Int32Array;
	readonly backlogByWeek: Int32Array;
	/** Asked for at the ends of the chain below it. */
	readonly demandByWeek: Int32Array;
	/** Variance of its orders over that of this demand; null where the demand never varied. */
	readonly varianceRatio: number | null;
	/** Since the start, units. */
	readonly made: number;
	readonly sold: number;
	readonly lost: number;
	readonly writtenOff: number;
	readonly sentBack: number;
}

export interface LabRun {
	readonly weeks: number;
	readonly nodes: readonly LabNodeRun[];
	readonly state: LabState;
	/** Of the state at the end, 32 hex digits. */
	readonly hash: string;
}

/**
 * @param seed 32 hex digits
 * @param weeks instead of the file's
 * @returns `LAB_RUNAWAY` when orders grow beyond all bounds (L10)
 */
export function runLab(chain: LabChain, seed: string, weeks = chain.spec.weeks): Result<LabRun> {
	const state = openLab(chain);
	const table = (): Int32Array[] => Array.from({ length: chain.nodes }, () => new Int32Array(weeks));
	const [orders, stock, backlog, demand] = [table(), table(), table(), table()];
	for (let week = 0; week < weeks; week++) {
		const now = stepLab(chain, state, seed);
		if (now.runaway >= 0) {
			const { id } = nodeSpec(chain, now.runaway);
			const params = { node: id, week: week + 1 };
			return fail(fault('LAB_RUNAWAY', 'nodes', `${id} orders without end in week ${week + 1}`, params));
		}
		for (let node = 0; node < chain.nodes; node++) {
			at(orders, node)[week] = now.orders[node]!;
			at(stock, node)[week] = now.stock[node]!;
			at(backlog, node)[week] = now.backlog[node]!;
			at(demand, node)[week] = now.demand[node]!;
		}
	}
	const nodes = chain.spec.nodes.map(({ id, role }, node): LabNodeRun => {
		const own = variance(at(orders, node));
		const below = variance(at(demand, node));
		return {
			id,
			role,
			costCents: state.costCents[node]!,
			ordersByWeek: at(orders, node),
			stockByWeek: at(stock, node),
			backlogByWeek: at(backlog, node),
			demandByWeek: at(demand, node),
			varianceRatio: below > 0 ? own / below : null,
			made: state.made[node]!,
			sold: state.sold[node]!,
			lost: state.lost[node]!,
			writtenOff: state.writtenOff[node]!,
			sentBack: state.sentBack[node]!
		};
	});
	return ok({ weeks, nodes, state, hash: hashLab(chain, state) });
}

/** L9 Of all weeks, around their mean. */
function variance(values: Int32Array): number {
	let sum = 0;
	for (const value of values) sum += value;
	const mean = sum / values.length;
	let squares = 0;
	for (const value of values) squares += (value - mean) * (value - mean);
	return squares / values.length;
}
