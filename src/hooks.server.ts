import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { isForeign, refuseHttp } from '#lib/server/http/index.ts';
import { createObservers, readConfig, Standby, type Observers } from '#lib/server/index.ts';
import { answerFaults } from './routes/api/answer.ts';

/** The one thing a server process has one of. */
let standby: Standby | null = null;

export const init: ServerInit = async () => {
	// Pages are made at build time in a process that serves nobody.
	if (building) return;
	const config = readConfig(process.env, process.env['SHAPAN_ROOT'] ?? process.cwd());
	const running = new Standby(config, createObservers(config.logLevel, process.stderr.isTTY === true));
	standby = running;
	// bin/serve.js, at the other end of these, says when: first what is held open is let go, then, with no request left, the rest.
	process.on('shapan:drain' as 'disconnect', () => void running.drain());
	process.on('sveltekit:shutdown' as 'disconnect', () => void running.stop());
	const started = await running.get();
	process.emit(
		'shapan:started' as 'message',
		started.ok
			? { place: started.value.database.place, setup: started.value.setup }
			: { faults: started.faults },
		undefined
	);
};

export const handle: Handle = async ({ event, resolve }) => {
	if (standby === null) return resolve(event);
	const { request, url, route, locals } = event;
	const { log, metrics } = standby.observers;
	const began = performance.now();
	locals.standby = standby;
	locals.requestId = randomBytes(6).toString('hex');
	locals.address = addressOf(event, log);
	const isApi = url.pathname.startsWith('/api/');
	let response: Response;
	if (isForeign(request, url)) {
		response = await answerFaults(
			request,
			refuseHttp('HTTP_ORIGIN', 'asked by a page of another site').faults
		);
	} else {
		response = await resolve(event);
		if (isApi && !isOurs(response)) response = await answerFaults(request, notOurs(response.status));
	}
	const seconds = (performance.now() - began) / 1000;
	const pattern = route.id ?? 'none';
	metrics.answered(request.method, pattern, response.status, seconds);
	const line = {
		requestId: locals.requestId,
		method: request.method,
		route: pattern,
		status: response.status
	};
	log.info({ ...line, milliseconds: Math.round(seconds * 1000) }, 'answered');
	return response;
};

/**
 * The adapter throws where its header is missing: who asks past the proxy, a health check say, is its own connection. So
 * is everybody where what is set does not fit what the proxy sends, but then the log says so.
 */
function addressOf(
	{ getClientAddress, platform, request, locals }: RequestEvent,
	log: Observers['log']
): string {
	const header = process.env['ADDRESS_HEADER'] ?? '';
	const connection = platform?.req?.socket.remoteAddress ?? '';
	try {
		if (header !== '' && !request.headers.has(header)) return connection;
		return getClientAddress();
	} catch (error) {
		log.error({ requestId: locals.requestId, error }, 'no address of the visitor');
		return connection;
	}
}

/** Whether one of our own addresses answered: what kit refuses itself is a page, or plain text. */
function isOurs(response: Response): boolean {
	return response.ok || (response.headers.get('content-type') ?? '').startsWith('application/json');
}

function notOurs(status: number) {
	// 400: an address that cannot even be decoded.
	if (status === 404 || status === 400) return refuseHttp('HTTP_NOT_FOUND', 'no such address').faults;
	if (status === 405) return refuseHttp('HTTP_METHOD', 'not by this method').faults;
	if (status === 413) return refuseHttp('HTTP_BODY_LARGE', 'the body is too large').faults;
	return refuseHttp('HTTP_FAULT', `kit answered ${status}`).faults;
}

/** What is thrown outside our own addresses, `endpoint` having caught the rest. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return;
	standby?.observers.log.error({ requestId: event.locals.requestId, error }, 'fault');
};
