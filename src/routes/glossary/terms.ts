/** The words of the glossary, in the order it shows them; worded in `messages/` under `term.<id>`. */
export const TERM_GROUPS = [
	{
		id: 'method',
		terms: ['deepDistribution', 'areaRolling', 'concentration', 'entryMarket', 'templateMarket']
	},
	{
		id: 'place',
		terms: ['region', 'area', 'coreDealer', 'choiceSheet', 'outlet', 'accountAbc', 'bestRival']
	},
	{
		id: 'flow',
		terms: [
			'sellIn',
			'sellThrough',
			'effectiveShipment',
			'flowThrough',
			'channelStock',
			'daysOfSupply',
			'channelStuffing',
			'orderMode',
			'replenishment',
			'bullwhip',
			'stockOut',
			'agedStock'
		]
	},
	{
		id: 'price',
		terms: [
			'priceStructure',
			'tradeDeal',
			'priceOff',
			'buyingAhead',
			'cashBeforeDelivery',
			'expenseRatio',
			'cashFloor'
		]
	},
	{
		id: 'field',
		terms: [
			'merchandiser',
			'callPlan',
			'zeroUnvisited',
			'closeness',
			'dependence',
			'wastedTime',
			'numericDistribution',
			'weightedDistribution'
		]
	},
	{ id: 'no1', terms: ['areaShare', 'no1Target', 'contestable', 'localNo1'] },
	{ id: 'know', terms: ['samplePoints', 'interval', 'audited'] },
	{ id: 'game', terms: ['turn', 'standingPlan', 'closingWeeks', 'prediction', 'seed', 'stateHash'] }
] as const;

export type TermId = (typeof TERM_GROUPS)[number]['terms'][number];
