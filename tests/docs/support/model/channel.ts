/** Outlets, dealers, and the ordering rule they share with plants and labs. */
import type { Section } from './sections.ts';

export const CHANNEL_SECTIONS: readonly Section[] = [
	{
		title: 'The ordering rule',
		rules: 'N16, N17, E1–E9',
		text: `
One rule for whoever holds stock above the outlet (Sterman 1989), over a forecast that is smoothed, or the mean of the last p
weeks:

\`\`\`
forecast ← θ × seen + (1 − θ) × forecast
order    = max(0, forecast + α (S′ − net stock − β × supply line))       halves up
net stock   = on hand − owed to others
supply line = ordered and not yet received: unread, owed, on the way
\`\`\`

α is how much of a gap is closed at once, β how much of the line is seen. α = β = 1 is the order-up-to rule; people show α
.26, β .34, θ .36. Shortage is shared in proportion to what each should get; goods age in buckets and are written off past
their life by whoever holds them.`,
		figures: ['forecast', 'orders-beer-game', 'orders-people']
	},
	{
		title: 'The bullwhip',
		rules: 'L1–L12',
		text: `
A chain that orders up to L weeks of a moving average of p weeks, returns allowed, under AR(1) demand with correlation ρ
amplifies (Chen, Drezner, Ryan & Simchi-Levi 2000):

\`\`\`
Var(orders) / Var(demand) = 1 + (2L/p + 2L²/p²)(1 − ρ^p)
\`\`\`

With demand shared, every stage has it with the sum of L up to it. The labs that ship run in the same engine as the market.`,
		figures: ['bullwhip']
	},
	{
		title: 'Outlets',
		rules: 'O1–O7',
		text: `
Every \`outletCycleWeeks\` of its class, and whenever a merchandiser calls, an outlet orders up to a level of its own
forecast, in whole packs:

\`\`\`
forecast ← θ × sold + (1 − θ) × forecast            an empty shelf may raise it, never lower it
level    = forecast × (cycle + outletSafetyWeeks + weeks bought ahead)
weeks bought ahead = min(D × passThroughDealer / carryingPerWeek, outletCashWeeks, outletSpaceWeeks, half the shelf life)
\`\`\`

Every four weeks it shares its \`outletFacings\` by forecast, one to each product at least. Every \`outletAgeWeeks\` what is still
old is written off and the newer becomes the older.`,
		parameters: [
			'channel.outletCycleWeeks',
			'channel.outletSafetyWeeks',
			'channel.outletForecastSmoothing',
			'channel.outletFacings',
			'channel.outletCashWeeks',
			'channel.outletSpaceWeeks',
			'channel.outletAgeWeeks',
			'response.carryingPerWeek'
		]
	},
	{
		title: 'Dealers',
		rules: 'D1–D13',
		text: `
A dealer orders by the ordering rule, from what its outlets and its second tier order, or by sell-through from the tills.
How well it does so goes with its management m (0–1):

\`\`\`
θ = dealerForecastSmoothing + (advisedSmoothing − dealerForecastSmoothing) m
α = carelessAlpha + (advisedAlpha − carelessAlpha) m
β = carelessBeta + (1 − carelessBeta) m
S′ = forecast × (lead + 1 + dealerCoverWeeks + weeks bought ahead)
weeks bought ahead = min(dealerForwardWeeks, D / carryingPerWeek)                         in a deal D
\`\`\`

Its deliveries of a week end at what its vans carry, less the hold a rival has on it; what it cannot deliver is not owed.
With a contract about returns it sends back what has grown old, every four weeks:

\`\`\`
sent back = min(stock older than fromAge × shelf life, limit × arrived in the four weeks), for credit × its cost
\`\`\`

By quota the firm writes the order, as far as the dealer's limit of days leaves room.`,
		parameters: [
			'channel.dealerCoverWeeks',
			'channel.dealerForecastSmoothing',
			'channel.advisedSmoothing',
			'channel.advisedAlpha',
			'channel.carelessAlpha',
			'channel.carelessBeta',
			'channel.dealerForwardWeeks',
			'channel.pushLimitDays',
			'channel.handoverKeep',
			'channel.dealerCostPerUnit',
			'channel.breakage',
			'channel.buyBack',
			'channel.appoint'
		]
	},
	{
		title: 'Terms between firm and dealer',
		rules: 'T5, D14–D21, D24–D30, J12, Q5',
		text: `
A dealer takes an offer that is no worse than what it has, or under which its line earns what it asks, both a year on its own
money (L loyalty 0–1, h a rival's hold, b the brand's share of the region, E 1 for an exclusive):

\`\`\`
earns = 52 × (margin after delivery + rebate − cost of the line) / (weeks of cover, less those on credit, 1 at least)
asks  = alternativeReturn × (1 + E (exclusivePremium + h)) × (1.5 − L) × (1 − brandPull × b)
cost of the line = lineCost × what opening sales leave after delivery
\`\`\`

Rebates are accrued on all that was bought in \`rebateWeeks\`, at the step reached; reaching one trues up what went before.
Credit reaches to \`creditLimit\` × capital. What stays overdue is paid in goods after \`goodsBackWeeks\`, and is bad debt after
\`defaultWeeks\`, when the dealer has failed. Loyalty moves by \`loyaltySpeed\` to

\`\`\`
goal = min(1 − commerceLoyalty, ½ + (earned − alternativeReturn) / (2 alternativeReturn))
     + commerceLoyalty × s − .2 in a glut − .1 when overdue
\`\`\`

and below \`leaveBelow\` an open dealer leaves with weekly chance \`leavePerWeek\` × (1 − L / leaveBelow). Support s comes near its
level by \`supportSpeed\`; information takes \`informationReport\` of what is rosy and late off reports, logistics gives
\`logisticsLed\` of what is missing to m = 1 above.

Where nobody of the firm is seen attention n falls to 0, where somebody is it comes back to 1, by \`seenSpeed\` a week:

\`\`\`
vans for the firm = vans × (1 − h (1 − E)) × (1 − unseenVans × (1 − n))
chance of a listing × (1 + loyalZeal × (L − openingLoyalty))
\`\`\`

A conference wins \`conferenceLoyalty\` of 1 − L; a level of support cut costs \`cutSupport\`, a broken price
\`brokenPriceLoyalty\`. Who is No.1 in half of the region is asked \`no1Terms\` of all that.`,
		parameters: [
			'dealing.alternativeReturn',
			'dealing.lineCost',
			'dealing.exclusivePremium',
			'dealing.brandPull',
			'dealing.creditLimit',
			'dealing.goodsBackWeeks',
			'dealing.defaultWeeks',
			'dealing.rebateWeeks',
			'dealing.supportPerWeek',
			'dealing.supportSpeed',
			'dealing.commerceLoyalty',
			'dealing.informationReport',
			'dealing.logisticsLed',
			'dealing.openingLoyalty',
			'dealing.loyaltySpeed',
			'dealing.leaveBelow',
			'dealing.leavePerWeek',
			'dealing.unseenVans',
			'dealing.seenSpeed',
			'dealing.loyalZeal',
			'dealing.conferenceLoyalty',
			'dealing.cutSupport',
			'dealing.brokenPriceLoyalty'
		]
	},
	{
		title: 'Glut and diversion',
		rules: 'D22, D23',
		text: `
A dealer with more than \`glutDays\` of a product takes up to \`glutCut\` off its price to outlets, all of it at twice as many.
Goods of one region turn up in another where the gap of net prices p is beyond a threshold (Ahmadi & Yang 2000):

\`\`\`
gap       = p there − p here                       net of deals and rebates; here a step in reach and a glut count too
threshold = freight of both regions + (detectBase + detectPerLevel × inspection) × (fine + rebate lost)
share of the orders there = min(divertMost, divertResponse × (gap − threshold) / p there × (1 − L))
\`\`\`

A step of a rebate that is missing by x pays on all that was bought before: the last x is worth more than its rate, and the gap
is widest just below it.`,
		parameters: [
			'dealing.glutDays',
			'dealing.glutCut',
			'dealing.divertResponse',
			'dealing.divertMost',
			'dealing.detectBase',
			'dealing.detectPerLevel',
			'dealing.inspectionPerWeek'
		]
	}
];
