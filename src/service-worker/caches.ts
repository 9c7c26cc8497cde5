/** Names of caches, and which page an address asks for. */

const PREFIX = 'shapan-';

/** One cache a version. Versions are made at build time, later ones larger. */
export function cacheName(version: string): string {
	return PREFIX + version;
}

/** The cache of this version and the latest before it; caches of others are none of our business. */
export function keptCaches(names: readonly string[], current: string): readonly string[] {
	const before = names.filter((name) => name.startsWith(PREFIX) && name !== current).sort();
	const foreign = names.filter((name) => !name.startsWith(PREFIX));
	return [current, ...before.slice(-1), ...foreign];
}

/** The kept page for an address, with or without a slash at its end; null if there is none. */
export function pageKey(pathname: string, pages: readonly string[]): string | null {
	const bare = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
	return pages.includes(bare) ? bare : null;
}
