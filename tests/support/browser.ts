/** A browser without a page: cookies, JSON requests, and one event stream, over plain HTTP to this machine. */
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';

export interface Answer {
	/** 0 where the connection broke before an answer came. */
	readonly status: number;
	readonly body: unknown;
	readonly milliseconds: number;
}

/** Beyond any answer of ours: what takes longer hangs. */
const PATIENCE_MS = 60_000;

export interface EventStream {
	close(): void;
}

export interface StreamWatch {
	readonly heard: (event: unknown, bytes: number) => void;
	/** It broke off, or was refused: nothing more comes. */
	readonly ended: (status: number) => void;
}

export class Browser {
	readonly #address: string;
	readonly #agent: Agent;
	readonly #cookies = new Map<string, string>();

	/** @param agent shared where many browsers would otherwise hold more sockets than a system gives out */
	constructor(address: string, agent: Agent) {
		this.#address = address;
		this.#agent = agent;
	}

	/** What it would be known by. */
	get cookies(): readonly string[] {
		return [...this.#cookies.values()];
	}

	get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
		return this.#ask('GET', path, undefined, headers);
	}

	post(path: string, body: unknown): Promise<Answer> {
		return this.#ask('POST', path, body, {});
	}

	/** What is no JSON. */
	async text(path: string): Promise<string> {
		const { status, body } = await this.#ask('GET', path, undefined, {}, (text) => text);
		if (status !== 200) throw new Error(`${path}: ${status}`);
		return String(body);
	}

	/** Ends with the connection: whoever wants another opens it. */
	stream(path: string, { heard, ended }: StreamWatch): EventStream {
		// A socket of its own: an agent would count it among those that come back.
		const asked = this.#begin('GET', path, { accept: 'text/event-stream' }, new Agent());
		let over = false;
		const end = (status: number): void => {
			if (over) return;
			over = true;
			ended(status);
		};
		asked.on('error', () => end(0));
		asked.on('response', (response) => {
			const { statusCode = 0 } = response;
			if (statusCode !== 200) {
				response.resume();
				return end(statusCode);
			}
			readEvents(response, heard);
			response.on('close', () => end(statusCode));
			response.on('error', () => end(0));
		});
		asked.end();
		return {
			close() {
				over = true;
				asked.destroy();
			}
		};
	}

	#ask(
		method: string,
		path: string,
		body: unknown,
		headers: Readonly<Record<string, string>>,
		read: (text: string) => unknown = jsonOf
	): Promise<Answer> {
		const text = body === undefined ? '' : JSON.stringify(body);
		const began = performance.now();
		return new Promise((done) => {
			const once = (again: boolean): void => {
				const answer = (status: number, value: unknown): void =>
					done({ status, body: value, milliseconds: performance.now() - began });
				const length = {
					'content-type': 'application/json',
					'content-length': String(Buffer.byteLength(text))
				};
				const asked = this.#begin(method, path, method === 'POST' ? { ...length, ...headers } : headers);
				asked.setTimeout(PATIENCE_MS, () => asked.destroy());
				asked.on('error', (error: NodeJS.ErrnoException) => {
					// The server has just let go of a connection it thought idle: a browser asks once more, as RFC 9112, 9.3.1, says.
					if (again && asked.reusedSocket && error.code === 'ECONNRESET') once(false);
					else answer(0, null);
				});
				asked.on('response', (response) => {
					const chunks: Buffer[] = [];
					response.on('data', (chunk: Buffer) => chunks.push(chunk));
					response.on('error', () => answer(0, null));
					response.on('aborted', () => answer(0, null));
					response.on('end', () => answer(response.statusCode ?? 0, read(Buffer.concat(chunks).toString())));
				});
				asked.end(text);
			};
			once(true);
		});
	}

	#begin(
		method: string,
		path: string,
		headers: Readonly<Record<string, string>>,
		agent = this.#agent
	): ClientRequest {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const origin = method === 'GET' ? {} : { origin: this.#address };
		const begun = request(new URL(path, this.#address), {
			method,
			agent,
			headers: { ...origin, ...headers, ...(cookie === '' ? {} : { cookie }) }
		});
		begun.on('response', (response) => this.#keepCookies(response));
		return begun;
	}

	/** Paths of cookies do not matter here: a browser of ours is one person in one room. */
	#keepCookies({ headers }: IncomingMessage): void {
		for (const line of headers['set-cookie'] ?? []) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
		}
	}
}

/** Of text/event-stream: what `data` lines say; places are not kept, since each stream begins anew. */
function readEvents(response: IncomingMessage, heard: StreamWatch['heard']): void {
	let rest = '';
	response.setEncoding('utf8');
	response.on('data', (chunk: string) => {
		const messages = (rest + chunk).split('\n\n');
		rest = messages.pop() ?? '';
		for (const message of messages) {
			const data = message
				.split('\n')
				.filter((line) => line.startsWith('data: '))
				.map((line) => line.slice(6))
				.join('\n');
			if (data !== '') heard(jsonOf(data), message.length);
		}
	});
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** @throws naming what was answered instead, for steps without which the rest makes no sense */
export function bodyOf<T>({ status, body }: Answer, what: string): T {
	if (status < 200 || status > 299) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
	return body as T;
}
