/** The proofs under docs/proof: there, whole, and said aloud when they are old. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../arch/support/tree.ts';
import { pageOf } from './support/page.ts';
import { faultsOf, proofOf, sourcesHash, staleness, type Proof } from './support/proof.ts';
import { SHARDS, type Shard } from './support/shards.ts';

const FOLDER = join(import.meta.dirname, '../../docs/proof');
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

test.each(SHARDS)('$name is kept, whole, and its page says what it holds', (shard) => {
	expect(existsSync(join(FOLDER, `${shard.name}.json`)), 'npm run prove makes it').toBe(true);
	const proof: unknown = JSON.parse(text(`${shard.name}.json`));
	expect(faultsOf(proof, shard)).toEqual([]);
	expect(text(`${shard.name}.md`)).toBe(pageOf(proof as Proof));
	const old = staleness(proof as Proof, shard);
	// Figures of other sources are no fault of whoever changed them: they are made anew before a release.
	if (old !== null) console.warn(`docs/proof is stale, npm run prove makes it anew. ${old}`);
});

test('nothing else lies there', () => {
	const expected = SHARDS.flatMap(({ name }) => [`docs/proof/${name}.json`, `docs/proof/${name}.md`]);
	expect(filesBelow('docs/proof')).toEqual(expected.sort());
});

describe('the rules would notice', () => {
	const shard: Shard = { name: 'a', about: 'A.', args: ['run', 'x.yaml'], sources: [] };
	const series = Array.from({ length: 101 }, (_, i) => i);
	const printed = JSON.stringify({ weeks: 3, nodes: [{ id: 'n', ordersByWeek: series, few: [1, 2] }] });
	const proof = proofOf(shard, { commit: 'a'.repeat(40), changed: false }, printed);

	test('a sound one has no faults, is fresh, and keeps no long series', () => {
		expect(faultsOf(proof, shard)).toEqual([]);
		expect(staleness(proof, shard)).toBeNull();
		expect(proof.result).toEqual({ weeks: 3, nodes: [{ id: 'n', few: [1, 2] }] });
	});

	test.each([
		['another command', { command: 'npx shapan run y.yaml' }],
		['another name', { name: 'b' }],
		['no engine version', { engineVersion: 'new' }],
		['no commit', { commit: 'main' }],
		['no hash of its sources', { sources: '' }],
		['no machine', { machine: { ...proof.machine, cores: 0 } }],
		['no result', { result: null }]
	])('%s', (fault, change) => {
		expect(faultsOf({ ...proof, ...change }, shard)).toEqual([`a: ${fault}`]);
	});

	test('figures of another engine, or of other sources', () => {
		expect(staleness({ ...proof, engineVersion: '0.9.0' }, shard)).toContain('of engine 0.9.0');
		expect(staleness({ ...proof, sources: 'b'.repeat(64) }, shard)).toContain('its sources have changed');
		expect(sourcesHash(shard)).toBe(proof.sources);
		expect(sourcesHash({ sources: ['src/lib/analysis/calibrate'] })).not.toBe(proof.sources);
	});
});
