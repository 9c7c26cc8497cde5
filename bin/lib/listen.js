import { Stop } from './say.js';

const DEFAULT_PORT = 4173;

/** So many ports are tried above the wanted one before giving up. */
const TRIES = 50;

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {number} 0 lets the system choose
 * @throws {Stop} if PORT is no port
 */
export function wantedPort(env) {
	const given = env['PORT'];
	if (given === undefined || given === '') return DEFAULT_PORT;
	const port = Number(given);
	if (/^\d+$/.test(given) && port <= 65535) return port;
	throw new Stop(
		`PORT must be a whole number from 0 to 65535, not “${given}”.`,
		`PORT 应为 0 到 65535 的整数，而不是“${given}”。`
	);
}

/**
 * Listens on the wanted port, or on the next free one above it.
 *
 * @param {import('node:net').Server} server
 * @param {number} port
 * @param {string | undefined} host every interface if not given, so that phones and teams in the room reach it
 * @returns {Promise<number>} the port it got
 */
export async function listen(server, port, host) {
	for (let next = port; next < port + TRIES && next <= 65535; next++) {
		const error = await tryPort(server, next, host);
		if (error === undefined) {
			const address = server.address();
			return typeof address === 'object' && address !== null ? address.port : next;
		}
		if (error.code !== 'EADDRINUSE') {
			throw new Stop(
				`Cannot listen on port ${next}: ${error.message}. Choose another with PORT.`,
				`无法监听端口 ${next}：${error.message}。请用 PORT 另选一个。`
			);
		}
	}
	throw new Stop(
		`No free port from ${port} up. Choose another with PORT.`,
		`从 ${port} 起没有空闲端口。请用 PORT 另选一个。`
	);
}

/**
 * @param {import('node:net').Server} server
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<NodeJS.ErrnoException | undefined>}
 */
function tryPort(server, port, host) {
	return new Promise((done) => {
		/** @param {NodeJS.ErrnoException} error */
		const failed = (error) => done(error);
		server.once('error', failed);
		server.listen({ port, host }, () => {
			server.off('error', failed);
			done(undefined);
		});
	});
}
