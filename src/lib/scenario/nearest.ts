/** “Did you mean …?” */

/** Edits (insert, delete, replace, swap of neighbours) between two words. */
function distance(a: string, b: string): number {
	const width = b.length + 1;
	const rows = new Uint16Array((a.length + 1) * width);
	const at = (i: number, j: number): number => rows[i * width + j] ?? 0;
	for (let i = 0; i <= a.length; i++) {
		for (let j = 0; j <= b.length; j++) {
			let best = i === 0 ? j : j === 0 ? i : Math.min(at(i - 1, j), at(i, j - 1)) + 1;
			if (i > 0 && j > 0) {
				best = Math.min(best, at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]));
				const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
				if (swapped) best = Math.min(best, at(i - 2, j - 2) + 1);
			}
			rows[i * width + j] = best;
		}
	}
	return at(a.length, b.length);
}

/** The word an author most likely meant, or '' if none is near. */
export function nearest(word: string, words: Iterable<string>): string {
	// Spelling habits (case, hyphens, underscores) are no edits.
	const bare = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
	const wanted = bare(word.slice(0, 60));
	let found = '';
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of words) {
		const edits = distance(wanted, bare(candidate));
		if (edits < least) [found, least] = [candidate, edits];
	}
	return found;
}
