/** Places, prices, households, brands. */
import type { Section } from './sections.ts';

export const SHOPPER_SECTIONS: readonly Section[] = [
	{
		title: 'Places',
		rules: 'W1–W11',
		text: `
Every area has its outlets, with a channel from the area's mix and a class A, B or C by size. Sizes inside a class have a
heavy tail, scaled so that each class has exactly the file's share of the area's volume:

\`\`\`
size(o) ∝ 1 + sizeTail × u / (1.02 − u)                u uniform in [0, 1)
Σ size(o in area) = outlets × represents × unitsPerOutletWeek
\`\`\`

An outlet has room for \`outletSlots\` products; the small ones keep the few that sell best, so that assortments are nested, and
a brand that reaches the small shops meets fewer rivals there: its share is convex in its distribution.

The opening is given by share and distribution, and appeal is what makes them agree: it is fitted, with the attraction of
buying nothing, so that the expected sales of what is listed give the file's shares and volume to 1e-9. From then on appeal
stands still, and shares move.`,
		parameters: ['channel.outletSlots', 'channel.panelShare', 'response.outsideShare'],
		figures: ['velocity']
	},
	{
		title: 'Prices and activities',
		rules: 'P1–P9, A1–A4',
		text: `
\`\`\`
outlet price    = dealer price × (1 + dealer's mark-up)
net shelf price = outlet price × (1 + outlet's mark-up)
shelf price     = net shelf price × (1 + vat)                            whole cents at every step

trade deal D:  dealer price × (1 − D)
               outlet price × (1 − D × passThroughDealer)
               shelf price  × (1 − D × passThroughDealer × passThroughOutlet)
price-off D:   shelf price  × (1 − D), made good to the outlet up to the budget
\`\`\`

The price order (价盘): what a product usually costs in a region, and what that leaves the trade.

\`\`\`
pressure    = max(what was asked below the usual price in the week, what a dealer in glut dumps by)
erosion     ← erosion + (pressure > erosion ? priceErosion : priceRecovery) × (pressure − erosion)
dumped      = dumpDepth × (days of supply / glutDays − 1)                   off the outlet's price, above glutDays
usual price = price of the sheet × (1 − erosion)                            what shoppers pay and reckon from
margin m    = what the outlet earns at it / what the file's sheet promised, 0 to 1
chance of a listing × m          chance of being dropped × (1 + (thinMargin − 1)(1 − m))
\`\`\``,
		parameters: [
			'response.passThroughDealer',
			'response.passThroughOutlet',
			'response.priceErosion',
			'response.priceRecovery',
			'response.glutDays',
			'response.dumpDepth',
			'response.thinMargin',
			'money.vat',
			'money.minPrice',
			'money.maxPrice',
			'money.maxActivityDepth',
			'money.activityFixed'
		],
		figures: ['price']
	},
	{
		title: 'Market activities',
		rules: 'A5–A22',
		text: `
An activity is for whole regions, or for outlets of some channels, classes or a segment (ranges of whole numbers). Each kind
does one thing, and kinds multiply:

\`\`\`
gift G:       felt as a price-off of G × bonusWorth, costs G × bonusCost of the net shelf price on each unit
display D:    attraction × (1 + D)^shelfElasticity                        D facings on top; paid by outlet and week
sampling:     attraction × (1 + samplingLift); goodwill + samplingTrial × part of the region's shoppers who tasted
advertising:  i spend over the reference; goodwill settles at 1 − w + w √(standing + aimGoodwill × i)
              aware: chance of a listing × (1 + awarenessListing √i);  sales: attraction × (1 + salesLift √i), while it runs
conference:   chance of a listing × (1 + conferenceListing × min(1, budget / conference))
small board:  chance of a listing × (1 + boardListing) from stage 3, attraction × (1 + boardLift) in stages 4 and 5
not prepared: every effect above × unprepared
follow-up:    goodwill + followUpGoodwill × weekly extra units / region's demand
\`\`\`

Who pays less and less grows used to it, and finds the list price dear (the trap of promotion):

\`\`\`
used ← referenceKeep × used + (1 − referenceKeep) × (what was taken off the shelf price)
attraction × (1 − used)^referenceExponent
\`\`\`

The communication index of a turn is V = (planning + reach + comprehension) ÷ (spend per effective contact over
\`contactBase\`) in percent.`,
		parameters: [
			'activities.bonusWorth',
			'activities.bonusCost',
			'activities.displayPerWeek',
			'activities.maxDisplay',
			'activities.samplingPerDay',
			'activities.samplingLift',
			'activities.samplingContacts',
			'activities.samplingTrial',
			'activities.aimGoodwill',
			'activities.awarenessListing',
			'activities.salesLift',
			'activities.conference',
			'activities.conferenceListing',
			'activities.unprepared',
			'activities.preparation',
			'activities.preparedCover',
			'activities.followUp',
			'activities.followUpGoodwill',
			'activities.approvalLimit',
			'activities.approvalWeeks',
			'activities.referenceKeep',
			'activities.referenceExponent',
			'activities.boardPerWeek',
			'activities.boardListing',
			'activities.boardLift',
			'activities.contactBase'
		],
		figures: []
	},
	{
		title: 'Households',
		rules: 'H1–H13',
		text: `
Demand of an outlet in a week, and its share by multiplicative attraction (Cooper & Nakanishi 1988). Small brands are always
there, with attraction 1; buying nothing has attraction \`n\`, fitted so that \`outsideShare\` of potential demand buys nothing at
the opening. Shoppers of a price tier T count the products of other tiers by \`tierLeak\`:

\`\`\`
demand(o, t) = size(o) / (1 − outsideShare) × season(r, month) × (1 + growth(r) × t / 52)
               × weather(r, t) × shock(r, t) × (1 − what pantries feed) × noise(o, t)

A(o, k) = appeal(a, k) × (shelf price / opening price)^−e(r) × goodwill(r, f) × life(k, t)
          × facings(o, k)^shelfElasticity × (1 + relationLift × closeness(o, f))
s_T(o, k) = leak(T, k) A(o, k) / (1 + n + Σ leak(T, j) A(o, j listed))
sales     = floor(Σ_T demand × tier share × s_T × buy + u), at most the stock      u uniform: a mean of .3 stays .3
\`\`\`

At share s of potential demand the elasticity is −e (1 − s). In a price-off that will end, shoppers store:

\`\`\`
buy    = 1 + stockpile × discount
pantry ← pantry × (1 − pantryDrain) + bought × (1 − 1 / buy)
         what is used up is not bought: pantryLoyalty of it of the same product, the rest of any brand
\`\`\`

So a price-off wins about a third each from other brands, from buying nothing, and from other weeks (van Heerde). Of those
who find an empty shelf \`otherBrand\` and \`otherPack\` choose again in the shop by attraction; \`otherStore\` and \`later\` come to
the area's outlets a week after, as a factor on demand; the rest buy nothing. Of those whose shop does not list what they would take, some seek it in the area:

\`\`\`
buy × (1 + search × (1 − d) / d)                d weighted distribution of the product in the area, at most the double
\`\`\``,
		parameters: [
			'response.relationLift',
			'response.shelfElasticity',
			'response.stockpile',
			'response.pantryDrain',
			'response.pantryLoyalty',
			'response.search',
			'response.tierLeak',
			'response.stockOut'
		],
		figures: ['promotion']
	},
	{
		title: 'Brands and launches',
		rules: 'B1–B4',
		text: `
Goodwill by region and firm (Nerlove & Arrow 1962), with advertising by a square root, and what the core outlets (class A,
on-premise) radiate to the other channels (盘中盘):

\`\`\`
goodwill ← goodwillRetention × goodwill + (1 − goodwillRetention) × (1 − w + w √(spend / reference))
           w advertisingWeight; spend and reference per unit of the region's demand
radiance ← goodwillRetention × radiance + (1 − goodwillRetention) × own share inside the core outlets
attraction in the other channels × (goodwill + smallBoard × radiance)

life(k, t) = (1 − ageingPerYear × years on the market) × (1 + noveltyLift × 2^−(weeks since launch / noveltyWeeks))
\`\`\`

The second factor is a launch's only, whose appeal is its role's share of the mean of its firm's products. A
launch without a week comes when its firm decides: \`launchProduct\` once and \`launchRegion\` for each region, in regions where
\`groupFrom\` or \`coverageFrom\` of the accounts list the firm.`,
		parameters: [
			'response.goodwillRetention',
			'response.advertisingWeight',
			'response.advertisingReference',
			'response.smallBoard',
			'response.noveltyLift',
			'response.noveltyWeeks',
			'response.ageingPerYear',
			'response.launchRoles',
			'response.groupFrom',
			'response.coverageFrom',
			'money.launchProduct',
			'money.launchRegion'
		],
		figures: ['goodwill']
	}
];
