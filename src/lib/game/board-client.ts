/** Asks the server about boards. Nothing here is needed to play: where there is no server, that is told and no more. */
import type { BoardList, BoardPage, Measure, Receipt, Submission } from '../protocol/board/index.ts';
import { fail, fault, ok, type Fault, type Result } from '../result.ts';

export const REACH_CODES = [
	/** No answer: no network, or the server is away. */
	'BOARD_OFFLINE',
	/** What answered is no server of ours: these pages may lie on one that only hands out files. */
	'BOARD_NO_SERVER'
] as const;

/** As the server words it in the reader's language. */
export interface WordedFault extends Fault {
	readonly text?: string;
}

const PATIENCE_MS = 20_000;

export interface BoardClient {
	boards(): Promise<Result<BoardList, WordedFault>>;
	page(board: string, by: Measure, after: string | null): Promise<Result<BoardPage, WordedFault>>;
	submit(submission: Submission): Promise<Result<Receipt, WordedFault>>;
	receipt(id: string): Promise<Result<Receipt, WordedFault>>;
	forget(): Promise<Result<unknown, WordedFault>>;
}

/**
 * @param key of the player; null for somebody who has handed in nothing
 * @param locale in which faults are worded
 */
export function boardClient(key: string | null, locale: string): BoardClient {
	const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<Result<T, WordedFault>> => {
		const headers = {
			'accept-language': locale,
			...(key === null ? {} : { 'x-shapan-player': key }),
			...(body === undefined ? {} : { 'content-type': 'application/json' })
		};
		try {
			const response = await fetch(path, {
				method,
				headers,
				signal: AbortSignal.timeout(PATIENCE_MS),
				...(body === undefined ? {} : { body: JSON.stringify(body) })
			});
			return await read<T>(response);
		} catch {
			return fail(fault('BOARD_OFFLINE', '', 'no answer from the server'));
		}
	};
	return {
		boards: () => ask('/api/boards'),
		page: (board, by, after) => {
			const query = new URLSearchParams({ by, ...(after === null ? {} : { after }) });
			return ask(`/api/boards/${board}?${query}`);
		},
		submit: (submission) => ask('/api/submissions', 'POST', submission),
		receipt: (id) => ask(`/api/submissions/${id}`),
		forget: () => ask('/api/players/me', 'DELETE')
	};
}

async function read<T>(response: Response): Promise<Result<T, WordedFault>> {
	const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
	if (!isJson) return fail(fault('BOARD_NO_SERVER', '', `status ${response.status} and no JSON`));
	const value: unknown = await response.json();
	if (response.ok) return ok(value as T);
	const { faults } = value as { faults?: readonly WordedFault[] };
	if (Array.isArray(faults) && faults.length > 0) return { ok: false, faults };
	return fail(fault('BOARD_NO_SERVER', '', `status ${response.status}`));
}
