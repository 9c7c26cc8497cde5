/**
 * What an author writes of a lab: a chain of nodes and what is asked for at its end. Goods are whole units, time is in
 * weeks, costs in the money of the experiment (yuan, or the Beer Game's dollars), at most two decimals.
 */
import * as v from 'valibot';
import { DEMAND_SOURCES, NODE_ROLES, REPLENISHMENTS, UNMET } from '../../engine/vocab.ts';
import { headEntries, name, note } from '../head.ts';
import { filled, id, list, real, share, whole } from '../pieces.ts';

/** Most units of one week in a file: a thousand times the Beer Game's and the engine's counters have room. */
const MOST = 1_000_000;
export const MAX_NODES = 32;
export const MAX_LEAD = 26;

const units = (about: string) => whole(0, MOST, `${about} Units.`);
const weekly = (about: string) => list(units('Of one week.'), 0, MAX_LEAD, about);

const demandDraft = v.strictObject({
	source: v.pipe(
		v.picklist(DEMAND_SOURCES),
		v.description(
			'series: the figures of a list; ar1: mean + deviation, the deviation being rho × last week’s + noise × a near-normal draw.'
		)
	),
	units: v.optional(
		list(units('Of one week.'), 1, 1040, 'series: week by week; the last one goes on to the end.')
	),
	mean: v.optional(real(0, MOST, 'ar1: mean. Units.')),
	noise: v.optional(real(0, MOST, 'ar1: standard deviation of the weekly draw. Units.')),
	rho: v.optional(real(-0.99, 0.99, 'ar1: share of last week’s deviation that is left.'))
});

const nodeDraft = v.strictObject({
	id: id('Node.'),
	name,
	note,
	role: v.pipe(v.picklist(NODE_ROLES), v.description('What it stands for: a word, nothing else.')),
	supplier: v.optional(id('The node it orders from; left out: a source that never lacks anything.')),
	orderDelay: v.optional(
		whole(0, 13, 'Weeks until its order is read; 0 only where it orders from a source.'),
		1
	),
	leadWeeks: whole(0, MAX_LEAD, 'Weeks from dispatch to arrival; at least 1 behind a node.'),
	unmet: v.optional(
		v.pipe(v.picklist(UNMET), v.description('What it cannot deliver is owed (backlog) or lost.')),
		'backlog'
	),
	deliveryPerWeek: v.optional(units('Most it can send out in a week; left out: any number.')),
	capacityPerWeek: v.optional(units('Most it can begin in a week, where it orders from a source.')),
	replenishment: v.optional(
		v.pipe(
			v.picklist(REPLENISHMENTS),
			v.description(
				'ownRule: forecasts from the orders it gets; sellThrough: from what is sold at the end of the chain; fixedPush: gets pushUnits every week.'
			)
		),
		'ownRule'
	),
	information: filled(
		v.strictObject({
			delayWeeks: v.optional(whole(0, 52, 'Weeks until news from the end of the chain is here.'), 0),
			bias: v.optional(real(-0.9, 9, 'Share by which it is told too much.'), 0)
		})
	),
	theta: v.optional(share('Weight of the newest week in a smoothed forecast; 0: it never learns.')),
	movingAverage: v.optional(whole(1, 104, 'Or the forecast is the mean of so many weeks.')),
	alpha: v.optional(share('Share of the gap it closes in a week.'), 1),
	beta: v.optional(share('Share of its supply line it sees.'), 1),
	target: v.optional(real(0, MOST, 'Desired net stock and line, S′, fixed. Units.')),
	coverWeeks: v.optional(
		real(
			0,
			104,
			'Or S′ covers order delay, lead time and so many weeks more, less one week, by its forecast.'
		)
	),
	safetyStock: v.optional(units('On top of S′.'), 0),
	batch: v.optional(whole(1, MOST, 'It orders whole batches, the nearest number of them.'), 1),
	allowNegativeOrders: v.optional(
		v.pipe(v.boolean(), v.description('An order below 0 sends goods back.')),
		false
	),
	orderOverride: v.optional(
		list(units('Of one week.'), 0, 1040, 'What it orders in the first weeks, whatever the rule says.'),
		[]
	),
	pushUnits: v.optional(units('What it gets each week under fixedPush.')),
	opening: v.pipe(
		v.strictObject({
			stock: units('On its floor.'),
			backlog: v.optional(units('Owed to who buys from it.'), 0),
			inTransit: weekly(
				'Due in the first weeks: at most one figure for each week of leadWeeks; the last one goes on.'
			),
			onOrder: weekly(
				'Read by its supplier in the first weeks: at most one figure for each week of orderDelay; the last one goes on.'
			),
			forecast: real(0, MOST, 'A week. Units.')
		}),
		v.description('What stands where when the lab begins.')
	),
	cost: v.pipe(
		v.strictObject({
			holding: real(0, 1000, 'One unit that lies there for a week.'),
			backlog: real(0, 1000, 'One unit that is owed for a week.')
		}),
		v.description('At most two decimals.')
	)
});

export const labDraft = v.pipe(
	v.strictObject({
		...headEntries(v.pipe(v.literal('lab'), v.description('lab: a chain alone.'))),
		weeks: whole(1, 10_000, 'Weeks it runs, unless the command line says otherwise.'),
		demand: v.pipe(demandDraft, v.description('What is asked for at each end of the chain.')),
		shelfLifeWeeks: v.optional(whole(1, 104, 'Weeks the goods keep at a node; left out: for ever.')),
		nodes: list(nodeDraft, 1, MAX_NODES, 'The chain, from its ends up, as the report is to show it.')
	}),
	v.title('Shapan lab, format 1'),
	v.description('Goods in whole units, time in weeks, costs with at most two decimals.')
);

export type LabDraft = v.InferOutput<typeof labDraft>;
export type LabNodeDraft = LabDraft['nodes'][number];
