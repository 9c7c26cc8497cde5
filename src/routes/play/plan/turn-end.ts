/** How a turn is ended, in words. Alone it is played at once; in a room it may be handed in, and played later. */
import type { Translate } from '#lib/i18n/index.ts';

export interface TurnEnd {
	/** On the button that asks for it. */
	readonly ask: string;
	/** On the same while nothing can be ended. */
	readonly busy: string;
	/** Nothing can be ended yet, though the plan can be worked on. */
	readonly notYet: boolean;
	/** Over the last look at the plan. */
	readonly title: string;
	/** What follows; empty where there is nothing to be told. */
	readonly note: string;
	readonly go: string;
	/** Nothing is taken without a figure of what is expected. */
	readonly predictionRequired: boolean;
}

/** @param turn from 0 */
export function playedAtOnce(t: Translate, turn: number): TurnEnd {
	return {
		ask: t('plan.end'),
		busy: t('plan.busy'),
		notYet: false,
		title: t('end.title', { turn: turn + 1 }),
		note: '',
		go: t('end.go'),
		predictionRequired: false
	};
}
