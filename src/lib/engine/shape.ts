/**
 * Shapes of what comes from outside: plans, logs, saves. A bad shape is refused here, with its path; what is
 * well-shaped but infeasible is `project`'s business. Sizes are bounded before anything is built from them.
 */
import * as v from 'valibot';
import { fail, fault, ok, type Result } from '../result.ts';
import { FieldSchema } from './field/shape.ts';
import { PlatformSchema } from './platform/shape.ts';
import type { Plan } from './plan.ts';
import { MAX_CONDITIONS } from './activities/segment.ts';
import {
	ACTIVITY_KINDS,
	ACTIVITY_PURPOSES,
	ADVERTISING_AIMS,
	CHANNELS,
	CLASSES,
	DEALER_FACTORS,
	ORDER_MODES,
	SEGMENT_FIELDS,
	SUPPORT_FLOWS
} from './vocab.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const whole = v.pipe(
	v.number(),
	v.integer(),
	v.minValue(-Number.MAX_SAFE_INTEGER),
	v.maxValue(Number.MAX_SAFE_INTEGER)
);
const points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
/** The length is looked at before any item: a list of a million costs no more than one too long by one. */
const list = <T extends v.GenericSchema>(item: T, most: number) =>
	v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));
const map = <T extends v.GenericSchema>(value: T, most: number) =>
	v.pipe(
		v.record(id, value),
		v.check((record) => Object.keys(record).length <= most, 'too many keys')
	);
const perFactor = v.strictObject(v.entriesFromList(DEALER_FACTORS, points));
const someFactors = v.partial(perFactor);

export const TermsSchema = v.strictObject({
	exclusive: v.boolean(),
	creditDays: whole,
	rebateBp: whole,
	targetCents: whole,
	steps: list(v.strictObject({ fromBp: whole, rebateBp: whole }), 16),
	support: v.strictObject(v.entriesFromList(SUPPORT_FLOWS, whole)),
	assigned: v.nullable(v.strictObject({ areas: list(id, 256), classes: list(v.picklist(CLASSES), 8) }))
});

export const PlanSchema = v.strictObject({
	regions: v.strictObject({ worked: list(id, 256) }),
	dealers: v.strictObject({
		sheets: map(
			v.strictObject({ weights: perFactor, scores: map(someFactors, 64), shortlist: list(id, 16) }),
			64
		),
		appoint: map(id, 64),
		terms: v.exactOptional(map(TermsSchema, 64)),
		control: v.exactOptional(v.strictObject({ inspection: whole, fineBp: whole, forfeit: v.boolean() }))
	}),
	field: FieldSchema,
	price: v.strictObject({
		dealerPriceCents: map(whole, 64),
		byRegion: v.exactOptional(map(map(whole, 64), 64)),
		launches: v.exactOptional(map(list(id, 64), 64))
	}),
	activities: list(
		v.strictObject({
			kind: v.picklist(ACTIVITY_KINDS),
			product: id,
			targets: list(id, 256),
			startWeek: whole,
			weeks: whole,
			depthBp: whole,
			budgetCents: whole,
			aim: v.exactOptional(v.picklist(ADVERTISING_AIMS)),
			purpose: v.exactOptional(v.picklist(ACTIVITY_PURPOSES)),
			followUp: v.exactOptional(v.boolean()),
			ahead: v.exactOptional(v.boolean()),
			prepared: v.exactOptional(v.boolean()),
			channels: v.exactOptional(list(v.picklist(CHANNELS), CHANNELS.length)),
			classes: v.exactOptional(list(v.picklist(CLASSES), CLASSES.length)),
			segment: v.exactOptional(
				list(v.strictObject({ field: v.picklist(SEGMENT_FIELDS), from: whole, to: whole }), MAX_CONDITIONS)
			)
		}),
		64
	),
	supply: v.strictObject({
		orderMode: map(v.picklist(ORDER_MODES), 64),
		quotas: v.exactOptional(map(map(whole, 64), 64)),
		production: v.exactOptional(map(whole, 64)),
		pushes: list(v.strictObject({ region: id, product: id, cases: whole }), 256)
	}),
	platform: v.exactOptional(PlatformSchema)
});

export const HexSeed = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

export const LogSchema = v.strictObject({
	format: v.literal('shapan-log'),
	version: v.literal(1),
	engineVersion: v.pipe(v.string(), v.maxLength(32)),
	scenario: id,
	scenarioHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	worldSeed: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
	marketSeed: HexSeed,
	plans: list(PlanSchema, 64)
});

/** Reads a value from outside; each fault's path points at what is wrong. */
export function readShape<T>(schema: v.GenericSchema<unknown, T>, value: unknown, code: string): Result<T> {
	const result = v.safeParse(schema, value);
	if (result.success) return ok(result.output);
	return fail(
		...result.issues.slice(0, 50).map((issue) => fault(code, v.getDotPath(issue) ?? '', issue.message))
	);
}

export function readPlan(value: unknown): Result<Plan> {
	return readShape(PlanSchema as v.GenericSchema<unknown, Plan>, value, 'PLAN_SHAPE');
}
