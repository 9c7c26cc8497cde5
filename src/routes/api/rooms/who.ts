/** Who asks, by the cookie of the address. Cookies of a room go to its addresses only. */
import type { Cookies } from '@sveltejs/kit';
import { refuseRoom, type RoomResult } from '#lib/protocol/rooms/index.ts';
import { ok, type Result } from '#lib/result.ts';
import { cookieOptions, refuseHttp } from '#lib/server/http/index.ts';
import type { Server } from '#lib/server/index.ts';
import { COOKIE_DAYS, type Who } from '#lib/server/rooms/index.ts';

const NAMES = { host: 'shapan_host', instructor: 'shapan_teach', team: 'shapan_team' } as const;
type Kind = keyof typeof NAMES;
type Of<K extends Kind> = Extract<Who, { readonly kind: K }>;

interface Asked {
	readonly cookies: Cookies;
	readonly url: URL;
}

/** @param room null for what is the host's */
export async function asks<K extends Kind>(
	{ cookies }: Asked,
	{ rooms }: Server,
	kind: K,
	room: string | null
): Promise<RoomResult<Of<K>>> {
	const who = await rooms.whoIs(cookies.get(NAMES[kind]));
	if (who?.kind !== kind || (who.kind !== 'host' && who.room !== room)) {
		return refuseRoom('ROOM_NO_ACCESS', 'no cookie that opens this');
	}
	return ok(who as Of<K>);
}

/** Instructor or team; a browser that is both says in the query which it means. */
export async function asksInRoom(
	asked: Asked,
	server: Server,
	room: string
): Promise<RoomResult<Of<'instructor' | 'team'>>> {
	const instructor = await asks(asked, server, 'instructor', room);
	if (instructor.ok && asked.url.searchParams.get('as') !== 'team') return instructor;
	return asks(asked, server, 'team', room);
}

export function setCookie({ cookies, url }: Asked, kind: Kind, value: string, room: string | null): void {
	const path = room === null ? '/api' : `/api/rooms/${room}`;
	cookies.set(NAMES[kind], value, cookieOptions(url, path, COOKIE_DAYS * 24 * 3600));
}

/**
 * Tries a secret. What fails is counted by address: a class shares one, so the limit is far above what forty teams
 * mistype, and what succeeds costs nothing.
 */
export async function trySecret<T>(
	{ limits }: Server,
	address: string,
	attempt: () => Promise<RoomResult<T>>
): Promise<Result<T>> {
	const seconds = limits.secrets.wait(address);
	if (seconds > 0) return refuseHttp('HTTP_TOO_MANY', 'too many failures from this address', { seconds });
	const tried = await attempt();
	if (!tried.ok && tried.faults[0]?.code === 'ROOM_SECRET_WRONG') limits.secrets.failed(address);
	return tried;
}

/** What occupies a market thread: a browser that asks more often than any page does waits. */
export function tooOften({ limits }: Server, browser: string): ReturnType<typeof refuseHttp> | null {
	const seconds = limits.market.take(browser);
	return seconds === 0 ? null : refuseHttp('HTTP_TOO_MANY', 'asked too often', { seconds });
}
