import { csvText } from '#lib/server/rooms/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { fileHeaders, wordGradebook } from '../../gradebook.ts';
import { asks } from '../../who.ts';
import type { RequestHandler } from './$types';

/** The class in one table. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'instructor', room);
	if (!who.ok) return who;
	const book = await server.rooms.gradebook(room);
	if (!book.ok) return book;
	const { headings, rows } = await wordGradebook(
		book.value,
		event.url.searchParams.get('lang'),
		event.request
	);
	const headers = fileHeaders('text/csv; charset=utf-8', `shapan-${room}.csv`);
	return new Response(csvText(headings, rows), { headers });
});
