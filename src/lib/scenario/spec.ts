/** Draft → `MarketSpec`: units and names change, nothing is decided. The draft has passed every check. */
import type {
	DealerSpec,
	FirmSpec,
	MarketSpec,
	ProductSpec,
	RegionSpec,
	ReturnsSpec,
	ScoreSpec
} from '../engine/spec.ts';
import { basisPoints, cents } from './amounts.ts';
import type { DealerDraft, FirmDraft, ProductDraft, RegionDraft, ScenarioDraft } from './draft.ts';
import { fieldQuality } from './field-spec.ts';
import { planSpec } from './plan-spec.ts';

export function specOf(draft: ScenarioDraft): MarketSpec {
	const { time, category, field, channel, money } = draft;
	const player = draft.firms.find(({ role }) => role === 'player') as FirmDraft;
	return {
		id: draft.id,
		kind: draft.kind,
		worldSeed: draft.worldSeed,
		time: {
			turns: time.turns,
			weeksPerTurn: time.weeksPerTurn,
			closingWeeks: time.closingWeeks,
			// First week that lies wholly in the month: months are twelfths of 52 weeks.
			startWeekOfYear: Math.ceil(((time.startMonth - 1) * 52) / 12)
		},
		category: {
			weather: category.weather,
			noise: category.noise,
			classes: {
				A: { outletShare: category.classes.A.outlets, volumeShare: category.classes.A.volume },
				B: { outletShare: category.classes.B.outlets, volumeShare: category.classes.B.volume },
				C: { outletShare: category.classes.C.outlets, volumeShare: category.classes.C.volume }
			},
			sizeTail: category.sizeTail,
			channelPrice: category.channelPrice
		},
		regions: draft.regions.map((region) => regionSpec(region, category)),
		firms: draft.firms.map((firm) => firmSpec(firm, draft)),
		dealers: draft.dealers.map(dealerSpec),
		shocks: draft.shocks.map((shock) => ({
			id: shock.id,
			regions: shock.regions ?? draft.regions.map(({ id }) => id),
			fromWeek: shock.fromWeek,
			untilWeek: shock.untilWeek ?? shock.fromWeek + 1,
			chancePerWeek: shock.chancePerWeek,
			lastsWeeks: shock.lastsWeeks,
			factor: shock.factor
		})),
		response: responseSpec(draft.response),
		fieldRules: {
			minutesPerWeek: field.minutesPerWeek,
			travelMinutesPerVisit: field.travelMinutesPerVisit,
			wageCentsPerWeek: cents(field.wagePerWeek),
			hireCents: cents(field.hire),
			severanceWeeks: field.severanceWeeks,
			newcomerOutput: field.newcomerOutput,
			maxMerchandisers: field.maxMerchandisers,
			...fieldQuality(field)
		},
		channelRules: {
			outletCycleWeeks: channel.outletCycleWeeks,
			outletSafetyWeeks: channel.outletSafetyWeeks,
			outletForecastSmoothing: channel.outletForecastSmoothing,
			outletAgeWeeks: channel.outletAgeWeeks,
			outletSlots: channel.outletSlots,
			outletFacings: channel.outletFacings,
			outletCashWeeks: channel.outletCashWeeks,
			outletSpaceWeeks: channel.outletSpaceWeeks,
			dealerCoverWeeks: channel.dealerCoverWeeks,
			dealerForecastSmoothing: channel.dealerForecastSmoothing,
			advisedSmoothing: channel.advisedSmoothing,
			advisedAlpha: channel.advisedAlpha,
			carelessAlpha: channel.carelessAlpha,
			carelessBeta: channel.carelessBeta,
			pushLimitDays: channel.pushLimitDays,
			reportDelayWeeks: channel.reportDelayWeeks,
			reportRosyBp: basisPoints(channel.reportRosy),
			dealerForwardWeeks: channel.dealerForwardWeeks,
			handoverKeep: channel.handoverKeep,
			dealerCostCentsPerUnit: cents(channel.dealerCostPerUnit),
			breakage: channel.breakage,
			buyBack: channel.buyBack,
			appointCents: cents(channel.appoint),
			panelShare: channel.panelShare
		},
		activities: activityRules(draft.activities),
		dealing: dealingSpec(draft.dealing),
		platform: platformSpec(draft.platform),
		money: {
			vatBp: basisPoints(money.vat),
			interestBpPerYear: basisPoints(money.interestPerYear),
			minPrice: money.minPrice,
			maxPrice: money.maxPrice,
			activityFixedCents: cents(money.activityFixed),
			maxActivityDepthBp: basisPoints(money.maxActivityDepth),
			launchProductCents: cents(money.launchProduct),
			launchRegionCents: cents(money.launchRegion)
		},
		score: scoreSpec(draft),
		unlocks: draft.unlocks as MarketSpec['unlocks'],
		defaultPlan: planSpec(draft.defaultPlan, player, draft)
	};
}

/** Everything as in the table but for the one figure in yuan. */
function responseSpec({ advertisingReference, ...rest }: ScenarioDraft['response']): MarketSpec['response'] {
	return { ...rest, advertisingReferenceCents: cents(advertisingReference) };
}

/** Yuan to cents, shares of money to basis points, all else as in the table. */
function activityRules(rules: ScenarioDraft['activities']): MarketSpec['activities'] {
	return {
		bonusWorth: rules.bonusWorth,
		bonusCost: rules.bonusCost,
		displayCentsPerWeek: cents(rules.displayPerWeek),
		maxDisplayBp: basisPoints(rules.maxDisplay),
		samplingCentsPerDay: cents(rules.samplingPerDay),
		samplingLift: rules.samplingLift,
		samplingContacts: rules.samplingContacts,
		samplingTrial: rules.samplingTrial,
		aimGoodwill: rules.aimGoodwill,
		awarenessListing: rules.awarenessListing,
		salesLift: rules.salesLift,
		conferenceCents: cents(rules.conference),
		conferenceListing: rules.conferenceListing,
		unprepared: rules.unprepared,
		preparationBp: basisPoints(rules.preparation),
		preparedCoverWeeks: rules.preparedCover,
		followUpBp: basisPoints(rules.followUp),
		followUpGoodwill: rules.followUpGoodwill,
		approvalLimitCents: cents(rules.approvalLimit),
		approvalWeeks: rules.approvalWeeks,
		referenceKeep: rules.referenceKeep,
		referenceExponent: rules.referenceExponent,
		boardCentsPerWeek: cents(rules.boardPerWeek),
		boardListing: rules.boardListing,
		boardLift: rules.boardLift,
		contactBaseCents: cents(rules.contactBase)
	};
}

/** Everything as in the table but for the two figures in yuan. */
function dealingSpec({
	supportPerWeek,
	inspectionPerWeek,
	...rest
}: ScenarioDraft['dealing']): MarketSpec['dealing'] {
	return {
		...rest,
		supportCentsPerWeek: cents(supportPerWeek),
		inspectionCentsPerWeek: cents(inspectionPerWeek)
	};
}

/** Everything as in the table but for the two figures in yuan. */
function platformSpec({
	buildPerWeek,
	keepPerHeadWeek,
	...rest
}: ScenarioDraft['platform']): MarketSpec['platform'] {
	return {
		...rest,
		buildCentsPerWeek: cents(buildPerWeek),
		keepCentsPerHeadWeek: cents(keepPerHeadWeek)
	};
}

function regionSpec(region: RegionDraft, category: ScenarioDraft['category']): RegionSpec {
	return {
		id: region.id,
		areas: region.areas.map((area) => ({
			id: area.id,
			outlets: area.outlets,
			represents: area.represents,
			unitsPerOutletWeek: area.unitsPerOutletWeek,
			channelMix: area.channels,
			shares: area.shares,
			distribution: area.distribution,
			polygon: area.polygon.map(([x = 0, y = 0]) => [x, y] as const)
		})),
		freightCentsPerUnit: cents(region.freight),
		leadWeeks: region.leadWeeks,
		priceExponent: region.priceExponent,
		...(region.smallBoard !== undefined && { smallBoard: region.smallBoard }),
		season: region.season ?? category.season,
		growth: region.growth ?? category.growth,
		tiers: region.tiers ?? category.tiers
	};
}

function firmSpec(firm: FirmDraft, draft: ScenarioDraft): FirmSpec {
	return {
		id: firm.id,
		role: firm.role,
		strategy: firm.strategy ?? null,
		products: firm.products.map((product) => productSpec(product, draft.money.vat)),
		cashCents: cents(firm.cash),
		creditLineCents: cents(firm.creditLine),
		overheadCentsPerWeek: cents(firm.overheadPerWeek),
		merchandisers: firm.merchandisers,
		wastedTime: firm.wastedTime,
		advertisingCentsPerWeek: cents(firm.advertisingPerWeek),
		dealers: firm.dealers,
		plant: {
			leadWeeks: firm.plant.leadWeeks,
			capacityUnitsPerWeek: firm.plant.capacityPerWeek,
			batchUnits: firm.plant.batch,
			coverWeeks: firm.plant.coverWeeks
		},
		// The player's stands at the top of the spec.
		defaultPlan: firm.role === 'player' ? null : planSpec(firm.plan, firm, draft)
	};
}

function productSpec(product: ProductDraft, vat: number): ProductSpec {
	const { cost, dealer, outlet, shelf } = product.price;
	return {
		id: product.id,
		unitsPerCase: product.unitsPerCase,
		unitsPerPack: product.unitsPerPack,
		unitCostCents: cents(cost),
		dealerPriceCents: cents(dealer),
		dealerMarkup: cents(outlet) / cents(dealer) - 1,
		// What is left of the shelf price without tax, in whole cents, as the engine's price sheet rounds.
		outletMarkup: cents(shelf / (1 + vat)) / cents(outlet) - 1,
		shelfLifeWeeks: product.shelfLifeWeeks,
		tier: product.tier,
		// Left out where there is none: what a file does not say is not in its hash.
		...(product.launch === undefined
			? {}
			: {
					launch: {
						week: product.launch.week ?? null,
						role: product.launch.role,
						appeal: product.launch.appeal,
						firstLotUnits: product.launch.firstLot
					}
				})
	};
}

function dealerSpec(dealer: DealerDraft): DealerSpec {
	return {
		id: dealer.id,
		region: dealer.region,
		stated: dealer.stated,
		actual: dealer.actual,
		reach: dealer.reach,
		capitalCents: cents(dealer.capital),
		deliveryUnitsPerWeek: dealer.deliveryPerWeek,
		heldBy: dealer.heldBy ?? null,
		hold: dealer.hold ?? 0,
		open: dealer.open && dealer.secondTier === undefined,
		...(dealer.secondTier === undefined ? {} : { secondTier: dealer.secondTier }),
		...(dealer.returns === undefined ? {} : { returns: returnsSpec(dealer.returns) })
	};
}

function returnsSpec({ limit, fromAge, credit }: NonNullable<DealerDraft['returns']>): ReturnsSpec {
	return {
		limitBp: basisPoints(limit),
		fromAgeBp: basisPoints(fromAge),
		creditBp: basisPoints(credit)
	};
}

/** Turns that are scored: each turn, and the closing weeks if there are any. */
export function scoredTurns(time: ScenarioDraft['time']): number {
	return time.turns + (time.closingWeeks > 0 ? 1 : 0);
}

function scoreSpec({ score, time }: ScenarioDraft): ScoreSpec {
	const none = new Array<number>(scoredTurns(time)).fill(0);
	return {
		weights: score.weights,
		sellOutTargets: score.sellOutTargets ?? none,
		stockBands: score.stockBands,
		stockOutZero: score.stockOutZero,
		expenseFull: score.expenseFull,
		expenseZero: score.expenseZero,
		profitTargets: score.profitTargets?.map(cents) ?? none,
		profitRangeCents: cents(score.profitRange),
		cashFloorCents: cents(score.cashFloor)
	};
}
