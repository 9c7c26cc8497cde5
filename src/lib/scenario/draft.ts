/**
 * What an author writes of a market: the shape of a scenario file, format 1, of kind `market` or `clinic`.
 *
 * **Units, stated once.** Money is in yuan (元), at most two decimals. Every price and cost is WITHOUT value-added
 * tax, as the ledger keeps it; only `price.shelf` contains it, as a shopper sees it. (A trade list with tax:
 * divide by 1.13.) Goods are consumer units (bottles); percentages are decimals (.05 = 5 %); time is in weeks unless
 * the name says otherwise.
 */
import * as v from 'valibot';
import { LAUNCH_ROLES, LEVERS, MARKET_KINDS, ROLES, TIERS, type Lever } from '../engine/vocab.ts';
import { ACTIVITY } from './activities.ts';
import { CHANNEL, FIELD, MONEY, RESPONSE, RETURNS, SCORE } from './defaults.ts';
import { DEALING } from './dealing.ts';
import { PLATFORM } from './platform.ts';
import { planDraft } from './plan-draft.ts';
import { headEntries, name, note } from './head.ts';
import {
	byId,
	filled,
	id,
	list,
	perChannel,
	perClass,
	perTier,
	real,
	share,
	table,
	tableEntries,
	whole,
	yuan
} from './pieces.ts';

const areaDraft = v.strictObject({
	id: id('Area (责任区).'),
	name,
	note,
	outlets: whole(1, 20_000, 'Simulated outlets.'),
	represents: v.optional(whole(1, 100, 'Real outlets each simulated one stands for.'), 1),
	unitsPerOutletWeek: real(
		0.01,
		100_000,
		'Mean weekly demand of the category at one real outlet, at season 1. Units.'
	),
	channels: perChannel(share('Share of outlets.'), 'Mix of channel types; sums to 1.'),
	shares: byId(
		share('Share of the category’s units.'),
		'Opening market share by firm; small brands have the rest.'
	),
	distribution: byId(
		perClass(share('Share of outlets of the class.'), 'By class.'),
		'Opening share of outlets that list the firm, by firm and class.'
	),
	polygon: list(
		v.pipe(v.array(real(0, 1000, 'x to the right, y down.')), v.length(2)),
		3,
		200,
		'Outline on the map, points [x, y] on a plane of 1000 × 1000.'
	)
});

const season = list(real(0, 12, 'Index of a month.'), 12, 12, 'January … December; mean 1.');
const growth = real(-0.5, 1, 'Of the category, per year.');
const tiers = perTier(share('Share of demand.'), 'Demand by the price tier it looks for; sums to 1.');

const regionDraft = v.strictObject({
	id: id('Region.'),
	name,
	note,
	freight: yuan(100, 'From the firm’s warehouse to the region’s dealer, per unit.'),
	leadWeeks: whole(1, 26, 'From order to arrival at the dealer.'),
	priceExponent: v.optional(
		real(
			0,
			10,
			'Own-price exponent of attraction. Elasticity is −exponent × (1 − share of potential demand); in a short price-off shoppers stock up as well: 2 gives about −2.6 then, the mean of Bijmolt, van Heerde & Pieters 2005.'
		),
		2
	),
	smallBoard: v.optional(
		real(
			0,
			5,
			'What the core outlets (class A, on-premise) radiate to the other channels here, if not `response.smallBoard`: more where what stood on the table is asked for in the shop.'
		)
	),
	season: v.optional(season),
	growth: v.optional(growth),
	tiers: v.optional(tiers),
	areas: list(areaDraft, 1, 32, 'Areas.')
});

const productDraft = v.strictObject({
	id: id('Product.'),
	name,
	unitsPerCase: whole(1, 1000, 'Units in a case.'),
	unitsPerPack: v.optional(whole(1, 1000, 'Smallest quantity an outlet orders, in units.'), 1),
	price: v.pipe(
		v.strictObject({
			cost: real(0.01, 100_000, 'Cost to make one unit, without tax. Yuan.'),
			dealer: real(0.01, 100_000, 'What the dealer pays the firm, without tax. Yuan.'),
			outlet: real(0.01, 100_000, 'What the outlet pays the dealer, without tax. Yuan.'),
			shelf: real(0.01, 100_000, 'What the shopper pays in a shop of price index 1, WITH tax. Yuan.')
		}),
		v.description('The price sheet (价盘) of one unit, from factory to shelf.')
	),
	shelfLifeWeeks: whole(1, 520, 'Shelf life from the plant.'),
	tier: v.optional(
		v.pipe(v.picklist(TIERS), v.description('Price tier it stands in for shoppers.')),
		'standard'
	),
	launch: v.optional(
		v.pipe(
			v.strictObject({
				week: v.exactOptional(
					whole(1, 260, 'First week, from 0, in which it can be listed; left out: when its firm decides.')
				),
				role: v.pipe(
					v.picklist(LAUNCH_ROLES),
					v.description('hero: breaks in; group: around it; coverage: for a segment nobody serves.')
				),
				appeal: v.optional(real(0.01, 10, 'Attraction relative to what its role gives it.'), 1),
				firstLot: v.optional(whole(0, 1e8, 'Units made for the launch, ready by its week.'), 0)
			}),
			v.description('A product that is not sold from the start.')
		)
	)
});

const shockDraft = v.strictObject({
	id: id('Shock.'),
	name: v.optional(name),
	regions: v.optional(list(id('A region.'), 1, 32, 'Where; default: everywhere.')),
	fromWeek: whole(0, 260, 'First week, from 0, it may begin.'),
	untilWeek: v.optional(whole(1, 260, 'Week after the last it may begin; default: that of its only week.')),
	chancePerWeek: v.optional(real(0, 1, 'Chance that it begins in a week, by region.'), 1),
	lastsWeeks: whole(1, 52, 'Weeks it lasts.'),
	factor: real(0, 5, 'On demand while it lasts.')
});

const firmDraft = v.strictObject({
	id: id('Firm.'),
	role: v.pipe(v.picklist(ROLES), v.description('One firm is the player’s, the others are rivals.')),
	strategy: v.optional(v.pipe(v.string(), v.description('How a rival decides: the name of a strategy.'))),
	name,
	note,
	cash: yuan(1e9, 'Cash at the start.'),
	creditLine: v.optional(yuan(1e9, 'Credit line.'), 0),
	overheadPerWeek: v.optional(yuan(1e7, 'Cost a week that no decision moves.'), 0),
	advertisingPerWeek: v.optional(
		yuan(1e7, 'Standing advertising a week, over the regions it sells in by their demand.'),
		0
	),
	merchandisers: whole(0, 2000, 'Merchandisers (理货员) at the start.'),
	wastedTime: share('Share of field time that earns nothing (失效时间).'),
	dealers: byId(id('A dealer.'), 'The firm’s dealer at the start, by region: one wherever it sells.'),
	plant: v.strictObject({
		leadWeeks: whole(1, 26, 'From production order to warehouse.'),
		capacityPerWeek: whole(1, 1e9, 'Units it can make in a week.'),
		batch: v.optional(whole(1, 1e8, 'Units of one batch.'), 1),
		coverWeeks: v.optional(real(0, 52, 'Weeks of sales the warehouse aims to hold.'), 2)
	}),
	products: list(productDraft, 1, 24, 'Products.'),
	plan: v.optional(planDraft)
});

const rating = whole(0, 100, 'Points, 0–100.');
const ratings = (about: string) =>
	v.pipe(
		v.strictObject({
			reputation: rating,
			strength: rating,
			scale: rating,
			network: rating,
			delivery: rating,
			management: rating
		}),
		v.description(about)
	);

const dealerDraft = v.strictObject({
	id: id('Dealer.'),
	region: id('The region it trades in.'),
	name,
	note,
	open: v.optional(v.pipe(v.boolean(), v.description('May be appointed by the player.')), true),
	stated: ratings('What the file on it says; all that screening sees.'),
	actual: ratings('What is true; what the market feels.'),
	reach: byId(
		share('Share of the area’s outlets.'),
		'Outlets it really serves, by area of its region; areas left out: none.'
	),
	capital: yuan(1e9, 'Working capital.'),
	deliveryPerWeek: whole(0, 1e8, 'Units it can deliver to outlets in a week, for one maker.'),
	heldBy: v.optional(id('Firm with a hold on it.')),
	hold: v.optional(share('How strong that hold is; it lowers the effort for others.')),
	returns: v.optional(
		v.pipe(
			v.strictObject(tableEntries(RETURNS)),
			v.description(
				'A contract about returns (退货): old goods it may send back to its firm every four weeks; default: none.'
			)
		)
	),
	secondTier: v.optional(
		v.pipe(
			v.strictObject({
				of: id('The dealer of its region that it buys from.'),
				margin: v.optional(
					share(
						'Share it keeps of what lies between the dealer’s list price and the outlet’s. [A] half: it does half of the work.'
					),
					0.5
				),
				leadWeeks: v.optional(whole(1, 26, 'From the dealer to it.'), 1)
			}),
			v.description(
				'A second-tier wholesaler (二批): it delivers to a part of a dealer’s outlets. `reach` is then the share of those, by area; it cannot be appointed.'
			)
		)
	)
});

const turn = (about: string) => v.optional(whole(0, 52, about), 0);
const unlockEntries = Object.fromEntries(
	LEVERS.map((lever) => [lever, turn('First turn, from 0, in which it may be moved.')])
) as Record<Lever, ReturnType<typeof turn>>;

export const scenarioDraft = v.pipe(
	v.strictObject({
		...headEntries(
			v.pipe(v.picklist(MARKET_KINDS), v.description('market: a scored game of 6–16 turns; clinic: 1–16.'))
		),
		worldSeed: v.pipe(
			v.string(),
			v.minLength(1),
			v.maxLength(100),
			v.description('Any text; makes places and actors.')
		),
		time: v.strictObject({
			turns: whole(1, 52, 'Turns.'),
			weeksPerTurn: v.optional(whole(1, 13, 'Weeks of a turn.'), 4),
			closingWeeks: v.optional(
				whole(0, 26, 'Weeks the standing plans run on after the last turn; they count.'),
				4
			),
			startMonth: whole(1, 12, 'Month of the first week, 1–12.')
		}),
		category: v.strictObject({
			season,
			growth: v.optional(growth, 0),
			tiers: v.optional(tiers, { economy: 0, standard: 1, premium: 0 }),
			weather: v.optional(real(0, 0.9, 'Half-width of the weekly weather factor of a region.'), 0.12),
			noise: v.optional(
				real(
					0,
					0.28,
					'Standard deviation of the weekly factor of an outlet. Above .28 the floor at 0 would lift the mean.'
				),
				0.2
			),
			sizeTail: v.optional(real(0, 0.95, 'How unequal outlets of a class are: 0 all alike, .5 heavy.'), 0.25),
			classes: perClass(
				v.strictObject({ outlets: share('Share of outlets.'), volume: share('Share of volume.') }),
				'Account classes; each column sums to 1.'
			),
			channelPrice: v.optional(
				perChannel(real(0.1, 10, 'Factor.'), 'Shelf price relative to the price sheet, by channel type.'),
				{ modern: 1, traditional: 1, convenience: 1, onPremise: 1, specialist: 1 }
			)
		}),
		regions: list(regionDraft, 1, 32, 'Regions.'),
		firms: list(firmDraft, 1, 12, 'Firms: the player’s and its rivals.'),
		dealers: list(dealerDraft, 1, 400, 'Dealers of all regions.'),
		shocks: v.optional(list(shockDraft, 0, 40, 'Times of other demand: a heat wave, a food scare.'), []),
		defaultPlan: v.optional(planDraft, {}),
		unlocks: v.optional(
			v.pipe(v.strictObject(unlockEntries), v.description('When levers open; default: at once.')),
			{}
		),
		response: table(RESPONSE, 'How shoppers and outlets answer.'),
		field: table(FIELD, 'The field force.'),
		channel: table(CHANNEL, 'Dealers and outlets.'),
		activities: table(ACTIVITY, 'Market activities.'),
		dealing: table(DEALING, 'What a dealer asks, puts up with and does.'),
		platform: table(PLATFORM, 'The management platform.'),
		money: table(MONEY, 'Money.'),
		score: filled(
			v.strictObject({
				sellOutTargets: v.optional(
					list(
						whole(0, 1e9, 'Units.'),
						1,
						53,
						'Sell-through (动销) to reach: one figure per turn, and one for the closing weeks.'
					)
				),
				profitTargets: v.optional(
					list(
						real(-1e9, 1e9, 'Yuan.'),
						1,
						53,
						'Operating profit that earns full marks of the profit part: one figure per turn, and one for the closing weeks.'
					)
				),
				...tableEntries(SCORE)
			})
		)
	}),
	v.title('Shapan market, format 1'),
	v.description(
		'Money in yuan, at most two decimals, WITHOUT value-added tax; only price.shelf is with it. Goods in consumer units. Percentages as decimals.'
	)
);

export type ScenarioDraft = v.InferOutput<typeof scenarioDraft>;
export type FirmDraft = ScenarioDraft['firms'][number];
export type ProductDraft = FirmDraft['products'][number];
export type RegionDraft = ScenarioDraft['regions'][number];
export type DealerDraft = ScenarioDraft['dealers'][number];
