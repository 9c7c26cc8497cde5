import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './say.js';
import { ROOT } from './root.js';

/** The oldest Node the application runs on; the same number stands in package.json as `engines`. */
export const OLDEST = Object.freeze([22, 17]);

/**
 * @param {string} version as `process.versions.node` has it
 * @returns {boolean}
 */
export function isNewEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [needMajor = 0, needMinor = 0] = OLDEST;
	return major > needMajor || (major === needMajor && minor >= needMinor);
}

/** The Node that comes as an optional dependency for Linux x64 and arm64, if it was installed. */
export function bundledNode() {
	const path = join(ROOT, 'node_modules', '.bin', 'node');
	return existsSync(path) ? path : undefined;
}

/**
 * @returns {string} the path of a Node new enough for build, server and tests
 * @throws {Stop} if the machine has none
 */
export function requireNode() {
	// The bundled one comes first even where the system's would do: everyone then runs the same version.
	const bundled = bundledNode();
	if (bundled !== undefined) return bundled;
	if (isNewEnough(process.versions.node)) return process.execPath;
	const need = OLDEST.join('.');
	const have = process.versions.node;
	throw new Stop(
		`Shapan needs Node ${need} or newer; this is ${have}, and no bundled Node exists for ${process.platform} ${process.arch}. Install a newer Node from https://nodejs.org and run the command again.`,
		`沙盘需要 Node ${need} 或更新的版本；当前是 ${have}，而 ${process.platform} ${process.arch} 没有自带的 Node。请从 https://nodejs.org 安装较新的 Node 后重试。`
	);
}
