/** Bodies by their schema. */
import * as v from 'valibot';
import { readShape } from '#lib/engine/shape.ts';
import type { Result } from '#lib/result.ts';
import { readJson } from '#lib/server/http/index.ts';

/** @param max bytes, where the usual limit is not enough */
export async function readBody<T>(
	request: Request,
	schema: v.GenericSchema<unknown, T>,
	max?: number
): Promise<Result<T>> {
	const body = await readJson(request, max);
	return body.ok ? readShape(schema, body.value, 'ROOM_REQUEST_SHAPE') : body;
}
