/** Who may read the figures. */
import { createHash, timingSafeEqual } from 'node:crypto';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * A program on this machine that asks directly, or whoever has the token. What a proxy hands on comes from this
 * machine too, and is told by its header.
 */
export function mayReadMetrics(headers: Headers, address: string, token: string | null): boolean {
	if (token !== null) {
		const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
		if (given !== undefined) return sameSecret(given, token);
	}
	return !headers.has('x-forwarded-for') && !headers.has('forwarded') && LOOPBACK.test(address);
}

/** In a time that tells nothing of where they differ. */
function sameSecret(a: string, b: string): boolean {
	const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
	return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
