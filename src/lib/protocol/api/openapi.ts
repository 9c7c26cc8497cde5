/** The published description of the server’s addresses, made from the schemas that read them. */
import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { PlanSchema } from '../../engine/shape.ts';
import { RoomBoardSchema, RoomStateSchema, RosterSchema, TeamViewSchema } from '../rooms/index.ts';
import { ReportSchema } from '../shape.ts';
import { CALLERS, OPERATIONS, type Caller, type Operation } from './operations.ts';
import { FigureSchema, ViewSchema } from './view.ts';

type Json = Readonly<Record<string, unknown>>;

/** Written once, and pointed at wherever they occur. */
const SHARED = {
	Plan: PlanSchema,
	Report: ReportSchema,
	Figure: FigureSchema,
	View: ViewSchema,
	RoomState: RoomStateSchema,
	TeamView: TeamViewSchema,
	Roster: RosterSchema,
	RoomBoard: RoomBoardSchema
} as const satisfies Record<string, v.GenericSchema>;

const FAULTS: Json = {
	type: 'object',
	required: ['faults'],
	properties: {
		faults: {
			type: 'array',
			items: {
				type: 'object',
				required: ['code', 'path', 'message'],
				properties: {
					code: { type: 'string' },
					path: { type: 'string', description: 'Where in what was sent' },
					message: { type: 'string', description: 'For developers' },
					params: { type: 'object' },
					text: { type: 'string', description: 'In the language of accept-language: zh-CN or en' }
				}
			}
		}
	}
};

export function openApi(): Json {
	const paths: Record<string, Record<string, Json>> = {};
	for (const operation of OPERATIONS) {
		(paths[operation.path] ??= {})[operation.method] = describe(operation);
	}
	const schemes = Object.entries(CALLERS).filter(([, scheme]) => scheme !== null);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Shapan',
			version: '1',
			license: { name: 'MIT', identifier: 'MIT' },
			description: 'Rooms and verified boards. How they are used together: docs/rooms.md and docs/client.md.'
		},
		paths,
		components: {
			schemas: { Faults: FAULTS, ...sharedSchemas() },
			securitySchemes: Object.fromEntries(schemes)
		}
	};
}

function describe({
	path,
	summary,
	callers,
	query = {},
	body,
	status = 200,
	answer,
	media
}: Operation): Json {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string' }
	}));
	const inQuery = Object.entries(query).map(([name, description]) => ({
		name,
		in: 'query',
		description,
		schema: { type: 'string' }
	}));
	const schema = answer === undefined ? {} : schemaOf(answer);
	return {
		summary,
		...(callers.includes('anyone') && callers.length === 1 ? {} : { security: callers.map(schemeOf) }),
		parameters: [...inPath, ...inQuery],
		...(body === undefined
			? {}
			: {
					requestBody: {
						required: true,
						content: { 'application/json': { schema: schemaOf(body) } }
					}
				}),
		responses: {
			[status]: { description: 'Done', content: { [media ?? 'application/json']: { schema } } },
			default: {
				description: 'Refused, or our own fault (5xx)',
				content: { 'application/json': { schema: { $ref: '#/components/schemas/Faults' } } }
			}
		}
	};
}

/** Anybody is let in without any of them. */
function schemeOf(caller: Caller): Json {
	return caller === 'anyone' ? {} : { [caller]: [] };
}

/** Checks that a schema cannot say are left out: the server makes them all the same. */
const CONVERSION = {
	// A list is bounded before its items are read: what its items are says the last part.
	typeMode: 'output',
	target: 'draft-2020-12',
	errorMode: 'ignore',
	overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`
} as const satisfies ConversionConfig;

function schemaOf(schema: v.GenericSchema): Json {
	return convert(schema, SHARED);
}

function sharedSchemas(): Json {
	const entries = Object.entries<v.GenericSchema>(SHARED);
	return Object.fromEntries(
		entries.map(([name, schema]) => {
			// All others by reference, itself in full.
			const others = Object.fromEntries(entries.filter(([other]) => other !== name));
			return [name, convert(schema, others)];
		})
	);
}

function convert(schema: v.GenericSchema, definitions: Readonly<Record<string, v.GenericSchema>>): Json {
	const converted = toJsonSchema(schema, { ...CONVERSION, definitions }) as Json;
	// What is shared stands in `components`, and the dialect at the head.
	return Object.fromEntries(
		Object.entries(converted).filter(([key]) => key !== '$schema' && key !== '$defs')
	);
}
