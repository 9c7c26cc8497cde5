/** `npm run model`: docs/model.md and its plots, from the engine's own functions. */
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
	return run(requireNode(), [...flags, join(ROOT, 'tests', 'docs', 'write-model.ts')]);
});
