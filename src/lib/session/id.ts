/** `crypto.randomUUID` is missing where the page is served over plain http, as in a classroom; this is not. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
