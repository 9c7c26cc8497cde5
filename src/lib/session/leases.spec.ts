import { expect, test } from 'vitest';
import { Leases } from './leases.ts';
import { storeFault } from './store.ts';

const LEASE = { game: 'a', epoch: 2 };

function watched(leases: Leases, lease = LEASE): string[] {
	const told: string[] = [];
	leases.watch(lease, ({ code }) => told.push(code));
	return told;
}

test('only a later epoch of the same game takes a lease away, and is told once', () => {
	const leases = new Leases();
	const told = watched(leases);
	leases.heard('a', 1);
	leases.heard('a', 2);
	leases.heard('b', 9);
	expect(told).toEqual([]);
	leases.heard('a', 3);
	leases.heard('a', 4);
	expect(told).toEqual(['STORE_LEASE_LOST']);
});

test('word that comes late takes nothing from the lease after it', () => {
	const leases = new Leases();
	leases.heard('a', 5);
	const told = watched(leases, { game: 'a', epoch: 5 });
	leases.heard('a', 3);
	expect(told).toEqual([]);
});

test('a lease lost before anybody listened is told all the same, after the listener is known', async () => {
	const leases = new Leases();
	leases.heard('a', 3);
	const told = watched(leases);
	expect(told).toEqual([]);
	await Promise.resolve();
	expect(told).toEqual(['STORE_LEASE_LOST']);
});

test('whoever stopped listening hears nothing', async () => {
	const leases = new Leases();
	const told: string[] = [];
	const stop = leases.watch(LEASE, ({ code }) => told.push(code));
	expect(leases.games).toEqual(['a']);
	stop();
	leases.heard('a', 3);
	const late = leases.watch(LEASE, ({ code }) => told.push(code));
	late();
	await Promise.resolve();
	expect([told, leases.games]).toEqual([[], []]);
});

test('a newer version takes every lease, those to come too', async () => {
	const leases = new Leases();
	const told = [watched(leases), watched(leases, { game: 'b', epoch: 1 })];
	leases.loseAll(storeFault('STORE_NEWER', 'x'));
	told.push(watched(leases, { game: 'c', epoch: 1 }));
	await Promise.resolve();
	expect(told).toEqual([['STORE_NEWER'], ['STORE_NEWER'], ['STORE_NEWER']]);
});

test('a listener that stops another while being told does not stop the word', () => {
	const leases = new Leases();
	const told: string[] = [];
	const stops = [1, 2].map((n) =>
		leases.watch(LEASE, () => {
			told.push(`${n}`);
			stops.forEach((stop) => stop());
		})
	);
	leases.heard('a', 3);
	expect(told).toEqual(['1']);
});
