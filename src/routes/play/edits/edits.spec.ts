import { describe, expect, test } from 'vitest';
import { advance, cloneGame, preview, view as viewOf } from '#lib/engine/game.ts';
import { standing } from '#lib/engine/plan.ts';
import { readPlan } from '#lib/engine/shape.ts';
import { at } from '#lib/engine/world.ts';
import { ACTIVITY_KINDS, CLASSES } from '#lib/engine/vocab.ts';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import {
	activityCents,
	addActivity,
	changeActivity,
	rangeOf,
	removeActivity,
	setOptional,
	setRange,
	setStart,
	toggleOutlets,
	toggleTarget
} from './activities.ts';
import { appoint, setScore, setWeight, sheetOf, toggleShortlist } from './dealers.ts';
import { setCalls, setMerchandisers } from './field.ts';
import { plannedPrice, setPrice, setRegionPrice, toggleLaunch } from './price.ts';
import { firstBudget, plannedTargets, setBudget, setIndex, setTotal, togglePart } from './platform.ts';
import { moveArea, toggleArea } from './regions.ts';
import { addStep, NO_CONTROL, removeStep, setControl, setStep, setTerms, toggleAssigned } from './terms.ts';
import { daysOf, pushedCases, salesOf, setOrderMode, setPush, setQuota } from './supply.ts';

const game = played(shipped('first-city.yaml'), 'hold', 'edits', 1);
const view = viewOf(game);
const plan = standing(view.plan);
const [region] = view.regions;
const [product] = view.products;
const dealer = region?.candidates.find(({ id }) => id === 'qingyuan');
if (region === undefined || product === undefined || dealer === undefined) throw new Error('another city');

/** What no edit may do: a plan it was given is the same afterwards. */
const before = JSON.stringify(plan);

describe('areas', () => {
	test('off and on again is no change, wherever the area stood', () => {
		for (const area of plan.regions.worked)
			expect(toggleArea(toggleArea(plan, plan, area), plan, area)).toEqual(plan);
	});

	test('one that was never worked comes last', () => {
		const one = { ...plan, regions: { worked: ['new-town'] } };
		expect(toggleArea(one, one, 'college').regions.worked).toEqual(['new-town', 'college']);
	});

	test('one moves a place at a time and stops at the end', () => {
		const up = moveArea(plan, 'college', -1);
		expect(up.regions.worked).toEqual(['old-town', 'college', 'new-town']);
		expect(moveArea(up, 'college', 1)).toEqual(plan);
		expect(moveArea(plan, 'college', 1)).toBe(plan);
		expect(moveArea(plan, 'nowhere', 1)).toBe(plan);
	});
});

test('field figures are set one at a time', () => {
	const next = setCalls(setMerchandisers(plan, 5), 'visitsPer4Weeks', 'B', 3);
	expect(next.field).toEqual({
		...plan.field,
		merchandisers: 5,
		visitsPer4Weeks: { ...plan.field.visitsPer4Weeks, B: 3 }
	});
});

test('a price is set for its product only', () => {
	expect(setPrice(plan, product.id, 240).price.dealerPriceCents).toEqual({
		...plan.price.dealerPriceCents,
		[product.id]: 240
	});
});

test('a region keeps its own price when the general one moves, until it is given back', () => {
	const own = setPrice(setRegionPrice(plan, region.id, product.id, 230), product.id, 240);
	expect(plannedPrice(own, view, region.id, product.id)).toBe(230);
	const back = setRegionPrice(own, region.id, product.id, null);
	expect(plannedPrice(back, view, region.id, product.id)).toBe(240);
	expect('byRegion' in back.price).toBe(false);
});

describe('dealers', () => {
	test('a sheet that was never written weighs every factor alike', () => {
		expect(new Set(Object.values(sheetOf(plan, region.id).weights))).toEqual(new Set([50]));
		expect(sheetOf(plan, 'toString').shortlist).toEqual([]);
	});

	test('weights and own scores are kept; a score as stated is none of one’s own', () => {
		const scored = setScore(setWeight(plan, region.id, 'network', 90), region.id, dealer, 'network', 20);
		expect(sheetOf(scored, region.id).weights.network).toBe(90);
		expect(sheetOf(scored, region.id).scores).toEqual({ qingyuan: { network: 20 } });
		const back = setScore(scored, region.id, dealer, 'network', dealer.stated.network);
		expect(sheetOf(back, region.id).scores).toEqual({});
	});

	test('a shortlist keeps the order of the long list', () => {
		const listed = ['xinrui', 'hongda', 'qingyuan'].reduce((p, id) => toggleShortlist(p, region, id), plan);
		expect(sheetOf(listed, region.id).shortlist).toEqual(['hongda', 'qingyuan', 'xinrui']);
	});

	test('whoever leaves the shortlist is not appointed', () => {
		const named = appoint(toggleShortlist(plan, region, 'qingyuan'), region.id, 'qingyuan');
		expect(named.dealers.appoint).toEqual({ [region.id]: 'qingyuan' });
		expect(toggleShortlist(named, region, 'hongda').dealers.appoint).toEqual(named.dealers.appoint);
		expect(toggleShortlist(named, region, 'qingyuan').dealers.appoint).toEqual({});
		expect(appoint(named, region.id, null).dealers.appoint).toEqual({});
	});
});

describe('activities', () => {
	const added = addActivity(addActivity(plan, view, 'tradeDeal'), view, 'priceOff');

	test('a new one can run as it stands', () => {
		expect(added.activities.map(({ kind, targets }) => [kind, targets])).toEqual([
			['tradeDeal', ['qinglan']],
			['priceOff', ['old-town']]
		]);
		expect(preview(game, added).dropped).toEqual([]);
	});

	test('one is changed or taken away by its place', () => {
		const deeper = changeActivity(added, 1, { depthBp: 1500 });
		expect(deeper.activities.map(({ depthBp }) => depthBp)).toEqual([1000, 1500]);
		expect(removeActivity(deeper, 0).activities).toEqual([deeper.activities[1]]);
	});

	test('a later start ends with the turn all the same', () => {
		expect(setStart(added, view, 0, 3).activities[0]).toMatchObject({ startWeek: 3, weeks: 1 });
		expect(setStart(added, view, 0, 1).activities[0]).toMatchObject({ startWeek: 1, weeks: 3 });
	});

	test('targets keep the order they are shown in', () => {
		const areas = view.areas.map(({ id }) => id);
		const wider = toggleTarget(toggleTarget(added, 1, areas, 'college'), 1, areas, 'new-town');
		expect(wider.activities[1]?.targets).toEqual(['old-town', 'new-town', 'college']);
		expect(toggleTarget(wider, 1, areas, 'old-town').activities[1]?.targets).toEqual(['new-town', 'college']);
	});

	test.each(ACTIVITY_KINDS)('a new one of kind %s can run as it stands', (kind) => {
		const next = addActivity(plan, view, kind);
		expect(readPlan(next).ok).toBe(true);
		expect(preview(game, next).dropped).toEqual([]);
		const [activity] = next.activities;
		if (activity === undefined) throw new Error('none added');
		expect(activityCents(activity, view.rules)).toBe(preview(game, next).commitments.activitiesCents);
	});

	test('prepared or followed up it costs what the market books', () => {
		for (const key of ['ahead', 'followUp'] as const) {
			const next = setOptional(added, 1, key, true);
			const cents = next.activities.map((it) => activityCents(it, view.rules));
			expect(preview(game, next).commitments.activitiesCents).toBe(cents.reduce((a, b) => a + b, 0));
			expect(setOptional(next, 1, key, null)).toEqual(added);
		}
	});

	test('outlets are chosen by channel and class; all of them is no choice', () => {
		const fewer = toggleOutlets(added, 1, 'classes', CLASSES, 'C');
		expect(fewer.activities[1]?.classes).toEqual(['A', 'B']);
		expect(toggleOutlets(fewer, 1, 'classes', CLASSES, 'C')).toEqual(added);
	});

	test('a range stands for its field, and the whole of it is no range', () => {
		const large = setRange(setRange(added, 1, 'sizeRank', 1, 50), 1, 'sizeRank', 1, 20);
		expect(large.activities[1]?.segment).toEqual([{ field: 'sizeRank', from: 1, to: 20 }]);
		expect(rangeOf(at(large.activities, 1), 'sizeRank')).toEqual([1, 20]);
		expect(rangeOf(at(large.activities, 1), 'closeness')).toEqual([0, 100]);
		expect(setRange(large, 1, 'sizeRank', 1, 100)).toEqual(added);
	});

	test('the most it can cost is what the market books', () => {
		const cents = added.activities.map((it) => activityCents(it, view.rules));
		expect(preview(game, added).commitments.activitiesCents).toBe(cents.reduce((a, b) => a + b, 0));
	});
});

describe('supply', () => {
	test('the order mode of one region', () => {
		expect(setOrderMode(plan, view, region.id, 'sellThrough').supply.orderMode).toEqual({
			qinglan: 'sellThrough'
		});
	});

	test('a quota begins at what the dealer sells, stands beside the order mode, and goes with its last case', () => {
		const started = setOrderMode(plan, view, region.id, 'quota');
		const cases = Math.round((salesOf(view, region.id, product.id) ?? 0) / product.unitsPerCase);
		expect(cases).toBeGreaterThan(0);
		expect(started.supply.quotas).toEqual({ qinglan: { 'qinghe-500': cases } });
		const more = setQuota(started, region.id, product.id, 90);
		const back = setOrderMode(more, view, region.id, 'dealerRule');
		expect(setOrderMode(back, view, region.id, 'quota')).toEqual(more);
		expect(setQuota(back, region.id, product.id, 0)).toEqual(plan);
	});

	test('one push for a region and product, none for no cases', () => {
		const pushed = setPush(setPush(plan, view, region.id, product.id, 10), view, region.id, product.id, 40);
		expect(pushed.supply.pushes).toEqual([{ region: 'qinglan', product: 'qinghe-500', cases: 40 }]);
		expect(pushedCases(pushed, region.id, product.id)).toBe(40);
		expect(setPush(pushed, view, region.id, product.id, 0)).toEqual(plan);
	});

	test('days of sales come from the dealer’s own report, and are not guessed without one', () => {
		const stock = region.dealerStock.reduce((sum, { value }) => sum + (value ?? 0), 0);
		expect(daysOf(region, stock)).toBe(region.dealerDaysOfSupply.value);
		const silent = { ...region.dealerDaysOfSupply, value: null };
		expect(daysOf({ ...region, dealerDaysOfSupply: silent }, stock)).toBeNull();
	});
});

test('every edited plan has the shape a market takes', () => {
	let next = toggleShortlist(setScore(plan, region.id, dealer, 'scale', 0), region, 'qingyuan');
	next = setPush(
		addActivity(appoint(next, region.id, 'qingyuan'), view, 'priceOff'),
		view,
		region.id,
		product.id,
		5
	);
	expect(readPlan(next)).toEqual({ ok: true, value: next });
});

test('no edit changes the plan it was given', () => {
	expect(JSON.stringify(plan)).toBe(before);
});

describe('terms', () => {
	const terms = (next: typeof plan) => next.dealers.terms?.[region.id];

	test('what is set back to the usual ones is no offer', () => {
		const offered = setTerms(plan, region.id, { creditDays: 30 });
		expect(terms(offered)).toMatchObject({ creditDays: 30, rebateBp: 0 });
		expect(setTerms(offered, region.id, { creditDays: 0 })).toEqual(plan);
		expect(readPlan(offered).ok).toBe(true);
	});

	test('steps rise from one to the next, change and go', () => {
		const target = setTerms(plan, region.id, { targetCents: 1000 });
		const two = addStep(addStep(target, region.id), region.id);
		expect(preview(game, two).dropped).toEqual([]);
		const other = setStep(two, region.id, 1, { rebateBp: 500 });
		expect(terms(other)?.steps).toEqual([
			{ fromBp: 10_000, rebateBp: 100 },
			{ fromBp: 11_000, rebateBp: 500 }
		]);
		expect(removeStep(removeStep(two, region.id, 1), region.id, 0)).toEqual(target);
	});

	test('all outlets are no limit, and the last area or class stays', () => {
		const few = toggleAssigned(plan, region, { outlets: 'C' });
		expect(terms(few)?.assigned).toEqual({ areas: region.areas, classes: ['A', 'B'] });
		expect(toggleAssigned(few, region, { outlets: 'C' })).toEqual(plan);
		const one = toggleAssigned(toggleAssigned(few, region, { outlets: 'B' }), region, { area: 'college' });
		expect(terms(one)?.assigned).toEqual({ areas: ['old-town', 'new-town'], classes: ['A'] });
		expect(toggleAssigned(one, region, { outlets: 'A' })).toBe(one);
	});

	test('inspection and fines are of the plan, and nothing of them is none', () => {
		const looked = setControl(plan, { inspection: 2, forfeit: true });
		expect(looked.dealers.control).toEqual({ inspection: 2, fineBp: 0, forfeit: true });
		expect(setControl(looked, NO_CONTROL)).toEqual(plan);
	});
});

describe('platform', () => {
	test('parts come and go in their order, and a platform that says nothing is left out', () => {
		const two = togglePart(togglePart(plan, 'standards'), 'areas');
		expect(two.platform).toEqual({ build: ['areas', 'standards'] });
		expect(readPlan(two)).toMatchObject({ ok: true });
		const none = togglePart(togglePart(two, 'areas'), 'standards');
		expect(none).toEqual(plan);
		expect('platform' in none).toBe(false);
	});

	test('a target is split over the areas worked as the market will split it', () => {
		const next = setIndex(setTotal(plan, 9000), 'college', 15_000);
		expect(readPlan(next)).toMatchObject({ ok: true });
		const planned = plannedTargets(next, view);
		expect(planned.reduce((sum, { units }) => sum + units, 0)).toBe(9000);
		const played = viewOf(advance(cloneGame(game), next));
		expect(planned.map(({ area, units }) => [area, units])).toEqual(
			next.regions.worked.map((id) => [id, played.areas.find((area) => area.id === id)?.target])
		);
		expect(setTotal(setIndex(next, 'college', 10_000), 0)).toEqual(plan);
	});
});

test('a launch is put into the plan and taken out again', () => {
	const two = toggleLaunch(toggleLaunch(plan, 'qinghe-new', 'a'), 'qinghe-new', 'b');
	expect(two.price.launches).toEqual({ 'qinghe-new': ['a', 'b'] });
	expect(readPlan(two)).toMatchObject({ ok: true });
	expect(toggleLaunch(toggleLaunch(two, 'qinghe-new', 'a'), 'qinghe-new', 'b')).toEqual(plan);
});

test('a budget of an area comes and goes', () => {
	const budget = { promotionCents: 100, peopleCents: 200 };
	const next = setBudget(plan, 'college', budget);
	expect(next.platform).toEqual({ build: [], budgets: { college: budget } });
	expect(readPlan(next)).toMatchObject({ ok: true });
	expect(setBudget(next, 'college', null)).toEqual(plan);
});

test('a first budget cuts nothing of what the plan asks for, before and after money was spent', () => {
	const spent = { promotionCents: 0, peopleCents: 0 };
	let asked = setMerchandisers(plan, plan.field.merchandisers + 1);
	for (const kind of ['priceOff', 'display', 'advertising'] as const) asked = addActivity(asked, view, kind);
	const budgeted = asked.regions.worked.reduce(
		(next, area) => setBudget(next, area, firstBudget(asked, view, area, spent)),
		asked
	);
	expect(preview(game, budgeted).dropped.filter(({ code }) => code === 'OVER_BUDGET')).toEqual([]);
	const [area] = asked.regions.worked;
	if (area === undefined) throw new Error('nothing is worked');
	const { peopleCents } = firstBudget(asked, view, area, spent);
	expect(firstBudget(asked, view, area, { promotionCents: 0, peopleCents: peopleCents + 1 })).toMatchObject({
		peopleCents: peopleCents + 1
	});
	const less = setBudget(budgeted, area, { promotionCents: 0, peopleCents: 0 });
	expect(preview(game, less).dropped.map(({ code }) => code)).toContain('OVER_BUDGET');
});
