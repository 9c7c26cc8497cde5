/**
 * Every lever: moves each there is, word by word, for as little money as it takes. No way to run a firm, and nobody is
 * offered it: golden games are played by it, so that no lever can change what it does without being seen.
 */
import { KIND_RULES } from '../../engine/activities/kinds.ts';
import type { SegmentCondition } from '../../engine/activities/segment.ts';
import type { ActivityPlan, DealerTerms, Plan } from '../../engine/plan.ts';
import type { Strategy } from '../../engine/strategy.ts';
import type { FirmView, RegionView } from '../../engine/view.ts';
import {
	ACTIVITY_KINDS,
	ACTIVITY_PURPOSES,
	ADVERTISING_AIMS,
	CALL_PURPOSES,
	CHANNELS,
	CLASSES,
	ORDER_MODES,
	PAY_BASES,
	PLATFORM_PARTS,
	SELLING_STYLES,
	type ActivityKind
} from '../../engine/vocab.ts';
import { perClass, screen } from '../tools.ts';

/** Below it nothing waits for approval, and a few of them are paid by any firm. */
const BUDGET_CENTS = 150_000;
const AREA_BUDGET = { promotionCents: 2_000_000, peopleCents: 20_000_000 } as const;

export const everyLever: Strategy = {
	name: 'every-lever',
	decide(view) {
		return {
			regions: { worked: view.areas.map(({ id }) => id) },
			dealers: dealersPlan(view),
			field: fieldPlan(view),
			price: pricePlan(view),
			activities: [...view.plan.activities, ...activitiesPlan(view)],
			supply: supplyPlan(view),
			platform: {
				build: PLATFORM_PARTS.filter((_, i) => i <= view.turn),
				targets: {
					totalUnits: view.sellOutTarget ?? 10_000,
					indexBp: byId(view.areas, (i) => (i % 2 === 0 ? 8000 : 12_000))
				},
				budgets: byId(view.areas, () => AREA_BUDGET)
			}
		};
	}
};

/** The word whose turn it is. */
function due<Word>(words: readonly [Word, ...Word[]], turn: number): Word {
	return words[turn % words.length] ?? words[0];
}

function byId<T>(all: readonly { readonly id: string }[], value: (place: number) => T): Record<string, T> {
	return Object.fromEntries(all.map(({ id }, i) => [id, value(i)]));
}

/** A dealer of the first region is changed once; terms go round the regions. */
function dealersPlan(view: FirmView): Plan['dealers'] {
	const { turn, regions } = view;
	const [first] = regions;
	const { sheet, best } = first === undefined ? { sheet: null, best: null } : screen(first);
	const isNew = turn === 1 && first !== undefined && best !== null && best !== first.dealer;
	return {
		sheets: first === undefined || sheet === null ? {} : { [first.id]: sheet },
		appoint: isNew ? { [first.id]: best } : {},
		terms: Object.fromEntries(regions.map((region, r) => [region.id, termsFor(region, turn + r)])),
		control: { inspection: 1 + (turn % 3), fineBp: 5000, forfeit: turn % 2 === 1 }
	};
}

function termsFor({ areas }: RegionView, turn: number): DealerTerms {
	return {
		exclusive: turn % 3 === 2,
		creditDays: turn % 2 === 0 ? 14 : 0,
		rebateBp: 100,
		targetCents: 2_000_000,
		steps: [
			{ fromBp: 8000, rebateBp: 50 },
			{ fromBp: 12_000, rebateBp: 150 }
		],
		support: { commerce: turn % 3, information: (turn + 1) % 3, logistics: (turn + 2) % 3 },
		assigned: turn % 4 === 3 ? { areas: [...areas], classes: ['A', 'B'] } : null
	};
}

function fieldPlan({ turn, areas, regions, field }: FirmView): Plan['field'] {
	return {
		merchandisers: Math.max(1, field.merchandisers + (turn % 3 === 1 ? 1 : 0)),
		visitsPer4Weeks: perClass(4, 2, 1),
		minutesPerVisit: perClass(15, 10, 7),
		calls: Object.fromEntries(
			CALL_PURPOSES.map((purpose, i) => [
				purpose,
				{ visitsPer4Weeks: perClass(4, 4 - i, 1), minutesPerVisit: perClass(18 - i, 12, 7) }
			])
		),
		keyAccounts: 3,
		responsible: byId(areas, (i) => [i + 1]),
		trainingHours: 2,
		visitStandard: 40,
		officeHelp: 40,
		accountFile: true,
		selling: due(SELLING_STYLES, turn),
		pay: { basis: due(PAY_BASES, turn), shareBp: 2000 },
		advisors: { heads: 1, regions: regions.map(({ id }) => id) }
	};
}

/** A hundredth up and down; everything that waits is launched wherever it may be. */
function pricePlan({ turn, regions, products }: FirmView): Plan['price'] {
	const cents = (opening: number, steps: number): number => Math.floor((opening * (100 + steps)) / 100);
	const listed = (steps: number): Record<string, number> =>
		Object.fromEntries(
			products.map(({ id, openingDealerPriceCents }) => [id, cents(openingDealerPriceCents, steps)])
		);
	return {
		dealerPriceCents: listed((turn % 3) - 1),
		byRegion: Object.fromEntries(regions.slice(-1).map(({ id }) => [id, listed(2)])),
		launches: Object.fromEntries(
			products
				.filter(({ launch }) => launch?.decided === true)
				.map(({ id }) => [id, regions.map((region) => region.id)])
		)
	};
}

/** A kind at once, the next one prepared for the coming turn, and a campaign. */
function activitiesPlan(view: FirmView): ActivityPlan[] {
	const { turn } = view;
	const campaign = one(view, 'advertising');
	const now = one(view, due(ACTIVITY_KINDS, turn));
	const next = one(view, due(ACTIVITY_KINDS, turn + 3));
	return [now, { ...next, ahead: true }, { ...campaign, aim: due(ADVERTISING_AIMS, turn) }];
}

function one(view: FirmView, kind: ActivityKind): ActivityPlan {
	const { turn, weeksPerTurn, products, areas, regions } = view;
	const { place, depth, narrows } = KIND_RULES[kind];
	const startWeek = Math.min(turn % 2, weeksPerTurn - 1);
	const [target] = place === 'region' ? regions : areas;
	return {
		kind,
		product: products[turn % products.length]?.id ?? '',
		targets: target === undefined ? [] : [target.id],
		startWeek,
		weeks: weeksPerTurn - startWeek,
		depthBp: depth === null ? 0 : 1000,
		budgetCents: BUDGET_CENTS,
		purpose: due(ACTIVITY_PURPOSES, turn),
		followUp: turn % 2 === 0,
		...(kind === 'smallBoard' && { channels: ['onPremise'], classes: ['A'] }),
		...(narrows && kind !== 'smallBoard' && audience(turn))
	};
}

/** By channel, by class, or by a segment that leaves hardly anybody out. */
function audience(turn: number): Pick<ActivityPlan, 'channels' | 'classes' | 'segment'> {
	if (turn % 3 === 0) return { channels: CHANNELS };
	if (turn % 3 === 1) return { classes: CLASSES };
	const segment: SegmentCondition[] = [
		{ field: 'class', from: 0, to: 2 },
		{ field: 'channel', from: 0, to: 4 },
		{ field: 'sizeRank', from: 1, to: 90 },
		{ field: 'listed', from: 0, to: 1 },
		{ field: 'closeness', from: 0, to: 99 },
		{ field: 'dependence', from: 0, to: 99 }
	];
	return { segment };
}

function supplyPlan({ turn, regions, products }: FirmView): Plan['supply'] {
	const [first] = products;
	return {
		orderMode: Object.fromEntries(regions.map(({ id }, r) => [id, due(ORDER_MODES, turn + r)])),
		quotas: Object.fromEntries(
			regions.map(({ id }) => [id, Object.fromEntries(products.map((product) => [product.id, 60]))])
		),
		production: first === undefined || turn % 3 !== 2 ? {} : { [first.id]: 300 },
		pushes: regions.flatMap(({ id }) =>
			first === undefined ? [] : [{ region: id, product: first.id, cases: 10 }]
		)
	};
}
