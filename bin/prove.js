/** `npm run prove [-- --only=NAME]`: the full counts, kept under docs/proof. Finds a Node that runs TypeScript as it is. */
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.js';
import { requireNode } from './lib/node.js';
import { ROOT } from './lib/root.js';
import { run } from './lib/run.js';
import { command } from './lib/say.js';

await command(async () => {
	await ensureInstalled();
	// Node 22.17 and early 23 strip types only when asked to; later ones take the flags and need them not.
	const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
	const script = join(ROOT, 'tests', 'proof', 'prove.ts');
	return run(requireNode(), [...flags, script, ...process.argv.slice(2)]);
});
