/** The JSON of a request, read only as far as it may be large. */
import { boundsFault } from '#lib/protocol/bounds.ts';
import { fail, ok, type Result } from '#lib/result.ts';
import { refuseHttp } from './faults.ts';

/** Bytes, where a route names no other limit. */
export const MAX_BODY = 64 * 1024;

/**
 * @param max bytes
 * @param values in all, where the usual number is not enough
 */
export async function readJson(request: Request, max = MAX_BODY, values?: number): Promise<Result<unknown>> {
	// A form of another site can send text, but not this.
	if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
		return refuseHttp('HTTP_BODY_TYPE', 'the body must be application/json');
	}
	const bytes = await readBytes(request, max);
	if (bytes === null) return refuseHttp('HTTP_BODY_LARGE', `the body is larger than ${max} bytes`, { max });
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return refuseHttp('HTTP_BODY_JSON', 'the body is no JSON in UTF-8');
	}
	const outOfBounds = boundsFault(value, 'HTTP_BODY_JSON', values);
	return outOfBounds === null ? ok(value) : fail(outOfBounds);
}

/** @returns null if there is more */
async function readBytes(request: Request, max: number): Promise<Uint8Array | null> {
	// What is said to be too large is not even begun; what is said is not believed either.
	if (Number(request.headers.get('content-length') ?? 0) > max) return null;
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of request.body ?? []) {
		length += chunk.byteLength;
		if (length > max) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
