import { xlsxFile } from '#lib/server/rooms/index.ts';
import { endpoint } from '../../../endpoint.ts';
import { fileHeaders, wordGradebook } from '../../gradebook.ts';
import { asks } from '../../who.ts';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The class in one table. */
export const GET: RequestHandler = endpoint(async (event, server) => {
	const { room } = event.params;
	const who = await asks(event, server, 'instructor', room);
	if (!who.ok) return who;
	const book = await server.rooms.gradebook(room);
	if (!book.ok) return book;
	const lang = event.url.searchParams.get('lang');
	const { sheet, headings, rows } = await wordGradebook(book.value, lang, event.request);
	const file = await xlsxFile(sheet, headings, rows);
	return new Response(new Uint8Array(file), { headers: fileHeaders(TYPE, `shapan-${room}.xlsx`) });
});
