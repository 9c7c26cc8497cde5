/** PostgreSQL's own programs, with which the tests start a server of theirs. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installPackages, onPath, works } from './packages.js';
import { Stop } from './say.js';

/** Where Debian and Ubuntu keep what is no command for users: one folder for each version. */
const DEBIAN = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres'];

/** @param {string} folder */
function complete(folder) {
	return NEEDED.every((name) => works(join(folder, name)));
}

/**
 * @returns {string | undefined} the folder of the programs
 * @throws {Stop} if the variable names one that lacks them
 */
export function findPostgres() {
	const given = process.env['POSTGRES_BIN'];
	if (given) {
		if (complete(given)) return given;
		throw new Stop(
			`POSTGRES_BIN=${given} holds no initdb and postgres that run.`,
			`POSTGRES_BIN=${given} 中没有可运行的 initdb 与 postgres。`
		);
	}
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
	versions.sort((a, b) => Number(b) - Number(a));
	const command = onPath('initdb');
	const folders = versions.map((version) => join(DEBIAN, version, 'bin'));
	return [...folders, ...(command === undefined ? [] : [dirname(command)])].find(complete);
}

/**
 * @returns {Promise<string>} the folder of the programs
 * @throws {Stop} naming what to install
 */
export async function requirePostgres() {
	const found = findPostgres();
	if (found !== undefined) return found;
	await installPackages(['postgresql']);
	const installed = findPostgres();
	if (installed !== undefined) return installed;
	throw new Stop(
		'The tests need the programs of PostgreSQL 15 or newer and could not install them. Install them (Debian, Ubuntu: sudo apt-get install postgresql) or name their folder with POSTGRES_BIN=/path/to/bin, and run npm test again.',
		'测试需要 PostgreSQL 15 或更新版本的程序，但无法自动安装。请安装（Debian、Ubuntu：sudo apt-get install postgresql），或用 POSTGRES_BIN=/路径/bin 指定其所在目录，然后重新运行 npm test。'
	);
}
