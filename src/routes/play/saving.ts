import type { Saving } from '#lib/game/index.ts';
import type { SaveStatus } from './top/status.ts';

/** How the bar shows what becomes of a game's writes. */
export function statusOf(saving: Saving | null, online: boolean): SaveStatus {
	if (saving === null) return 'saving';
	return saving.status === 'saved' && !online ? 'offline' : saving.status;
}
