import { ok } from '#lib/result.ts';
import { readJson } from '#lib/server/http/index.ts';
import { endpoint } from '../../endpoint.ts';
import { asks, setCookie } from '../who.ts';
import type { RequestHandler } from './$types';

/** As large as `BODY_SIZE_LIMIT` lets in: a class of forty takes some four million bytes. */
const MAX_BODY = 20_000_000;

/** Opens an archive as a room to be looked at. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const host = await asks(event, server, 'host', null);
	if (!host.ok) return host;
	const archive = await readJson(event.request, MAX_BODY);
	if (!archive.ok) return archive;
	const made = await server.rooms.openArchive(archive.value);
	if (!made.ok) return made;
	const { created, cookie } = made.value;
	setCookie(event, 'instructor', cookie, created.room);
	return ok(created);
}, 201);
