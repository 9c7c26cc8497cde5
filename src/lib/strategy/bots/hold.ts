/** Hold: change nothing. What today's practice is worth when nobody decides. */
import type { Strategy } from '../../engine/strategy.ts';

export const hold: Strategy = {
	name: 'hold',
	decide: (view) => view.plan
};
