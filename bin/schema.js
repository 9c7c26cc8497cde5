/**
 * `npm run schema`: writes what is published of our shapes, from the schemas that read them: the JSON Schema of scenario
 * files, and the OpenAPI description of the server.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { openApi } from '../src/lib/protocol/api/openapi.ts';
import { scenarioJsonSchema } from '../src/lib/scenario/json-schema.ts';
import { ROOT } from './lib/root.js';

for (const [path, value] of [
	[['static', 'schema', 'scenario-1.json'], scenarioJsonSchema()],
	[['docs', 'openapi.json'], openApi()]
]) {
	const file = join(ROOT, .../** @type {string[]} */ (path));
	const config = (await resolveConfig(file)) ?? {};
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, await format(JSON.stringify(value), { ...config, filepath: file }));
	console.log(file);
}
