/** Parameters of the price order and of what No.1 brings: a part of `RESPONSE`. Tags as in `defaults.ts`. */
import { real, type Table } from './parameter.ts';

export const POSITION = {
	priceErosion: real(
		'per week',
		0.06,
		[0, 1],
		'A',
		'Share of the gap to what a product is really sold at that its usual shelf price gives way in a week (价盘): two weeks at a fifth off leave it 2 % lower.'
	),
	priceRecovery: real(
		'per week',
		0.03,
		[0, 1],
		'A',
		'Share of the way back to the price sheet in a week: half of it in about five months, for trust in a price comes back slowly.'
	),
	glutDays: real(
		'days',
		35,
		[1, 730],
		'P',
		'Days of supply above which a dealer begins to dump (甩货): drinks are in glut above 30 (trade press, soft).'
	),
	dumpDepth: real(
		'share',
		0.12,
		[0, 0.5],
		'A',
		'Off the outlet’s price at twice those days: most of what a dealer earns on drinks (13.8 % of its sale).'
	),
	thinMargin: real(
		'factor',
		4,
		[1, 50],
		'A',
		'How much likelier an outlet drops a product that earns it nothing any more, against one that earns what the price sheet promised.'
	),
	no1Listing: real(
		'factor',
		1.3,
		[1, 10],
		'A',
		'Chance of a listing, relative, in an area where the firm is No.1 out of the second’s range: shoppers ask for it.'
	),
	no1Steadiness: real(
		'factor',
		0.5,
		[0, 1],
		'A',
		'Chance that an account there drops the product, relative: nobody sends the leader away.'
	),
	no1Terms: real(
		'factor',
		0.7,
		[0, 1],
		'A',
		'What running an activity costs there, relative: outlets want the leader’s displays.'
	)
} as const satisfies Table;
