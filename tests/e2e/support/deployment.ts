/** The server under test behind one of its own, where a new version can be put in place. */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Deployment {
	readonly address: string;
	/** From now on the worker that keeps the page is another one, as after every build. */
	deploy(): void;
	/** As `deploy`, and the files of the version before are gone: a page open since then is refused whatever it lacks. */
	replace(): void;
	stop(): Promise<void>;
}

/** @param origin of the server under test */
export async function startDeployment(origin: string): Promise<Deployment> {
	let version = 1;
	/** No page of this version was asked for yet: who asks for a script has that of another version. */
	let onlyOld = false;
	const server: Server = createServer((asked, answer) => {
		const target = new URL(asked.url ?? '/', origin);
		if (asked.headers['sec-fetch-dest'] === 'document') onlyOld = false;
		if (onlyOld && target.pathname.startsWith('/_app/immutable/')) {
			answer.writeHead(404).end();
			return;
		}
		// Uncompressed and whole, so that a line can be added.
		const changing = ['accept-encoding', 'if-none-match', 'if-modified-since'];
		const asking = Object.entries(asked.headers).filter(([name]) => !changing.includes(name));
		const headers = { ...Object.fromEntries(asking), host: target.host };
		const forwarded = request(target, { method: asked.method, headers }, (response) => {
			const changed = target.pathname === '/service-worker.js' && version > 1;
			const entries = Object.entries(response.headers);
			const given = changed
				? entries.filter(([name]) => !['content-length', 'etag'].includes(name))
				: entries;
			answer.writeHead(response.statusCode ?? 502, Object.fromEntries(given));
			response.pipe(answer, { end: !changed });
			if (changed) response.on('end', () => answer.end(`\n// version ${version}`));
		});
		asked.pipe(forwarded);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		deploy: () => void version++,
		replace: () => {
			version++;
			onlyOld = true;
		},
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}
