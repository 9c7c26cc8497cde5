/**
 * Save files as earlier versions wrote them. Whatever is changed in engine, format or reader: these are on people's
 * disks, and still open, to play on or, with the reason said, to look at.
 *
 * After a change of `ENGINE_VERSION` run this with SHAPAN_WRITE_SAVES=1: it adds a folder of the new version's files.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { encodeSave, readSave, replaySave } from '#lib/protocol/index.ts';
import { saveOf, turnsOf } from '#lib/session/assemble.ts';
import { ensureKept, filesIn, foldersOfEngines, keptFile } from './support/files.ts';
import { MADE, VARIANTS } from './support/made.ts';

beforeAll(async () => {
	for (const [name, make] of Object.entries(MADE)) await ensureKept(`${ENGINE_VERSION}/${name}`, make);
	for (const [name, { make }] of Object.entries(VARIANTS)) await ensureKept(`variants/${name}`, make);
});

test('this engine’s files are among those kept', () => {
	expect(foldersOfEngines()).toContain(ENGINE_VERSION);
	expect([...filesIn(ENGINE_VERSION)].sort()).toEqual(Object.keys(MADE).sort());
});

describe.each(foldersOfEngines())('of engine %s', (version) => {
	test.each(filesIn(version))('%s opens', (name) => {
		const text = keptFile(`${version}/${name}`);
		const read = readSave(text);
		if (!read.ok) throw new Error(JSON.stringify(read.faults.slice(0, 3)));
		const { save, readOnly } = read.value;
		expect(save.log.engineVersion).toBe(version);
		if (version === ENGINE_VERSION) {
			expect(readOnly).toBeNull();
			if (read.value.readOnly === null)
				expect(replaySave(read.value)).toMatchObject({ same: true, differences: [] });
		} else expect(readOnly).toMatchObject({ code: 'SAVE_OLDER_ENGINE' });
		// Kept in a store and exported again it is the same file.
		expect(encodeSave(saveOf(turnsOf(save)))).toBe(text);
	});
});

describe('what is wrong with a file is said, and where', () => {
	test.each(Object.entries(VARIANTS))('%s', (name, { code, path, readOnly }) => {
		const read = readSave(keptFile(`variants/${name}`));
		const fault = read.ok ? read.value.readOnly : read.faults[0];
		expect([read.ok, fault?.code, fault?.path]).toEqual([readOnly === true, code, path]);
	});

	test('nothing is kept that no test reads', () => {
		expect([...filesIn('variants')].sort()).toEqual(Object.keys(VARIANTS).sort());
	});
});
