/**
 * npm runs this after every `npm ci` and `npm install` in the clone: it notes which lockfile node_modules belongs to,
 * so that an install by hand is not repeated by the first `npm start`, and makes the types tsconfig.json builds on.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordInstall } from './lib/install.js';
import { bundledNode } from './lib/node.js';
import { ROOT } from './lib/root.js';
import { run, tool } from './lib/run.js';

recordInstall();

// `npm ci --omit=dev` on a server has no kit, and needs no types.
if (existsSync(join(ROOT, 'node_modules', '@sveltejs', 'kit'))) {
	process.exitCode = await run(bundledNode() ?? process.execPath, [
		tool('@sveltejs/kit', 'svelte-kit'),
		'sync'
	]);
}
