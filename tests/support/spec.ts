/**
 * Tiny markets whose every figure can be worked out by hand: one region, one area, ten outlets of ten units a week,
 * flat season, no noise. A rule is tested by turning its one parameter.
 *
 * The base case: the firm `own` sells half of everything, 5 units a week at each of 10 outlets. Cost 1.00, dealer 2.00,
 * outlet 2.50, shelf 3.00 without and 3.39 with tax.
 */
import { beginState } from '#lib/engine/begin.ts';
import { newGame, type Game } from '#lib/engine/game.ts';
import { generateWorld } from '#lib/engine/generate.ts';
import type { ActivityPlan, Plan } from '#lib/engine/plan.ts';
import { previewPlan, type Previewed } from '#lib/engine/project.ts';
import type { FieldFacts, PlatformFacts, Statements } from '#lib/engine/report.ts';
import { seedFromText, weekKey, type WeekKey } from '#lib/engine/random.ts';
import type { DealerSpec, FirmSpec, MarketSpec, ProductSpec, ShockSpec } from '#lib/engine/spec.ts';
import type { State } from '#lib/engine/state.ts';
import { MARKET_STREAM } from '#lib/engine/step.ts';
import type { Strategy } from '#lib/engine/strategy.ts';
import { openTurn, type Turn } from '#lib/engine/turn.ts';
import { at, type World } from '#lib/engine/world.ts';
import { quietField } from './field-rules.ts';

export type Editable<T> = T extends object ? { -readonly [K in keyof T]: Editable<T[K]> } : T;
export type SpecDraft = Editable<MarketSpec>;
export type PlanDraft = Editable<Plan>;

const GOOD = { reputation: 50, strength: 50, scale: 50, network: 50, delivery: 100, management: 100 };

export const product = (id: string): Editable<ProductSpec> => ({
	id,
	unitsPerCase: 10,
	unitsPerPack: 1,
	unitCostCents: 100,
	dealerPriceCents: 200,
	dealerMarkup: 0.25,
	outletMarkup: 0.2,
	shelfLifeWeeks: 52,
	tier: 'standard'
});

export const dealer = (id: string, region = 'region', area = 'area'): Editable<DealerSpec> => ({
	id,
	region,
	stated: { ...GOOD },
	actual: { ...GOOD },
	reach: { [area]: 1 },
	capitalCents: 1_000_000,
	deliveryUnitsPerWeek: 100_000,
	heldBy: null,
	hold: 0,
	open: true
});

const plan = (productId: string): PlanDraft => ({
	regions: { worked: ['area'] },
	dealers: { sheets: {}, appoint: {} },
	field: {
		merchandisers: 1,
		visitsPer4Weeks: { A: 4, B: 4, C: 4 },
		minutesPerVisit: { A: 10, B: 10, C: 10 }
	},
	price: { dealerPriceCents: { [productId]: 200 } },
	activities: [],
	supply: { orderMode: { region: 'dealerRule' }, pushes: [] }
});

const firm = (id: string, role: 'player' | 'rival'): Editable<FirmSpec> => ({
	id,
	role,
	strategy: role === 'rival' ? 'still' : null,
	products: [product(`${id}-tea`)],
	cashCents: 1_000_000,
	creditLineCents: 0,
	overheadCentsPerWeek: 0,
	advertisingCentsPerWeek: 0,
	merchandisers: 1,
	wastedTime: 0,
	dealers: { region: `${id}-dealer` },
	plant: { leadWeeks: 1, capacityUnitsPerWeek: 100_000, batchUnits: 10, coverWeeks: 1 },
	defaultPlan: role === 'rival' ? plan(`${id}-tea`) : null
});

function base(): SpecDraft {
	return {
		id: 'tiny',
		kind: 'market',
		worldSeed: 'tiny-1',
		time: { turns: 3, weeksPerTurn: 4, closingWeeks: 4, startWeekOfYear: 0 },
		category: {
			weather: 0,
			noise: 0,
			// Shares of outlets and volume alike: with no tail every outlet is of one size.
			classes: {
				A: { outletShare: 0.2, volumeShare: 0.2 },
				B: { outletShare: 0.3, volumeShare: 0.3 },
				C: { outletShare: 0.5, volumeShare: 0.5 }
			},
			sizeTail: 0,
			channelPrice: { modern: 1, traditional: 1, convenience: 1, onPremise: 1, specialist: 1 }
		},
		regions: [
			{
				id: 'region',
				areas: [
					{
						id: 'area',
						outlets: 10,
						represents: 1,
						unitsPerOutletWeek: 10,
						channelMix: { modern: 0, traditional: 1, convenience: 0, onPremise: 0, specialist: 0 },
						shares: { own: 0.5 },
						distribution: { own: { A: 1, B: 1, C: 1 } },
						polygon: [
							[0, 0],
							[10, 0],
							[0, 10]
						]
					}
				],
				freightCentsPerUnit: 10,
				leadWeeks: 1,
				priceExponent: 2,
				season: new Array<number>(12).fill(1),
				growth: 0,
				tiers: { economy: 0, standard: 1, premium: 0 }
			}
		],
		firms: [firm('own', 'player')],
		dealers: [dealer('own-dealer')],
		shocks: [],
		response: {
			relationLift: 0,
			listPerVisit: 0,
			listPerTradeDeal: 0,
			ownOpening: 1,
			unservedDelist: 0,
			trialOptimism: 1,
			delistPerWeek: 0,
			closenessHalfMinutes: 40,
			dependenceHalfVisits: 4,
			relationShape: 2,
			wholeCallMinutes: 7,
			relationSpeed: 0.5,
			passThroughDealer: 0.8,
			passThroughOutlet: 0.5,
			carryingPerWeek: 0.02,
			outsideShare: 0,
			stockpile: 0,
			pantryDrain: 0.5,
			pantryLoyalty: 0,
			search: 0,
			shelfElasticity: 0,
			stockOut: { otherStore: 0, otherBrand: 0, otherPack: 0, later: 0 },
			tierLeak: 0,
			goodwillRetention: 0.5,
			advertisingWeight: 0,
			advertisingReferenceCents: 1000,
			smallBoard: 0,
			noveltyLift: 0,
			noveltyWeeks: 4,
			ageingPerYear: 0,
			groupFrom: 0,
			coverageFrom: 0,
			launchRoles: {
				hero: { appeal: 1, listing: 1 },
				group: { appeal: 1, listing: 1 },
				coverage: { appeal: 1, listing: 1 }
			},
			siblingListing: 1,
			priceErosion: 0,
			priceRecovery: 0,
			glutDays: 35,
			dumpDepth: 0,
			thinMargin: 1,
			no1Listing: 1,
			no1Steadiness: 1,
			no1Terms: 1
		},
		fieldRules: {
			minutesPerWeek: 1000,
			travelMinutesPerVisit: 5,
			wageCentsPerWeek: 1000,
			hireCents: 500,
			severanceWeeks: 4,
			newcomerOutput: 0.5,
			maxMerchandisers: 10,
			...quietField()
		},
		channelRules: {
			outletCycleWeeks: { A: 1, B: 1, C: 1 },
			outletSafetyWeeks: 1,
			outletForecastSmoothing: 0.5,
			outletAgeWeeks: 13,
			outletSlots: { A: 9, B: 9, C: 9 },
			outletFacings: { A: 9, B: 9, C: 9 },
			outletCashWeeks: { A: 3, B: 3, C: 3 },
			outletSpaceWeeks: { A: 3, B: 3, C: 3 },
			dealerCoverWeeks: 2,
			dealerForecastSmoothing: 0.5,
			advisedSmoothing: 0.5,
			advisedAlpha: 1,
			carelessAlpha: 0.26,
			carelessBeta: 0.34,
			pushLimitDays: 42,
			reportDelayWeeks: 1,
			reportRosyBp: 0,
			dealerForwardWeeks: 6,
			handoverKeep: 0.5,
			dealerCostCentsPerUnit: 10,
			breakage: 0,
			buyBack: 0.9,
			appointCents: 5000,
			panelShare: 1
		},
		activities: {
			bonusWorth: 1,
			bonusCost: 0.5,
			displayCentsPerWeek: 100,
			maxDisplayBp: 30_000,
			samplingCentsPerDay: 100,
			samplingLift: 0,
			samplingContacts: 5,
			samplingTrial: 0,
			aimGoodwill: { awareness: 0.5, liking: 1, sales: 0 },
			awarenessListing: 0,
			salesLift: 0,
			conferenceCents: 1000,
			conferenceListing: 0,
			unprepared: 1,
			preparationBp: 0,
			preparedCoverWeeks: 0,
			followUpBp: 0,
			followUpGoodwill: 0,
			approvalLimitCents: 1e12,
			approvalWeeks: 2,
			referenceKeep: 0.9,
			referenceExponent: 0,
			boardCentsPerWeek: 100,
			boardListing: 0,
			boardLift: 0,
			contactBaseCents: 100
		},
		// A dealer that nothing moves: no cost of its own, no loyalty lost, no goods that wander.
		dealing: {
			alternativeReturn: 0.2,
			lineCost: 0,
			exclusivePremium: 0.5,
			brandPull: 0,
			creditLimit: 1,
			goodsBackWeeks: 52,
			defaultWeeks: 104,
			rebateWeeks: 8,
			supportCentsPerWeek: 100,
			inspectionCentsPerWeek: 100,
			supportSpeed: 1,
			commerceLoyalty: 0.3,
			informationReport: 0,
			logisticsLed: 0,
			openingLoyalty: 0.5,
			loyaltySpeed: 0,
			leaveBelow: 0.25,
			leavePerWeek: 0,
			unseenVans: 0,
			seenSpeed: 0,
			loyalZeal: 0,
			conferenceLoyalty: 0,
			cutSupport: 0,
			brokenPriceLoyalty: 0,
			glutDays: 730,
			glutCut: 0,
			divertResponse: 0,
			divertMost: 1,
			detectBase: 0,
			detectPerLevel: 0.25
		},
		// A platform that costs what can be seen and does nothing.
		platform: {
			buildWeeks: 4,
			buildCentsPerWeek: 100,
			keepCentsPerHeadWeek: 10,
			buildHours: 0,
			areasCut: 0,
			reportsTruth: 0,
			standardsLift: 0,
			appraisalStay: 0,
			targetLift: 0,
			targetStretch: 0.2
		},
		money: {
			vatBp: 1300,
			interestBpPerYear: 520,
			minPrice: 0.8,
			maxPrice: 1.25,
			activityFixedCents: 300,
			maxActivityDepthBp: 4000,
			launchProductCents: 0,
			launchRegionCents: 0
		},
		score: {
			weights: { effectiveShipment: 0.3, stock: 0.2, expense: 0.2, no1: 0.3 },
			sellOutTargets: [200, 200, 200, 200],
			stockBands: {
				warehouse: { low: 5, high: 25, zero: 75 },
				dealer: { low: 7, high: 20, zero: 50 },
				outlet: { low: 5, high: 18, zero: 50 }
			},
			stockOutZero: 0.25,
			expenseFull: 0.6,
			expenseZero: 2,
			profitTargets: [0, 0, 0, 0],
			profitRangeCents: 10_000,
			cashFloorCents: 0
		},
		unlocks: { regions: 0, dealers: 0, field: 0, price: 0, activities: 0, supply: 0, platform: 0 },
		defaultPlan: plan('own-tea')
	};
}

/** One firm against small brands. */
export function soloSpec(edit: (spec: SpecDraft) => void = () => {}): MarketSpec {
	const spec = base();
	edit(spec);
	return spec;
}

/** `own` against `rival`: a quarter of the market each, half is small brands. */
export function duoSpec(edit: (spec: SpecDraft) => void = () => {}): MarketSpec {
	return soloSpec((spec) => {
		spec.firms.push(firm('rival', 'rival'));
		spec.dealers.push(dealer('rival-dealer'));
		const area = areaOf(spec);
		area.shares = { own: 0.25, rival: 0.25 };
		area.distribution['rival'] = { A: 1, B: 1, C: 1 };
		edit(spec);
	});
}

export const areaOf = (spec: SpecDraft, r = 0, a = 0) => at(at(spec.regions, r).areas, a);
export const firmOf = (spec: SpecDraft, f = 0) => at(spec.firms, f);
export const dealerOf = (spec: SpecDraft, d = 0) => at(spec.dealers, d);
export const productOf = (spec: SpecDraft, f = 0, k = 0) => at(firmOf(spec, f).products, k);

/** All outlets of one class. */
export function oneClass(spec: SpecDraft, name: 'A' | 'B' | 'C'): void {
	for (const key of ['A', 'B', 'C'] as const)
		spec.category.classes[key] = { outletShare: key === name ? 1 : 0, volumeShare: key === name ? 1 : 0 };
}

/** A tenth off the dealer's invoice, all turn long. */
export const deal = (change: Partial<Editable<ActivityPlan>> = {}): Editable<ActivityPlan> => ({
	kind: 'tradeDeal',
	product: 'own-tea',
	targets: ['region'],
	startWeek: 0,
	weeks: 4,
	depthBp: 1000,
	budgetCents: 1_000_000,
	...change
});

/** A tenth off the shelf price, all turn long. */
export const off = (change: Partial<Editable<ActivityPlan>> = {}): Editable<ActivityPlan> =>
	deal({ kind: 'priceOff', targets: ['area'], ...change });

/** Demand of the first week doubled, unforeseen by the opening stocks. */
export const rush = (change: Partial<Editable<ShockSpec>> = {}): Editable<ShockSpec> => ({
	id: 'rush',
	regions: ['region'],
	fromWeek: 0,
	untilWeek: 1,
	chancePerWeek: 1,
	lastsWeeks: 1,
	factor: 2,
	...change
});

/** A copy of a plan, changed. */
export function changed(plan: Plan, edit: (plan: PlanDraft) => void): Plan {
	const copy = structuredClone(plan) as PlanDraft;
	edit(copy);
	return copy;
}

/** Does nothing, whatever it sees: rivals of a tiny market. */
export const still: Strategy = { name: 'still', decide: (view) => view.plan };

export const SEED = seedFromText('tiny');
export const keyOf = (week: number): WeekKey => weekKey(SEED, MARKET_STREAM, week);

/** A world at its opening, for running one system at a time. */
export interface Lab {
	readonly world: World;
	readonly state: State;
	/** Default plans by firm. */
	readonly plans: readonly Plan[];
}

export function lab(spec: MarketSpec): Lab {
	const world = generateWorld(spec);
	const plans = spec.firms.map((firm) => firm.defaultPlan ?? spec.defaultPlan);
	return { world, state: beginState(world), plans };
}

/** The player's plan projected, then the turn's tables with it and the others' default plans. */
export function turnOf({ world, state, plans }: Lab, own: Plan = at(plans, 0), week = 0): Turn {
	return openTurn(
		world,
		state,
		plans.map((plan, f) => (f === world.player ? own : plan)),
		week
	);
}

export function projected({ world, state, plans }: Lab, own: Plan, weeks = 4): Previewed {
	return previewPlan(world, state, world.player, own, at(plans, world.player), weeks);
}

export const gameOf = (spec: MarketSpec, seed = SEED): Game =>
	newGame(generateWorld(spec), seed, () => still);

/** A field force that nothing can be said of. */
export const QUIET_FIELD: FieldFacts = {
	heads: 1,
	leavers: 0,
	loadBp: 9000,
	overloadBp: 11_500,
	wasteBp: 1000,
	rivalWasteBp: 1000,
	outworked: false,
	keyEventsMet: 0,
	keyEventsMissed: 0,
	calledA: 0,
	strangersA: 0,
	openings: { begun: 0, negotiated: 0, tried: 0, won: 0, dropped: 0, broken: 0 }
};

/** A platform that stands. */
export const BUILT_PLATFORM: PlatformFacts = {
	built: { areas: 8, reports: 8, standards: 8, appraisal: 8 },
	buildWeeks: 8,
	targetStretchBp: 2000
};

/** The statements of a turn in which nothing moved. */
export const NO_STATEMENTS: Statements = {
	balance: {
		cashCents: 0,
		inventoryCents: 0,
		receivableCents: 0,
		payableCents: 0,
		overdraftCents: 0,
		capitalCents: 0,
		retainedCents: 0
	},
	cashFlow: { openingCents: 0, profitCents: 0, goodsCents: 0, creditCents: 0, closingCents: 0 },
	fundsEmployedCents: 0,
	returnBp: null
};
