import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from './root.js';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to ours
 * @property {string} [cwd] the top of the clone if not given
 * @property {boolean} [quiet] shows only what goes to standard error: warnings and errors
 * @property {boolean} [ipc] opens a channel, by which the child notices when we are gone
 */

/**
 * Runs a program with its output on ours and waits for it. SIGINT and SIGTERM are handed on, and we outlive the
 * child: a server that is stopped must be able to finish, and its port must be free when the prompt is back.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + signal number as shells do; 127 if it could not be started
 */
export function run(file, args, options = {}) {
	return new Promise((done) => {
		const child = spawn(file, args, {
			cwd: options.cwd ?? ROOT,
			env: { ...process.env, ...options.env, PATH: pathWithTools() },
			stdio: [
				'inherit',
				options.quiet ? 'ignore' : 'inherit',
				'inherit',
				...(options.ipc ? [/** @type {const} */ ('ipc')] : [])
			]
		});
		/** @param {NodeJS.Signals} signal */
		const forward = (signal) => child.kill(signal);
		process.on('SIGINT', forward);
		process.on('SIGTERM', forward);
		/** @param {number} code */
		const finish = (code) => {
			process.off('SIGINT', forward);
			process.off('SIGTERM', forward);
			done(code);
		};
		child.on('error', (error) => {
			console.error(error.message);
			finish(127);
		});
		child.on('exit', (code, signal) => finish(signal ? 128 + constants.signals[signal] : (code ?? 1)));
	});
}

/** Programs that call `node` themselves must find the bundled one before an older system one. */
function pathWithTools() {
	return [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
}

/**
 * The script behind a package's command, to be run with the Node of our choice rather than by its first line.
 *
 * @param {string} packageName
 * @param {string} [command] where it differs from the package's name
 */
export function tool(packageName, command = packageName) {
	const folder = join(ROOT, 'node_modules', packageName);
	/** @type {{ bin: string | Record<string, string> }} */
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const script = typeof bin === 'string' ? bin : bin[command];
	if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
	return join(folder, script);
}
