/** Programs of the machine that tests need, and Debian's packages of them. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.js';
import { say } from './say.js';

/**
 * Some systems have a stub of that name which only says how to install the real one, so the program is asked.
 *
 * @param {string} path
 */
export function works(path) {
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/**
 * @param {string} command
 * @returns {string | undefined} its full path
 */
export function onPath(command) {
	for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
		const path = join(folder, command);
		try {
			accessSync(path, constants.X_OK);
			return path;
		} catch {
			// Not in this folder: the next may have it.
		}
	}
	return undefined;
}

/**
 * Installs Debian packages; does nothing where that is not ours to do.
 *
 * @param {readonly string[]} packages
 */
export async function installPackages(packages) {
	if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) return;
	say(`Installing ${packages.join(', ')} …`, `正在安装 ${packages.join('、')}……`);
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	// A new machine has no package lists. If the update fails, older lists may still do.
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
