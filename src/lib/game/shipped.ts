/** The scenarios this copy ships: their names now, each text when it is asked for. */
import type { Library } from '../host/index.ts';

const FILES = import.meta.glob<string>('/scenarios/*.yaml', { query: '?raw', import: 'default' });

export const SHIPPED: Library = Object.fromEntries(
	Object.entries(FILES).map(([path, load]) => [path.slice('/scenarios/'.length, -'.yaml'.length), load])
);

export const SHIPPED_NAMES: readonly string[] = Object.keys(SHIPPED).sort();
