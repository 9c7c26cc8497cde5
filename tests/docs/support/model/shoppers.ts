/** Places, prices, households. */
import type { Section } from './sections.ts';

export const SHOPPER_SECTIONS: readonly Section[] = [
	{
		title: 'Places',
		rules: 'W1–W9',
		text: `
Every area has its outlets, with a channel from the area's mix and a class A, B or C by size. Sizes inside a class have a
heavy tail, scaled so that each class has exactly the file's share of the area's volume:

\`\`\`
size(o) ∝ 1 + sizeTail × u / (1.02 − u)                u uniform in [0, 1)
Σ size(o in area) = outlets × represents × unitsPerOutletWeek
\`\`\`

The opening is given by share and distribution, and appeal is what makes them agree: it is fitted so that the expected
sales of what is listed give the file's shares to 1e-9. From then on appeal stands still, and shares move.`,
		parameters: ['channel.panelShare']
	},
	{
		title: 'Prices',
		rules: 'P1–P5',
		text: `
\`\`\`
outlet price    = dealer price × (1 + dealer's mark-up)
net shelf price = outlet price × (1 + outlet's mark-up)
shelf price     = net shelf price × (1 + vat)                            whole cents at every step

trade deal D:  dealer price × (1 − D)
               outlet price × (1 − D × passThroughDealer)
               shelf price  × (1 − D × passThroughDealer × passThroughOutlet)
price-off D:   shelf price  × (1 − D), made good to the outlet
\`\`\``,
		parameters: [
			'response.passThroughDealer',
			'response.passThroughOutlet',
			'money.vat',
			'money.minPrice',
			'money.maxPrice',
			'money.maxActivityDepth',
			'money.activityFixed'
		],
		figures: ['price']
	},
	{
		title: 'Households',
		rules: 'H1–H6',
		text: `
Demand of an outlet in a week, and its share among what stands on the shelf (multiplicative attraction, Cooper & Nakanishi
1988). The small brands are always there, with attraction 1:

\`\`\`
demand(o, t) = size(o) × season(month) × (1 + growth × t / 52) × weather(r, t) × noise(o, t)

A(o, k) = appeal(a, k) × (shelf price / opening price)^−e(r) × (1 + relationLift × closeness(o, f))
s(o, k) = A(o, k) / (1 + Σ A(o, j in stock))
sales   = floor(demand × s + u), at most the stock                       u uniform: a mean of .3 stays .3
\`\`\`

At share s a brand's own price elasticity is −e (1 − s).`,
		parameters: ['response.relationLift'],
		figures: ['promotion']
	}
];
