/** The shape of what a game is opened with: sizes are bounded before anything is made of them. */
import * as v from 'valibot';
import { PlanSchema, readShape } from '../engine/shape.ts';
import { reshape, type HostResult } from './faults.ts';
import type { OpenRequest, ScenarioText } from './host.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const seed = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
/** Above the largest file the parser takes, whose own refusal says more. */
const text = v.pipe(v.string(), v.maxLength(4_000_000));

const ScenarioTextSchema = v.strictObject({ file: name, text, others: v.record(v.string(), text) });

const OpenSchema = v.strictObject({
	scenario: v.union([ScenarioTextSchema, v.strictObject({ entry: name })]),
	seed,
	worldSeed: v.optional(seed),
	resume: v.optional(
		v.strictObject({ plans: v.pipe(v.array(PlanSchema), v.maxLength(64)), closed: v.boolean() })
	)
});

export function readOpen(value: unknown): HostResult<OpenRequest> {
	const schema = OpenSchema as v.GenericSchema<unknown, OpenRequest>;
	return reshape(readShape(schema, value, 'REQUEST_SHAPE'), 'REQUEST_SHAPE');
}

export function readScenarioText(value: unknown): HostResult<ScenarioText> {
	return reshape(readShape(ScenarioTextSchema, value, 'REQUEST_SHAPE'), 'REQUEST_SHAPE');
}
