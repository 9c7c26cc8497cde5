/** docs/threat-model.md names a test for every attack, or says that nothing stands against it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { read } from '../arch/support/tree.ts';
import { tableRows } from './support/markdown.ts';
import { referenceFaults, titlesIn } from './support/method.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function titlesOf(path: string): string[] | undefined {
	return existsSync(ROOT + path) ? titlesIn(read(path)) : undefined;
}

function faultsOf([attack = '', against = '', held = '']: readonly string[]): string[] {
	if (against.startsWith('nothing')) return held === 'nothing' ? [] : [`${attack}: held by nothing`];
	return held.split('<br>').flatMap((reference) => referenceFaults(attack, reference.trim(), titlesOf));
}

test('every attack is held by tests that there are', () => {
	const rows = tableRows(read('docs/threat-model.md'), 'Attack');
	expect(rows.length).toBeGreaterThan(20);
	expect(rows.flatMap(faultsOf)).toEqual([]);
});

test('the rule would notice a test that is gone, a file that is gone, and no test at all', () => {
	const path = 'tests/docs/threats.spec.ts';
	expect(faultsOf(['a', 'b', `\`${path} › every attack is held\``])).toEqual([]);
	expect(faultsOf(['a', 'b', `\`${path} › no attack\``])).toHaveLength(1);
	expect(faultsOf(['a', 'b', '`tests/docs/none.spec.ts › every`'])).toHaveLength(1);
	expect(faultsOf(['a', 'b', ''])).toHaveLength(1);
	expect(faultsOf(['a', 'nothing at all', 'nothing'])).toEqual([]);
});
