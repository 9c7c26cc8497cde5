/** How the cookies of this server are set. */

export interface CookieOptions {
	readonly path: string;
	readonly httpOnly: true;
	readonly sameSite: 'strict' | 'lax';
	readonly secure: boolean;
	/** Seconds. */
	readonly maxAge: number;
}

/**
 * Out of reach of scripts, and not sent along by other sites. Over plain http in a classroom a cookie marked secure
 * would not be kept at all.
 *
 * @param path the addresses it is for
 */
export function cookieOptions(url: URL, path: string, maxAge: number): CookieOptions {
	return { path, httpOnly: true, sameSite: 'strict', secure: url.protocol === 'https:', maxAge };
}
