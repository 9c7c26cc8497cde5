import { readFileSync } from 'node:fs';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import type { HostResult } from '#lib/host/faults.ts';
import type { Library } from '#lib/host/library.ts';
import { LocalMarket } from '#lib/host/market.ts';
import { runGame } from '#lib/host/runs.ts';
import { WANTED, type Row, type Table, type Wanted } from './table.ts';

const LIBRARY: Library = Object.fromEntries(
	[...new Set(WANTED.map((it) => it.scenario))].map((entry) => {
		const file = new URL(`../../scenarios/${entry}.yaml`, import.meta.url);
		return [entry, async () => readFileSync(file, 'utf8')];
	})
);

/** Plays a row in this process, through the class the page's worker uses. */
export async function playRow(wanted: Wanted): Promise<Row> {
	const request = { scenario: { entry: wanted.scenario }, seed: wanted.seed };
	const { opened, played } = valueOf(
		wanted.name,
		await runGame(new LocalMarket(LIBRARY), request, wanted.strategy)
	);
	const { total, pillars } = played.score;
	return { ...wanted, scenarioHash: opened.scenario.hash, total, pillars, hashes: played.hashes };
}

export async function playTable(released: readonly string[]): Promise<Table> {
	const rows: Row[] = [];
	for (const wanted of WANTED) rows.push(await playRow(wanted));
	return { engineVersion: ENGINE_VERSION, released, rows };
}

function valueOf<T>(name: string, result: HostResult<T>): T {
	if (result.ok) return result.value;
	throw new Error(`${name}: ${result.faults.map((it) => `${it.code} ${it.message}`).join('; ')}`);
}
