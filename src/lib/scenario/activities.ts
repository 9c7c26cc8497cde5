/** Parameters of market activities: `ActivityRules`. Tags as in `defaults.ts`; money in yuan without tax. */
import { real, whole, type Table } from './parameter.ts';

export const ACTIVITY = {
	bonusWorth: real(
		'share',
		0.7,
		[0, 1],
		'A',
		'What a gift on the pack (买赠) moves, against a price-off of the same depth: not everybody wants it.'
	),
	bonusCost: real(
		'share',
		0.5,
		[0, 1],
		'A',
		'What the gift costs the firm, of what it is worth on the shelf: it is bought by the thousand.'
	),
	displayPerWeek: real(
		'yuan/week',
		25,
		[0, 100_000],
		'A',
		'Display (陈列、堆头) that doubles the facings at one outlet: ¥80–150 a month by trade judgement. Its effect is that of `shelfElasticity`.'
	),
	maxDisplay: real('factor', 3, [0, 9], 'A', 'Most facings that a display adds, against those there are.'),
	samplingPerDay: real(
		'yuan',
		350,
		[0, 100_000],
		'A',
		'A promoter with samples at one outlet, one day a week.'
	),
	samplingLift: real(
		'factor',
		0.4,
		[0, 5],
		'A',
		'Attraction that a day of sampling a week adds at the outlet while it runs.'
	),
	samplingContacts: real('contacts', 60, [0, 10_000], 'A', 'Shoppers a promoter speaks to in a day.'),
	samplingTrial: real(
		'factor',
		0.15,
		[0, 5],
		'A',
		'Goodwill that is added in a week in which everybody who buys the category in the region tastes it; it fades as all goodwill does.'
	),
	aimGoodwill: {
		awareness: real(
			'share',
			0.5,
			[0, 1],
			'A',
			'Part of a campaign’s spend that works on goodwill where it aims at awareness (知名).'
		),
		liking: real('share', 1, [0, 1], 'A', 'The same where it aims at liking (喜爱): all of it.'),
		sales: real('share', 0.1, [0, 1], 'A', 'The same where it aims at sales (促购): hardly any.')
	},
	awarenessListing: real(
		'factor',
		0.3,
		[0, 5],
		'A',
		'What awareness at the reference spend adds to the chance of a listing: the owner has been asked for it. Goes by the square root of the spend.'
	),
	salesLift: real(
		'factor',
		0.06,
		[0, 5],
		'A',
		'What a campaign that aims at sales adds to attraction at the reference spend while it runs, by the square root of the spend; nothing afterwards.'
	),
	conference: real(
		'yuan',
		6000,
		[1, 10_000_000],
		'A',
		'A dealers’ conference (订货会) of one region at full effect; a smaller one works in part.'
	),
	conferenceListing: real(
		'factor',
		0.25,
		[0, 5],
		'A',
		'What it adds to the chance of a listing while its weeks last: the dealer’s men know what is new and speak for it.'
	),
	unprepared: real(
		'share',
		0.7,
		[0, 1],
		'A',
		'Effect of an activity that was not prepared a turn ahead, against one that was (事前准备). Prices work as they are.'
	),
	preparation: real(
		'share',
		0.05,
		[0, 1],
		'A',
		'Of its budget, what preparing an activity costs, a turn ahead.'
	),
	preparedCover: real(
		'weeks',
		1,
		[0, 13],
		'A',
		'Weeks of sales that outlets order on top for an activity that was prepared: goods in place before it begins.'
	),
	followUp: real(
		'share',
		0.05,
		[0, 1],
		'A',
		'Of what was spent, what following an activity up costs (事后跟踪).'
	),
	followUpGoodwill: real(
		'factor',
		0.1,
		[0, 5],
		'A',
		'Goodwill kept by a follow-up, for extra sales of all that the region buys in a week.'
	),
	approvalLimit: real(
		'yuan',
		20_000,
		[0, 1e9],
		'A',
		'Most that an activity may cost without approval (审批); above it is asked for a turn ahead, or begins late.'
	),
	approvalWeeks: whole(
		'weeks',
		2,
		[0, 13],
		'A',
		'Weeks into the turn that approval takes where nobody asked ahead.'
	),
	referenceKeep: real(
		'share',
		0.97,
		[0, 0.999],
		'A',
		'What is left after a week of the price that shoppers are used to; the rest is what they paid.'
	),
	referenceExponent: real(
		'exponent',
		0.5,
		[0, 10],
		'A',
		'Exponent of attraction on that price over the list price: who is used to a price-off finds the full price dear, and the price-off nothing new. Long-run elasticity of discounts is .04 only (Ataman, van Heerde & Mela 2010).'
	),
	boardPerWeek: real(
		'yuan/week',
		25,
		[0, 1_000_000],
		'A',
		'Small-board programme (小盘) at one core outlet: signs, cooler, a place on the menu, what the house gets for each cap, by contract and invoice. ¥80–150 a month for a drink, as display; spirits cost many times that.'
	),
	boardListing: real(
		'factor',
		1,
		[0, 20],
		'A',
		'What the programme adds to the chance of a listing at its outlets from the third stage on.'
	),
	boardLift: real(
		'factor',
		2,
		[0, 10],
		'A',
		'What it adds to attraction there in the fourth stage (ignite) and the fifth; half of it in the sixth, when cost is withdrawn. A house pours what it recommends: with 2 a brand goes from a fifth of what the core sells to three sevenths, past the mark of the fourth stage.'
	),
	contactBase: real(
		'yuan',
		0.5,
		[0.01, 10_000],
		'A',
		'Spend per effective contact that counts as 100 in the communication index.'
	)
} as const satisfies Table;
