import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WORKER = join('src', 'lib', 'server', 'market', 'worker.ts');

/**
 * The worker's file. The built server lies elsewhere, bundled into pieces, but below the same folder: the worker is run
 * from its source (ADR 17), which is looked for from here upwards.
 *
 * @throws where an installation lacks its sources
 */
export function workerFile(from: string = import.meta.url): URL {
	let folder = dirname(fileURLToPath(from));
	for (;;) {
		const file = join(folder, WORKER);
		if (existsSync(file)) return pathToFileURL(file);
		const above = dirname(folder);
		if (above === folder)
			throw new Error(`${WORKER} is missing: the server needs the folder src beside build`);
		folder = above;
	}
}

/** Node 22.17 strips types only when asked to; later ones need nothing. */
export function workerArguments(): string[] {
	if (process.features.typescript) return [];
	return ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
}
