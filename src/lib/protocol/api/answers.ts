/**
 * What the addresses of rooms answer, as schemas: for the published description, and for tests that hold real answers to
 * it. A page takes them as they come from its own server, and carries none of this.
 */
import * as v from 'valibot';
import { OUTLOOKS } from '../../engine/acceptance.ts';
import { PlanSchema } from '../../engine/shape.ts';
import { KINDS, LEVERS, PILLARS } from '../../engine/vocab.ts';
import { ForkSchema } from '../rooms/archive-shape.ts';
import { BothLanguages, Count, Hash, Id, Instant } from '../rooms/fields.ts';
import {
	ENTRY_KINDS,
	ROOM_PHASES,
	StreamEventSchema,
	type CommandDone,
	type Joined,
	type RoomCard,
	type RoomCreated,
	type RoomLine
} from '../rooms/index.ts';
import { DroppedSchema, PredictionSchema, ReportSchema, TurnScoreSchema } from '../shape.ts';
import { FirmsSchema, ViewSchema } from './view.ts';

const figure = v.pipe(v.number(), v.finite());
const Points = v.strictObject({
	total: Count,
	pillars: v.strictObject(v.entriesFromList(PILLARS, Count))
});
const Code = v.pipe(v.string(), v.regex(/^[0-9A-Z]{6,12}$/));

/** Holds a schema to the type that the two sides of the wire share. */
const of =
	<T>() =>
	<S extends v.GenericSchema<unknown, T>>(schema: S): S =>
		schema;

export const NothingSchema = v.strictObject({});
export const RoomOpenedSchema = v.strictObject({ room: Id });
export const ForgottenSchema = v.strictObject({ removed: Count });
export const ReadySchema = v.strictObject({
	ready: v.literal(true),
	database: v.picklist(['sqlite', 'postgres'])
});
export const ResumeCodeSchema = v.strictObject({ resumeCode: Code });

export const RoomCreatedSchema = of<RoomCreated>()(
	v.strictObject({ room: Id, secret: v.string(), joinCode: Code })
);

export const RoomListSchema = of<readonly RoomLine[]>()(
	v.array(
		v.strictObject({
			room: Id,
			title: v.string(),
			phase: v.picklist(ROOM_PHASES),
			joinCode: Code,
			teams: Count,
			createdAt: Instant,
			endedAt: v.nullable(Instant)
		})
	)
);

export const RoomCardSchema = of<RoomCard>()(
	v.strictObject({ room: Id, title: v.string(), joinable: v.boolean(), teams: Count })
);

export const JoinedSchema = of<Joined>()(
	v.strictObject({
		room: Id,
		team: Id,
		name: v.string(),
		nickname: v.string(),
		resumeCode: v.nullable(Code)
	})
);

export const CommandDoneSchema = of<CommandDone>()(
	v.strictObject({
		command: v.string() as v.GenericSchema<string, CommandDone['command']>,
		resumeCode: v.exactOptional(Code),
		secret: v.exactOptional(v.string())
	})
);

const snapshot = StreamEventSchema.options.find(({ entries }) => entries.event.literal === 'snapshot');
if (snapshot === undefined) throw new Error('the stream has no snapshot');
export const SnapshotSchema: v.GenericSchema = snapshot;

const named = v.record(v.string(), v.strictObject({ name: BothLanguages, note: v.nullable(BothLanguages) }));
const paragraphs = v.strictObject({ 'zh-CN': v.string(), en: v.string() });

const TextsSchema = v.strictObject({
	...v.entriesFromList(['title', 'summary', 'briefing', 'goal', 'hint'], paragraphs),
	...v.entriesFromList(['regions', 'areas', 'firms', 'products', 'dealers'], named)
});

export const TeamMarketSchema = v.strictObject({
	team: Id,
	played: Count,
	phase: v.picklist(['playing', 'decided', 'over']),
	view: ViewSchema,
	scenario: v.strictObject({
		id: v.string(),
		kind: v.picklist(KINDS),
		meta: v.strictObject({
			title: paragraphs,
			summary: paragraphs,
			difficulty: figure,
			lessons: v.array(v.string())
		}),
		time: v.looseObject({ turns: Count, weeksPerTurn: Count, closingWeeks: Count }),
		areas: Count,
		rivals: Count,
		hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
	}),
	texts: TextsSchema,
	outlines: v.record(v.string(), v.array(v.strictTuple([figure, figure]))),
	engineVersion: v.string(),
	reports: v.array(ReportSchema),
	score: v.nullable(v.strictObject({ ...Points.entries, turns: v.array(TurnScoreSchema) })),
	decisions: v.array(
		v.strictObject({ plan: v.nullable(PlanSchema), prediction: v.nullable(PredictionSchema) })
	),
	/** Null in a sealed room before the reveal. */
	open: v.nullable(
		v.strictObject({
			worldSeed: v.string(),
			marketSeed: Hash,
			openingHash: Hash,
			hashes: v.array(Hash),
			plans: v.array(PlanSchema),
			standalone: v.string()
		})
	)
});

export const PreviewSchema = v.strictObject({
	turn: Count,
	applied: PlanSchema,
	dropped: v.array(DroppedSchema),
	commitments: v.strictObject({
		...v.entriesFromList(
			[
				'wagesCents',
				'staffChangeCents',
				'programmesCents',
				'platformCents',
				'appointCents',
				'supportCents',
				'launchCents',
				'activitiesCents',
				'minutesAvailable'
			],
			figure
		),
		minutesNeeded: v.array(figure)
	}),
	outlooks: v.array(
		v.strictObject({
			region: v.string(),
			dealer: v.string(),
			outlook: v.picklist(OUTLOOKS),
			returnBp: v.nullable(figure),
			askLowBp: figure,
			askHighBp: figure
		})
	)
});

export const ResultsSchema = v.strictObject({
	room: Id,
	title: v.string(),
	texts: TextsSchema,
	firms: FirmsSchema,
	/** In force before the first turn. */
	opening: PlanSchema,
	teams: v.array(
		v.strictObject({
			team: Id,
			name: v.string(),
			nicknames: v.array(v.string()),
			turns: v.array(
				v.strictObject({
					turn: Count,
					kind: v.picklist(ENTRY_KINDS),
					plan: v.nullable(PlanSchema),
					prediction: v.nullable(PredictionSchema),
					report: ReportSchema,
					usedMs: v.nullable(Count)
				})
			),
			score: v.nullable(v.strictObject({ ...Points.entries, turns: v.array(TurnScoreSchema) })),
			forks: v.array(ForkSchema)
		})
	),
	levers: v.array(
		v.array(
			v.strictObject({
				lever: v.picklist(LEVERS),
				touched: v.array(Id),
				figures: v.array(v.strictObject({ figure: v.string(), min: figure, median: figure, max: figure }))
			})
		)
	)
});
