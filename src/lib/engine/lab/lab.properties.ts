/** The laws of a lab as functions: each takes a state and says what is broken, in words. They know no test framework. */
import { SOURCE } from '../echelon/chain.ts';
import { inTransit, onHand } from '../echelon/goods.ts';
import { at } from '../world.ts';
import { nodeSpec, type LabChain, type LabState } from './chain.ts';

/** Units at the nodes and on the road between them; what a source has begun is not there yet. */
export function unitsInChain(chain: LabChain, state: LabState): number {
	let units = 0;
	for (let node = 0; node < chain.nodes; node++) {
		units += onHand(chain, state, node, 0);
		if (chain.supplier[node] !== SOURCE) units += inTransit(chain, state, node, 0);
	}
	return units;
}

/** [G1] Since the opening, when there were `before` units. */
export function labGoodsLaw(chain: LabChain, state: LabState, before: number): string[] {
	let left = before;
	for (let node = 0; node < chain.nodes; node++)
		left += state.made[node]! - state.sold[node]! - state.writtenOff[node]! - state.sentBack[node]!;
	const now = unitsInChain(chain, state);
	return left === now ? [] : [`${left} units should be left, ${now} are`];
}

/**
 * [L4] What was asked for at an end was sold, is owed or was lost.
 *
 * @param asked since the opening, by node
 */
export function labOwingLaw(chain: LabChain, state: LabState, asked: readonly number[]): string[] {
	return Array.from({ length: chain.nodes }, (_, node) => node)
		.filter((node) => at(chain.customers, node).length === 0)
		.flatMap((node) => {
			const { id, opening } = nodeSpec(chain, node);
			const wanted = opening.backlog + at(asked, node);
			const told = state.sold[node]! + state.due[node]! + state.lost[node]!;
			return wanted === told ? [] : [`${id} was asked for ${wanted}, and tells of ${told}`];
		});
}

/** [G3] Nothing that is counted in units is below 0, but for what is to go back. */
export function labBoundsLaw(_chain: LabChain, state: LabState): string[] {
	return (['nodeStock', 'transit', 'due', 'made', 'sold', 'lost', 'writtenOff', 'sentBack'] as const).flatMap(
		(name) => {
			const bad = state[name].findIndex((value) => !(value >= 0));
			return bad < 0 ? [] : [`${name}[${bad}] is ${state[name][bad]}`];
		}
	);
}
