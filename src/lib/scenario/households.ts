/** Parameters of households, shelves and goodwill: a part of `RESPONSE`. Tags as in `defaults.ts`. */
import { real, type Table } from './parameter.ts';

export const HOUSEHOLDS = {
	outsideShare: real(
		'share',
		0.5,
		[0, 0.9],
		'D',
		'Share of potential demand that buys nothing of the category at the opening. With one half, what a promotion wins comes from other brands and from category growth in about equal parts, as in the thirds of van Heerde.'
	),
	stockpile: real(
		'factor',
		0.65,
		[0, 10],
		'D',
		'Bought beyond need, per 100 % of temporary discount: at 20 % off, 13 % on top goes into pantries, a third of the bump and more (van Heerde).'
	),
	pantryDrain: real(
		'per week',
		0.2,
		[0.001, 1],
		'A',
		'Share of the pantry that is used up in a week instead of bought: half of it in three weeks.'
	),
	pantryLoyalty: real(
		'share',
		0.7,
		[0, 1],
		'D',
		'Share of the pantry that takes the place of the product it is filled with; the rest that of any brand. Set for a dip of 4–25 % of the bump.'
	),
	search: real(
		'share',
		0.03,
		[0, 0.9],
		'D',
		'Share of those who would take a product but whose shop does not list it, that seek it elsewhere in the area. Set for a long-run elasticity of distribution of .74 (Ataman, van Heerde & Mela 2010): who is found already wins less by being found everywhere.'
	),
	shelfElasticity: real(
		'exponent',
		0.17,
		[0, 1],
		'P',
		'Exponent of attraction on facings: shelf-space elasticity .17 (Eisend 2014).'
	),
	stockOut: {
		otherStore: real(
			'share',
			0.31,
			[0, 1],
			'P',
			'Of those who find the shelf empty: go to another store (Gruen, Corsten & Bharadwaj 2002).'
		),
		otherBrand: real(
			'share',
			0.26,
			[0, 1],
			'P',
			'Take another brand there (Gruen, Corsten & Bharadwaj 2002).'
		),
		otherPack: real(
			'share',
			0.19,
			[0, 1],
			'P',
			'Take another product of the brand, or, if there is none, of another (Gruen, Corsten & Bharadwaj 2002).'
		),
		later: real(
			'share',
			0.15,
			[0, 1],
			'P',
			'Come again next week; the rest buy nothing (Gruen, Corsten & Bharadwaj 2002).'
		)
	},
	tierLeak: real(
		'factor',
		0.15,
		[0, 1],
		'A',
		'Attraction of a product for shoppers who look for another price tier, relative to those who look for its own.'
	),
	goodwillRetention: real(
		'share',
		0.93,
		[0, 0.999],
		'P',
		'Goodwill left after a week: 90 % of an advertisement’s effect within 6–9 months (Leone 1995) is .9155–.9428 a week.'
	),
	advertisingWeight: real(
		'share',
		0.52,
		[0, 1],
		'D',
		'Share of goodwill that advertising at the reference makes; with its square-root response the long-run elasticity of sales is half of it, less own share: .24 (Sethuraman, Tellis & Briesch 2011).'
	),
	advertisingReference: real(
		'yuan/week per 1000 units',
		40,
		[0.01, 100_000],
		'A',
		'Spend that counts as the reference, per 1 000 units of a region’s weekly demand: about 1.5 % of what dealers pay for it.'
	),
	smallBoard: real(
		'factor',
		0.3,
		[0, 5],
		'A',
		'Lift of a brand in the other channels when all that A on-premise outlets sell is its own (盘中盘, the small board opens the big one).'
	),
	noveltyLift: real(
		'factor',
		0.3,
		[0, 5],
		'A',
		'Attraction above the lasting one that a launch starts with.'
	),
	noveltyWeeks: real('weeks', 8, [1, 104], 'A', 'Weeks until half of that is gone.'),
	ageingPerYear: real('per year', 0.02, [0, 1], 'A', 'Attraction a product loses in a year on the market.'),
	groupFrom: real(
		'share',
		0.3,
		[0, 1],
		'A',
		'Share of a region’s accounts that list the firm, from which on the hero carries a group around it.'
	),
	coverageFrom: real('share', 0.4, [0, 1], 'A', 'The same for products that cover segments.'),
	launchRoles: {
		hero: {
			appeal: real(
				'factor',
				1.2,
				[0, 10],
				'A',
				'Attraction of a hero product (拳头产品), relative to the firm’s mean product.'
			),
			listing: real('factor', 1.3, [0, 10], 'A', 'Chance of a listing, relative, as long as it is new.')
		},
		group: {
			appeal: real('factor', 0.6, [0, 10], 'A', 'The same of a product of the group around it (产品群).'),
			listing: real('factor', 1, [0, 10], 'A', 'Chance of a listing, relative, as long as it is new.')
		},
		coverage: {
			appeal: real('factor', 0.8, [0, 10], 'A', 'The same of a product that covers a segment (细分覆盖).'),
			listing: real('factor', 1, [0, 10], 'A', 'Chance of a listing, relative, as long as it is new.')
		}
	},
	siblingListing: real(
		'factor',
		1.5,
		[1, 10],
		'A',
		'Chance of a listing, relative, where another product of the firm stands on the shelf: the door is open already.'
	)
} as const satisfies Table;
