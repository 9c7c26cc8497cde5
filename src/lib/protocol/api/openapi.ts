/** The published description of the server’s addresses, made from the schemas that read them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { CALLERS, OPERATIONS, type Caller, type Operation } from './operations.ts';

type Json = Readonly<Record<string, unknown>>;

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
		components: { schemas: { Faults: FAULTS }, securitySchemes: Object.fromEntries(schemes) }
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
	const schema = answer === undefined ? {} : schemaOf(answer, 'output');
	return {
		summary,
		...(callers.includes('anyone') && callers.length === 1 ? {} : { security: callers.map(schemeOf) }),
		parameters: [...inPath, ...inQuery],
		...(body === undefined
			? {}
			: {
					requestBody: {
						required: true,
						content: { 'application/json': { schema: schemaOf(body, 'input') } }
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
function schemaOf(schema: v.GenericSchema, typeMode: 'input' | 'output'): Json {
	return withoutSchema(
		toJsonSchema(schema, { typeMode, target: 'draft-2020-12', errorMode: 'ignore' }) as Json
	);
}

function withoutSchema({ $schema: _schema, ...rest }: Json): Json {
	return rest;
}
