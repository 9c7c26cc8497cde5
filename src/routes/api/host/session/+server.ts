import { AccessSchema } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { endpoint } from '../../endpoint.ts';
import { readBody } from '../../read.ts';
import { setCookie, trySecret } from '../../rooms/who.ts';
import type { RequestHandler } from './$types';

/** The setup token against the cookie of the host. */
export const POST: RequestHandler = endpoint(async (event, server) => {
	const access = await readBody(event.request, AccessSchema);
	if (!access.ok) return access;
	const entered = await trySecret(server, event.locals.address, () =>
		server.rooms.enterHost(access.value.secret)
	);
	if (!entered.ok) return entered;
	setCookie(event, 'host', entered.value, null);
	return ok({});
});
