/**
 * `MarketSpec`: the canonical scenario, after `extends` and defaults and without texts. It is what the hash is
 * taken of, what a save embeds and what a world is generated from. Arrays are in file order; references are ids.
 *
 * Units: goods in consumer units (bottles); money in whole cents (分) of the scenario's currency; prices
 * between firm, dealer and outlet are WITHOUT value-added tax, the shelf price is WITH it, as a shopper sees it;
 * `…Bp` are basis points (1 = 0.01 %); `…Weeks` are ticks; a turn is `weeksPerTurn` ticks.
 */
import type {
	AdvertisingAim,
	Channel,
	DealerFactor,
	LaunchRole,
	Lever,
	MarketKind,
	OutletClass,
	PerChannel,
	PerClass,
	PerPillar,
	PerTier,
	Role,
	Tier
} from './vocab.ts';
import type {
	AdvisorRules,
	GrievanceRules,
	OpeningRules,
	PayRules,
	PeopleRules,
	SellingRules,
	VisitRules
} from './field/spec.ts';
import type { Plan } from './plan.ts';
import type { PlatformRules } from './platform/spec.ts';

export interface MarketSpec {
	readonly id: string;
	readonly kind: MarketKind;
	/** Dealt by the scenario; a room may replace it. Any text; makes places and actors. */
	readonly worldSeed: string;
	readonly time: TimeSpec;
	readonly category: CategorySpec;
	readonly regions: readonly RegionSpec[];
	readonly firms: readonly FirmSpec[];
	readonly dealers: readonly DealerSpec[];
	/** What befalls demand, in file order. */
	readonly shocks: readonly ShockSpec[];
	readonly response: ResponseSpec;
	readonly fieldRules: FieldRules;
	readonly channelRules: ChannelRules;
	readonly activities: ActivityRules;
	readonly dealing: DealingRules;
	readonly platform: PlatformRules;
	readonly money: MoneyRules;
	readonly score: ScoreSpec;
	/** First turn (from 0) in which a lever may be moved; 0 = from the start. */
	readonly unlocks: Readonly<Record<Lever, number>>;
	/** What the player's firm does until somebody decides otherwise. */
	readonly defaultPlan: Plan;
}

export interface TimeSpec {
	readonly turns: number;
	readonly weeksPerTurn: number;
	/** Weeks the standing plans run on after the last turn; they count. */
	readonly closingWeeks: number;
	/** 0–51, week of the year of the first tick. */
	readonly startWeekOfYear: number;
}

export interface CategorySpec {
	/** Half-width of the regional weekly weather factor, e.g. .15. */
	readonly weather: number;
	/** Standard deviation of the outlet-week noise factor, e.g. .2. */
	readonly noise: number;
	/** Share of outlets and of volume by class; each column sums to 1. */
	readonly classes: PerClass<{ readonly outletShare: number; readonly volumeShare: number }>;
	/** Pareto-like tail of outlet size inside a class: 0 = all alike, .5 = heavy. */
	readonly sizeTail: number;
	/** Shelf price relative to the price sheet, e.g. convenience 1.125, on-premise 1.5. */
	readonly channelPrice: PerChannel<number>;
}

export interface RegionSpec {
	readonly id: string;
	readonly areas: readonly AreaSpec[];
	readonly freightCentsPerUnit: number;
	/** Warehouse → dealer. */
	readonly leadWeeks: number;
	/** Own-price exponent of attraction here; the brand elasticity is −exponent × (1 − share of potential demand). */
	readonly priceExponent: number;
	/** B2 What the core outlets radiate here, where it is not `response.smallBoard`. */
	readonly smallBoard?: number;
	/** January … December, mean 1. */
	readonly season: readonly number[];
	/** Growth of the category per year, e.g. .06. */
	readonly growth: number;
	/** Share of demand that looks for a product of the tier; sums to 1. */
	readonly tiers: PerTier<number>;
}

/** A time of other demand: a heat wave, a road closed, a food scare. */
export interface ShockSpec {
	readonly id: string;
	/** Region ids. */
	readonly regions: readonly string[];
	/** First tick it may begin; with `chancePerWeek` 1 it begins just then, and again as long as it may. */
	readonly fromWeek: number;
	/** Tick after the last it may begin. */
	readonly untilWeek: number;
	/** Chance that it begins in a week in which it does not last, by region. */
	readonly chancePerWeek: number;
	readonly lastsWeeks: number;
	/** On demand while it lasts. */
	readonly factor: number;
}

export interface AreaSpec {
	readonly id: string;
	/** Simulated outlets; each stands for `represents` real ones. */
	readonly outlets: number;
	readonly represents: number;
	/** Mean weekly category demand of one real outlet at season 1, consumer units. */
	readonly unitsPerOutletWeek: number;
	readonly channelMix: PerChannel<number>;
	/** Opening market share by firm id; the rest are small brands. Appeal is calibrated to give just these. */
	readonly shares: Readonly<Record<string, number>>;
	/** Opening share of outlets that list the firm, by firm id and class. */
	readonly distribution: Readonly<Record<string, PerClass<number>>>;
	/** Map outline, in the scenario's own 0–1000 plane. */
	readonly polygon: readonly (readonly [number, number])[];
}

export interface FirmSpec {
	readonly id: string;
	readonly role: Role;
	/** Name of a rival's strategy; null for the player. */
	readonly strategy: string | null;
	readonly products: readonly ProductSpec[];
	readonly cashCents: number;
	readonly creditLineCents: number;
	readonly overheadCentsPerWeek: number;
	readonly merchandisers: number;
	readonly wastedTime: number;
	/** Standing advertising, over the regions it sells in by their demand. */
	readonly advertisingCentsPerWeek: number;
	/** Incumbent dealer by region id; every region a firm sells in has one. */
	readonly dealers: Readonly<Record<string, string>>;
	readonly plant: PlantSpec;
	readonly defaultPlan: Plan | null;
}

export interface PlantSpec {
	readonly leadWeeks: number;
	readonly capacityUnitsPerWeek: number;
	readonly batchUnits: number;
	/** Warehouse cover the automatic production order aims at. */
	readonly coverWeeks: number;
}

export interface ProductSpec {
	readonly id: string;
	readonly unitsPerCase: number;
	/** Smallest quantity an outlet orders (an inner pack). */
	readonly unitsPerPack: number;
	readonly unitCostCents: number;
	/** Firm → dealer list price. The rest of the price sheet follows from the margins. */
	readonly dealerPriceCents: number;
	/** Dealer's and outlet's margin, each as a mark-up on its own buying price. */
	readonly dealerMarkup: number;
	readonly outletMarkup: number;
	readonly shelfLifeWeeks: number;
	readonly tier: Tier;
	/** Of a product that is not sold from the start. */
	readonly launch?: LaunchSpec;
}

export interface LaunchSpec {
	/** First tick it can be listed; null: when the firm decides (B5). */
	readonly week: number | null;
	/** Hero product, one of a group around it, or there to cover a segment. */
	readonly role: LaunchRole;
	/** Attraction relative to what its role gives it. */
	readonly appeal: number;
	/** Units made for the launch, in the warehouse by then. */
	readonly firstLotUnits: number;
}

export interface DealerSpec {
	readonly id: string;
	readonly region: string;
	/** What the file on the dealer says, 0–100; what screening sees. */
	readonly stated: Readonly<Record<DealerFactor, number>>;
	/** What is true, 0–100; what the market feels. */
	readonly actual: Readonly<Record<DealerFactor, number>>;
	/** Share of the area's outlets it really serves, by area id. */
	readonly reach: Readonly<Record<string, number>>;
	readonly capitalCents: number;
	/** Units it can deliver to outlets in a week. */
	readonly deliveryUnitsPerWeek: number;
	/** Firm id whose hold on it keeps it from serving others wholeheartedly, or null. */
	readonly heldBy: string | null;
	/** 0–1: how strong that hold is; it lowers the effort for others. */
	readonly hold: number;
	/** Open for appointment by the player. */
	readonly open: boolean;
	/** Of a second-tier wholesaler (二批) only. */
	readonly secondTier?: SecondTierSpec;
	/** What it may send back to the firm; without a contract nothing (D11). */
	readonly returns?: ReturnsSpec;
}

/** A contract about old goods. */
export interface ReturnsSpec {
	/** Most it sends back, of what it took in the last four weeks. */
	readonly limitBp: number;
	/** Goods count as old from this part of their shelf life. */
	readonly fromAgeBp: number;
	/** What the firm pays for them, of their moving-average cost. */
	readonly creditBp: number;
}

/** Buys from a dealer of its region and delivers to a part of that dealer's outlets: `reach` is then a share of those. */
export interface SecondTierSpec {
	/** Id of the dealer. */
	readonly of: string;
	/** Share it keeps of what lies between the dealer's list price and the outlet's. */
	readonly margin: number;
	/** Dealer → second tier. */
	readonly leadWeeks: number;
}

/** How shoppers and outlets answer. Every default carries its source in the scenario schema. */
export interface ResponseSpec extends PositionRules {
	/** Lift of attraction at full closeness (shelf place, recommendation). */
	readonly relationLift: number;
	/** Listing: chance per visit to an outlet that does not list us, at neutral appeal. */
	readonly listPerVisit: number;
	/** Added to the listing chance per visit for each 100 % of discount that reaches the outlet. */
	readonly listPerTradeDeal: number;
	/** Listing chance where the dealer does not deliver yet, relative, at perfect delivery. */
	readonly ownOpening: number;
	/** Weekly chance that an empty shelf nobody can fill is given away. */
	readonly unservedDelist: number;
	/** First forecast of a new account relative to its expected sales. */
	readonly trialOptimism: number;
	/** Weekly chance that an outlet without any relation drops the product. */
	readonly delistPerWeek: number;
	/** Closeness: minutes per four weeks that give half of it; dependence: visits per four weeks likewise. */
	readonly closenessHalfMinutes: number;
	readonly dependenceHalfVisits: number;
	/** ADBUDG exponent of both. */
	readonly relationShape: number;
	/** A call shorter than this counts for a part of a call. */
	readonly wholeCallMinutes: number;
	/** Share of the gap closed in a week. */
	readonly relationSpeed: number;
	/** Share of a trade deal each level hands on (Besanko et al.; see SCIENCE figures). */
	readonly passThroughDealer: number;
	readonly passThroughOutlet: number;
	/** Weekly cost of holding stock as a fraction of its value, for forward buying. */
	readonly carryingPerWeek: number;
	/** Share of potential demand that buys nothing of the category at the opening; promotions win from it. */
	readonly outsideShare: number;
	/** Bought beyond need, per 100 % of temporary discount, as a share of what is bought. */
	readonly stockpile: number;
	/** Share of what stands in pantries that is used up instead of bought, per week. */
	readonly pantryDrain: number;
	/** Share of what is put by that takes the place of the same product; the rest that of any. */
	readonly pantryLoyalty: number;
	/** Share of those who would take a product and do not find it in their shop that seek it elsewhere in the area. */
	readonly search: number;
	/** Exponent of attraction on facings. */
	readonly shelfElasticity: number;
	/** What shoppers do who find an empty shelf; the rest buy nothing. */
	readonly stockOut: StockOutSpec;
	/** Attraction of a product for shoppers who look for another tier, relative. */
	readonly tierLeak: number;
	/** Share of goodwill that is left after a week. */
	readonly goodwillRetention: number;
	/** Share of settled goodwill that advertising at the reference makes. */
	readonly advertisingWeight: number;
	/** Spend that counts as the reference: cents a week per 1 000 units of a region's weekly demand. */
	readonly advertisingReferenceCents: number;
	/** Lift of attraction in other channels when all core outlets' sales are the firm's. */
	readonly smallBoard: number;
	/** Attraction above its lasting one that a launch starts with, and weeks until half of it is gone. */
	readonly noveltyLift: number;
	readonly noveltyWeeks: number;
	/** Attraction that a product loses per year on the market. */
	readonly ageingPerYear: number;
	/** Of a launch by its role: attraction relative to the firm's mean product, and chance of a listing relative. */
	readonly launchRoles: Readonly<Record<LaunchRole, { readonly appeal: number; readonly listing: number }>>;
	/** Chance of a listing, relative, where another product of the firm stands already. */
	readonly siblingListing: number;
	/** Share of a region's accounts that list the firm, from which on it is ripe for a group, and for coverage (B6). */
	readonly groupFrom: number;
	readonly coverageFrom: number;
}

/** The price order, and what No.1 brings. */
export interface PositionRules {
	/** Share of the gap to what is asked below the sheet that the usual shelf price gives way a week, and comes back. */
	readonly priceErosion: number;
	readonly priceRecovery: number;
	/** Days of supply above which a dealer dumps, and what it takes off the outlet's price at twice as many. */
	readonly glutDays: number;
	readonly dumpDepth: number;
	/** How much likelier an outlet drops what earns it nothing. */
	readonly thinMargin: number;
	/** In an area that the firm holds, relative: chance of a listing, of being dropped, cost of running an activity. */
	readonly no1Listing: number;
	readonly no1Steadiness: number;
	readonly no1Terms: number;
}

export interface StockOutSpec {
	readonly otherStore: number;
	readonly otherBrand: number;
	readonly otherPack: number;
	readonly later: number;
}

export interface FieldRules {
	readonly minutesPerWeek: number;
	readonly travelMinutesPerVisit: number;
	readonly wageCentsPerWeek: number;
	readonly hireCents: number;
	readonly severanceWeeks: number;
	/** Output of a newcomer in the first turn. */
	readonly newcomerOutput: number;
	readonly maxMerchandisers: number;
	readonly visit: VisitRules;
	readonly opening: OpeningRules;
	readonly people: PeopleRules;
	readonly grievance: GrievanceRules;
	readonly advisors: AdvisorRules;
	readonly pay: PayRules;
	readonly selling: SellingRules;
}

export interface ChannelRules {
	readonly outletCycleWeeks: PerClass<number>;
	readonly outletSafetyWeeks: number;
	readonly outletForecastSmoothing: number;
	/** Two age buckets: goods move to the old one, and out, every so many weeks. */
	readonly outletAgeWeeks: number;
	/** Products of all firms that an outlet has room for, and facings for them. */
	readonly outletSlots: PerClass<number>;
	readonly outletFacings: PerClass<number>;
	/** Furthest an outlet's cash and its space let it buy ahead, in weeks of sales. */
	readonly outletCashWeeks: PerClass<number>;
	readonly outletSpaceWeeks: PerClass<number>;
	readonly dealerCoverWeeks: number;
	readonly dealerForecastSmoothing: number;
	/** θ and α of a dealer with management 100, or replenished by sell-through; its β is 1. */
	readonly advisedSmoothing: number;
	readonly advisedAlpha: number;
	/** α and β of a dealer with management 0 (Sterman 1989: .26 and .34). */
	readonly carelessAlpha: number;
	readonly carelessBeta: number;
	/** Days of supply above which a dealer refuses a push. */
	readonly pushLimitDays: number;
	/** Weeks a dealer's report on its stock is old; each tier adds as many again. */
	readonly reportDelayWeeks: number;
	/** By how much a dealer of management 50 tells less than it has. */
	readonly reportRosyBp: number;
	/** Furthest that a dealer buys ahead in a deal. */
	readonly dealerForwardWeeks: number;
	/** Share of accounts outside a new dealer's network that it takes over, at perfect delivery. */
	readonly handoverKeep: number;
	/** Cost to serve, cents per unit delivered to an outlet. */
	readonly dealerCostCentsPerUnit: number;
	/** Share of what a dealer delivers that breaks or spoils in its hands. */
	readonly breakage: number;
	/** Share of book value the firm pays when it takes stock back from a dealer it leaves. */
	readonly buyBack: number;
	readonly appointCents: number;
	/** Share of outlets that are fixed sample points. */
	readonly panelShare: number;
}

/** Market activities; what a figure is and whence stands in the scenario schema. */
export interface ActivityRules {
	/** Gift on the pack: what it moves, and what it costs the firm, of what it is worth. */
	readonly bonusWorth: number;
	readonly bonusCost: number;
	/** Twice the facings at one outlet. */
	readonly displayCentsPerWeek: number;
	readonly maxDisplayBp: number;
	/** One promoter at one outlet, one day a week; shoppers spoken to in it. */
	readonly samplingCentsPerDay: number;
	readonly samplingLift: number;
	readonly samplingContacts: number;
	/** Goodwill for tasting by all who buy in the region in a week. */
	readonly samplingTrial: number;
	/** Part of a campaign that works on goodwill, by its aim. */
	readonly aimGoodwill: Readonly<Record<AdvertisingAim, number>>;
	/** At the reference spend, on the chance of a listing, and on attraction while it runs. */
	readonly awarenessListing: number;
	readonly salesLift: number;
	/** One region at full effect. */
	readonly conferenceCents: number;
	readonly conferenceListing: number;
	/** Effect of what was not prepared a turn ahead, relative. */
	readonly unprepared: number;
	readonly preparationBp: number;
	readonly preparedCoverWeeks: number;
	readonly followUpBp: number;
	readonly followUpGoodwill: number;
	/** Above it an activity is asked for a turn ahead, or waits so many weeks. */
	readonly approvalLimitCents: number;
	readonly approvalWeeks: number;
	/** Left after a week of the price that shoppers are used to; exponent of attraction on it. */
	readonly referenceKeep: number;
	readonly referenceExponent: number;
	/** Small-board programme at one core outlet. */
	readonly boardCentsPerWeek: number;
	readonly boardListing: number;
	readonly boardLift: number;
	/** Per effective contact: 100 in the communication index. */
	readonly contactBaseCents: number;
}

/** What a dealer asks, puts up with and does (D14–D24). */
export interface DealingRules {
	/** What its money earns in its other lines, a year. */
	readonly alternativeReturn: number;
	/** Weekly cost of a line, units apart, over what its opening sales leave after delivery. */
	readonly lineCost: number;
	/** What it asks on top for selling no rival's goods, relative; a rival's hold comes on top. */
	readonly exclusivePremium: number;
	/** What it asks less of a brand that is all of the region, relative. */
	readonly brandPull: number;
	/** Most it may owe, over its capital. */
	readonly creditLimit: number;
	/** Weeks something is overdue until goods go back for it, and until it has failed. */
	readonly goodsBackWeeks: number;
	readonly defaultWeeks: number;
	readonly rebateWeeks: number;
	/** Of one level of one flow, and of one level of inspection. */
	readonly supportCentsPerWeek: number;
	readonly inspectionCentsPerWeek: number;
	/** Share of the gap to what support can do that closes in a week. */
	readonly supportSpeed: number;
	/** At full support: where loyalty settles, higher by; what of rosy reports goes; what of bad leading goes. */
	readonly commerceLoyalty: number;
	readonly informationReport: number;
	readonly logisticsLed: number;
	readonly openingLoyalty: number;
	readonly loyaltySpeed: number;
	/** Loyalty below which it may leave, and the weekly chance at none. */
	readonly leaveBelow: number;
	readonly leavePerWeek: number;
	/** Part of its vans that a dealer gives to others while nobody of the firm is seen, and how fast that moves, a week. */
	readonly unseenVans: number;
	readonly seenSpeed: number;
	/** Chance of a listing, relative, for loyalty above that of the opening. */
	readonly loyalZeal: number;
	/** Part of what loyalty lacks that a conference wins; lost by a level of support cut, and by a broken list price. */
	readonly conferenceLoyalty: number;
	readonly cutSupport: number;
	readonly brokenPriceLoyalty: number;
	/** Days of supply that are a glut, and its price cut to outlets at twice as many. */
	readonly glutDays: number;
	readonly glutCut: number;
	/** Diverted share of a region's orders per 100 % of price beyond the threshold, at no loyalty; and at most. */
	readonly divertResponse: number;
	readonly divertMost: number;
	/** Weekly chance to be found out: without looking, and per level of inspection. */
	readonly detectBase: number;
	readonly detectPerLevel: number;
}

export interface MoneyRules {
	readonly vatBp: number;
	readonly interestBpPerYear: number;
	/** Bounds of the dealer price relative to the file's. */
	readonly minPrice: number;
	readonly maxPrice: number;
	/** Flat cost of running an activity in one area for one week. */
	readonly activityFixedCents: number;
	readonly maxActivityDepthBp: number;
	/** Of a launch that the firm decides: once, and for each region. */
	readonly launchProductCents: number;
	readonly launchRegionCents: number;
}

export interface ScoreSpec {
	readonly weights: PerPillar<number>;
	/** Sell-through the player should reach, consumer units, one per turn and one for the closing weeks. */
	readonly sellOutTargets: readonly number[];
	/** Days of supply: full marks inside, falling to nothing at `zero`. */
	readonly stockBands: Readonly<Record<'warehouse' | 'dealer' | 'outlet', StockBand>>;
	/** Share of listed outlet-weeks without stock that takes all marks for availability. */
	readonly stockOutZero: number;
	/** Promotion and people expense over gross margin: full marks at or below, none at or above. */
	readonly expenseFull: number;
	readonly expenseZero: number;
	/** Operating profit per turn that earns full marks of the profit part, cents, one per scored turn. */
	readonly profitTargets: readonly number[];
	/** Shortfall below the profit target that takes all marks of the profit part, cents. */
	readonly profitRangeCents: number;
	/** Cash below which the expense pillar is capped. */
	readonly cashFloorCents: number;
}

export interface StockBand {
	readonly low: number;
	readonly high: number;
	readonly zero: number;
}

export type { Channel, OutletClass };
