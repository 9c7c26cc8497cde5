/** Everything a plan can say, and what of it some plans do say: whether a test plays every lever there is. */
import type { ActivityPlan, ControlPlan, DealerTerms, Plan } from '#lib/engine/plan.ts';
import type { BudgetPlan, TargetsPlan } from '#lib/engine/platform/plan.ts';
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
	SEGMENT_FIELDS,
	SELLING_STYLES,
	SUPPORT_FLOWS
} from '#lib/engine/vocab.ts';

/** A key that is added to a plan and not here is a fault of types. */
type Keys<T> = Readonly<Record<keyof Required<T>, true>>;
type Block<Name extends keyof Plan> = NonNullable<Plan[Name]>;

const BLOCKS: { readonly [Name in Exclude<keyof Required<Plan>, 'activities'>]: Keys<Block<Name>> } = {
	regions: { worked: true },
	dealers: { sheets: true, appoint: true, terms: true, control: true },
	field: {
		merchandisers: true,
		visitsPer4Weeks: true,
		minutesPerVisit: true,
		calls: true,
		keyAccounts: true,
		responsible: true,
		trainingHours: true,
		visitStandard: true,
		officeHelp: true,
		accountFile: true,
		selling: true,
		pay: true,
		advisors: true
	},
	price: { dealerPriceCents: true, byRegion: true, launches: true },
	supply: { orderMode: true, quotas: true, production: true, pushes: true },
	platform: { build: true, targets: true, budgets: true }
};
const TERMS: Keys<DealerTerms> = {
	exclusive: true,
	creditDays: true,
	rebateBp: true,
	targetCents: true,
	steps: true,
	support: true,
	assigned: true
};
const CONTROL: Keys<ControlPlan> = { inspection: true, fineBp: true, forfeit: true };
const TARGETS: Keys<TargetsPlan> = { totalUnits: true, indexBp: true };
const BUDGET: Keys<BudgetPlan> = { promotionCents: true, peopleCents: true };
const ACTIVITY: Keys<ActivityPlan> = {
	kind: true,
	product: true,
	targets: true,
	startWeek: true,
	weeks: true,
	depthBp: true,
	budgetCents: true,
	aim: true,
	purpose: true,
	followUp: true,
	ahead: true,
	prepared: true,
	channels: true,
	classes: true,
	segment: true
};

const under = (path: string, keys: object): string[] => Object.keys(keys).map((key) => `${path}.${key}`);

/** Levers by their paths, and the words each that offers a choice has to choose from. */
export const EVERYTHING: readonly string[] = [
	...Object.entries(BLOCKS).flatMap(([block, keys]) => under(block, keys)),
	...under('terms', TERMS),
	...under('control', CONTROL),
	...under('targets', TARGETS),
	...under('budgets', BUDGET),
	...under('activities', ACTIVITY),
	...ACTIVITY_KINDS.map((word) => `kind ${word}`),
	...ADVERTISING_AIMS.map((word) => `aim ${word}`),
	...ACTIVITY_PURPOSES.map((word) => `purpose ${word}`),
	...CHANNELS.map((word) => `channel ${word}`),
	...CLASSES.map((word) => `class ${word}`),
	...SEGMENT_FIELDS.map((word) => `segment ${word}`),
	...CALL_PURPOSES.map((word) => `calls ${word}`),
	...SELLING_STYLES.map((word) => `selling ${word}`),
	...PAY_BASES.map((word) => `pay ${word}`),
	...ORDER_MODES.map((word) => `order ${word}`),
	...PLATFORM_PARTS.map((word) => `part ${word}`),
	...SUPPORT_FLOWS.map((word) => `support ${word}`)
];

/** Of everything, what these plans do not say. */
export function unsaid(plans: readonly Plan[]): string[] {
	const said = new Set(plans.flatMap(saidBy));
	return EVERYTHING.filter((lever) => !said.has(lever));
}

function saidBy(plan: Plan): string[] {
	const { activities, ...blocks } = plan;
	const { terms = {}, control } = plan.dealers;
	const { field, platform } = plan;
	return [
		...Object.entries(blocks).flatMap(([block, value]) => used(block, value)),
		...Object.values(terms).flatMap((offer) => [
			...used('terms', offer),
			...words('support', used('', offer.support))
		]),
		...(control === undefined ? [] : used('control', control)),
		...(platform?.targets === undefined ? [] : used('targets', platform.targets)),
		...Object.values(platform?.budgets ?? {}).flatMap((budget) => used('budgets', budget)),
		...activities.flatMap(saidByActivity),
		...words('calls', Object.keys(field.calls ?? {})),
		...words('selling', field.selling === undefined ? [] : [field.selling]),
		...words('pay', field.pay === undefined ? [] : [field.pay.basis]),
		...words('order', Object.values(plan.supply.orderMode)),
		...words('part', platform?.build ?? [])
	];
}

function saidByActivity(activity: ActivityPlan): string[] {
	const { kind, aim, purpose, channels = [], classes = [], segment = [] } = activity;
	return [
		...used('activities', activity),
		`kind ${kind}`,
		...words('aim', aim === undefined ? [] : [aim]),
		...words('purpose', purpose === undefined ? [] : [purpose]),
		...words('channel', channels),
		...words('class', classes),
		...words(
			'segment',
			segment.map(({ field }) => field)
		)
	];
}

const words = (of: string, all: readonly string[]): string[] =>
	all.map((word) => `${of} ${word.replace(/^\./, '')}`);

/** Keys under which something stands: a nought, a no, nothing and an empty list say nothing. */
function used(path: string, value: object): string[] {
	return Object.entries(value)
		.filter(([, of]) => of !== undefined && of !== null && of !== 0 && of !== false)
		.filter(([, of]) => typeof of !== 'object' || Object.keys(of as object).length > 0)
		.map(([key]) => `${path}.${key}`);
}
