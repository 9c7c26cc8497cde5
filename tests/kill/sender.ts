/** Sends until it is answered, as a page does that lost its server: the same thing under the same id, after a pause. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../support/browser.ts';
import type { Ledger } from './ledger.ts';

const PAUSE_MS = 100;
/** Longer than any restart. */
const PATIENCE_MS = 120_000;

/** Codes by which a server says that it cannot now; anything else is an answer. */
const LATER = /^(DATABASE_|HTTP_STOPPING)/;

/**
 * @returns the answer that was good
 * @throws on an answer that says it never will be, or none at all
 */
export async function insist(ledger: Ledger, what: string, send: () => Promise<Answer>): Promise<unknown> {
	for (const end = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
		const { status, body } = await send();
		if (status >= 200 && status < 300) return body;
		const code = status === 0 ? 'no answer' : codeOf(body);
		if (status !== 0 && !LATER.test(code)) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
		ledger.refuse(code);
		if (Date.now() > end) throw new Error(`${what}: unanswered (${code})`);
		ledger.resent++;
	}
}

function codeOf(body: unknown): string {
	const { faults } = (body ?? {}) as { faults?: { code?: string }[] };
	return faults?.[0]?.code ?? 'no code';
}
