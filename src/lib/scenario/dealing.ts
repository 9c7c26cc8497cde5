/** Parameters of what a dealer asks, puts up with and does: `DealingRules`. Tags as in `defaults.ts`. */
import { real, whole, type Table } from './parameter.ts';

export const DEALING = {
	alternativeReturn: real(
		'per year',
		0.2,
		[0.01, 5],
		'A',
		'What a dealer’s money earns in its other lines, a year: what a line has to earn to keep it content.'
	),
	lineCost: real(
		'share',
		0.4,
		[0, 1],
		'A',
		'Cost of carrying a line that does not go with the units (a salesman, a corner of the store), over what the file’s opening sales leave after delivery: with fewer than two fifths of its outlets a dealer loses money.'
	),
	exclusivePremium: real(
		'share',
		0.3,
		[0, 5],
		'A',
		'What a dealer asks on top for selling no rival’s goods, relative to what it asks otherwise; a rival’s hold on it comes on top.'
	),
	brandPull: real(
		'share',
		0.4,
		[0, 1],
		'A',
		'What it asks less of a brand that is the whole region, relative: a strong brand brings people who buy other things too.'
	),
	creditLimit: real(
		'factor',
		0.5,
		[0, 10],
		'A',
		'Most a dealer may owe its firm, over its capital; beyond that it pays cash.'
	),
	goodsBackWeeks: whole(
		'weeks',
		4,
		[1, 52],
		'A',
		'Weeks that something is overdue until the dealer gives goods back for it (以货抵款).'
	),
	defaultWeeks: whole(
		'weeks',
		10,
		[1, 104],
		'A',
		'Weeks that something is overdue until the dealer has failed.'
	),
	rebateWeeks: whole(
		'weeks',
		12,
		[1, 52],
		'A',
		'Weeks of a rebate period: a quarter of three months of four weeks.'
	),
	supportPerWeek: real(
		'yuan/week',
		100,
		[0, 100_000],
		'A',
		'Cost of one level of one flow of support: a tenth of a merchandiser.'
	),
	inspectionPerWeek: real(
		'yuan/week',
		300,
		[0, 100_000],
		'A',
		'Cost of one level of inspection: codes on the cases, and somebody who reads them.'
	),
	supportSpeed: real(
		'per week',
		0.15,
		[0, 1],
		'A',
		'Share of the gap to what support can do that closes in a week: half in four to five weeks.'
	),
	commerceLoyalty: real(
		'share',
		0.15,
		[0, 1],
		'A',
		'How much higher loyalty settles under full support of commerce (training, order in prices).'
	),
	informationReport: real(
		'share',
		0.8,
		[0, 1],
		'A',
		'Part of the rosiness, and of the delay, of a dealer’s reports that full support of information (data links, stock counts) takes away.'
	),
	logisticsLed: real(
		'share',
		0.6,
		[0, 1],
		'A',
		'Part of what is missing to a well-led dealer in its orders that full support of logistics (coaching in forecast and cover) gives.'
	),
	openingLoyalty: real(
		'share',
		0.6,
		[0, 1],
		'A',
		'Loyalty of a dealer at the opening and when it is appointed.'
	),
	loyaltySpeed: real(
		'per week',
		0.06,
		[0, 1],
		'A',
		'Share of the gap of loyalty to where it would settle that closes in a week: half in eleven weeks.'
	),
	leaveBelow: real(
		'share',
		0.25,
		[0.01, 1],
		'A',
		'Loyalty below which a dealer that others may have goes over.'
	),
	leavePerWeek: real('chance', 0.08, [0, 1], 'A', 'Weekly chance of that at no loyalty at all.'),
	unseenVans: real(
		'share',
		0.5,
		[0, 1],
		'A',
		'Part of what a dealer could carry for the firm that goes to other lines while nobody of the firm works its region: vans go where somebody asks for them.'
	),
	seenSpeed: real(
		'per week',
		0.08,
		[0, 1],
		'A',
		'Share of the gap to that which closes in a week: half in eight weeks.'
	),
	loyalZeal: real(
		'factor',
		1,
		[0, 5],
		'A',
		'Chance of a listing, relative, that a dealer’s own men add as it is wholly loyal rather than as at the opening: × 1.2 at an opening loyalty of .6.'
	),
	conferenceLoyalty: real(
		'share',
		0.2,
		[0, 1],
		'A',
		'Part of what a dealer’s loyalty lacks that a conference at full effect wins.'
	),
	cutSupport: real(
		'share',
		0.05,
		[0, 1],
		'A',
		'Loyalty lost by each level of a flow of support that is taken away.'
	),
	brokenPriceLoyalty: real(
		'share',
		0.08,
		[0, 1],
		'A',
		'Loyalty lost by a list price that broke: what stands on the dealer’s floor was bought dearer.'
	),
	glutDays: whole(
		'days',
		45,
		[1, 730],
		'A',
		'Days of supply with a dealer that are a glut: drinks are above 35, tiles above 150.'
	),
	glutCut: real(
		'share',
		0.08,
		[0, 0.5],
		'A',
		'What a dealer with twice that takes off its price to the outlets to be rid of it.'
	),
	divertResponse: real(
		'factor',
		4,
		[0, 100],
		'A',
		'Share of a region’s orders that is brought from another one, per 100 % of price gap beyond the threshold, by a dealer of no loyalty; the form, nothing below a threshold and more above it, is published (Ahmadi & Yang 2000).'
	),
	divertMost: real('share', 0.3, [0, 1], 'A', 'Most of a region’s orders that comes from another one.'),
	detectBase: real(
		'chance',
		0.03,
		[0, 1],
		'A',
		'Weekly chance that diverted goods are traced to their dealer where nobody looks.'
	),
	detectPerLevel: real(
		'chance',
		0.2,
		[0, 1],
		'A',
		'The same on top for each of three levels of inspection; with codes on every case two thirds are found. What deters is that one is found, and soon, not the fine alone (P: Antia et al. 2006).'
	)
} as const satisfies Table;
