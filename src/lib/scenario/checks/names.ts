/** Ids: each once, and none that names nothing. */
import { nearest } from '../nearest.ts';
import type { Path } from '../problem.ts';
import type { Report } from './report.ts';

/** What an id can name; words of the catalogue's `kind`. */
type Kind = 'region' | 'area' | 'firm' | 'product' | 'dealer' | 'node' | 'shock';

export interface Ids {
	readonly region: ReadonlySet<string>;
	readonly area: ReadonlySet<string>;
	readonly firm: ReadonlySet<string>;
	readonly product: ReadonlySet<string>;
	readonly dealer: ReadonlySet<string>;
}

export function unique(
	report: Report,
	kind: Kind,
	bearers: readonly { readonly id: string }[],
	path: (index: number) => Path
): Set<string> {
	const seen = new Set<string>();
	bearers.forEach(({ id }, index) => {
		if (seen.has(id)) report.error('DUPLICATE_ID', [...path(index), 'id'], { kind, id });
		seen.add(id);
	});
	return seen;
}

export function refer(
	report: Report,
	kind: Kind,
	id: string,
	known: ReadonlySet<string>,
	path: Path
): boolean {
	if (known.has(id)) return true;
	report.error('UNKNOWN_REFERENCE', path, { kind, id, suggestion: nearest(id, known) || 'none' });
	return false;
}
