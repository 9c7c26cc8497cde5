/** Cookies come along whoever made the browser ask, so who asks is looked at too. */

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from a page of another site. Hosts are compared, and not the whole
 * origin: behind a proxy that says nothing of it, https looks like http from here.
 */
export function isForeign(request: Request, url: URL): boolean {
	if (SAFE.has(request.method)) return false;
	const origin = request.headers.get('origin');
	if (origin !== null) return !URL.canParse(origin) || new URL(origin).host !== url.host;
	// Browsers name the origin of every such request. What does not is no browser, and has no cookies of one.
	const site = request.headers.get('sec-fetch-site');
	return site !== null && site !== 'same-origin' && site !== 'none';
}
