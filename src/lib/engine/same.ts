/** Equal as data, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	const left = Object.keys(a);
	if (left.length !== Object.keys(b).length) return false;
	return left.every(
		(key) => Object.hasOwn(b, key) && same(a[key as keyof typeof a], b[key as keyof typeof b])
	);
}
