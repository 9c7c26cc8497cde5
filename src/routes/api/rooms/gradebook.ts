/** The headings of a gradebook in the language that is asked for. */
import { createTranslator, detectLocale, loadCatalogue, type MessageKey } from '#lib/i18n/index.ts';
import type { Gradebook } from '#lib/server/rooms/index.ts';

export interface WordedGradebook {
	readonly sheet: string;
	readonly headings: readonly string[];
	readonly rows: Gradebook['rows'];
}

/** @param lang of the query; without it, of the browser */
export async function wordGradebook(
	{ headings, rows }: Gradebook,
	lang: string | null,
	request: Request
): Promise<WordedGradebook> {
	const asked = lang ?? request.headers.get('accept-language')?.split(',')[0] ?? '';
	const locale = detectLocale(null, [asked]);
	const t = createTranslator(locale, await loadCatalogue(locale, ['room']));
	return {
		sheet: t('room.gradebook'),
		headings: headings.map(({ column, turn }) =>
			t(`room.gradebook.${column}` as MessageKey, { turn: turn ?? 0 })
		),
		rows
	};
}

/** What the browser keeps as a file, and nobody else. */
export function fileHeaders(type: string, name: string): Record<string, string> {
	return {
		'content-type': type,
		'content-disposition': `attachment; filename="${name}"`,
		'cache-control': 'no-store'
	};
}
