import { expect, test } from 'vitest';
import { newId } from './id.ts';
import { openStore } from './open-store.ts';
import { readWord } from './tabs.ts';

test.each([[{ kind: 'lease', game: 'a', epoch: 2 }], [{ kind: 'change', game: 'a' }]])(
	'%o is understood',
	(word) => {
		expect(readWord(word)).toEqual(word);
	}
);

test.each([
	[null],
	['lease'],
	[{ kind: 'lease', game: 'a' }],
	[{ kind: 'lease', game: 'a', epoch: '2' }],
	[{ kind: 'change' }],
	[{ kind: 'reveal', game: 'a' }]
])('%o of another version is passed over', (data) => {
	expect(readWord(data)).toBeNull();
});

test('ids are 32 hex digits, and no two are the same', () => {
	const ids = Array.from({ length: 100 }, newId);
	expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
	expect(new Set(ids).size).toBe(ids.length);
});

test('where there is no database, opening says so instead of failing', async () => {
	expect(await openStore()).toMatchObject({ ok: false, faults: [{ code: 'STORE_BLOCKED' }] });
});
