import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIRM_BITS } from '#lib/engine/systems/block.ts';

/** Most items of each list of firms that the file's schema knows. */
function mostFirms(node: unknown): number[] {
	if (typeof node !== 'object' || node === null) return [];
	return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
		key === 'firms' && typeof value === 'object' && value !== null && 'maxItems' in value
			? [Number(value.maxItems)]
			: mostFirms(value)
	);
}

test('an account that is called on is named by its outlet and firm: the engine has room for as many firms as a file may have', () => {
	const schema: unknown = JSON.parse(
		readFileSync(join(import.meta.dirname, '../../static/schema/scenario-1.json'), 'utf8')
	);
	const most = mostFirms(schema);
	expect(most.length).toBeGreaterThan(0);
	expect(Math.max(...most)).toBeLessThanOrEqual(1 << FIRM_BITS);
});
