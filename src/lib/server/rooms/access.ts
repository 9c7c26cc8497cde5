/** Who may do what: cookies, the links of rooms, the setup token. Only hashes are kept. */
import { timingSafeEqual } from 'node:crypto';
import { ok } from '#lib/result.ts';
import { refuseRoom, type RoomResult } from '#lib/protocol/rooms/index.ts';
import type { Query, Tx } from '../database/index.ts';
import type { RoomsContext } from './context.ts';
import { hashOf, newSecret } from './secrets.ts';

export type Who =
	/** Runs the server: makes rooms. */
	| { readonly kind: 'host'; readonly browser: string }
	| { readonly kind: 'instructor'; readonly browser: string; readonly room: string }
	| {
			readonly kind: 'team';
			readonly browser: string;
			readonly room: string;
			readonly team: string;
			readonly nickname: string;
	  };

/** A cookie outlives a workshop and its debriefing. */
export const COOKIE_DAYS = 60;
const DAY_MS = 24 * 3600 * 1000;

interface NewBrowser {
	readonly kind: Who['kind'];
	readonly room: string | null;
	readonly team: string | null;
	readonly nickname: string | null;
}

/** @returns the cookie; what is kept is its hash */
export async function newBrowser(query: Query, now: number, browser: NewBrowser): Promise<string> {
	const cookie = newSecret();
	await query
		.insertInto('browser')
		.values({ ...browser, hash: hashOf(cookie), createdAt: now, expiresAt: now + COOKIE_DAYS * DAY_MS })
		.execute();
	return cookie;
}

/** Null for a cookie that is none (any more). */
export async function whoIs(context: RoomsContext, cookie: string | undefined): Promise<Who | null> {
	if (cookie === undefined || cookie === '' || cookie.length > 200) return null;
	const found = await context.database.query
		.selectFrom('browser')
		.selectAll()
		.where('hash', '=', hashOf(cookie))
		.where('expiresAt', '>', context.now())
		.executeTakeFirst();
	if (found === undefined) return null;
	const { hash: browser, kind, room, team, nickname } = found;
	if (kind === 'host') return { kind, browser };
	if (kind === 'instructor' && room !== null) return { kind, browser, room };
	if (kind === 'team' && room !== null && team !== null) {
		return { kind, browser, room, team, nickname: nickname ?? '' };
	}
	return null;
}

/** The setup token against the cookie of the host. */
export async function enterHost(
	context: RoomsContext,
	setupToken: string,
	offered: string
): Promise<RoomResult<string>> {
	const [ours, theirs] = [Buffer.from(hashOf(setupToken)), Buffer.from(hashOf(offered))];
	if (!timingSafeEqual(ours, theirs)) return refuseRoom('ROOM_SECRET_WRONG', 'not the setup token');
	return ok(
		await newBrowser(context.database.query, context.now(), {
			kind: 'host',
			room: null,
			team: null,
			nickname: null
		})
	);
}

/** The secret of a room's link against the cookie of its instructor. */
export async function enterRoom(
	context: RoomsContext,
	room: string,
	secret: string
): Promise<RoomResult<string>> {
	const link = await context.database.query
		.selectFrom('roomLink')
		.select('room')
		.where('hash', '=', hashOf(secret))
		.where('room', '=', room)
		.executeTakeFirst();
	if (link === undefined) return refuseRoom('ROOM_SECRET_WRONG', 'not the link of this room');
	return ok(await instructorCookie(context.database.query, context.now(), room));
}

export function instructorCookie(query: Query, now: number, room: string): Promise<string> {
	return newBrowser(query, now, { kind: 'instructor', room, team: null, nickname: null });
}

/** @returns the secret of the new link */
export async function newLink(tx: Query, now: number, room: string): Promise<string> {
	const secret = newSecret();
	await tx
		.insertInto('roomLink')
		.values({ hash: hashOf(secret), room, createdAt: now })
		.execute();
	return secret;
}

/**
 * Another link; the one before is worth nothing any more, nor is any browser that came by it, but the one that asks.
 */
export async function renewLink(tx: Tx, now: number, room: string, asking: string): Promise<string> {
	await tx.deleteFrom('roomLink').where('room', '=', room).execute();
	await tx
		.deleteFrom('browser')
		.where('room', '=', room)
		.where('kind', '=', 'instructor')
		.where('hash', '!=', asking)
		.execute();
	return newLink(tx, now, room);
}

/** Signs a browser out. */
export async function leave(context: RoomsContext, who: Who): Promise<void> {
	await context.database.query.deleteFrom('browser').where('hash', '=', who.browser).execute();
}
