/** `npm run golden`: plays the golden games and writes the table down; says which rows changed. */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { playTable } from './play.ts';
import { changedByRules, readTable, refusal, TABLE_FILE, type Table } from './table.ts';

const { values } = parseArgs({ options: { 'same-version': { type: 'boolean', default: false } } });
const before: Table = existsSync(TABLE_FILE) ? readTable() : { engineVersion: '', released: [], rows: [] };
const after = await playTable(before.released);
const refused = refusal(before, after, values['same-version']);
const changed = changedByRules(before, after);
for (const name of changed) console.log(`changed  ${name}`);
if (refused === null) {
	const style = await resolveConfig(TABLE_FILE);
	writeFileSync(TABLE_FILE, await format(JSON.stringify(after), { ...style, parser: 'json' }));
	console.log(
		`${after.rows.length} golden games of engine ${after.engineVersion} written, ${changed.length} changed.`
	);
} else {
	console.error(refused);
	process.exitCode = 1;
}
