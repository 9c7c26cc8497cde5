import { expect, test } from 'vitest';
import { read } from '../arch/support/tree.ts';

/** Milliseconds from input to the next paint. */
const MARK = 100;

/** The figures are measured by `npm run shots`, on a quiet machine; here they are held to the mark. */
test('docs/pace.md: every act on the desk was painted within the mark', () => {
	const rows = read('docs/pace.md')
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (Scenario|---)/.test(line))
		.map((line) => line.split('|').map((cell) => cell.trim()));
	expect(rows.length).toBeGreaterThanOrEqual(12);
	for (const [, scenario, act, times, , , most] of rows) {
		expect(Number(times), `${scenario}: ${act}`).toBeGreaterThanOrEqual(25);
		expect(Number(most), `${scenario}: ${act}`).toBeGreaterThan(0);
		expect(Number(most), `${scenario}: ${act}`).toBeLessThanOrEqual(MARK);
	}
});
