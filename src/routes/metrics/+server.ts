import { mayReadMetrics } from '#lib/server/index.ts';
import type { RequestHandler } from './$types';

export const prerender = false;

/** Figures for Prometheus, for this machine or whoever has the token. They are there without a database too. */
export const GET: RequestHandler = async ({ request, locals, getClientAddress }) => {
	const { config, observers } = locals.standby;
	if (!mayReadMetrics(request.headers, getClientAddress(), config.metricsToken)) {
		return new Response('Forbidden\n', { status: 403 });
	}
	const { metrics } = observers;
	return new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } });
};
