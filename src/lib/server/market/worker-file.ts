import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programFolder } from '../program.ts';

/** The worker is run from its source, by the built server too (ADR 17). */
export function workerFile(): URL {
	return pathToFileURL(join(programFolder(), 'src', 'lib', 'server', 'market', 'worker.ts'));
}

/** Node 22.17 strips types only when asked to; later ones need nothing. */
export function workerArguments(): string[] {
	if (process.features.typescript) return [];
	return ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
}
