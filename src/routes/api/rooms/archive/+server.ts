import { ok } from '#lib/result.ts';
import { readJson } from '#lib/server/http/index.ts';
import { endpoint } from '../../endpoint.ts';
import { asks, setCookie } from '../who.ts';
import type { RequestHandler } from './$types';

/**
 * As large as `BODY_SIZE_LIMIT` lets in. A game of the standard scenario takes some 150 kilobytes and 10 000 values: a
 * class of forty is six megabytes, and a hall of four hundred still fits.
 */
const MAX_BODY = 96 * 1024 * 1024;
const MAX_VALUES = 8_000_000;

/** Opens an archive as a room to be looked at. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const host = await asks(event, server, 'host', null);
	if (!host.ok) return host;
	const archive = await readJson(event.request, MAX_BODY, MAX_VALUES);
	if (!archive.ok) return archive;
	const made = await server.rooms.openArchive(archive.value);
	if (!made.ok) return made;
	const { created, cookie } = made.value;
	setCookie(event, 'instructor', cookie, created.room);
	return ok(created);
}, 201);
