/** A proof: what a command gave out, by what sources, on what kind of machine. */
import { createHash } from 'node:crypto';
import { arch, availableParallelism, platform } from 'node:os';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { filesBelow, read } from '../../arch/support/tree.ts';
import { commandOf, type Shard } from './shards.ts';

export interface Proof {
	readonly name: string;
	readonly about: string;
	readonly command: string;
	/** Commit of the clone when it ran; null where there was no git. */
	readonly commit: string | null;
	/** Changes lay on top of that commit. */
	readonly changed: boolean;
	readonly engineVersion: string;
	/** SHA-256 of everything the figures depend on. */
	readonly sources: string;
	readonly machine: {
		readonly cores: number;
		readonly platform: string;
		readonly arch: string;
		readonly node: string;
	};
	/** What the command printed. */
	readonly result: Readonly<Record<string, unknown>>;
}

const MARKET = ['src/lib/engine', 'src/lib/scenario', 'src/lib/strategy', 'scenarios'];

/** The same as long as nothing that makes its figures has changed; tests do not count. */
export function sourcesHash({ sources }: Pick<Shard, 'sources'>): string {
	const hash = createHash('sha256');
	const files = [...MARKET, ...sources].flatMap(filesBelow);
	for (const path of files.filter((it) => !/\.(spec|properties)\.ts$|\.md$/.test(it)))
		hash.update(`${path}\0${read(path)}\0`);
	return hash.digest('hex');
}

export function proofOf(shard: Shard, git: Pick<Proof, 'commit' | 'changed'>, printed: string): Proof {
	const { name, about } = shard;
	return {
		name,
		about,
		command: commandOf(shard),
		...git,
		engineVersion: ENGINE_VERSION,
		sources: sourcesHash(shard),
		machine: {
			cores: availableParallelism(),
			platform: platform(),
			arch: arch(),
			node: process.versions.node
		},
		result: withoutSeries(JSON.parse(printed)) as Proof['result']
	};
}

/** Longest list of figures that is kept; a series over many weeks says nothing to a reader, and megabytes to git. */
const MOST = 100;

function withoutSeries(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSeries);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => !(Array.isArray(inner) && inner.length > MOST && typeof inner[0] === 'number'))
			.map(([key, inner]) => [key, withoutSeries(inner)])
	);
}

/** What is missing or wrong in a file that should be a proof of the shard; nothing if it is one. */
export function faultsOf(proof: unknown, shard: Shard): string[] {
	const { name } = shard;
	if (proof === null || typeof proof !== 'object') return [`${name}: no object`];
	const have = proof as Partial<Proof>;
	const wrong = [
		have.name === name ? '' : 'another name',
		have.command === commandOf(shard) ? '' : 'another command',
		/^\d+\.\d+\.\d+$/.test(have.engineVersion ?? '') ? '' : 'no engine version',
		/^[0-9a-f]{64}$/.test(have.sources ?? '') ? '' : 'no hash of its sources',
		have.commit === null || /^[0-9a-f]{40}$/.test(have.commit ?? '') ? '' : 'no commit',
		(have.machine?.cores ?? 0) > 0 && have.machine?.node ? '' : 'no machine',
		have.result !== null && typeof have.result === 'object' ? '' : 'no result'
	];
	return wrong.filter((text) => text !== '').map((text) => `${name}: ${text}`);
}

/** Why figures may no longer be those of these sources; null while they are. */
export function staleness(proof: Proof, shard: Shard): string | null {
	if (proof.engineVersion !== ENGINE_VERSION)
		return `${proof.name}: of engine ${proof.engineVersion}, this is ${ENGINE_VERSION}`;
	return proof.sources === sourcesHash(shard) ? null : `${proof.name}: its sources have changed since`;
}
