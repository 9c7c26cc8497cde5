import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that only this program has at this place. */
const MARK = join('src', 'lib', 'server', 'program.ts');

/**
 * The folder of the program. The built server lies below it in pieces, the sources too: it is looked for from the
 * running module upwards, so that both find the same one.
 *
 * @throws where an installation lacks its sources
 */
export function programFolder(from: string = import.meta.url): string {
	let folder = dirname(fileURLToPath(from));
	for (;;) {
		if (existsSync(join(folder, MARK))) return folder;
		const above = dirname(folder);
		if (above === folder) throw new Error(`${MARK} is missing: the server needs the folder src beside build`);
		folder = above;
	}
}
