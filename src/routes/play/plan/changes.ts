/** What a plan changes against the one in force, one thing each, with what it costs in the coming turn. */
import type { ActivityPlan, ChoiceSheet, ControlPlan, DealerTerms, Plan } from '#lib/engine/plan.ts';
import { platformOf, platformTurnCents } from '#lib/engine/platform/parts.ts';
import type { BudgetPlan } from '#lib/engine/platform/plan.ts';
import { WHOLE_INDEX_BP } from '#lib/engine/platform/targets.ts';
import { quotaOf } from '#lib/engine/quotas.ts';
import { same } from '#lib/engine/same.ts';
import { offeredTerms } from '#lib/engine/terms.ts';
import type { FirmView } from '#lib/engine/view.ts';
import { PLATFORM_PARTS, type Lever, type OrderMode, type PlatformPart } from '#lib/engine/vocab.ts';
import { activityCents } from '../edits/activities.ts';
import { targetsOf } from '../edits/platform.ts';
import { NO_CONTROL, supportLevels } from '../edits/terms.ts';
import { plannedPrice } from '../edits/price.ts';
import { fieldChanges, type FieldChange } from './field-changes.ts';

export type Change = FieldChange | OtherChange;

type OtherChange = {
	readonly lever: Exclude<Lever, 'field'>;
	/** Against going on as before; null: nothing by itself. */ readonly cents: number | null;
} & (
	| { readonly kind: 'areaOn' | 'areaOff'; readonly area: string }
	| { readonly kind: 'areaOrder' }
	| { readonly kind: 'sheet'; readonly region: string }
	| { readonly kind: 'appoint'; readonly region: string; readonly from: string; readonly to: string }
	| {
			readonly kind: 'terms';
			readonly region: string;
			readonly from: DealerTerms;
			readonly to: DealerTerms;
	  }
	| { readonly kind: 'control'; readonly from: ControlPlan; readonly to: ControlPlan }
	| { readonly kind: 'price'; readonly product: string; readonly from: number; readonly to: number }
	| {
			readonly kind: 'regionPrice';
			readonly region: string;
			readonly product: string;
			readonly from: number;
			readonly to: number;
	  }
	| { readonly kind: 'launch'; readonly product: string; readonly regions: readonly string[] }
	| { readonly kind: 'activity' | 'activityOff'; readonly activity: ActivityPlan }
	| { readonly kind: 'orderMode'; readonly region: string; readonly from: OrderMode; readonly to: OrderMode }
	| {
			readonly kind: 'quota';
			readonly dealer: string;
			readonly product: string;
			readonly from: number;
			readonly to: number;
	  }
	| {
			readonly kind: 'production';
			readonly product: string;
			/** Cases a week; null: by the rule. */
			readonly from: number | null;
			readonly to: number | null;
	  }
	| { readonly kind: 'platformOn' | 'platformOff'; readonly part: PlatformPart }
	| { readonly kind: 'target'; readonly from: number; readonly to: number }
	| {
			readonly kind: 'budget';
			readonly area: string;
			readonly from: BudgetPlan | null;
			readonly to: BudgetPlan | null;
	  }
	| { readonly kind: 'index'; readonly area: string; readonly from: number; readonly to: number }
	| { readonly kind: 'push'; readonly dealer: string; readonly product: string; readonly cases: number }
);

/** In the order of the levers. */
export function changesOf(view: FirmView, plan: Plan): Change[] {
	const { plan: standing } = view;
	return [
		...areas(standing, plan),
		...dealers(view, plan),
		...fieldChanges(view, plan),
		...prices(view, plan),
		...launches(view, plan),
		...activities(view, plan),
		...supply(view, plan),
		...platform(view, plan),
		...targets(view.plan, plan),
		...budgets(view.plan, plan)
	];
}

/** What was asked for a turn ahead and stands as it was is no change. */
function activities(view: FirmView, plan: Plan): Change[] {
	const due = view.plan.activities.map((activity) => JSON.stringify(activity));
	const change = (kind: 'activity' | 'activityOff', activity: ActivityPlan): Change => {
		const cost = activityCents(activity, view.rules);
		const cents = kind === 'activity' ? cost : -cost;
		// What is nowhere yet will not be held.
		return { lever: 'activities', kind, activity, cents: activity.targets.length > 0 ? cents : null };
	};
	const on = plan.activities.filter((activity) => {
		const place = due.indexOf(JSON.stringify(activity));
		if (place >= 0) due.splice(place, 1);
		return place < 0;
	});
	return [
		...on.map((activity) => change('activity', activity)),
		...due.map((text) => change('activityOff', JSON.parse(text) as ActivityPlan))
	];
}

function areas(standing: Plan, plan: Plan): Change[] {
	const [was, is] = [standing.regions.worked, plan.regions.worked];
	const on = is.filter((id) => !was.includes(id));
	const off = was.filter((id) => !is.includes(id));
	const kept = is.filter((id) => was.includes(id));
	const moved = kept.join(' ') !== was.filter((id) => is.includes(id)).join(' ');
	const common = { lever: 'regions', cents: null } as const;
	return [
		...on.map((area): Change => ({ ...common, kind: 'areaOn', area })),
		...off.map((area): Change => ({ ...common, kind: 'areaOff', area })),
		...(moved ? [{ ...common, kind: 'areaOrder' } as const] : [])
	];
}

function dealers(view: FirmView, plan: Plan): Change[] {
	return view.regions
		.flatMap(({ id, dealer }): Change[] => {
			const common = { lever: 'dealers', region: id } as const;
			const to = plan.dealers.appoint[id];
			const edited = plain(plan.dealers.sheets[id]) !== plain(view.plan.dealers.sheets[id]);
			return [
				...(edited ? [{ ...common, kind: 'sheet', cents: null } as const] : []),
				...(to === undefined
					? []
					: [{ ...common, kind: 'appoint', from: dealer, to, cents: view.rules.appointCents } as const]),
				...terms(view, plan, id)
			];
		})
		.concat(control(view, plan));
}

/** Against what was offered before: what the dealer made of it stands elsewhere. */
function terms({ plan: standing, rules, weeksPerTurn }: FirmView, plan: Plan, region: string): Change[] {
	const [from, to] = [offeredTerms(standing, region), offeredTerms(plan, region)];
	if (same(from, to)) return [];
	const levels = supportLevels(to) - supportLevels(from);
	const cents = levels === 0 ? null : levels * rules.dealing.supportCentsPerWeek * weeksPerTurn;
	return [{ lever: 'dealers', kind: 'terms', region, from, to, cents }];
}

function control({ plan: standing, rules, weeksPerTurn }: FirmView, plan: Plan): Change[] {
	const from = standing.dealers.control ?? NO_CONTROL;
	const to = plan.dealers.control ?? NO_CONTROL;
	if (same(from, to)) return [];
	const levels = to.inspection - from.inspection;
	const cents = levels === 0 ? null : levels * rules.dealing.inspectionCentsPerWeek * weeksPerTurn;
	return [{ lever: 'dealers', kind: 'control', from, to, cents }];
}

/** A sheet as text: equal sheets read alike, whatever the order of their keys. */
function plain(sheet: ChoiceSheet | undefined): string {
	if (sheet === undefined) return '';
	const scores = Object.entries(sheet.scores).map(
		([id, row]) => `${id} ${JSON.stringify(Object.entries(row).sort())}`
	);
	return JSON.stringify([Object.entries(sheet.weights).sort(), scores.sort(), sheet.shortlist]);
}

function prices(view: FirmView, plan: Plan): Change[] {
	const common = { lever: 'price', cents: null } as const;
	return view.products.flatMap(({ id: product, dealerPriceCents: from, regionPriceCents }): Change[] => {
		const to = plan.price.dealerPriceCents[product] ?? from;
		const general: Change[] = to === from ? [] : [{ ...common, kind: 'price', product, from, to }];
		const regional = view.regions.flatMap(({ id: region }, r): Change[] => {
			const before = regionPriceCents[r] ?? from;
			const after = plannedPrice(plan, view, region, product);
			// What only follows the general price is told once.
			if (before === after || (before === from && after === to)) return [];
			return [{ ...common, kind: 'regionPrice', region, product, from: before, to: after }];
		});
		return [...general, ...regional];
	});
}

function supply(view: FirmView, plan: Plan): Change[] {
	const modes = view.regions.flatMap(({ id, orderMode: from }): Change[] => {
		const to = plan.supply.orderMode[id] ?? from;
		return to === from ? [] : [{ lever: 'supply', kind: 'orderMode', region: id, from, to, cents: null }];
	});
	const dealerOf = (region: string): string =>
		plan.dealers.appoint[region] ?? view.regions.find(({ id }) => id === region)?.dealer ?? region;
	const quotas = view.regions.flatMap(({ id: region, orderMode: before }): Change[] => {
		// What is not in force changes nothing.
		if ((plan.supply.orderMode[region] ?? before) !== 'quota') return [];
		return view.products.flatMap(({ id: product }): Change[] => {
			const from = before === 'quota' ? quotaOf(view.plan.supply, region, product) : 0;
			const to = quotaOf(plan.supply, region, product);
			if (from === to) return [];
			return [{ lever: 'supply', kind: 'quota', dealer: dealerOf(region), product, from, to, cents: null }];
		});
	});
	const pushes = plan.supply.pushes.map(({ region, product, cases }): Change => {
		return { lever: 'supply', kind: 'push', dealer: dealerOf(region), product, cases, cents: null };
	});
	const production = view.products.flatMap(({ id: product }): Change[] => {
		const from = view.plan.supply.production?.[product] ?? null;
		const to = plan.supply.production?.[product] ?? null;
		return from === to ? [] : [{ lever: 'supply', kind: 'production', product, from, to, cents: null }];
	});
	return [...modes, ...quotas, ...production, ...pushes];
}

function platform(
	{ plan: standing, platform: { built }, field, rules, weeksPerTurn }: FirmView,
	plan: Plan
): Change[] {
	const [was, is] = [platformOf(standing).build, platformOf(plan).build];
	return PLATFORM_PARTS.flatMap((part): Change[] => {
		const on = is.includes(part);
		if (on === was.includes(part)) return [];
		const heads = on ? plan.field.merchandisers : field.merchandisers;
		const cents = platformTurnCents(rules.platform, { build: [part] }, built, heads, weeksPerTurn);
		return [{ lever: 'platform', kind: on ? 'platformOn' : 'platformOff', part, cents: on ? cents : -cents }];
	});
}

function targets(standing: Plan, plan: Plan): Change[] {
	const [was, is] = [targetsOf(standing), targetsOf(plan)];
	const common = { lever: 'platform', cents: null } as const;
	const areas = [...new Set([...Object.keys(was.indexBp), ...Object.keys(is.indexBp)])].sort();
	return [
		...(was.totalUnits === is.totalUnits
			? []
			: [{ ...common, kind: 'target', from: was.totalUnits, to: is.totalUnits } as const]),
		...areas.flatMap((area): Change[] => {
			const [from, to] = [was.indexBp[area] ?? WHOLE_INDEX_BP, is.indexBp[area] ?? WHOLE_INDEX_BP];
			return from === to ? [] : [{ ...common, kind: 'index', area, from, to }];
		})
	];
}

/** Regions in which a product is new with this plan. */
function launches({ products, rules }: FirmView, plan: Plan): Change[] {
	return products.flatMap(({ id: product, launch }): Change[] => {
		const asked = plan.price.launches?.[product] ?? [];
		const there = (launch?.regions ?? []).filter(({ week }) => week !== null).map(({ region }) => region);
		const regions = asked.filter((region) => !there.includes(region));
		if (regions.length === 0) return [];
		const once = there.length === 0 ? rules.launchProductCents : 0;
		const cents = once + regions.length * rules.launchRegionCents;
		return [{ lever: 'price', kind: 'launch', product, regions, cents }];
	});
}

function budgets(standing: Plan, plan: Plan): Change[] {
	const [was, is] = [standing.platform?.budgets ?? {}, plan.platform?.budgets ?? {}];
	return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((area): Change[] => {
		const [from, to] = [was[area] ?? null, is[area] ?? null];
		return same(from, to) ? [] : [{ lever: 'platform', kind: 'budget', area, from, to, cents: null }];
	});
}
