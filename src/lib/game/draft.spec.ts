import { expect, test } from 'vitest';
import type { Plan } from '../engine/plan.ts';
import { beginDraft, edited, MAX_UNDO, redone, undone } from './draft.ts';

/** Told apart by their head count; the rest of a plan is of no concern here. */
const plan = (merchandisers: number): Plan => ({ field: { merchandisers } }) as unknown as Plan;
const heads = ({ plan: { field } }: { plan: Plan }): number => field.merchandisers;

test('changes are taken back and made again in order', () => {
	const draft = edited(edited(beginDraft(2, plan(1)), plan(2)), plan(3));
	const back = undone(undone(draft));
	expect([heads(undone(draft)), heads(back), heads(redone(back))]).toEqual([2, 1, 2]);
	expect(redone(redone(back))).toEqual(draft);
});

test('a new change forgets what was taken back', () => {
	const draft = edited(undone(edited(beginDraft(0, plan(1)), plan(2))), plan(5));
	expect(redone(draft)).toBe(draft);
	expect(heads(undone(draft))).toBe(1);
});

test('with nothing to take back or make again a draft stays as it is', () => {
	const draft = beginDraft(0, plan(1));
	expect([undone(draft), redone(draft)]).toEqual([draft, draft]);
});

test('only so many changes are remembered, the latest ones', () => {
	let draft = beginDraft(0, plan(0));
	for (let i = 1; i <= MAX_UNDO + 10; i++) draft = edited(draft, plan(i));
	expect(draft.undo).toHaveLength(MAX_UNDO);
	expect(heads(undone(draft))).toBe(MAX_UNDO + 9);
});
