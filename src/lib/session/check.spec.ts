import { describe, expect, test } from 'vitest';
import { damaged, damages } from '../../../tests/support/damages.ts';
import { draftOf, keptGame, planOf } from '../../../tests/support/stored.ts';
import { ENGINE_VERSION } from '../engine/vocab.ts';
import { checkGame, entryOf, type RawGame } from './check.ts';
import type { TurnRecord } from './store.ts';

const { start, turns } = keptGame('first-city.yaml', 'check');
const plan = planOf(turns[0] as TurnRecord);

function rowsOf(kept: readonly TurnRecord[], draft?: unknown): RawGame {
	const id = 'a';
	return {
		id,
		game: { id, changedAt: 5, played: kept.length, turns: start.turns },
		start: { game: id, start },
		turns: kept.map((record) => ({ game: id, turn: record.turn, record })),
		draft: draft === undefined ? undefined : { game: id, draft },
		lease: { game: id, epoch: 3 }
	};
}

test.each([0, 1, start.turns, turns.length])('a game of %i turns is what was written', (played) => {
	const kept = turns.slice(0, played);
	expect(checkGame(rowsOf(kept))).toEqual({
		ok: true,
		value: { game: { id: 'a', start, turns: kept, draft: null }, changedAt: 5, epoch: 3 }
	});
});

test('a draft belongs to the coming turn', () => {
	const draft = draftOf(1, plan, 'x');
	expect(checkGame(rowsOf(turns.slice(0, 1), draft))).toMatchObject({ ok: true, value: { game: { draft } } });
});

test('an older engine’s game is whole: whoever opens it sees by whom it was played', () => {
	const rows = rowsOf(turns);
	const older = { ...start, engineVersion: '0.9.0' };
	const checked = checkGame({ ...rows, start: { game: 'a', start: older } });
	expect(checked).toMatchObject({ ok: true, value: { game: { start: older } } });
});

test('nothing at all is no damage', () => {
	const nothing = { game: undefined, start: undefined, turns: [], draft: undefined, lease: undefined };
	expect(checkGame({ id: 'a', ...nothing })).toMatchObject({
		ok: false,
		faults: [{ code: 'STORE_GAME_MISSING' }]
	});
});

describe('damage', () => {
	test.each(damages(ENGINE_VERSION))('$name: $code', (damage) => {
		const rows = damaged(rowsOf(turns.slice(0, 3)), damage);
		const fault = { code: damage.code, path: '', params: damage.params };
		expect(checkGame(rows)).toMatchObject({ ok: false, faults: [fault] });
		expect(entryOf(rows)).toMatchObject({ id: 'a', score: null, fault });
	});

	test('a list still has what can be read: the name, and how far it was played', () => {
		const rows = rowsOf(turns.slice(0, 2));
		const entry = entryOf({ ...rows, turns: rows.turns.slice(1) });
		expect(entry).toMatchObject({ title: start.title, scenarioId: 'first-city', played: 2, changedAt: 5 });
		expect(entryOf({ ...rows, start: undefined })).toMatchObject({ title: { 'zh-CN': 'a', en: 'a' } });
	});
});

describe('a draft that cannot be used leaves the game', () => {
	test.each([
		['no plan', { ...draftOf(1, plan, 'x'), plan: null }, 'draft.plan'],
		[
			'a plan to take back that is none',
			{ ...draftOf(1, plan, 'x'), undo: [plan, {}] },
			'draft.undo[1].regions'
		],
		['of another turn', draftOf(2, plan, 'x'), 'draft.turn'],
		['of a turn that was played', draftOf(0, plan, 'x'), 'draft.turn'],
		['nothing like a draft', 'x', 'draft']
	])('%s', (_name, draft, where) => {
		expect(checkGame(rowsOf(turns.slice(0, 1), draft))).toMatchObject({
			ok: true,
			value: {
				game: {
					turns: turns.slice(0, 1),
					draft: null,
					draftFault: { code: 'STORE_DAMAGED', params: { where } }
				}
			}
		});
	});

	test('of the closing weeks, in which nothing is decided', () => {
		const decided = turns.slice(0, start.turns);
		expect(checkGame(rowsOf(decided, draftOf(start.turns, plan, 'x')))).toMatchObject({
			ok: true,
			value: { game: { draft: null, draftFault: { params: { where: 'draft.turn' } } } }
		});
	});
});
