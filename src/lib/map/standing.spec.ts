import { expect, test } from 'vitest';
import { areaStanding } from './standing.ts';

test.each([
	[null, 'unknown'],
	[0, 'behind'],
	[1, 'behind'],
	[1.01, 'contestable'],
	[1.69, 'contestable'],
	[1.7, 'held'],
	[3.4, 'held']
] as const)('a ratio of %s stands as %s', (ratio, standing) => {
	expect(areaStanding(ratio)).toBe(standing);
});
