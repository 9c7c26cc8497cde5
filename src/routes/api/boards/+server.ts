import { ok } from '#lib/result.ts';
import { endpoint } from '../endpoint.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** The boards there are, those of rooms apart. */
export const GET: RequestHandler = endpoint(async (_event, { boards }) =>
	ok({ boards: await boards.list() })
);
