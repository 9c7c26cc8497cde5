/**
 * The closed vocabularies. Array order is the column index of every typed array in the engine, so a word is
 * only ever appended, and appending one is a change of `ENGINE_VERSION`.
 */

export const KINDS = ['market', 'lab', 'clinic'] as const;
export type Kind = (typeof KINDS)[number];
/** The kinds that are markets: a lab is a chain alone. */
export const MARKET_KINDS = ['market', 'clinic'] as const satisfies readonly Kind[];
export type MarketKind = (typeof MARKET_KINDS)[number];

/** Channel types of an outlet: 商超, 流通小店, 便利, 餐饮, 专营. */
export const CHANNELS = ['modern', 'traditional', 'convenience', 'onPremise', 'specialist'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Account classes by size (customer ABC). */
export const CLASSES = ['A', 'B', 'C'] as const;
export type OutletClass = (typeof CLASSES)[number];

/**
 * What a call is for, in the order in which hours go to accounts of one class: key accounts one to one, then keeping
 * what is held, growing what is begun, opening what is new.
 */
export const CALL_PURPOSES = ['key', 'keep', 'grow', 'open'] as const;
export type CallPurpose = (typeof CALL_PURPOSES)[number];

/** Relation types (关系类型): 对立, 松散, 跟随, 共生. */
export const RELATION_TYPES = ['opposed', 'loose', 'following', 'symbiotic'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** What a dealer holds against its firm (rule D31): 罚款, 价格跌破, 支持撤掉. */
export const DEALER_GRIEVANCES = ['fine', 'brokenPrice', 'supportCut'] as const;
export type DealerGrievance = (typeof DEALER_GRIEVANCES)[number];

/** Relation levels (关系层次): 交易, 顾问, 共存. */
export const RELATION_LEVELS = ['transaction', 'advice', 'coexistence'] as const;
export type RelationLevel = (typeof RELATION_LEVELS)[number];

/** How the field force sells: 服务式, 顾问式, 教练式, 人性化. */
export const SELLING_STYLES = ['service', 'advisory', 'coaching', 'humane'] as const;
export type SellingStyle = (typeof SELLING_STYLES)[number];

/** What part of field staff's pay goes by. */
export const PAY_BASES = ['fixed', 'sellIn', 'sellThrough', 'calls', 'target'] as const;
export type PayBasis = (typeof PAY_BASES)[number];

/** Where an account stands on its way to the firm. */
export const FUNNEL_STAGES = ['prospect', 'visited', 'negotiating', 'listed', 'core'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** What becomes of planned openings in a turn: begun, first, second, third visit behind it, won, dropped, broken off. */
export const OPENING_EVENTS = ['begun', 'negotiated', 'tried', 'won', 'dropped', 'broken'] as const;
export type OpeningEvent = (typeof OPENING_EVENTS)[number];

/** Price tiers that shoppers look for: 低档, 中档, 高档. */
export const TIERS = ['economy', 'standard', 'premium'] as const;
export type Tier = (typeof TIERS)[number];

/** What a new product is for (M10): hero 拳头产品, group 产品群, coverage 细分覆盖. */
export const LAUNCH_ROLES = ['hero', 'group', 'coverage'] as const;
export type LaunchRole = (typeof LAUNCH_ROLES)[number];

/** Factors of the dealer choice sheet (M7). */
export const DEALER_FACTORS = [
	'reputation',
	'strength',
	'scale',
	'network',
	'delivery',
	'management'
] as const;
export type DealerFactor = (typeof DEALER_FACTORS)[number];

/** One block of the plan each; also the units of unlocking and, later, of attribution. */
export const LEVERS = ['regions', 'dealers', 'field', 'price', 'activities', 'supply', 'platform'] as const;
export type Lever = (typeof LEVERS)[number];

/** What a management platform (管理平台) is built of (M1): areas with one person each, reports, work standards, appraisal. */
export const PLATFORM_PARTS = ['areas', 'reports', 'standards', 'appraisal'] as const;
export type PlatformPart = (typeof PLATFORM_PARTS)[number];

/** Kinds of market activities (M33): 渠道促销, 终端特价, 买赠, 陈列堆头, 试饮, 广告, 订货会, 盘中盘. */
export const ACTIVITY_KINDS = [
	'tradeDeal',
	'priceOff',
	'bonusPack',
	'display',
	'sampling',
	'advertising',
	'dealerConference',
	'smallBoard'
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What a campaign is to bring about (M29): being known, being liked, selling now. */
export const ADVERTISING_AIMS = ['awareness', 'liking', 'sales'] as const;
export type AdvertisingAim = (typeof ADVERTISING_AIMS)[number];

/** What an activity is for: 铺市, 尝试, 上量, 留客, 防守. */
export const ACTIVITY_PURPOSES = ['listing', 'trial', 'volume', 'loyalty', 'defence'] as const;
export type ActivityPurpose = (typeof ACTIVITY_PURPOSES)[number];

/** What a range of a segment is about, all in whole numbers: see `SEGMENT_BOUNDS`. */
export const SEGMENT_FIELDS = ['class', 'channel', 'sizeRank', 'listed', 'closeness', 'dependence'] as const;
export type SegmentField = (typeof SEGMENT_FIELDS)[number];

/** What a firm supports a dealer with (M8): 商流, 信息流, 物流. The fourth, money, is the credit it gives. */
export const SUPPORT_FLOWS = ['commerce', 'information', 'logistics'] as const;
export type SupportFlow = (typeof SUPPORT_FLOWS)[number];

/** How a dealer's orders arise: by its own rule, from outlet data (sell-through replenishment, M6), or by the firm's quota. */
export const ORDER_MODES = ['dealerRule', 'sellThrough', 'quota'] as const;
export type OrderMode = (typeof ORDER_MODES)[number];

/** What a node of a lab's chain stands for: 工厂, 总仓, 经销商, 二批, 零售店. A word on a screen, nothing else. */
export const NODE_ROLES = ['plant', 'warehouse', 'dealer', 'subDealer', 'retailer'] as const;
export type NodeRole = (typeof NODE_ROLES)[number];

/** What is asked for at the end of a lab's chain; in a market, outlets ask. */
export const DEMAND_SOURCES = ['series', 'ar1'] as const;
export type DemandSource = (typeof DEMAND_SOURCES)[number];

/** What becomes of an order that cannot be filled: owed, or lost. */
export const UNMET = ['backlog', 'lost'] as const;
export type Unmet = (typeof UNMET)[number];

/** How a node of a lab comes to its orders: from those it gets, from what is sold at the end, or pushed. */
export const REPLENISHMENTS = ['ownRule', 'sellThrough', 'fixedPush'] as const;
export type Replenishment = (typeof REPLENISHMENTS)[number];

/** Where goods can be, from plant to shelf. */
export const ECHELONS = ['plant', 'warehouse', 'transit', 'dealer', 'outlet'] as const;
export type Echelon = (typeof ECHELONS)[number];

export const PILLARS = ['effectiveShipment', 'stock', 'expense', 'no1'] as const;
export type Pillar = (typeof PILLARS)[number];

export const ROLES = ['player', 'rival'] as const;
export type Role = (typeof ROLES)[number];

/** No.1 means at least this multiple of the best rival's share (Lanchester's √3, as the method words it). */
export const NO1_RATIO = 1.7;

/** Covers the rules, world generation, defaults, rivals. A changed golden game without a new number is red. */
export const ENGINE_VERSION = '1.0.0';

export type PerChannel<T> = Readonly<Record<Channel, T>>;
export type PerClass<T> = Readonly<Record<OutletClass, T>>;
export type PerTier<T> = Readonly<Record<Tier, T>>;
export type PerPillar<T> = Readonly<Record<Pillar, T>>;

/** Place of each word in its list, for loops that count by word. */
export function placesOf<T extends string>(words: readonly T[]): Readonly<Record<T, number>> {
	return Object.fromEntries(words.map((word, place) => [word, place])) as Record<T, number>;
}
