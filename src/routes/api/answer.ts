/** How the server's answers look: JSON, and faults with their codes, worded in the reader's language besides. */
import {
	createTranslator,
	detectLocale,
	loadCatalogue,
	type MessageKey,
	type Translate
} from '#lib/i18n/index.ts';
import type { Fault, Result } from '#lib/result.ts';
import { statusOf } from '#lib/server/http/index.ts';

/** Where the words of the server's codes are. */
const PARTS = ['service', 'room', 'board'] as const;

/** What nobody between here and the browser may keep. */
const HEADERS = { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'" };

export function answerJson(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
	return Response.json(value, { status, headers: { ...HEADERS, ...headers } });
}

/** JSON that is text already: a market's view is made in another thread, and is not taken apart here. */
export function answerText(json: string): Response {
	return new Response(json, { headers: { ...HEADERS, 'content-type': 'application/json' } });
}

export async function answerResult(
	request: Request,
	result: Result<unknown>,
	status = 200
): Promise<Response> {
	return result.ok ? answerJson(result.value, status) : answerFaults(request, result.faults);
}

export async function answerFaults(request: Request, faults: readonly Fault[]): Promise<Response> {
	const t = await translatorFor(request);
	const wait = faults[0]?.params?.['seconds'];
	const worded = faults.map((it) => ({ ...it, text: wordsOf(t, it) }));
	const headers = typeof wait === 'number' ? { 'retry-after': String(wait) } : {};
	return answerJson({ faults: worded }, statusOf(faults), headers as Record<string, string>);
}

async function translatorFor(request: Request): Promise<Translate> {
	const asked = (request.headers.get('accept-language') ?? '')
		.split(',')
		.map((it) => it.split(';')[0]?.trim() ?? '');
	const locale = detectLocale(null, asked);
	// Not strict: a code without words of its own is told by its message.
	return createTranslator(locale, await loadCatalogue(locale, PARTS), { strict: false });
}

/** Faults of shapes and of other layers have no words here: their code and path say enough to whoever wrote the request. */
function wordsOf(t: Translate, { code, message, params }: Fault): string {
	for (const part of PARTS) {
		const key = `${part}.${code}` as MessageKey;
		const words = t(key, params ?? {});
		if (words !== `[${key}]`) return words;
	}
	return message;
}
