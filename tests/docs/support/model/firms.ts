/** Field force, relations, supply, money, score. */
import type { Section } from './sections.ts';

export const FIRM_SECTIONS: readonly Section[] = [
	{
		title: 'The field force',
		rules: 'F1–F13',
		text: `
\`\`\`
minutes with accounts = heads × (minutesPerWeek × (1 − wasted time) − 60 × training hours ÷ 4)
a call costs          = its minutes + travelMinutesPerVisit, for each real outlet
visit quality         = (1 + visit.standardLift × standard)(1 + visit.trainingLift × skill) × responsibility × pay
\`\`\`

Hours go to class A, then B, then C, over all worked areas alike, and inside a class to key accounts, to what is kept, to
what is grown, last to what is to be opened; who is called on is fixed by rank, so that more hours add accounts and swap
none. Visit quality multiplies minutes and chances; one person who answers for an area adds to it, several take away.
Skill, wasted time, the account file and advice to dealers move by a share of their gap a week. People leave by
\`people.turnoverPerYear\`, overloaded ones by \`people.overloadTurnover\`, and take \`people.leaverTakes\` of their
relations along, less what a file keeps. A part of pay by sell-in, sell-through or calls bends what they do.`,
		parameters: ['field']
	},
	{
		title: 'The management platform',
		rules: 'K1–K9',
		text: `
Areas with one person each, reports, work standards and appraisal are built in \`buildWeeks\`, kept for money, and fall apart
when they are given up. As far as they stand, s from 0 to 1:

\`\`\`
wasted time settles at = the file's × (1 − visit.officeCut × office) × (1 − areasCut × s × share of areas with one person)
dealers' reports       = later and rosier by (1 − what support of information takes off) × (1 − reportsTruth × s)
visit quality          = … × (1 + standardsLift × s)
turnover               = … × (1 − appraisalStay × s)
an area's target       = the firm's × past sales × correction index ÷ the sum of that over the worked areas
visit quality          = … × (1 + (targetLift × s + pay.care × share of pay by target) × pull)
\`\`\`

Building takes \`buildHours\` of each head's time out of the field, which costs least before the launch. A target pulls where one
person has it: pull goes from 0 at past sales to 1 at \`targetStretch\` beyond, and down again to −1 where nobody can reach it. What goes
over an area's budget for promotion or people is cut before the turn begins.`,
		parameters: ['platform']
	},
	{
		title: 'Relations and listings',
		rules: 'R1–R13',
		text: `
Closeness comes of minutes, dependence of the number of calls, both S-shaped (ADBUDG, Little 1970):

\`\`\`
goal = x^c / (h^c + x^c)                           x minutes or calls in four weeks, h what gives half
closeness ← closeness + relationSpeed × (goal − closeness)

chance that a call wins the shelf  = part of a call × vans × (listPerVisit × (.5 + reputation) × (.6 + .8 dependence)
                                                              + listPerTradeDeal × deal that reaches the outlet)
chance in a week to lose it        = delistPerWeek × (1 − closeness)(1 − dependence), twice on an empty shelf
\`\`\`

Where the dealer does not deliver yet, vans is \`ownOpening\` × its delivery; else 1. Another product of the firm on the shelf
makes the chance \`siblingListing\` times as large, and a launch's role its own. An account that lists nothing of the firm is won
by four visits, two weeks apart at most, with \`field.opening.first\` … \`fourth\` times that chance; not knowing who decides
costs \`wrongPerson\`. An account that holds a grievance cools, drops us sooner, and from half of it on takes nothing new. A full outlet takes a product in only if it
promises more than the slowest there sells, which then goes; the promise is \`trialOptimism\` × what its attraction would give.`,
		parameters: [
			'response.closenessHalfMinutes',
			'response.dependenceHalfVisits',
			'response.relationShape',
			'response.relationSpeed',
			'response.wholeCallMinutes',
			'response.listPerVisit',
			'response.listPerTradeDeal',
			'response.ownOpening',
			'response.siblingListing',
			'response.trialOptimism',
			'response.delistPerWeek',
			'response.unservedDelist'
		],
		figures: ['relation']
	},
	{
		title: 'What No.1 brings',
		rules: 'Q1–Q4',
		text: `
A firm holds an area while its sales there, smoothed, are at least 1.7 times its best rival's. Then, and only then:

\`\`\`
chance of a listing × no1Listing        chance of being dropped × no1Steadiness        running a price-off × no1Terms
\`\`\``,
		parameters: ['response.no1Listing', 'response.no1Steadiness', 'response.no1Terms']
	},
	{
		title: 'Supply and money',
		rules: 'S1–S5, C1–C5',
		text: `
The plant orders by the ordering rule with α = β = 1 for its lead time and \`coverWeeks\`, in batches, within capacity and
what the firm can pay. Dealers pay before delivery. Every cent has two entries:

\`\`\`
profit = revenue − cost of goods − freight − promotion − people − overhead − interest − written off
interest accrued = floor(Σ overdraft × rate) − accrued before
\`\`\``,
		parameters: ['money.interestPerYear']
	},
	{
		title: 'What a firm sees',
		rules: 'V1–V7',
		text: `
Own books are exact. A dealer's report is late and rosy, the more so the more tiers it goes through; shares, distribution
and empty shelves come from sample points, with the interval of such a sample:

\`\`\`
reported = stock reportDelayWeeks ago × (1 − 2 reportRosy (1 − management))        once for each tier
sampled  = p ± 1.96 √(p (1 − p) × scale / n)
\`\`\``,
		parameters: ['channel.reportDelayWeeks', 'channel.reportRosy']
	},
	{
		title: 'The score',
		rules: 'Z1–Z6',
		text: `
\`\`\`
effective shipment = attainment × min(1, sell-through of two turns / sell-in of two turns)
stock              = .15 warehouse + .35 dealers + .20 outlets + .20 out of stock + .10 aged
expense            = .6 promotion and people over gross margin + .4 profit
No.1 of an area    = .85 min(1, r / 1.7)² + .15 if held for two turns                 r own share / best rival's
turn               = Σ weight × pillar;  game = Σ (t + 1) turn(t) / Σ (t + 1)
\`\`\``,
		parameters: ['score']
	}
];
