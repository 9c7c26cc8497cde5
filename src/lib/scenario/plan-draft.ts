/**
 * What an author writes of a plan: `defaultPlan` of the player's firm, `plan` of a rival. All of it stands until somebody
 * changes it, so that one-offs (an appointment, a pushed order, an activity) have no place here.
 */
import * as v from 'valibot';
import { MAX_MINUTES, MAX_VISITS } from '../engine/field/project.ts';
import { INDEX_HIGH_BP, INDEX_LOW_BP, MOST_TARGET_UNITS } from '../engine/platform/targets.ts';
import {
	MAX_CREDIT_DAYS,
	MAX_FINE_BP,
	MAX_LEVEL,
	MAX_REBATE_BP,
	MAX_STEP_FROM_BP,
	MAX_STEPS
} from '../engine/terms.ts';
import { CLASSES, ORDER_MODES, PLATFORM_PARTS, SUPPORT_FLOWS, type SupportFlow } from '../engine/vocab.ts';
import { fieldExtras } from './field-draft.ts';
import { byId, id, list, perClass, real, whole, yuan } from './pieces.ts';

/** As in a file: a decimal. */
const decimal = (bp: number): number => bp / 10_000;
/** The largest sum that is whole cents and can be counted exactly with others. */
const MOST_YUAN = 1e9;

const level = (about: string) => v.exactOptional(whole(0, MAX_LEVEL, about), 0);
const FLOWS: Readonly<Record<SupportFlow, string>> = {
	commerce: 'Price, ordering, promotion, after-sales.',
	information: 'Sharing, feedback, surveys.',
	logistics: 'Forecast, stock guidance, delivery.'
};

const termsDraft = v.pipe(
	v.strictObject({
		exclusive: v.exactOptional(v.pipe(v.boolean(), v.description('It sells no rival’s goods.'))),
		creditDays: v.exactOptional(
			whole(0, MAX_CREDIT_DAYS, 'Days until an invoice is due; 0: cash before delivery.')
		),
		rebate: v.exactOptional(real(0, decimal(MAX_REBATE_BP), 'Rebate on all it pays for goods.')),
		target: v.exactOptional(
			yuan(MOST_YUAN, 'What it is to buy in a rebate period, at what it pays; 0: no target.')
		),
		steps: v.exactOptional(
			list(
				v.strictObject({
					from: real(0.01, decimal(MAX_STEP_FROM_BP), 'Part of the target.'),
					rebate: real(0.0001, decimal(MAX_REBATE_BP), 'Rebate on top, on everything, from there on.')
				}),
				0,
				MAX_STEPS,
				'Steps of a rebate that rises with the target; each above the one before.'
			)
		),
		support: v.exactOptional(
			v.pipe(
				v.strictObject(
					Object.fromEntries(SUPPORT_FLOWS.map((flow) => [flow, level(FLOWS[flow])])) as Record<
						SupportFlow,
						ReturnType<typeof level>
					>
				),
				v.description('Levels of support by flow, 0–3; default: none.')
			)
		),
		assigned: v.exactOptional(
			v.pipe(
				v.strictObject({
					areas: list(id('An area of the region.'), 1, 32, 'Areas.'),
					classes: v.exactOptional(
						list(v.picklist(CLASSES), 1, CLASSES.length, 'Classes of accounts; default: all.')
					)
				}),
				v.description('The outlets it may deliver to; default: all of its network.')
			)
		)
	}),
	v.description('Left out: the usual terms, cash before delivery and nothing on top.')
);

/** Dealers: what is offered to whom, and what is done against diversion. */
const dealing = {
	terms: v.exactOptional(
		byId(termsDraft, 'Terms offered to the dealer of a region, by region: it answers when the game begins.')
	),
	control: v.exactOptional(
		v.pipe(
			v.strictObject({
				inspection: whole(0, MAX_LEVEL, 'Level of looking: codes on the cases, people who read them.'),
				fine: v.exactOptional(
					real(0, decimal(MAX_FINE_BP), 'Fine, of the list value of the goods found.'),
					0
				),
				forfeit: v.exactOptional(
					v.pipe(v.boolean(), v.description('Who is found out loses the rebate of the period.')),
					false
				)
			}),
			v.description('Against diversion (窜货), in all regions; default: nothing.')
		)
	)
};

/** The platform: what is built, who is to sell how much, what it may cost. */
const managing = {
	platform: v.exactOptional(
		list(
			v.pipe(v.picklist(PLATFORM_PARTS), v.description('A part.')),
			0,
			4,
			'Parts of the management platform it builds and keeps; default: none.'
		)
	),
	targets: v.exactOptional(
		v.pipe(
			v.strictObject({
				units: whole(0, MOST_TARGET_UNITS, 'What the worked areas are to sell in a turn.'),
				index: v.exactOptional(
					byId(
						real(decimal(INDEX_LOW_BP), decimal(INDEX_HIGH_BP), 'On past sales.'),
						'Correction index (修正指数) by area; default: 1.'
					),
					{}
				)
			}),
			v.description('The target of a turn, split by past sales × correction index; default: none.')
		)
	),
	budgets: v.exactOptional(
		byId(
			v.strictObject({
				promotion: yuan(MOST_YUAN, 'What promotion may cost there in a turn.'),
				people: yuan(MOST_YUAN, 'What people may cost there in a turn.')
			}),
			'Budgets by area; left out: no limit but the cash.'
		)
	)
};

export const planDraft = v.strictObject({
	regions: v.optional(
		v.strictObject({
			worked: list(
				id('An area.'),
				0,
				500,
				'Areas the field force works, the most wanted first; default: all.'
			)
		})
	),
	field: v.optional(
		v.strictObject({
			merchandisers: whole(0, 2000, 'Head count.'),
			visitsPer4Weeks: perClass(
				whole(0, MAX_VISITS, 'Visits.'),
				'Visits per four weeks to one account, by class.'
			),
			minutesPerVisit: perClass(whole(0, MAX_MINUTES, 'Minutes.'), 'Minutes per visit, by class.'),
			...fieldExtras
		})
	),
	...dealing,
	...managing,
	price: v.optional(
		byId(yuan(100_000, 'Dealer price without tax.'), 'Dealer price by product; default: the price sheet.'),
		{}
	),
	priceByRegion: v.optional(
		byId(
			byId(yuan(100_000, 'Dealer price without tax.'), 'By product; default: the general one.'),
			'Dealer price of its own where a region has one, by region and product.'
		),
		{}
	),
	orderMode: v.optional(
		byId(v.picklist(ORDER_MODES), 'How the dealer of a region orders, by region; default: dealerRule.'),
		{}
	),
	quotas: v.optional(
		byId(
			byId(whole(0, 1_000_000, 'Cases a week.'), 'By product; default: none.'),
			'What the firm orders for its dealer, by region whose orderMode is quota.'
		),
		{}
	),
	production: v.exactOptional(
		byId(
			whole(0, 1_000_000, 'Cases a week.'),
			'What the plant makes by plan, by product; default: what the ordering rule asks for.'
		)
	),
	launches: v.exactOptional(
		byId(
			list(id('A region.'), 1, 32, 'Regions.'),
			'Regions in which a product that waits for a decision is launched, by product.'
		)
	)
});

export type PlanDraft = v.InferOutput<typeof planDraft>;
