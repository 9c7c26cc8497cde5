/**
 * The server's log: one JSON object a line, on standard error. It says what was done and how it went, and never who did
 * it or with what: no names, addresses, codes, cookies, query strings or bodies.
 */
import { pino, type Logger } from 'pino';

export type Log = Logger;

/** `SHAPAN_LOG`: one of pino's levels, or `silent`. */
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export function createLog(level: string | undefined, terminal: boolean): Log {
	// A person at a terminal reads what `npm start` says; lines of JSON in between only on demand.
	const usual = terminal ? 'warn' : 'info';
	return pino(
		{
			level: level !== undefined && LEVELS.includes(level) ? level : usual,
			base: null,
			timestamp: () => `,"time":"${new Date().toISOString()}"`,
			formatters: { level: (label) => ({ level: label }) },
			// The driver of a database may quote a whole row in what it tells: of an error only what it is gets written.
			serializers: { error: plainError }
		},
		pino.destination({ dest: 2, sync: true })
	);
}

export function plainError(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { type: typeof error };
	const { code } = error as { code?: unknown };
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return {
		type: error.name,
		...(typeof code === 'string' ? { code } : {}),
		at: frames.slice(0, 12).map((line) => line.trim())
	};
}
