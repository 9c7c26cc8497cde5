import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioJsonSchema } from './json-schema.ts';

const FILE = new URL('../../../static/schema/scenario-1.json', import.meta.url);

test('static/schema/scenario-1.json is what the schema says now (else: npm run schema)', () => {
	expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(scenarioJsonSchema());
});

const { then: lab, else: market } = scenarioJsonSchema() as Record<'then' | 'else', Record<string, unknown>>;

test('what a whole file needs is not asked of one that extends another', () => {
	expect(market).not.toHaveProperty('required');
	expect(market).toMatchObject({
		if: { required: ['extends'] },
		then: { required: ['id', 'extends'] },
		else: {
			properties: {
				regions: { items: { properties: { areas: { items: { required: expect.any(Array) } } } } }
			}
		}
	});
	expect(lab).not.toHaveProperty('required');
	expect(lab).toHaveProperty('else.properties.nodes.items.required');
});

test('a file of kind lab is judged as a lab, any other as a market', () => {
	expect(scenarioJsonSchema()).toMatchObject({ if: { properties: { kind: { const: 'lab' } } } });
	expect(lab).toHaveProperty('properties.nodes.items.properties.leadWeeks');
	expect(lab).not.toHaveProperty('properties.regions');
	expect(market).not.toHaveProperty('properties.nodes');
});

test('parameters carry their unit, source and default', () => {
	expect(market).toHaveProperty('properties.response.properties.passThroughOutlet', {
		type: 'number',
		minimum: 0,
		maximum: 1,
		default: 0.59,
		description: expect.stringMatching(/Nijs.*\[P\] Unit: share\.$/)
	});
});
