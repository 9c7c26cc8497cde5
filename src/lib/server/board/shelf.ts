/** The scenarios games are played again by: those shipped with the program, and those that rooms are played with. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarketSpec } from '#lib/engine/spec.ts';
import { loadScenario, type Scenario, type Text } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { Database } from '../database/index.ts';

export interface Shelved {
	readonly hash: string;
	readonly spec: MarketSpec;
	readonly title: Text;
}

/** Kept ready; the rest is read again when asked for. */
const READY = 32;

export class Shelf {
	readonly #database: Database;
	readonly #folder: string;
	readonly #ready = new Map<string, Shelved>();
	#shipped: Promise<ReadonlyMap<string, Shelved>> | null = null;

	/** @param folder of the shipped scenario files */
	constructor(database: Database, folder: string) {
		this.#database = database;
		this.#folder = folder;
	}

	async find(hash: string): Promise<Shelved | null> {
		const shipped = await (this.#shipped ??= readShipped(this.#folder));
		return shipped.get(hash) ?? this.#ready.get(hash) ?? (await this.#ofRoom(hash));
	}

	async #ofRoom(hash: string): Promise<Shelved | null> {
		const row = await this.#database.query
			.selectFrom('room')
			.innerJoin('roomMarket', 'roomMarket.room', 'room.id')
			.select('roomMarket.scenario')
			.where('room.scenarioHash', '=', hash)
			.executeTakeFirst();
		const shelved = row === undefined ? null : read(row.scenario, 'scenario.json', {});
		// Rules of hashing may have changed since it was kept: then it is not what was asked for.
		if (shelved === null || shelved.hash !== hash) return null;
		if (this.#ready.size >= READY) this.#ready.clear();
		this.#ready.set(hash, shelved);
		return shelved;
	}
}

async function readShipped(folder: string): Promise<ReadonlyMap<string, Shelved>> {
	const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
	const entries = await Promise.all(
		files.map(async (file) => [file.slice(0, -5), await readFile(join(folder, file), 'utf8')] as const)
	);
	const texts = Object.fromEntries(entries);
	const shelved = entries.flatMap(([id, text]) => read(text, `${id}.yaml`, texts) ?? []);
	return new Map(shelved.map((it) => [it.hash, it]));
}

function read(text: string, file: string, others: Readonly<Record<string, string>>): Shelved | null {
	const loaded = loadScenario(text, file, {
		strategies: RIVAL_NAMES,
		resolve: (id) => (Object.hasOwn(others, id) ? (others[id] ?? null) : null)
	});
	return loaded.ok ? shelvedOf(loaded.scenario) : null;
}

function shelvedOf({ hash, spec, texts }: Scenario): Shelved {
	return { hash, spec, title: texts.title };
}
