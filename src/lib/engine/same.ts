/** Equal as data, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	const left = Object.entries(a);
	const right = new Map(Object.entries(b));
	return (
		left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
	);
}
