/** What a kind of activity is, apart from what it does. */
import type { ActivityRules } from '../spec.ts';
import type { ActivityKind } from '../vocab.ts';

export interface KindRules {
	/** What its targets are. */
	readonly place: 'region' | 'area';
	/** Whether it can be for some of the outlets there only. */
	readonly narrows: boolean;
	/** What its depth is: a part of a price, facings on top, or nothing. */
	readonly depth: 'discount' | 'facings' | null;
	/** Whether it is about the brand, all products of the firm, rather than one. */
	readonly brand: boolean;
	/** Whether it tells shoppers something, and counts in the communication index. */
	readonly communicates: boolean;
	/** Whether its effect hangs on preparation; prices work as they are. */
	readonly staged: boolean;
}

const AT_OUTLETS = { place: 'area', narrows: true, brand: false } as const;
const BY_REGION = { place: 'region', narrows: false, depth: null, brand: true } as const;

export const KIND_RULES: Readonly<Record<ActivityKind, KindRules>> = {
	tradeDeal: { ...BY_REGION, depth: 'discount', brand: false, communicates: false, staged: false },
	priceOff: { ...AT_OUTLETS, depth: 'discount', communicates: false, staged: false },
	bonusPack: { ...AT_OUTLETS, depth: 'discount', communicates: true, staged: true },
	display: { ...AT_OUTLETS, depth: 'facings', communicates: true, staged: true },
	sampling: { ...AT_OUTLETS, depth: null, communicates: true, staged: true },
	advertising: { ...BY_REGION, communicates: true, staged: true },
	dealerConference: { ...BY_REGION, communicates: false, staged: true },
	smallBoard: { ...BY_REGION, narrows: true, brand: false, communicates: true, staged: true }
};

type Prices = Pick<ActivityRules, 'displayCentsPerWeek' | 'samplingCentsPerDay' | 'boardCentsPerWeek'>;

/** Cost a week at one real outlet, of kinds that are paid so; 0 of the others. */
export function perOutletCents(rules: Prices, kind: ActivityKind, depthBp: number): number {
	if (kind === 'display') return Math.floor((rules.displayCentsPerWeek * depthBp) / 10_000);
	if (kind === 'sampling') return rules.samplingCentsPerDay;
	return kind === 'smallBoard' ? rules.boardCentsPerWeek : 0;
}

/** Kinds of which each outlet that takes part has its price. */
export const isPaidByOutlet = (kind: ActivityKind): boolean =>
	kind === 'display' || kind === 'sampling' || kind === 'smallBoard';
