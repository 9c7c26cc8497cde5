import { expect, test } from 'vitest';
import { read } from '../arch/support/tree.ts';

/** Milliseconds from input to the next paint, for nineteen acts in twenty of each kind; the slowest is told beside. */
const MARK = 100;

/** The figures are measured by `npm run shots`, on a quiet machine; here they are held to the mark. */
test('docs/pace.md: nineteen in twenty acts of each kind on the desk were painted within the mark', () => {
	const rows = read('docs/pace.md')
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (Scenario|---)/.test(line))
		.map((line) => line.split('|').map((cell) => cell.trim()));
	expect(rows.length).toBeGreaterThanOrEqual(12);
	for (const [, scenario, act, times, , most95] of rows) {
		expect(Number(times), `${scenario}: ${act}`).toBeGreaterThanOrEqual(25);
		expect(Number(most95), `${scenario}: ${act}`).toBeGreaterThan(0);
		expect(Number(most95), `${scenario}: ${act}`).toBeLessThanOrEqual(MARK);
	}
});
