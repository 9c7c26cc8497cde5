/** The turn being decided: a plan, the way back and forth through its changes, and what is expected of it. */
import type { Plan } from '../engine/plan.ts';
import type { DraftRecord } from '../session/index.ts';

export type Draft = DraftRecord;

/** Changes that can be taken back. Each is a whole plan, and all of them are kept with every change. */
export const MAX_UNDO = 50;

export function beginDraft(turn: number, plan: Plan): Draft {
	return { turn, plan, undo: [], redo: [], prediction: null };
}

export function edited(draft: Draft, plan: Plan): Draft {
	return { ...draft, plan, undo: [...draft.undo, draft.plan].slice(-MAX_UNDO), redo: [] };
}

/** The draft itself if there is nothing to take back. */
export function undone(draft: Draft): Draft {
	const plan = draft.undo.at(-1);
	if (plan === undefined) return draft;
	return { ...draft, plan, undo: draft.undo.slice(0, -1), redo: [...draft.redo, draft.plan] };
}

/** The draft itself if nothing was taken back. */
export function redone(draft: Draft): Draft {
	const plan = draft.redo.at(-1);
	if (plan === undefined) return draft;
	return { ...draft, plan, undo: [...draft.undo, draft.plan], redo: draft.redo.slice(0, -1) };
}
