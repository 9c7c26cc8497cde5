/**
 * Every parameter of the market's rules: unit, default, range, and where the figure comes from. The file's schema,
 * its published JSON Schema and the authoring guide are all made from these tables.
 *
 * Tags of a source: P published (named), R reproduced by running it, D derived, A design assumption: our judgement,
 * not measured. Money is in yuan (元) without value-added tax; shares and rates are decimals (.05 = 5 %).
 */
import { FIELD_QUALITY } from './field.ts';
import { HOUSEHOLDS } from './households.ts';
import { real, whole, type Table } from './parameter.ts';
import { POSITION } from './position.ts';

/** How shoppers and outlets answer: `ResponseSpec`. */
export const RESPONSE = {
	relationLift: real(
		'factor',
		0.5,
		[0, 5],
		'A',
		'Lift of attraction at full closeness (shelf place, recommendation); held to the selling elasticity .34 of Albers, Mantrala & Sridhar 2010.'
	),
	listPerVisit: real(
		'chance',
		0.1,
		[0, 1],
		'A',
		'Chance per visit that an outlet without the product lists it, at neutral appeal: about a third after four visits; no sound source exists.'
	),
	listPerTradeDeal: real(
		'chance',
		1,
		[0, 10],
		'A',
		'Added to that chance per 100 % of discount that reaches the outlet: 10+1 with .71 handed on adds about .06.'
	),
	ownOpening: real(
		'factor',
		0.7,
		[0, 1],
		'A',
		'Listing chance at an account the dealer does not deliver to yet, relative to one it does, for a dealer that delivers perfectly: our people open it, its vans follow.'
	),
	delistPerWeek: real(
		'chance',
		0.01,
		[0, 0.5],
		'A',
		'Weekly chance that an outlet without any relation drops the product: about 40 % a year.'
	),
	unservedDelist: real(
		'chance',
		0.16,
		[0, 1],
		'A',
		'Weekly chance that an empty shelf nobody can fill any more is given away: half gone in a month.'
	),
	trialOptimism: real(
		'factor',
		0.7,
		[0, 5],
		'A',
		'First forecast of a new account, relative to what its demand and the attraction of its range would give.'
	),
	closenessHalfMinutes: real(
		'minutes',
		20,
		[1, 2000],
		'A',
		'Minutes per four weeks that give half of full closeness; a B account of the usual call plan has 20.'
	),
	dependenceHalfVisits: real(
		'visits',
		2,
		[0.1, 100],
		'A',
		'Visits per four weeks that give half of full dependence; a B account of the usual call plan has 2.'
	),
	relationShape: real(
		'exponent',
		1.5,
		[0.5, 8],
		'A',
		'ADBUDG exponent of closeness and dependence (Little 1970 gives the form; 4.5 was fitted to judged detailing points): 1 = falling returns only, above 1 = S-shaped.'
	),
	wholeCallMinutes: real(
		'minutes',
		7,
		[0.1, 480],
		'A',
		'A call shorter than this, the usual one at a C account, counts for a part of a call.'
	),
	relationSpeed: real(
		'per week',
		0.12,
		[0, 1],
		'A',
		'Share of the gap between a relation and what the calls would make of it that closes in a week: half in five to six weeks.'
	),
	passThroughDealer: real(
		'share',
		0.71,
		[0, 1],
		'P',
		'Share of a trade deal a dealer hands on: wholesale pass-through elasticity .71 (Nijs, Misra, Anderson, Hansen & Krishnamurthi 2010).'
	),
	passThroughOutlet: real(
		'share',
		0.59,
		[0, 1],
		'P',
		'Share of a trade deal an outlet hands on: retail pass-through elasticity .59 (Nijs, Misra, Anderson, Hansen & Krishnamurthi 2010).'
	),
	carryingPerWeek: real(
		'per week',
		0.006,
		[0.0001, 0.2],
		'A',
		'Cost of holding stock for a week over its value; weeks bought forward ≈ discount ÷ this, capped by cash, space and shelf life.'
	),
	...HOUSEHOLDS,
	...POSITION
} as const satisfies Table;

/** The field force: `FieldRules`. */
export const FIELD = {
	minutesPerWeek: whole(
		'minutes',
		1815,
		[60, 6000],
		'P',
		'Field minutes of one merchandiser a week before waste: 330 a day (308–360 in a large FMCG firm’s China sheet) × 22 days ÷ 4.'
	),
	travelMinutesPerVisit: real('minutes', 5, [0, 480], 'A', 'From one outlet to the next.'),
	wagePerWeek: real(
		'yuan/week',
		1548,
		[0, 100_000],
		'A',
		'One merchandiser, all in: ¥5 500 a month and 22 % social cost, × 12 ÷ 52.'
	),
	hire: real('yuan', 1500, [0, 1_000_000], 'A', 'Finding and training one merchandiser.'),
	severanceWeeks: real('weeks', 4, [0, 104], 'A', 'Weeks of wages paid to one who is let go.'),
	newcomerOutput: real(
		'share',
		0.6,
		[0, 1],
		'A',
		'Output of a newcomer in the first turn, against an experienced merchandiser.'
	),
	maxMerchandisers: whole('people', 40, [0, 2000], 'A', 'Most merchandisers a firm may employ.'),
	...FIELD_QUALITY
} as const satisfies Table;

/** Dealers and outlets: `ChannelRules`. */
export const CHANNEL = {
	outletCycleWeeks: {
		A: whole('weeks', 1, [1, 26], 'A', 'Weeks between two orders of an A outlet.'),
		B: whole('weeks', 1, [1, 26], 'A', 'Weeks between two orders of a B outlet.'),
		C: whole('weeks', 2, [1, 26], 'A', 'Weeks between two orders of a C outlet.')
	},
	outletSafetyWeeks: real(
		'weeks',
		0.9,
		[0, 26],
		'A',
		'Weeks of its forecast an outlet holds above what its cycle needs; with the cycle it gives 10–14 days of stock.'
	),
	outletForecastSmoothing: real(
		'share',
		0.4,
		[0.01, 1],
		'A',
		'Weight of the newest week in an outlet’s forecast.'
	),
	outletAgeWeeks: whole(
		'weeks',
		13,
		[1, 260],
		'A',
		'Weeks until goods in an outlet count as old, and again until they are written off; a third of a shelf life of 9 months.'
	),
	outletSlots: {
		A: whole('products', 24, [1, 255], 'A', 'Products of all modelled firms an A outlet has room for.'),
		B: whole(
			'products',
			8,
			[1, 255],
			'A',
			'The same of a B outlet: assortments are nested, the small shop has what sells best.'
		),
		C: whole('products', 4, [1, 255], 'A', 'The same of a C outlet.')
	},
	outletFacings: {
		A: whole('facings', 24, [1, 255], 'A', 'Facings an A outlet shares out among them by what they sell.'),
		B: whole('facings', 12, [1, 255], 'A', 'The same of a B outlet.'),
		C: whole('facings', 6, [1, 255], 'A', 'The same of a C outlet.')
	},
	outletCashWeeks: {
		A: real('weeks', 4, [0, 52], 'A', 'Weeks of sales an A outlet has the cash to buy ahead in a deal.'),
		B: real('weeks', 3, [0, 52], 'A', 'The same of a B outlet.'),
		C: real('weeks', 2, [0, 52], 'A', 'The same of a C outlet.')
	},
	outletSpaceWeeks: {
		A: real(
			'weeks',
			3,
			[0, 52],
			'A',
			'Weeks of sales an A outlet has the room for, above its ordinary stock.'
		),
		B: real('weeks', 3, [0, 52], 'A', 'The same of a B outlet.'),
		C: real('weeks', 2.5, [0, 52], 'A', 'The same of a C outlet.')
	},
	dealerCoverWeeks: real(
		'weeks',
		2,
		[0, 52],
		'P',
		'Cover a dealer aims at: drinks 7–20 days (trade press, soft).'
	),
	dealerForecastSmoothing: real(
		'share',
		0.36,
		[0.01, 1],
		'P',
		'Weight of the newest week in a dealer’s forecast: θ of people in the Beer Game (Sterman 1989).'
	),
	advisedSmoothing: real(
		'share',
		0.1,
		[0.01, 1],
		'A',
		'Weight of the newest week in the forecast of a well-led dealer, or one replenished by sell-through: a longer past, so that orders swing less.'
	),
	advisedAlpha: real(
		'share',
		0.5,
		[0, 1],
		'A',
		'Share of the stock gap such a dealer closes in a week: without haste. With 1 its orders vary more than a careless one’s (order-up-to rules amplify: Chen et al. 2000).'
	),
	carelessAlpha: real(
		'share',
		0.26,
		[0, 1],
		'P',
		'Share of the stock gap a dealer with management 0 orders: α of people in the Beer Game (Sterman 1989). A well-led one has advisedAlpha.'
	),
	carelessBeta: real(
		'share',
		0.34,
		[0, 1],
		'P',
		'Share of the supply line a dealer with management 0 counts: β of people in the Beer Game (Sterman 1989). A well-led one has 1.'
	),
	pushLimitDays: whole(
		'days',
		45,
		[1, 730],
		'A',
		'Days of supply above which a dealer refuses a push; drinks are in glut above 30–35.'
	),
	reportDelayWeeks: whole(
		'weeks',
		1,
		[1, 13],
		'A',
		'Weeks a dealer’s report on its stock is old; what a second tier tells goes through the dealer and is twice as old.'
	),
	reportRosy: real(
		'share',
		0.05,
		[0, 0.4],
		'A',
		'Share by which a dealer of management 50 reports less stock than it has: twice that at management 0, nothing at 100; a second tier’s report is cut twice. Dealer reports are 5–20 % rosy by trade judgement.'
	),
	dealerForwardWeeks: real('weeks', 6, [0, 52], 'A', 'Furthest a dealer buys ahead in a deal.'),
	handoverKeep: real(
		'share',
		0.6,
		[0, 1],
		'A',
		'Accounts outside a new dealer’s own network that it takes over at a hand-over, for one that delivers perfectly.'
	),
	dealerCostPerUnit: real(
		'yuan/unit',
		0.27,
		[0, 10_000],
		'A',
		'A dealer’s cost to deliver one unit to an outlet: about ¥4.5 a case of 15 with tax.'
	),
	breakage: real(
		'share',
		0.01,
		[0, 0.5],
		'D',
		'Share of what a dealer delivers that breaks or spoils in its hands: most of the 1.11 % of sales that is unsaleable; what grows too old comes on top.'
	),
	buyBack: real(
		'share',
		0.9,
		[0, 1],
		'A',
		'Share of book value the firm pays for the stock of a dealer it leaves.'
	),
	appoint: real(
		'yuan',
		3000,
		[0, 10_000_000],
		'A',
		'Appointing a dealer: contract, opening meeting, first samples.'
	),
	panelShare: real(
		'share',
		0.12,
		[0, 1],
		'A',
		'Share of outlets that are fixed sample points (固定监测样本点).'
	)
} as const satisfies Table;

/** A contract about returns, where a dealer has one: `ReturnsSpec`. Chinese makers mostly give none (A). */
export const RETURNS = {
	limit: real(
		'share',
		0.02,
		[0, 1],
		'A',
		'Most a dealer may send back every four weeks, of what it took in them: about twice the 1.11 % of sales that are unsaleable in the trade.'
	),
	fromAge: real(
		'share',
		0.67,
		[0, 1],
		'A',
		'Part of their shelf life after which goods may go back: the last third, which key accounts do not take.'
	),
	credit: real(
		'share',
		1,
		[0, 1],
		'A',
		'What the firm pays for them, of what they cost the dealer on average; below 1 the dealer bears a part.'
	)
} as const satisfies Table;

/** Money: `MoneyRules`. */
export const MONEY = {
	vat: real(
		'share',
		0.13,
		[0, 0.5],
		'P',
		'Value-added tax: 13 % on goods in China since April 2019. Only shelf prices contain it.'
	),
	interestPerYear: real('per year', 0.06, [0, 1], 'A', 'Interest on the credit line in use.'),
	minPrice: real('factor', 0.8, [0.1, 1], 'A', 'Lowest dealer price a plan may set, relative to the file’s.'),
	maxPrice: real(
		'factor',
		1.25,
		[1, 10],
		'A',
		'Highest dealer price a plan may set, relative to the file’s.'
	),
	activityFixed: real(
		'yuan',
		200,
		[0, 1_000_000],
		'A',
		'Flat cost of running an activity in one area for one week.'
	),
	maxActivityDepth: real('share', 0.4, [0, 0.9], 'A', 'Deepest discount of an activity.'),
	launchProduct: real(
		'yuan',
		12_000,
		[0, 1e9],
		'A',
		'Launching a product whose time its firm decides: packs, moulds, training, papers; once.'
	),
	launchRegion: real(
		'yuan',
		3000,
		[0, 1e9],
		'A',
		'The same for each region it is launched in: opening meeting, samples, price sheets.'
	)
} as const satisfies Table;

/** How the score is taken: the part of `ScoreSpec` that has defaults. */
export const SCORE = {
	weights: {
		effectiveShipment: real('share', 0.3, [0, 1], 'A', 'Weight of effective shipment (有效出货).'),
		stock: real('share', 0.2, [0, 1], 'A', 'Weight of stock.'),
		expense: real('share', 0.2, [0, 1], 'A', 'Weight of expense and result.'),
		no1: real('share', 0.3, [0, 1], 'A', 'Weight of No.1 positions.')
	},
	stockBands: {
		warehouse: {
			low: real('days', 5, [0, 1000], 'A', 'Own warehouse: no marks lost from here …'),
			high: real('days', 25, [0, 1000], 'A', '… to here.'),
			zero: real('days', 75, [0, 2000], 'A', 'No marks left.')
		},
		dealer: {
			low: real('days', 7, [0, 1000], 'P', 'Dealers: drinks 7–20 days normal (trade press, soft).'),
			high: real('days', 20, [0, 1000], 'P', 'The upper end of it.'),
			zero: real('days', 50, [0, 2000], 'A', 'No marks left; glut begins above 30.')
		},
		outlet: {
			low: real('days', 5, [0, 1000], 'A', 'Outlets: no marks lost from here …'),
			high: real('days', 18, [0, 1000], 'A', '… to here; 10–14 days are usual.'),
			zero: real('days', 50, [0, 2000], 'A', 'No marks left.')
		}
	},
	stockOutZero: real(
		'share',
		0.25,
		[0.01, 1],
		'A',
		'Share of listed outlet-weeks without stock that takes all marks for availability; 8.3 % is the mean of the trade (Gruen, Corsten & Bharadwaj 2002).'
	),
	expenseFull: real(
		'share',
		0.6,
		[0, 10],
		'A',
		'Promotion and people over gross margin: full marks at or below.'
	),
	expenseZero: real('share', 2, [0, 20], 'A', 'No marks at or above.'),
	profitRange: real(
		'yuan',
		20_000,
		[1, 1e9],
		'A',
		'Shortfall below the profit target that takes all marks of the profit part.'
	),
	cashFloor: real('yuan', 0, [-1e9, 1e9], 'A', 'Cash below which the expense pillar is capped.')
} as const satisfies Table;
