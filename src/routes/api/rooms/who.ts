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

/** Tries a link or the setup token. What fails is counted by address. */
export async function trySecret<T>(
	{ limits }: Server,
	address: string,
	attempt: () => Promise<RoomResult<T>>
): Promise<Result<T>> {
	const seconds = limits.links.wait(address);
	if (seconds > 0) return tooManyFailures(seconds);
	const tried = await attempt();
	if (isWrong(tried)) limits.links.failed(address);
	return tried;
}

interface Code<T> {
	/** Which room it would open; null for none. Asked where the address has to wait. */
	readonly roomOf: () => Promise<string | null>;
	readonly attempt: () => Promise<RoomResult<T>>;
	/** The room that was opened. */
	readonly opened: (value: T) => string;
}

/**
 * Tries a code that is typed. What fails is counted by address: a class shares one, so the limit is far above what forty
 * teams mistype, what succeeds costs nothing, and one of them who tries codes does not keep the others out of their room.
 */
export async function tryCode<T>(
	{ limits }: Server,
	address: string,
	{ roomOf, attempt, opened }: Code<T>
): Promise<Result<T>> {
	const seconds = limits.secrets.wait(address);
	if (seconds > 0) {
		const room = limits.knownTries.take(address) === 0 ? await roomOf() : null;
		if (room === null || !limits.known.has(address, room)) return tooManyFailures(seconds);
	}
	const tried = await attempt();
	if (tried.ok) limits.known.note(address, opened(tried.value));
	if (isWrong(tried)) limits.secrets.failed(address);
	return tried;
}

const isWrong = (tried: RoomResult<unknown>): boolean =>
	!tried.ok && tried.faults[0]?.code === 'ROOM_SECRET_WRONG';

function tooManyFailures(seconds: number): ReturnType<typeof refuseHttp> {
	return refuseHttp('HTTP_TOO_MANY', 'too many failures from this address', { seconds });
}

/** What is kept of a team's turns: more than any page hands in waits. */
export function tooManyTurns({ limits }: Server, team: string): ReturnType<typeof refuseHttp> | null {
	const seconds = limits.turns.take(team);
	return seconds === 0 ? null : refuseHttp('HTTP_TOO_MANY', 'handed in too often', { seconds });
}

/** What occupies a market thread: a browser that asks more often than any page does waits. */
export function tooOften({ limits }: Server, browser: string): ReturnType<typeof refuseHttp> | null {
	const seconds = limits.market.take(browser);
	return seconds === 0 ? null : refuseHttp('HTTP_TOO_MANY', 'asked too often', { seconds });
}
