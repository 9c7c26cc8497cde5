/** Game files, examined where the market is: their readers are no weight for the page, and playing one takes a while. */
import { readSave, replaySave, type GameSave } from '../protocol/index.ts';
import { fault, ok, type Fault, type Result } from '../result.ts';
import type { HostResult } from './faults.ts';

/** What a file holds, or the `SAVE_…` codes that refuse it. */
export type SaveRead = Result<{
	readonly save: GameSave;
	/** Why it can be looked at but not played on: an older engine, or a `REPLAY_…` code; null if it can. */
	readonly readOnly: Fault | null;
}>;

export interface SaveReader {
	/** @param text of a file from anywhere */
	readSave(text: string): Promise<HostResult<SaveRead>>;
}

export function examine(text: string): SaveRead {
	if (typeof text !== 'string') return { ok: false, faults: [fault('SAVE_NOT_JSON', '', 'not a text')] };
	const read = readSave(text);
	if (!read.ok) return read;
	if (read.value.readOnly !== null) return ok(read.value);
	const { save } = read.value;
	const { code, differences } = replaySave(read.value);
	if (code === null) return ok({ save, readOnly: null });
	const turn = differences.find((it) => it.turn !== null)?.turn ?? 0;
	return ok({ save, readOnly: fault(code, '', 'played again, it comes out otherwise', { turn: turn + 1 }) });
}
