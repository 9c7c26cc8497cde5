/** The database as it lies there, past the store: what other versions, other programs and broken disks do to it. */
import type { Page } from '@playwright/test';

/** All rows by table, in the order of their keys. */
export type Dump = Readonly<Record<string, readonly unknown[]>>;

/** A table's key path, by table. */
export type KeyPaths = Readonly<Record<string, string | readonly string[]>>;

/** Native version of our first schema. */
export const VERSION_1 = 10;

export function dump(page: Page): Promise<Dump> {
	return page.evaluate(
		() =>
			new Promise<Record<string, unknown[]>>((done, failed) => {
				const request = indexedDB.open('shapan');
				request.onerror = () => failed(request.error);
				request.onsuccess = () => {
					const names = [...request.result.objectStoreNames];
					const all: Record<string, unknown[]> = {};
					if (names.length === 0) {
						request.result.close();
						done(all);
						return;
					}
					const transaction = request.result.transaction(names);
					for (const name of names) {
						const rows = transaction.objectStore(name).getAll();
						rows.onsuccess = () => {
							all[name] = rows.result;
						};
					}
					transaction.oncomplete = () => {
						request.result.close();
						done(all);
					};
				};
			})
	);
}

/** Writes rows, or deletes those whose value is null by their key. */
export function tamper(
	page: Page,
	table: string,
	changes: readonly { readonly key: string | [string, number]; readonly row: unknown }[]
): Promise<void> {
	return page.evaluate(
		([name, all]) =>
			new Promise<void>((done, failed) => {
				const request = indexedDB.open('shapan');
				request.onerror = () => failed(request.error);
				request.onsuccess = () => {
					const transaction = request.result.transaction(name, 'readwrite');
					for (const { key, row } of all) {
						if (row === null) transaction.objectStore(name).delete(key);
						else transaction.objectStore(name).put(row);
					}
					transaction.onabort = () => failed(transaction.error);
					transaction.oncomplete = () => {
						request.result.close();
						done();
					};
				};
			}),
		[table, changes] as const
	);
}

/** Makes the database as another version would: it stays open in the page if asked to, and then gives way to none. */
export function make(
	page: Page,
	version: number,
	keyPaths: KeyPaths,
	rows: Dump = {},
	holding = false
): Promise<void> {
	return page.evaluate(
		([native, paths, all, hold]) =>
			new Promise<void>((done, failed) => {
				const request = indexedDB.open('shapan', native);
				request.onerror = () => failed(request.error);
				request.onupgradeneeded = () => {
					for (const [name, path] of Object.entries(paths)) {
						const store = request.result.objectStoreNames.contains(name)
							? request.transaction?.objectStore(name)
							: request.result.createObjectStore(name, { keyPath: path as string | string[] });
						for (const row of all[name] ?? []) store?.put(row);
					}
				};
				request.onsuccess = () => {
					if (hold) Object.assign(globalThis, { held: request.result });
					else request.result.close();
					done();
				};
			}),
		[version, keyPaths, rows, holding] as const
	);
}

/** Closes what `make` kept open. */
export function release(page: Page): Promise<void> {
	return page.evaluate(() => (globalThis as unknown as { held: IDBDatabase }).held.close());
}
