/** The scenarios this copy ships: their names now, each text when it is asked for. */
import type { Library } from '../host/index.ts';

// Files of their own, fetched: as modules they would have to be run to be read.
const FILES = import.meta.glob<string>('/scenarios/*.yaml', {
	query: '?url&no-inline',
	import: 'default',
	eager: true
});

export const SHIPPED: Library = Object.fromEntries(
	Object.entries(FILES).map(([path, url]) => [
		path.slice('/scenarios/'.length, -'.yaml'.length),
		() => fetchText(url)
	])
);

export const SHIPPED_NAMES: readonly string[] = Object.keys(SHIPPED).sort();

async function fetchText(url: string): Promise<string> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return response.text();
}
