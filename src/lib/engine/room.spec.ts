import { expect, test } from 'vitest';
import { Room } from './room.ts';

test('tables begin at 0, each has its own place, and each stands where its kind may', () => {
	const room = new Room();
	const tables = [
		room.ints(3),
		room.floats(5),
		room.ints(1),
		room.floats(20_000),
		room.floats(2),
		room.ints(40_000)
	];
	expect(tables.map(({ length }) => length)).toEqual([3, 5, 1, 20_000, 2, 40_000]);
	for (const [i, table] of tables.entries()) {
		expect(table.every((value) => value === 0)).toBe(true);
		table.fill(i + 1);
	}
	for (const [i, table] of tables.entries()) expect(table.every((value) => value === i + 1)).toBe(true);
});
