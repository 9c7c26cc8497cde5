import { expect, test } from 'vitest';
import { brief, loadFixture, namesIn } from './support.ts';

/** Every file in `odd` runs, and is hardly what its author meant. Each row: the file, and the warnings. */
const EXPECTED: readonly (readonly [name: string, warnings: readonly string[]])[] = [
	['beyond-the-dealer', ['DISTRIBUTION_BEYOND_REACH 8 regions[0].areas[0].distribution.ours']],
	['classes-alike', ['CLASSES_NOT_FALLING 6 category.classes.B', 'CLASSES_NOT_FALLING 7 category.classes.C']],
	['empty-till', ['PLAN_DROPPED 1 defaultPlan.field.merchandisers', 'CASH_BELOW_FLOOR 5 firms[0].cash']],
	['idle-dealer', ['DEALER_WITHOUT_REACH 5 dealers[2].reach']],
	['impossible-plan', ['PLAN_DROPPED 5 defaultPlan.field.merchandisers', 'PLAN_DROPPED 5 defaultPlan.field.merchandisers', 'PLAN_DROPPED 8 defaultPlan.price.tea']],
	['lab-cut-off', ['DEMAND_CUT_OFF tiny-lab.yaml:13 demand.mean']],
	['nothing-to-do', ['TARGET_BELOW_OPENING 4 score.sellOutTargets']],
	['one-small-van', ['INCUMBENT_TOO_SMALL small.yaml:43 firms[0].dealers.town']],
	['overlapping-areas', ['POLYGONS_OVERLAP 13 regions[0].areas[1].polygon']],
	['plan-without-effect', ['KEY_WITHOUT_EFFECT 33 firms[1].plan.launches', 'PLAN_DROPPED 36 defaultPlan.field.merchandisers', 'KEY_WITHOUT_EFFECT 38 defaultPlan.terms.town.steps', 'KEY_WITHOUT_EFFECT 39 defaultPlan.targets.index.harbour', 'PLAN_DROPPED 41 defaultPlan.production.tea', 'KEY_WITHOUT_EFFECT 42 defaultPlan.launches.tea', 'PLAN_DROPPED 42 defaultPlan.launches.tea-large[0]', 'PLAN_DROPPED 42 defaultPlan.launches.tea-mild[0]']],
	['priced-by-the-case', ['SHELF_PRICE_FAR 7 firms[0].products[0].price.shelf']],
	['quotas-not-in-force', ['KEY_WITHOUT_EFFECT 4 defaultPlan.quotas.town']],
	['share-of-few-shelves', ['SHARE_BEYOND_LISTING 7 regions[0].areas[0].shares.ours']],
	['sold-at-a-loss', ['CONTRIBUTION_NEGATIVE 7 firms[0].products[0].price.cost']],
	['steep-targets', ['TARGET_OUT_OF_REACH 9 score.sellOutTargets[4]', 'TARGET_OUT_OF_REACH 10 score.sellOutTargets[5]', 'TARGET_OUT_OF_REACH 11 score.sellOutTargets[6]']],
	['two-candidates', ['FEW_CANDIDATES small.yaml:21 regions[0].id']]
];

test.each(EXPECTED)('%s', (name, expected) => {
	const loaded = loadFixture('odd', name);
	expect(loaded.ok).toBe(true);
	expect(loaded.problems.every(({ severity }) => severity === 'warning')).toBe(true);
	expect(loaded.problems.map((problem) => brief(`${name}.yaml`, problem))).toEqual(expected);
});

test('every odd file has its row', () => {
	expect(EXPECTED.map(([name]) => name)).toEqual(namesIn('odd'));
});

test('the files they change have nothing odd about them', () => {
	expect(loadFixture('base', 'small')).toMatchObject({ ok: true, problems: [] });
	expect(loadFixture('base', 'standing-plan')).toMatchObject({ ok: true, problems: [] });
	expect(loadFixture('base', 'tiny-lab')).toMatchObject({ ok: true, problems: [] });
});
