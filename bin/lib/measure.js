import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { requireNode } from './node.js';
import { requirePostgres } from './postgres.js';
import { ROOT } from './root.js';
import { run } from './run.js';
import { Stop, command } from './say.js';

/**
 * Runs one of the programs that try the built server from outside, with the arguments we were given.
 *
 * @param {'load' | 'kill'} name its folder below tests/
 */
export async function measure(name) {
	await command(async () => {
		await ensureInstalled();
		const node = requireNode();
		if ((await ensureBuilt(node)) !== 0) {
			throw new Stop('The build failed; its message is above.', '构建失败，原因见上。');
		}
		// Node 22.17 and early 23 strip types only when asked to; later ones take the flags and need them not.
		const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
		const script = join(ROOT, 'tests', name, 'main.ts');
		const env = { POSTGRES_BIN: await requirePostgres() };
		return run(node, [...flags, script, ...process.argv.slice(2)], { env });
	});
}
