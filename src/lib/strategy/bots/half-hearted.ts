/**
 * Half-hearted: the method in name only. One area at a time, but another every turn, held or not; one person, who looks
 * in on everybody for a minute or two; the dealer stays who it is and orders as it likes.
 */
import type { Strategy } from '../../engine/strategy.ts';
import { perClass } from '../tools.ts';

export const halfHearted: Strategy = {
	name: 'half-hearted',
	decide(view) {
		const area = view.areas[view.turn % view.areas.length];
		return {
			...view.plan,
			regions: { worked: area === undefined ? [] : [area.id] },
			field: {
				merchandisers: Math.min(1, view.rules.maxMerchandisers),
				visitsPer4Weeks: perClass(1, 1, 1),
				minutesPerVisit: perClass(2, 2, 2)
			}
		};
	}
};
