/** `npm run schema`: writes static/schema/scenario-1.json from the schema that reads scenario files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { scenarioJsonSchema } from '../src/lib/scenario/json-schema.ts';
import { ROOT } from './lib/root.js';

const file = join(ROOT, 'static', 'schema', 'scenario-1.json');
const config = (await resolveConfig(file)) ?? {};
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await format(JSON.stringify(scenarioJsonSchema()), { ...config, filepath: file }));
console.log(file);
