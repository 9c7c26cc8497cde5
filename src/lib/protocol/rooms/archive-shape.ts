/** The shape of a room's archive, with every size bounded. Apart from the rest: no page reads one. */
import * as v from 'valibot';
import { PlanSchema } from '../../engine/shape.ts';
import { PredictionSchema, ReportSchema } from '../shape.ts';
import { ARCHIVE_VERSION } from './after.ts';
import { SettingsSchema } from './settings.ts';
import { ENTRY_KINDS, MAX_FORKS, MAX_MEMBERS, MAX_TEAMS } from './words.ts';

const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const list = <T extends v.GenericSchema>(item: T, most: number) =>
	v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));

export const ForkSchema = v.strictObject({
	turn: v.pipe(moment, v.maxValue(64)),
	receivedAt: moment,
	plan: v.nullable(PlanSchema),
	prediction: v.nullable(PredictionSchema)
});

/** Read by the server, which believes none of it. */
export const ArchiveSchema = v.strictObject({
	format: v.literal('shapan-room'),
	version: v.literal(ARCHIVE_VERSION),
	engineVersion: v.pipe(v.string(), v.maxLength(32), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
	room: v.strictObject({
		title: name,
		settings: SettingsSchema,
		scenario: v.pipe(v.string(), v.maxLength(4 * 1024 * 1024)),
		scenarioHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		worldSeed: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
		marketSeed: hash,
		createdAt: moment
	}),
	teams: list(
		v.strictObject({
			name,
			nicknames: list(name, 10 * MAX_MEMBERS),
			joinedAt: moment,
			turns: list(
				v.strictObject({
					...ForkSchema.entries,
					id: v.pipe(v.string(), v.maxLength(64)),
					kind: v.picklist(ENTRY_KINDS),
					report: ReportSchema,
					usedMs: v.nullable(moment),
					hash
				}),
				65
			),
			forks: list(ForkSchema, MAX_FORKS)
		}),
		MAX_TEAMS
	)
});
