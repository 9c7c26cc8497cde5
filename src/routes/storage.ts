/**
 * Small choices kept in this browser. Storage may be forbidden or full; a choice then holds until the page is
 * closed, which is no reason to break it.
 */
export function readChoice(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** @param value null forgets the choice */
export function keepChoice(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// Not kept; see above.
	}
}
