import { expect, test } from 'vitest';
import { lab, soloSpec, turnOf } from '../../../tests/support/spec.ts';
import { CLASSES } from './vocab.ts';

test('[O6] outlets go by the rules that the world carries now, not by those it was made with', () => {
	const market = lab(soloSpec());
	expect([...turnOf(market).rules.room].every((weeks) => weeks > 0)).toBe(true);
	const { spec } = market.world;
	const channelRules = { ...spec.channelRules, outletCashWeeks: { A: 0, B: 0, C: 0 } };
	const poor = { ...market, world: { ...market.world, spec: { ...spec, channelRules } } };
	expect([...turnOf(poor).rules.room]).toEqual(CLASSES.map(() => 0));
});
