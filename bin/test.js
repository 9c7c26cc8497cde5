/**
 * `npm test`: sets up and runs every test; `--only=static|unit|e2e` runs one part. Runs on Node 20 with nothing
 * installed. Its last line is the total, counted from the runners' own reports.
 */
import { parseArgs } from 'node:util';
import { PARTS, RUN_PART } from './lib/checks.js';
import { ensureInstalled } from './lib/install.js';
import { requireNode } from './lib/node.js';
import { Stop, command } from './lib/say.js';
import { NOTHING, add, totalsLine } from './lib/totals.js';

/** @returns {readonly import('./lib/checks.js').Part[]} */
function wantedParts() {
	const { values } = parseArgs({ options: { only: { type: 'string' } }, strict: false });
	if (values.only === undefined) return PARTS;
	const parts = PARTS.filter((part) => part === values.only);
	if (parts.length > 0) return parts;
	const known = PARTS.join(', ');
	throw new Stop(`--only takes one of ${known}.`, `--only 可取 ${known} 之一。`);
}

/** Whoever stops us wants no further part: `run` hands the signal on to the programs of this one, and they end. */
let stopped = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => (stopped = true));

await command(async () => {
	const parts = wantedParts();
	await ensureInstalled();
	const node = requireNode();
	let totals = NOTHING;
	for (const part of parts) {
		try {
			totals = add(totals, await RUN_PART[part](node));
		} catch (error) {
			if (!(error instanceof Stop)) throw error;
			// What the machine lacks is told at once, and counts: tests that did not run have not passed.
			console.error(error.message);
			totals = add(totals, { ...NOTHING, failed: 1 });
		}
		if (stopped) throw new Stop('Stopped: not all tests were run.', '已中断：测试没有全部运行。');
	}
	console.log(`\n${totalsLine(totals)}`);
	return totals.failed === 0 ? 0 : 1;
});
