import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './root.js';
import { run } from './run.js';
import { Stop, say } from './say.js';

const STAMP = join(ROOT, 'node_modules', '.shapan-lock');

/** What node_modules must match: the lockfile, and the platform its binaries are for (a clone may be mounted). */
function wanted() {
	const lock = readFileSync(join(ROOT, 'package-lock.json'));
	return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

export function isInstalled() {
	return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted();
}

/** Notes that node_modules is what the lockfile says now. */
export function recordInstall() {
	writeFileSync(STAMP, wanted());
}

/** Runs `npm ci` if node_modules is missing, incomplete, or of another lockfile or platform. */
export async function ensureInstalled() {
	if (isInstalled()) return;
	say('Installing what Shapan needs (once; about a minute) …', '正在安装所需的依赖（仅一次，约一分钟）……');
	const [file, args] = npm();
	// dev and optional by name: NODE_ENV=production or a user's own npm settings would leave out what the build needs.
	const flags = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'];
	const code = await run(file, [...args, ...flags]);
	if (code !== 0) {
		throw new Stop(
			`npm ci failed (exit code ${code}; its message is above). Shapan needs the npm registry the first time: check the network, then run the command again.`,
			`npm ci 失败（退出码 ${code}，原因见上）。首次运行需要访问 npm 源：请检查网络后重试。`
		);
	}
	recordInstall();
}

/**
 * How to call npm. Under `npm start` the first `node` on the PATH may be the one in node_modules, which `npm ci` is
 * about to delete; npm says which Node runs npm itself.
 *
 * @returns {[string, string[]]}
 */
function npm() {
	const node = process.env['npm_node_execpath'];
	const cli = process.env['npm_execpath'];
	const outside = node !== undefined && !node.startsWith(join(ROOT, 'node_modules'));
	if (outside && cli?.endsWith('.js') && existsSync(node)) return [node, [cli]];
	const found = (process.env['PATH'] ?? '')
		.split(delimiter)
		.map((folder) => join(folder, 'npm'))
		.find((path) => existsSync(path));
	return [found ?? 'npm', []];
}
