/** The published JSON Schema of a scenario file, made from the schema that reads it. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { scenarioDraft } from './draft.ts';
import { labDraft } from './lab/draft.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Draft 7, which editors read most widely; what it cannot say (references, sums) is left to `check`. A file that says
 * `kind: lab` is judged as a lab, any other as a market.
 */
export function scenarioJsonSchema(): Json {
	return {
		$schema: 'http://json-schema.org/draft-07/schema#',
		title: 'Shapan scenario, format 1',
		if: { properties: { kind: { const: 'lab' } }, required: ['kind'] },
		then: kindSchema(labDraft),
		else: kindSchema(scenarioDraft)
	};
}

/** A file that extends another may leave anything out, so what is required stands in a branch of its own. */
function kindSchema(draft: typeof labDraft | typeof scenarioDraft): Json {
	const whole = toJsonSchema(draft, {
		typeMode: 'input',
		target: 'draft-07',
		ignoreActions: ['trim']
	}) as Json;
	return {
		...withoutRequired(whole),
		if: { required: ['extends'] },
		then: { required: ['id', 'extends'] },
		else: requiredOnly(whole)
	};
}

function isMap(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys of a schema below which there are schemas again. */
const NESTED = ['items', 'additionalProperties'] as const;

function mapSchemas(properties: unknown, change: (schema: Json) => Json): Json {
	const entries = isMap(properties) ? Object.entries(properties) : [];
	return Object.fromEntries(entries.map(([key, value]) => [key, isMap(value) ? change(value) : value]));
}

function withoutRequired({ required: _required, $schema: _schema, ...schema }: Json): Json {
	const copy: Record<string, unknown> = { ...schema };
	for (const key of NESTED) if (isMap(copy[key])) copy[key] = withoutRequired(copy[key]);
	if (isMap(copy['properties'])) copy['properties'] = mapSchemas(copy['properties'], withoutRequired);
	return copy;
}

/** Nothing but what is required, at every depth; empty where nothing is. */
function requiredOnly(schema: Json): Json {
	const kept: Record<string, unknown> = {};
	if (Array.isArray(schema['required']) && schema['required'].length > 0)
		kept['required'] = schema['required'];
	for (const key of NESTED) {
		const below = isMap(schema[key]) ? requiredOnly(schema[key]) : {};
		if (Object.keys(below).length > 0) kept[key] = below;
	}
	const properties = Object.entries(mapSchemas(schema['properties'], requiredOnly));
	const needing = properties.filter(([, below]) => isMap(below) && Object.keys(below).length > 0);
	if (needing.length > 0) kept['properties'] = Object.fromEntries(needing);
	return kept;
}
