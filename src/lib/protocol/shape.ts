/** The shape of a save, with every size bounded. What it says is checked by playing it again. */
import * as v from 'valibot';
import { ANSWERS } from '../engine/acceptance.ts';
import { LogSchema, PlanSchema } from '../engine/shape.ts';
import { PARTINGS } from '../engine/systems/parting.ts';
import { DROP_CODES } from '../engine/plan.ts';
import { MAX_ACTIVITIES } from '../engine/state.ts';
import {
	ACTIVITY_KINDS,
	ACTIVITY_PURPOSES,
	ADVERTISING_AIMS,
	LEVERS,
	OPENING_EVENTS,
	PILLARS,
	PLATFORM_PARTS
} from '../engine/vocab.ts';
import { MAX_REASON } from './prediction.ts';

const figure = v.pipe(v.number(), v.finite());
const count = v.pipe(figure, v.integer());
const word = v.pipe(v.string(), v.maxLength(64));
const version = v.pipe(v.string(), v.maxLength(32), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
/** The length is looked at before any item: a list of a million costs no more than one too long by one. */
const list = <T extends v.GenericSchema>(item: T, most: number) =>
	v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));
const counts = <const K extends readonly `${string}`[]>(names: K) =>
	v.strictObject(v.entriesFromList(names, count));

const money = counts([
	'revenueCents',
	'costOfGoodsCents',
	'freightCents',
	'promotionCents',
	'peopleCents',
	'overheadCents',
	'interestCents',
	'writeOffCents',
	'rebateCents',
	'supportCents',
	'badDebtCents',
	'profitCents',
	'cashCents'
]);

const areaFacts = v.strictObject({
	area: word,
	region: word,
	units: list(count, 16),
	outsideUnits: count,
	numericDistribution: figure,
	weightedDistribution: figure,
	listedOutletWeeks: count,
	stockOutOutletWeeks: count,
	visitedAccounts: count,
	targetUnits: v.exactOptional(count),
	targetPastUnits: v.exactOptional(count),
	accounts: count,
	unservedAccounts: count
});

export const StatementsSchema = v.strictObject({
	balance: counts([
		'cashCents',
		'inventoryCents',
		'receivableCents',
		'payableCents',
		'overdraftCents',
		'capitalCents',
		'retainedCents'
	]),
	cashFlow: counts(['openingCents', 'profitCents', 'goodsCents', 'creditCents', 'closingCents']),
	fundsEmployedCents: count,
	returnBp: v.nullable(count)
});

export const ActivityFactsSchema = v.strictObject({
	kind: v.picklist(ACTIVITY_KINDS),
	product: word,
	aim: v.nullable(v.picklist(ADVERTISING_AIMS)),
	purpose: v.nullable(v.picklist(ACTIVITY_PURPOSES)),
	prepared: v.boolean(),
	followedUp: v.boolean(),
	...v.entriesFromList(
		['fromWeek', 'weeks', 'depthBp', 'plannedCents', 'outlets', 'contacts', 'effectiveContacts', 'shoppers'],
		count
	),
	places: list(
		v.strictObject({
			id: word,
			...v.entriesFromList(['spentCents', 'wastedCents', 'units', 'expectedUnits', 'gainCents'], count)
		}),
		256
	)
});

const dealerFacts = v.strictObject({
	region: word,
	dealer: word,
	answer: v.picklist(ANSWERS),
	parted: v.picklist(PARTINGS),
	...v.entriesFromList(
		[
			'receivableCents',
			'overdueCents',
			'goodsBackUnits',
			'divertedOutUnits',
			'divertedInUnits',
			'foundUnits',
			'finedCents',
			'stockUnits',
			'toldUnits'
		],
		count
	),
	loyalty: figure,
	returnBp: v.nullable(count),
	priceOrderBp: count
});

export const CommunicationSchema = v.strictObject({
	...v.entriesFromList(
		['planning', 'reach', 'comprehension', 'spentCents', 'effectiveContacts', 'index'],
		count
	),
	costIndex: v.nullable(count)
});

export const BoardCheckSchema = v.strictObject({
	code: word,
	value: figure,
	needed: figure,
	met: v.boolean()
});
export const BoardFactsSchema = v.strictObject({
	region: word,
	stage: count,
	after: count,
	checks: list(BoardCheckSchema, 8)
});

const turnFacts = v.strictObject({
	turn: count,
	weeks: count,
	closing: v.boolean(),
	...v.entriesFromList(
		[
			'producedUnits',
			'sellInUnits',
			'sellOutUnits',
			'writtenOffUnits',
			'plantUnits',
			'warehouseUnits',
			'transitUnits',
			'dealerUnits',
			'outletUnits',
			'agedDealerUnits',
			'divertedUnits'
		],
		count
	),
	dealers: list(dealerFacts, 64),
	field: v.strictObject({
		...v.entriesFromList(
			[
				'heads',
				'leavers',
				'loadBp',
				'overloadBp',
				'wasteBp',
				'rivalWasteBp',
				'keyEventsMet',
				'keyEventsMissed',
				'calledA',
				'strangersA'
			],
			count
		),
		outworked: v.boolean(),
		openings: counts(OPENING_EVENTS)
	}),
	platform: v.strictObject({ built: counts(PLATFORM_PARTS), buildWeeks: count, targetStretchBp: count }),
	launches: list(
		v.strictObject({
			product: word,
			region: word,
			launched: v.boolean(),
			occupancyBp: count,
			neededBp: v.nullable(count)
		}),
		1024
	),
	areas: list(areaFacts, 1024),
	activities: list(ActivityFactsSchema, MAX_ACTIVITIES),
	preparationCents: count,
	communication: v.nullable(CommunicationSchema),
	boards: list(BoardFactsSchema, 256),
	money,
	statements: StatementsSchema,
	weeksBroke: count
});

const scorePart = v.strictObject({
	code: word,
	value: figure,
	target: figure,
	points: count,
	weight: count,
	area: v.optional(word),
	band: v.optional(v.strictObject({ low: figure, high: figure, zero: figure }))
});

const pillars = counts(PILLARS);

export const TurnScoreSchema = v.strictObject({
	turn: count,
	total: count,
	pillars,
	weights: v.strictObject(v.entriesFromList(PILLARS, figure)),
	parts: v.strictObject(v.entriesFromList(PILLARS, list(scorePart, 1024)))
});

export const DroppedSchema = v.strictObject({
	code: v.picklist(DROP_CODES),
	lever: v.picklist(LEVERS),
	path: v.pipe(v.string(), v.maxLength(400)),
	params: v.record(word, v.union([v.pipe(v.string(), v.maxLength(400)), figure]))
});

const report = v.strictObject({
	firm: word,
	facts: turnFacts,
	score: v.nullable(TurnScoreSchema),
	plan: PlanSchema,
	// Every target of every activity can fall away.
	dropped: list(DroppedSchema, 20_000)
});

export const PredictionSchema = v.strictObject({
	sellOutUnits: v.nullable(count),
	reason: v.pipe(v.string(), v.maxLength(MAX_REASON))
});

export const ReportSchema = report;

export const SaveSchema = v.strictObject({
	format: v.literal('shapan-save'),
	version: v.literal(1),
	log: v.strictObject({ ...LogSchema.entries, engineVersion: version }),
	// Its own checks are those of any scenario file.
	scenario: v.record(v.string(), v.unknown()),
	strategy: v.nullable(word),
	openingHash: hash,
	reports: list(report, 65),
	hashes: list(hash, 65),
	score: v.strictObject({ total: count, pillars }),
	complete: v.boolean(),
	predictions: v.optional(list(v.nullable(PredictionSchema), 65))
});
