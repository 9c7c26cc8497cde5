import { expect, test } from 'vitest';
import { view as viewOf } from '#lib/engine/game.ts';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { nameInTurn, ownCalls, setField, setPurposeCalls, setResponsible, toggleAdvised } from './field.ts';

const { plan } = viewOf(played(shipped('first-city.yaml'), 'hold', 'field-edits', 1));
const [area = '', next = ''] = plan.regions.worked;

test('calls of a purpose begin as those of the class, change alone, and go back without a trace', () => {
	const own = ownCalls(plan, 'open', true);
	expect(own.field.calls).toEqual({
		open: { visitsPer4Weeks: plan.field.visitsPer4Weeks, minutesPerVisit: plan.field.minutesPerVisit }
	});
	const changed = setPurposeCalls(own, 'open', 'visitsPer4Weeks', 'C', 2);
	expect(changed.field.calls?.open?.visitsPer4Weeks).toEqual({ ...plan.field.visitsPer4Weeks, C: 2 });
	expect(changed.field.visitsPer4Weeks).toEqual(plan.field.visitsPer4Weeks);
	expect(ownCalls(changed, 'open', false)).toEqual(plan);
});

test('who answers for an area is one or nobody, and nobody leaves nothing behind', () => {
	const named = setResponsible(setResponsible(plan, area, [1]), next, [2]);
	expect(named.field.responsible).toEqual({ [area]: [1], [next]: [2] });
	expect(setResponsible(setResponsible(named, area, []), next, [])).toEqual(plan);
});

test('in turn: each worked area has one, people come round again', () => {
	const { responsible = {} } = nameInTurn({ ...plan, field: { ...plan.field, merchandisers: 2 } }).field;
	expect(plan.regions.worked.map((id) => responsible[id])).toEqual(
		plan.regions.worked.map((_, i) => [(i % 2) + 1])
	);
});

test('a dealer is advised or not, advisors stay as many', () => {
	const advised = toggleAdvised(setField(plan, { advisors: { heads: 2, regions: [] } }), 'qinglan');
	expect(advised.field.advisors).toEqual({ heads: 2, regions: ['qinglan'] });
	expect(toggleAdvised(advised, 'qinglan').field.advisors).toEqual({ heads: 2, regions: [] });
});
