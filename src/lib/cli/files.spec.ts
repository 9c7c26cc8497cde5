import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { callersFolder, readText, shipped, siblingText, writeWhole } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'shapan-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading', () => {
	test('a file, and of a large one no more than shows that it is', () => {
		const path = join(folder, 'a.txt');
		writeFileSync(path, '沙盘'.repeat(1000));
		expect(readText(path, 10_000)).toEqual({ ok: true, value: '沙盘'.repeat(1000) });
		const cut = readText(path, 100);
		expect(cut.ok && Buffer.byteLength(cut.value)).toBeGreaterThan(100);
		expect(cut.ok && cut.value.length).toBeLessThan(120);
	});

	test('a pipe, which has no size', () => {
		const pipe = join(folder, 'pipe');
		execFileSync('mkfifo', [pipe]);
		// Opening a pipe waits for its other end, so the writer must not be waited for.
		spawn('sh', ['-c', '(printf one; sleep .1; printf two) > "$0"', pipe], { stdio: 'ignore' });
		expect(readText(pipe, 100)).toEqual({ ok: true, value: 'onetwo' });
	});

	test('what is missing, or is no file, by its code', () => {
		expect(readText(join(folder, 'none'), 10)).toMatchObject({ faults: [{ code: 'FILE_NOT_FOUND' }] });
		expect(readText(folder, 10)).toMatchObject({
			faults: [{ code: 'FILE_UNREADABLE', params: { reason: 'EISDIR' } }]
		});
	});

	test('a scenario beside another', () => {
		writeFileSync(join(folder, 'base.yaml'), 'id: base');
		expect(siblingText(join(folder, 'other.yaml'), 'base', 100)).toBe('id: base');
		expect(siblingText(join(folder, 'other.yaml'), 'none', 100)).toBeNull();
	});
});

describe('writing', () => {
	test('puts the new in place of the old, and leaves nothing beside it', () => {
		const place = join(folder, 'whole');
		mkdirSync(place);
		const path = join(place, 'a.json');
		expect(writeWhole(path, 'old')).toMatchObject({ ok: true });
		expect(writeWhole(path, 'new')).toMatchObject({ ok: true });
		expect([readFileSync(path, 'utf8'), readdirSync(place)]).toEqual(['new', ['a.json']]);
	});

	test('where it cannot, says so and leaves nothing', () => {
		const place = join(folder, 'taken');
		mkdirSync(join(place, 'a.json', 'inside'), { recursive: true });
		expect(writeWhole(join(place, 'a.json'), 'x')).toMatchObject({ faults: [{ code: 'FILE_NOT_WRITTEN' }] });
		expect(readdirSync(place)).toEqual(['a.json']);
		expect(writeWhole(join(folder, 'no', 'a.json'), 'x')).toMatchObject({
			faults: [{ params: { reason: 'ENOENT' } }]
		});
	});
});

test('relative paths start where npm was called, if npm moved us to the top', () => {
	const top = dirname(dirname(shipped('first-city.yaml')));
	expect(callersFolder(top, { INIT_CWD: '/home/someone' })).toBe('/home/someone');
	expect(callersFolder(top, {})).toBe(top);
	expect(callersFolder(folder, { INIT_CWD: '/home/someone' })).toBe(folder);
});
