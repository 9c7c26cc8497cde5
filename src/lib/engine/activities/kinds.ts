/** What a kind of activity is, apart from what it does. */
import type { ActivityKind } from '../vocab.ts';

export interface KindRules {
	/** What its targets are. */
	readonly place: 'region' | 'area';
	/** Whether it can be for some of the outlets there only. */
	readonly narrows: boolean;
}

export const KIND_RULES: Readonly<Record<ActivityKind, KindRules>> = {
	tradeDeal: { place: 'region', narrows: false },
	priceOff: { place: 'area', narrows: true }
};
