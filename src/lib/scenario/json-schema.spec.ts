import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioJsonSchema } from './json-schema.ts';

const FILE = new URL('../../../static/schema/scenario-1.json', import.meta.url);

test('static/schema/scenario-1.json is what the schema says now (else: npm run schema)', () => {
	expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(scenarioJsonSchema());
});

test('what a whole file needs is not asked of one that extends another', () => {
	const schema = scenarioJsonSchema();
	expect(schema).not.toHaveProperty('required');
	expect(schema).toMatchObject({
		if: { required: ['extends'] },
		then: { required: ['id', 'extends'] },
		else: {
			properties: {
				regions: { items: { properties: { areas: { items: { required: expect.any(Array) } } } } }
			}
		}
	});
});

test('parameters carry their unit, source and default', () => {
	expect(scenarioJsonSchema()).toHaveProperty('properties.response.properties.passThroughOutlet', {
		type: 'number',
		minimum: 0,
		maximum: 1,
		default: 0.59,
		description: expect.stringMatching(/Nijs.*\[P\] Unit: share\.$/)
	});
});
