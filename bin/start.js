/** `npm start`: installs what is missing, builds what changed, serves. Runs on Node 20 with nothing installed. */
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.js';
import { ensureInstalled } from './lib/install.js';
import { requireNode } from './lib/node.js';
import { ROOT } from './lib/root.js';
import { run } from './lib/run.js';
import { Stop, command } from './lib/say.js';

/**
 * npm runs us through a shell. A stop sent to npm ends that shell but does not reach us, so its end is the sign.
 * Called directly we stay, as any program does whose terminal went away.
 */
function stopWithNpm() {
	if (process.env['npm_lifecycle_event'] !== 'start') return;
	const shell = process.ppid;
	setInterval(() => {
		if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
	}, 300).unref();
}

await command(async () => {
	stopWithNpm();
	await ensureInstalled();
	const node = requireNode();
	if ((await ensureBuilt(node)) !== 0) {
		throw new Stop('The build failed; its message is above.', '构建失败，原因见上。');
	}
	return run(node, [join(ROOT, 'bin', 'serve.js')], { ipc: true });
});
