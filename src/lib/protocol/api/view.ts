/** What a firm sees, as a schema: held to `FirmView` by its type, and to real answers by the tests of the addresses. */
import * as v from 'valibot';
import { ANSWERS } from '../../engine/acceptance.ts';
import type { Plan } from '../../engine/plan.ts';
import { PlanSchema, TermsSchema } from '../../engine/shape.ts';
import { PARTINGS } from '../../engine/systems/parting.ts';
import { SOURCES, type FirmView } from '../../engine/view.ts';
import {
	CALL_PURPOSES,
	CHANNELS,
	CLASSES,
	DEALER_FACTORS,
	DEALER_GRIEVANCES,
	FUNNEL_STAGES,
	LAUNCH_ROLES,
	LEVERS,
	OPENING_EVENTS,
	ORDER_MODES,
	PLATFORM_PARTS,
	RELATION_LEVELS,
	RELATION_TYPES
} from '../../engine/vocab.ts';
import {
	ActivityFactsSchema,
	BoardCheckSchema,
	BoardFactsSchema,
	CommunicationSchema,
	StatementsSchema
} from '../shape.ts';

const figure = v.pipe(v.number(), v.finite());
const known = v.nullable(figure);
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const figures = <const K extends readonly `${string}`[]>(names: K) =>
	v.strictObject(v.entriesFromList(names, figure));

/** Never bare: `low` and `high` around it, and null for what is not known. */
export const FigureSchema = v.strictObject({
	value: known,
	low: known,
	high: known,
	asOfWeek: v.pipe(v.number(), v.integer(), v.minValue(-1)),
	source: v.picklist(SOURCES)
});
const Figures = v.array(FigureSchema);
const PerClassSchema = figures(CLASSES);

const ReturnsSchema = figures(['limitBp', 'fromAgeBp', 'creditBp']);

const ContractSchema = v.strictObject({
	terms: TermsSchema,
	level: v.picklist(RELATION_LEVELS),
	relation: v.picklist(RELATION_TYPES),
	grievances: v.array(v.picklist(DEALER_GRIEVANCES)),
	answer: v.picklist(ANSWERS),
	...v.entriesFromList(
		[
			'receivableCents',
			'overdueCents',
			'boughtCents',
			'rebateDueCents',
			'periodWeeksLeft',
			'goodsBackUnits',
			'foundUnits',
			'finedCents',
			'outletsBp'
		],
		figure
	),
	returnBp: known
});

const CandidateSchema = v.strictObject({
	id: v.string(),
	stated: figures(DEALER_FACTORS),
	heldBy: v.nullable(v.string()),
	open: v.boolean(),
	capitalCents: figure,
	returns: v.nullable(ReturnsSchema)
});

const RegionViewSchema = v.strictObject({
	id: v.string(),
	areas: v.array(v.string()),
	freightCentsPerUnit: figure,
	leadWeeks: Count,
	dealer: v.string(),
	orderMode: v.picklist(ORDER_MODES),
	dealerStock: Figures,
	dealerSales: Figures,
	secondTierStock: Figures,
	dealerDaysOfSupply: FigureSchema,
	advice: figure,
	returns: v.nullable(ReturnsSchema),
	board: v.strictObject({
		stage: Count,
		tests: v.array(BoardCheckSchema),
		coreOutlets: Count,
		last: v.nullable(BoardFactsSchema)
	}),
	contract: v.nullable(ContractSchema),
	parted: v.picklist(PARTINGS),
	candidates: v.array(CandidateSchema)
});

const AreaFieldSchema = v.strictObject({
	purposes: figures(CALL_PURPOSES),
	unvisited: v.nullable(PerClassSchema),
	stages: figures(FUNNEL_STAGES),
	relations: figures(RELATION_TYPES),
	levels: figures(RELATION_LEVELS),
	openings: figures(OPENING_EVENTS),
	conversion: v.strictObject({ leadRate: known, opportunities: figure, orderRate: known, orders: figure }),
	keyPersons: figure,
	quality: figure
});

const AreaViewSchema = v.strictObject({
	id: v.string(),
	region: v.string(),
	worked: v.boolean(),
	outlets: PerClassSchema,
	channels: figures(CHANNELS),
	categoryUnits: FigureSchema,
	shares: Figures,
	ratio: FigureSchema,
	distribution: Figures,
	sellOut: FigureSchema,
	stockOutRate: FigureSchema,
	visitedShare: FigureSchema,
	field: AreaFieldSchema,
	no1: v.strictObject({
		occupancy: Figures,
		insideA: Figures,
		gapUnits: FigureSchema,
		accounts: v.array(
			v.strictObject({
				outlet: Count,
				represents: figure,
				outletClass: v.picklist(CLASSES),
				channel: v.picklist(CHANNELS),
				gainUnits: known
			})
		),
		openAccounts: FigureSchema,
		uncalled: PerClassSchema
	}),
	target: known
});

const ProductSchema = v.strictObject({
	id: v.string(),
	regionPriceCents: v.array(figure),
	regionOrder: Figures,
	...v.entriesFromList(
		[
			'unitsPerCase',
			'unitCostCents',
			'dealerPriceCents',
			'openingDealerPriceCents',
			'minDealerPriceCents',
			'maxDealerPriceCents',
			'shelfPriceCents',
			'dealerMarkup',
			'outletMarkup',
			'shelfLifeWeeks',
			'warehouseUnits',
			'plantUnits',
			'producedLastTurn',
			'sellInLastTurn'
		],
		figure
	),
	launch: v.nullable(
		v.strictObject({
			role: v.picklist(LAUNCH_ROLES),
			decided: v.boolean(),
			firstLotUnits: figure,
			regions: v.array(v.strictObject({ region: v.string(), week: known, occupancy: figure, needed: known }))
		})
	)
});

const RivalProductSchema = v.strictObject({
	id: v.string(),
	firm: v.string(),
	listShelfPriceCents: figure,
	shelfPriceCents: FigureSchema,
	regionShelfCents: Figures
});

const FieldSchema = v.strictObject({
	...v.entriesFromList(
		[
			'merchandisers',
			'newcomers',
			'leavers',
			'minutesPerWeek',
			'minutesPerHead',
			'travelMinutesPerVisit',
			'load',
			'wastedTime',
			'skill',
			'accountFile',
			'keyEventsMet',
			'keyEventsMissed'
		],
		figure
	),
	rivalWaste: v.array(v.strictObject({ firm: v.string(), wasted: FigureSchema })),
	wasteRatio: FigureSchema
});

const MoneySchema = v.strictObject({
	...v.entriesFromList(
		[
			'cashCents',
			'creditLineCents',
			'revenueLastTurnCents',
			'grossMarginLastTurnCents',
			'expenseLastTurnCents',
			'profitLastTurnCents',
			'peopleLastTurnCents',
			'weeksBroke'
		],
		figure
	),
	statements: v.nullable(StatementsSchema)
});

const RulesSchema = v.strictObject({
	...v.entriesFromList(
		[
			'wageCentsPerWeek',
			'hireCents',
			'severanceWeeks',
			'appointCents',
			'activityFixedCents',
			'maxActivityDepthBp',
			'maxMerchandisers',
			'pushLimitDays',
			'normalDealerDays',
			'vatBp',
			'maxVisits',
			'maxMinutes',
			'shortlistMin',
			'shortlistMax',
			'newcomerOutput',
			'closingWeeks',
			'launchProductCents',
			'launchRegionCents'
		],
		figure
	),
	outletCycleWeeks: PerClassSchema,
	activities: figures([
		'maxDisplayBp',
		'displayCentsPerWeek',
		'samplingCentsPerDay',
		'boardCentsPerWeek',
		'conferenceCents',
		'preparationBp',
		'followUpBp',
		'approvalLimitCents',
		'approvalWeeks'
	]),
	field: figures([
		'trainingCentsPerHour',
		'standardCentsPerWeek',
		'officeCentsPerWeek',
		'fileCentsPerAccountWeek',
		'advisorWageCentsPerWeek',
		'maxTrainingHours',
		'maxAdvisors',
		'dealersPerAdvisor',
		'maxKeyAccounts',
		'maxPayShareBp',
		'sampleCents',
		'wasteEdge',
		'overload',
		'maxGapWeeks'
	]),
	dealing: v.strictObject({
		...v.entriesFromList(
			[
				'supportCentsPerWeek',
				'inspectionCentsPerWeek',
				'rebateWeeks',
				'alternativeBp',
				'glutDays',
				'defaultWeeks',
				'maxCreditDays',
				'maxRebateBp',
				'maxSteps',
				'maxStepFromBp',
				'maxLevel',
				'maxFineBp'
			],
			figure
		),
		detectionBp: v.array(figure)
	}),
	platform: figures([
		'buildWeeks',
		'buildCentsPerWeek',
		'keepCentsPerHeadWeek',
		'buildHours',
		'targetStretch'
	])
});

export const FirmsSchema = v.array(v.strictObject({ id: v.string(), role: v.picklist(['player', 'rival']) }));

const ViewEntries = v.strictObject({
	scenario: v.string(),
	firm: v.string(),
	turn: Count,
	turns: Count,
	week: Count,
	weeksPerTurn: Count,
	open: v.array(v.picklist(LEVERS)),
	unlocks: v.strictObject(v.entriesFromList(LEVERS, Count)),
	firms: FirmsSchema,
	regions: v.array(RegionViewSchema),
	areas: v.array(AreaViewSchema),
	products: v.array(ProductSchema),
	rivalProducts: v.array(RivalProductSchema),
	field: FieldSchema,
	platform: v.strictObject({ built: figures(PLATFORM_PARTS), namedShare: figure }),
	money: MoneySchema,
	plant: figures(['leadWeeks', 'capacityUnitsPerWeek', 'batchUnits', 'coverWeeks']),
	rules: RulesSchema,
	sellOutTarget: known,
	activities: v.array(
		v.strictObject({
			turn: Count,
			facts: ActivityFactsSchema,
			spentCents: figure,
			wastedCents: figure,
			extra: FigureSchema,
			returns: FigureSchema
		})
	),
	communication: v.nullable(CommunicationSchema),
	// Its optional parts are left out, not undefined.
	plan: PlanSchema as v.GenericSchema<unknown, Plan>
});

/** Not one part of it more or less than `FirmView` has. */
export const ViewSchema: v.GenericSchema<unknown, FirmView> = ViewEntries;
