import { describe, expect, test } from 'vitest';
import { brief, loadFixture, namesIn } from './support.ts';

/**
 * Every file in `bad` is a mistake an author really makes. Each row: the file, and all that must be said of it, in
 * reading order: code, line (with the file, where the fault is in the one it extends), path.
 */
const EXPECTED: readonly (readonly [name: string, problems: readonly string[]])[] = [
	['alias-bomb', ['TOO_MANY_VALUES 7']],
	['alias-without-anchor', ['YAML_SYNTAX 5 dealers[0].actual']],
	['binary', ['WRONG_ENCODING 1']],
	['colon-in-text', ['YAML_SYNTAX 5']],
	['comments-only', ['EMPTY_FILE 1']],
	['control-character', ['CONTROL_CHARACTER 3']],
	['duplicate-ids', ['DUPLICATE_ID 6 dealers[4].id', 'DUPLICATE_ID 18 defaultPlan.regions.worked[1]']],
	['duplicate-key', ['DUPLICATE_KEY 5 money.vat', 'DUPLICATE_KEY 7 difficulty']],
	['eleven-months', ['WRONG_LENGTH 4 category.season']],
	['empty', ['EMPTY_FILE 1']],
	['empty-shelf', ['SUM_ABOVE_ONE 5 response.stockOut']],
	['extends-cycle', ['EXTENDS_CYCLE extends-cycle-back.yaml:2 extends']],
	['extends-cycle-back', ['EXTENDS_CYCLE extends-cycle.yaml:2 extends']],
	['extends-deep', ['EXTENDS_TOO_DEEP extends-deep-4.yaml:2 extends']],
	['extends-not-an-id', ['BAD_ID 2 extends']],
	['extends-unknown', ['EXTENDS_UNKNOWN 2 extends']],
	['fault-in-the-base', ['UNKNOWN_KEY typing-slips.yaml:3 dificulty', 'UNKNOWN_KEY typing-slips.yaml:4 time.turn', 'UNKNOWN_KEY typing-slips.yaml:5 field.wagePerWeak', 'UNKNOWN_KEY typing-slips.yaml:8 firms[0].wasted_time', 'UNKNOWN_KEY typing-slips.yaml:9 firms[0].sponsor']],
	['format-as-text', ['WRONG_TYPE 3 format']],
	['fractions-of-a-cent', ['TOO_FINE 5 regions[0].freight', 'TOO_FINE 8 firms[0].advertisingPerWeek', 'TOO_FINE 11 firms[0].products[0].price.cost', 'TOO_FINE 13 score.profitTargets[1]', 'TOO_FINE 14 response.advertisingReference']],
	['full-width-colon', ['FULL_WIDTH_COLON 3', 'FULL_WIDTH_COLON 5']],
	['gbk-encoding', ['WRONG_ENCODING 4']],
	['hold-by-nobody', ['HELD_BY_MISSING 5 dealers[1].hold']],
	['huge-counts', ['OUT_OF_RANGE 7 regions[0].areas[0].outlets']],
	['huge-sales', ['TOO_MANY 3 regions']],
	['ids', ['BAD_ID 1 id', 'MISSING_KEY 4 dealers[4].name', 'MISSING_KEY 4 dealers[4].stated', 'MISSING_KEY 4 dealers[4].actual', 'MISSING_KEY 4 dealers[4].reach', 'MISSING_KEY 4 dealers[4].capital', 'MISSING_KEY 4 dealers[4].deliveryPerWeek', 'BAD_ID 4 dealers[4].id', 'NOT_AN_OPTION 6 lessons[1]', 'NOT_AN_OPTION 6 lessons[2]']],
	['incumbents', ['AREA_ELSEWHERE 19 dealers[1].reach.docks', 'INCUMBENT_ELSEWHERE 22 firms[0].dealers.port', 'INCUMBENT_MISSING 24 firms[1].dealers', 'INCUMBENT_SHARED 24 firms[1].dealers.town']],
	['indentation', ['YAML_SYNTAX 5']],
	['lab-circle', ['CHAIN_CYCLE 5 nodes[0].supplier']],
	['lab-demand', ['MISSING_KEY 3 demand.units', 'KEY_WITHOUT_EFFECT 3 demand.mean', 'KEY_WITHOUT_EFFECT tiny-lab.yaml:13 demand.noise', 'KEY_WITHOUT_EFFECT tiny-lab.yaml:13 demand.rho']],
	['lab-references', ['UNKNOWN_REFERENCE 5 nodes[0].supplier', 'DUPLICATE_ID 7 nodes[3].id']],
	['lab-rules', ['ONE_OF_TWO 5 nodes[0].movingAverage', 'KEY_WITHOUT_EFFECT 7 nodes[0].pushUnits', 'KEY_WITHOUT_EFFECT 8 nodes[0].capacityPerWeek', 'MISSING_KEY 9 nodes[1].pushUnits', 'ONE_OF_TWO 11 nodes[2]', 'ONE_OF_TWO 11 nodes[2]', 'TOO_FINE 16 nodes[2].cost.holding', 'ONE_OF_TWO tiny-lab.yaml:21 nodes[0].coverWeeks']],
	['lab-shapes', ['UNKNOWN_KEY 3 regions', 'NOT_AN_OPTION 4 demand.source', 'NOT_AN_OPTION 7 nodes[0].role', 'UNKNOWN_KEY 8 nodes[0].leedWeeks', 'OUT_OF_RANGE 9 nodes[0].alpha', 'NOT_WHOLE 10 nodes[0].opening.stock', 'WRONG_TYPE 11 nodes[0].cost.holding']],
	['lab-times', ['LEAD_TOO_SHORT 5 nodes[0].leadWeeks', 'LEAD_TOO_SHORT 6 nodes[0].orderDelay', 'OPENING_LENGTH 7 nodes[0].opening.inTransit', 'OPENING_LENGTH 10 nodes[1].opening.inTransit', 'OPENING_LENGTH 10 nodes[1].opening.onOrder']],
	['launches-only', ['NOTHING_TO_SELL 6 firms[1].products']],
	['list-not-map', ['WRONG_TYPE 1']],
	['many-outlets', ['TOO_MANY 3 regions']],
	['marks-out-of-order', ['BOUND_ORDER 5 score.expenseZero', 'BOUND_ORDER 7 score.stockBands.dealer.high']],
	['missing-keys', ['MISSING_KEY 1 hint', 'MISSING_KEY 1 dealers', 'MISSING_KEY 11 time.startMonth', 'MISSING_KEY 14 category.classes.C', 'MISSING_KEY 16 category.classes.B.volume', 'MISSING_KEY 18 regions[0].freight', 'WRONG_LENGTH 21 regions[0].areas', 'WRONG_LENGTH 22 firms']],
	['missing-language', ['MISSING_LANGUAGE 5 regions[0].note.en', 'MISSING_LANGUAGE 9 dealers[4].name.zh-CN']],
	['negative', ['OUT_OF_RANGE 5 regions[0].freight', 'OUT_OF_RANGE 8 regions[0].areas[0].outlets', 'OUT_OF_RANGE 9 regions[0].areas[0].shares.ours', 'OUT_OF_RANGE 12 firms[0].cash', 'OUT_OF_RANGE 13 firms[0].wastedTime', 'OUT_OF_RANGE 14 difficulty']],
	['nested', ['TOO_DEEP 3 regions[0][0]']],
	['newer-format', ['FORMAT_VERSION 3 format']],
	['no-id-of-its-own', ['MISSING_KEY 1 id']],
	['not-a-number', ['NOT_A_NUMBER 3 category.noise', 'NOT_A_NUMBER 3 category.growth', 'NOT_A_NUMBER 4 field.hire', 'NOT_A_NUMBER 5 channel.buyBack']],
	['not-whole', ['NOT_WHOLE 3 time.turns', 'NOT_WHOLE 8 regions[0].areas[0].outlets', 'NOT_WHOLE 11 firms[0].merchandisers']],
	['outline-crosses', ['POLYGON_CROSSES 7 regions[0].areas[0].polygon']],
	['outline-flat', ['POLYGON_FLAT 7 regions[0].areas[0].polygon']],
	['outline-points', ['WRONG_LENGTH 7 regions[0].areas[0].polygon[1]', 'OUT_OF_RANGE 7 regions[0].areas[0].polygon[2][0]', 'WRONG_TYPE 7 regions[0].areas[0].polygon[3]']],
	['outlines', ['WRONG_LENGTH 7 regions[0].areas[0].polygon']],
	['plan-bounds', ['OUT_OF_RANGE 6 defaultPlan.terms.town.creditDays', 'OUT_OF_RANGE 7 defaultPlan.terms.town.rebate', 'OUT_OF_RANGE 8 defaultPlan.terms.town.steps[0].rebate', 'OUT_OF_RANGE 9 defaultPlan.terms.town.support.commerce', 'UNKNOWN_KEY 9 defaultPlan.terms.town.support.money', 'WRONG_LENGTH 10 defaultPlan.terms.town.assigned.areas', 'NOT_WHOLE 11 defaultPlan.control.inspection', 'OUT_OF_RANGE 11 defaultPlan.control.fine', 'MISSING_KEY 12 defaultPlan.targets.units', 'OUT_OF_RANGE 12 defaultPlan.targets.index.centre', 'MISSING_KEY 13 defaultPlan.budgets.centre.people', 'OUT_OF_RANGE 13 defaultPlan.budgets.centre.promotion']],
	['plan-references', ['BOUND_ORDER 6 defaultPlan.terms.town.steps[1].from', 'BOUND_ORDER 6 defaultPlan.terms.town.steps[1].rebate', 'UNKNOWN_REFERENCE 7 defaultPlan.terms.town.assigned.areas[0]', 'UNKNOWN_REFERENCE 8 defaultPlan.terms.village', 'UNKNOWN_REFERENCE 9 defaultPlan.launches.other-tea', 'UNKNOWN_REFERENCE 9 defaultPlan.launches.tea[0]', 'UNKNOWN_REFERENCE 10 defaultPlan.targets.index.harbour', 'UNKNOWN_REFERENCE 11 defaultPlan.budgets.town', 'TOO_FINE 11 defaultPlan.budgets.town.promotion', 'UNKNOWN_REFERENCE 12 defaultPlan.production.other-tea']],
	['price-sheet-falls', ['PRICE_ORDER 9 firms[0].products[0].price.shelf', 'PRICE_ORDER small.yaml:49 firms[0].products[0].price.outlet']],
	['prototype-keys', ['FORBIDDEN_KEY 3 __proto__', 'FORBIDDEN_KEY 5 money.constructor', 'FORBIDDEN_KEY 10 regions[0].areas[0].shares.__proto__']],
	['reach-elsewhere', ['AREA_ELSEWHERE 9 dealers[4].reach.centre', 'INCUMBENT_MISSING small.yaml:43 firms[0].dealers']],
	['season-in-percent', ['SEASON_MEAN 4 category.season']],
	['second-tier', ['SECOND_TIER 9 dealers[2].reach.centre', 'SECOND_TIER 10 dealers[2].returns', 'SECOND_TIER 19 dealers[4].secondTier.of', 'SECOND_TIER 28 dealers[5].secondTier', 'UNKNOWN_REFERENCE 28 dealers[5].secondTier.of', 'UNKNOWN_REFERENCE 30 dealers[6].region', 'SECOND_TIER 37 dealers[6].secondTier.of'],],
	['self-alias', ['TOO_DEEP 5 regions[0].areas']],
	['share-without-goods', ['SHARE_WITHOUT_DISTRIBUTION small.yaml:31 regions[0].areas[0].shares.ours']],
	['shares-above-one', ['SHARES_ABOVE_ONE 7 regions[0].areas[0].shares']],
	['shocks', ['SHOCK_NEVER 4 shocks[0].untilWeek', 'DUPLICATE_ID 5 shocks[1].id', 'UNKNOWN_REFERENCE 6 shocks[2].regions[0]']],
	['strategies', ['STRATEGY_ON_PLAYER 5 firms[0].strategy', 'PLAN_ON_PLAYER 6 firms[0].plan', 'UNKNOWN_STRATEGY 8 firms[1].strategy', 'STRATEGY_MISSING 9 firms[2]']],
	['sums', ['SUM_NOT_ONE 4 category.classes', 'SUM_NOT_ONE 4 category.classes', 'SUM_NOT_ONE 11 regions[0].areas[0].channels', 'SUM_NOT_ONE 13 score.weights']],
	['tabs', ['TAB_INDENT 4', 'TAB_INDENT 5']],
	['tags', ['UNKNOWN_TAG 3', 'UNKNOWN_TAG 4']],
	['targets-left-out', ['TARGET_COUNT small.yaml:105 score.profitTargets', 'TARGET_COUNT 6 score.sellOutTargets']],
	['text-not-map', ['WRONG_TYPE 1']],
	['texts', ['BAD_TEXT 3 title.zh-CN', 'BAD_TEXT 3 title.en']],
	['too-few-turns', ['TARGET_COUNT small.yaml:104 score.sellOutTargets', 'TARGET_COUNT small.yaml:105 score.profitTargets', 'TURN_COUNT 3 time.turns']],
	['two-documents', ['SEVERAL_DOCUMENTS 3']],
	['two-players', ['PLAYER_COUNT 3 firms']],
	['typing-slips', ['UNKNOWN_KEY 3 dificulty', 'UNKNOWN_KEY 4 time.turn', 'UNKNOWN_KEY 5 field.wagePerWeak', 'UNKNOWN_KEY 8 firms[0].wasted_time', 'UNKNOWN_KEY 9 firms[0].sponsor']],
	['unclosed-quote', ['YAML_SYNTAX 5']],
	['unknown-kind', ['NOT_AN_OPTION 3 kind']],
	['unknown-references', ['UNKNOWN_REFERENCE 7 regions[0].areas[0].shares.our', 'UNKNOWN_REFERENCE 8 regions[0].areas[0].distribution.nobody', 'UNKNOWN_REFERENCE 11 dealers[1].region', 'UNKNOWN_REFERENCE 13 dealers[2].reach.center', 'UNKNOWN_REFERENCE 14 dealers[2].heldBy', 'UNKNOWN_REFERENCE 18 firms[1].dealers.town', 'UNKNOWN_REFERENCE 18 firms[1].dealers.village', 'UNKNOWN_REFERENCE 20 defaultPlan.regions.worked[1]', 'UNKNOWN_REFERENCE 21 defaultPlan.price.other-tea', 'UNKNOWN_REFERENCE 22 defaultPlan.orderMode.centre', 'UNKNOWN_REFERENCE 23 defaultPlan.quotas.centre', 'UNKNOWN_REFERENCE 23 defaultPlan.quotas.centre.other-tea', 'UNKNOWN_REFERENCE 24 defaultPlan.priceByRegion.centre', 'UNKNOWN_REFERENCE 24 defaultPlan.priceByRegion.centre.other-tea']],
	['unlock-too-late', ['UNLOCK_TOO_LATE 3 unlocks.price']],
	['unlock-unknown-lever', ['UNKNOWN_KEY 3 unlocks.prices', 'UNKNOWN_KEY 3 unlocks.advertising']],
	['wrong-types', ['WRONG_TYPE 3 difficulty', 'WRONG_TYPE 4 time.startMonth', 'WRONG_TYPE 4 time.turns', 'WRONG_TYPE 5 money.vat', 'WRONG_TYPE 6 field.wagePerWeek', 'WRONG_TYPE 6 field.hire', 'WRONG_TYPE 7 category.season', 'WRONG_TYPE 10 regions[0].freight', 'WRONG_TYPE 13 regions[0].areas[0].polygon', 'WRONG_TYPE 16 dealers[0].open', 'WRONG_TYPE 17 dealers[0].name', 'WRONG_TYPE 19 dealers[1].stated', 'WRONG_TYPE 20 dealers[1].capital', 'WRONG_TYPE 21 worldSeed']]
];

test.each(EXPECTED)('%s', (name, expected) => {
	const loaded = loadFixture('bad', name);
	expect(loaded.ok).toBe(false);
	expect(loaded.problems.map((problem) => brief(`${name}.yaml`, problem))).toEqual(expected);
});

test('every bad file has its row', () => {
	expect(EXPECTED.map(([name]) => name)).toEqual(namesIn('bad'));
	expect(EXPECTED.length).toBeGreaterThanOrEqual(30);
});

describe('what is said besides', () => {
	test('a missing quotation mark is told where it was opened', () => {
		expect(loadFixture('bad', 'unclosed-quote').problems[0]).toMatchObject({ line: 5, column: 7 });
	});

	test('near misses have their own word for what was found', () => {
		const found = loadFixture('bad', 'wrong-types').problems.map(({ params }) => params['found']);
		expect(found).toEqual(
			'text date quotedNumber percent numberWithUnit quotedNumber number numberWithUnit map yesNo oneText list nothing number'.split(
				' '
			)
		);
	});

	test.each([
		['typing-slips', ['difficulty', 'turns', 'wagePerWeek', 'wastedTime', 'none']],
		['unlock-unknown-lever', ['price', 'none']],
		['unknown-kind', ['market']]
	])('%s: the word that was meant', (name, suggestions) => {
		const found = loadFixture('bad', name).problems.map(({ params }) => params['suggestion']);
		expect(found).toEqual(suggestions);
	});

	test('a huge market is refused by its figures, before anything is made of them', () => {
		const [problem] = loadFixture('bad', 'many-outlets').problems;
		expect(problem?.params).toEqual({ what: 'outlets', count: 80_060, max: 60_000 });
	});
});
