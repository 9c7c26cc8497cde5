/** `npm start`: installs what is missing, builds what changed, serves. Runs on Node 20 with nothing installed. */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.js';
import { ensureInstalled } from './lib/install.js';
import { requireNode } from './lib/node.js';
import { ROOT } from './lib/root.js';
import { run } from './lib/run.js';
import { Stop, command } from './lib/say.js';

await command(async () => {
	await ensureInstalled();
	const node = requireNode();
	if ((await ensureBuilt(node)) !== 0) {
		throw new Stop('The build failed; its message is above.', '构建失败，原因见上。');
	}
	return run(node, [join(ROOT, 'bin', 'serve.js')], { ipc: true });
});
