/** What support of a dealer has come to (rule D20). */
import type { State } from '../state.ts';
import { placesOf, SUPPORT_FLOWS, type SupportFlow } from '../vocab.ts';

const FLOW = placesOf(SUPPORT_FLOWS);

/** How far support of a flow has come with a dealer, 0–1. */
export function supported(state: State, d: number, flow: SupportFlow): number {
	return state.supported[d * SUPPORT_FLOWS.length + FLOW[flow]]!;
}
