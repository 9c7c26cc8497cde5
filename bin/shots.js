/** `npm run shots`: plays a game in the built page and takes the pictures of `docs/shots/`. */
import { ensureBuilt } from './lib/build.js';
import { requireChromium } from './lib/browsers.js';
import { ensureInstalled } from './lib/install.js';
import { requireNode } from './lib/node.js';
import { run, tool } from './lib/run.js';
import { command, Stop } from './lib/say.js';

await command(async () => {
	await ensureInstalled();
	const node = requireNode();
	const chromium = await requireChromium(node);
	if ((await ensureBuilt(node)) !== 0) throw new Stop('The build failed.', '构建失败。');
	const args = ['test', '--config', 'tests/e2e/shots.config.ts', '--reporter=list'];
	return run(node, [tool('@playwright/test', 'playwright'), ...args], { env: { SHAPAN_CHROMIUM: chromium } });
});
