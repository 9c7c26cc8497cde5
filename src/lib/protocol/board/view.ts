/** What the server tells of its boards. */
import * as v from 'valibot';
import { PILLARS } from '../../engine/vocab.ts';
import { ScoreSchema } from './submission.ts';

/** By what a board can be read: the score, or one pillar of it. */
export const MEASURES = ['total', ...PILLARS] as const;
export type Measure = (typeof MEASURES)[number];

/** Whether the chance of the weeks was known to those who played. The two are never on one board. */
export const SEALS = ['open', 'sealed'] as const;
export type Seal = (typeof SEALS)[number];

export const PAGE_SIZE = 50;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.strictObject({ 'zh-CN': v.string(), en: v.string() });

export const BoardIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/));

/** Says who asks: `PlayerKeySchema`. */
export const PLAYER_HEADER = 'x-shapan-player';

export const BoardQuerySchema = v.strictObject({
	board: BoardIdSchema,
	by: v.picklist(MEASURES),
	/** `next` of the page before; null for the first. */
	after: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,16}$/)))
});

export const BoardSchema = v.strictObject({
	id: BoardIdSchema,
	scenario: v.strictObject({ id: v.string(), hash: v.string(), title: v.nullable(text) }),
	engineVersion: v.string(),
	seal: v.picklist(SEALS),
	/** Id of the room it belongs to; null where anybody’s games of the scenario are on it. */
	room: v.nullable(v.string()),
	/** Players, each with the best of their games. */
	runs: count
});
export type Board = v.InferOutput<typeof BoardSchema>;

export const BoardListSchema = v.strictObject({ boards: v.array(BoardSchema) });
export type BoardList = v.InferOutput<typeof BoardListSchema>;

export const BoardRowSchema = v.strictObject({
	/** From 1; equal values share it, the one handed in first standing first. */
	rank: count,
	name: v.string(),
	...ScoreSchema.entries,
	/** Milliseconds since 1970. */
	receivedAt: count,
	/** Another team of the room handed in the very same decisions. */
	twin: v.boolean(),
	/** Of whoever asks. */
	own: v.boolean()
});
export type BoardRow = v.InferOutput<typeof BoardRowSchema>;

export const OwnStandingSchema = v.strictObject({
	...BoardRowSchema.entries,
	/** Thousandths to the next better value; null for the first. */
	toNext: v.nullable(count)
});
export type OwnStanding = v.InferOutput<typeof OwnStandingSchema>;

export const BoardPageSchema = v.strictObject({
	board: BoardSchema,
	by: v.picklist(MEASURES),
	rows: v.array(BoardRowSchema),
	/** For `after`, to read on; null on the last page. */
	next: v.nullable(v.string()),
	/** Null for somebody who is not on it, or did not say who they are. */
	own: v.nullable(OwnStandingSchema)
});
export type BoardPage = v.InferOutput<typeof BoardPageSchema>;

/** `GET /api/boards/<id>/stream`: it changed (and once at the beginning), it goes on, it ends and may be opened again. */
export const BoardEventSchema = v.strictObject({
	event: v.picklist(['board', 'heartbeat', 'bye']),
	serverNow: count
});
export type BoardEvent = v.InferOutput<typeof BoardEventSchema>;

export const SUBMISSION_STATES = ['waiting', 'ranked', 'refused'] as const;

export const ReceiptSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
	state: v.picklist(SUBMISSION_STATES),
	board: BoardIdSchema,
	/** Why it was refused. */
	faults: v.array(
		v.strictObject({
			code: v.string(),
			path: v.string(),
			message: v.string(),
			params: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
			text: v.optional(v.string())
		})
	),
	/** On the board, once ranked. It may be that of a better game of the same player. */
	rank: v.nullable(count),
	score: v.nullable(ScoreSchema)
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;
