/** Serves the built application. Needs Node as new as package.json says; `npm start` finds one. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepCompiled } from './lib/compile-cache.js';
import { listen, wantedPort } from './lib/listen.js';
import { ROOT } from './lib/root.js';
import { Stop, command, say } from './lib/say.js';

/** How long open requests may take to finish after a stop was asked for, in milliseconds. */
const GRACE = 4000;
/** And all the rest, database and workers. */
const LAST = 5000;

/**
 * For every answer. The pages carry their own content security policy, but pages made at build time carry it as a tag,
 * where it cannot forbid framing.
 */
const HEADERS = Object.entries({
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()'
});

/**
 * @typedef {{ token: string, file: string | null, fresh: boolean }} Setup
 * @typedef {{ place?: string, setup?: Setup, faults?: readonly { code: string, message: string }[] }} Started
 */

/**
 * What the application found of its data.
 *
 * @param {Started} started
 */
function sayData({ place, setup, faults = [] }) {
	if (setup?.file) {
		say(`Setup token for instructors: ${setup.file}`, `讲师用的设置口令：${setup.file}`);
	}
	if (place !== undefined) return say(`Data: ${place}`, `数据：${place}`);
	const why = faults.map(({ code, message }) => `${code}: ${message}`).join('; ');
	say(
		`No database (${why}). Pages and games in the browser work; rooms and boards come back with it.`,
		`没有数据库（${why}）。页面和浏览器里的游戏照常可用；数据库恢复后，课堂和榜单随之可用。`
	);
}

await command(async () => {
	const handlerFile = join(ROOT, 'build', 'handler.js');
	if (!existsSync(handlerFile)) {
		throw new Stop('There is no build yet: run npm start.', '尚未构建：请运行 npm start。');
	}
	const port = wantedPort(process.env);

	// adapter-node takes every request for https unless a header says otherwise, and then refuses a form posted
	// over plain http as coming from another site.
	process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto';
	// Each address has a limit of its own; this is for the largest, the archive of a room.
	process.env['BODY_SIZE_LIMIT'] ??= '96M';
	process.env['SHAPAN_ROOT'] ??= ROOT;
	keepCompiled();
	/** @type {Setup | undefined} */
	let setup;
	process.once(/** @type {'message'} */ ('shapan:started'), (/** @type {Started} */ started) => {
		sayData(started);
		({ setup } = started);
	});
	/** @type {{ handler: (req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse, next: () => void) => void }} */
	const { handler } = await import(pathToFileURL(handlerFile).href);

	const server = createServer((request, response) => {
		const said = request.headers['x-forwarded-proto'];
		// Behind several proxies the header is a list, the visitor's own protocol first.
		request.headers['x-forwarded-proto'] =
			String(said ?? 'http')
				.split(',')[0]
				?.trim() || 'http';
		for (const [name, value] of HEADERS) response.setHeader(name, value);
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		});
	});

	const actual = await listen(server, port, process.env['HOST']);
	if (actual !== port && port !== 0) {
		say(`Port ${port} is taken; using ${actual}.`, `端口 ${port} 已被占用，改用 ${actual}。`);
	}
	const address = `http://localhost:${actual}/`;
	say(`Shapan is ready: ${address}  (Ctrl-C stops it)`, `沙盘已就绪：${address}（按 Ctrl-C 停止）`);

	// Only to a person at the terminal: where the output is kept, it would be kept with it.
	if (setup?.fresh && process.stdout.isTTY) {
		const link = `${address}teach#${setup.token}`;
		say(`Make a room: ${link}`, `创建课堂：${link}`);
	}

	await new Promise((stop) => {
		// `on`, not `once`: Ctrl-C reaches us from the terminal and again from npm start, and the second must not kill.
		process.on('SIGINT', stop);
		process.on('SIGTERM', stop);
		// npm start is gone without having told us (killed): do not stay behind holding the port.
		if (process.channel) process.once('disconnect', stop);
	});
	setTimeout(() => process.exit(0), LAST).unref();
	// Event streams are requests that never end: they are ended before the rest is waited for.
	process.emit(/** @type {'disconnect'} */ ('shapan:drain'));
	await new Promise((closed) => {
		server.close(closed);
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), GRACE).unref();
	});
	// Jobs and the database are closed on this, as they would be under adapter-node's own server.
	process.emit(/** @type {'disconnect'} */ ('sveltekit:shutdown'));
	if (process.connected) process.disconnect();
	return 0;
});
