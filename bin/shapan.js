#!/usr/bin/env node
/** The command line. Finds a Node that runs TypeScript as it is, then hands over to src/lib/cli/main.ts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver, keepCompiled } from './lib/compile-cache.js';
import { OLDEST, bundledNode, isNewEnough } from './lib/node.js';
import { ROOT } from './lib/root.js';
import { run } from './lib/run.js';
import { text } from './lib/say.js';

/** Exit code for “this cannot run here”, apart from 1, which says the input is at fault. */
const CANNOT_RUN = 2;

/** Set for the process that measures. */
const MEASURES = 'SHAPAN_MEASURES';

const args = process.argv.slice(2);
const cwd = process.cwd();
const self = fileURLToPath(import.meta.url);

/**
 * @param {string} en
 * @param {string} zh
 */
function refuse(en, zh) {
	console.error(text(en, zh));
	process.exitCode = CANNOT_RUN;
}

if (!existsSync(join(ROOT, 'node_modules', 'valibot'))) {
	refuse(
		`Shapan's dependencies are not installed: run npm ci in ${ROOT}`,
		`依赖尚未安装：请在 ${ROOT} 运行 npm ci`
	);
} else if (!isNewEnough(process.versions.node)) {
	const newer = bundledNode();
	if (newer !== undefined) process.exitCode = await run(newer, [self, ...args], { cwd });
	else {
		const need = OLDEST.join('.');
		refuse(
			`Shapan needs Node ${need} or newer; this is ${process.versions.node}.`,
			`沙盘需要 Node ${need} 或更新的版本；当前是 ${process.versions.node}。`
		);
	}
} else if (!process.features.typescript) {
	// Node 22.17 and early 23 strip types only when asked to.
	const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
	process.exitCode = await run(process.execPath, [...flags, self, ...args], { cwd });
} else {
	keepCompiled();
	if (args[0] === 'bench' && process.env[MEASURES] === undefined) {
		// What is to be timed runs in a process of its own, which finds everything compiled.
		await import(new URL('../src/lib/cli/commands/bench.ts', import.meta.url).href);
		handOver();
		process.exit(
			await run(process.execPath, [self, ...args], { cwd, env: { ...process.env, [MEASURES]: '1' } })
		);
	}
	/** @type {{ main: (argv: string[]) => Promise<number> }} */
	const { main } = await import(new URL('../src/lib/cli/main.ts', import.meta.url).href);
	process.exitCode = await main(args);
}
