import { mayReadMetrics } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Figures for Prometheus, for this machine or whoever has the token. They are there without a database too. */
export const GET: RequestHandler = async ({ request, locals, platform }) => {
	const { config, observers } = locals.standby;
	// The other end of the connection itself, and not who a proxy says it is.
	const peer = platform?.req?.socket.remoteAddress ?? '';
	if (!mayReadMetrics(request.headers, peer, config.metricsToken)) {
		return new Response('Forbidden\n', { status: 403 });
	}
	const { metrics } = observers;
	return new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } });
};
