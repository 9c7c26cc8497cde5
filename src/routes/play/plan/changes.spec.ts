import { describe, expect, test } from 'vitest';
import { preview, view as viewOf } from '#lib/engine/game.ts';
import { standing } from '#lib/engine/plan.ts';
import { createTranslator, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import { textsOf } from '#lib/scenario/texts.ts';
import { played } from '../../../../tests/support/games.ts';
import { shipped } from '../../../../tests/support/scenarios.ts';
import { addActivity, changeActivity } from '../edits/activities.ts';
import { appoint, setWeight, toggleShortlist } from '../edits/dealers.ts';
import { setCalls, setMerchandisers } from '../edits/field.ts';
import { setBudget, setIndex, setTotal, togglePart } from '../edits/platform.ts';
import { setPrice } from '../edits/price.ts';
import { moveArea, toggleArea } from '../edits/regions.ts';
import { setControl, setTerms } from '../edits/terms.ts';
import { setOrderMode, setPush, setQuota } from '../edits/supply.ts';
import { wordsOf } from '../words.ts';
import { changesOf } from './changes.ts';
import { wordChange } from './word-change.ts';

const scenario = shipped('first-city.yaml');
const game = played(scenario, 'hold', 'changes', 1);
const view = viewOf(game);
const plan = standing(view.plan);
const [region] = view.regions;
if (region === undefined) throw new Error('another city');

describe('a plan against the one in force', () => {
	test('the plan in force is no change', () => {
		expect(changesOf(view, plan)).toEqual([]);
	});

	test('areas come, go and change places', () => {
		const dropped = toggleArea(plan, plan, 'old-town');
		expect(changesOf(view, dropped)).toEqual([
			{ lever: 'regions', kind: 'areaOff', area: 'old-town', cents: null }
		]);
		expect(changesOf(view, moveArea(plan, 'college', -1)).map(({ kind }) => kind)).toEqual(['areaOrder']);
		const other = { ...view, plan: { ...plan, regions: { worked: ['college'] } } };
		expect(changesOf(other, plan).map(({ kind }) => kind)).toEqual(['areaOn', 'areaOn']);
	});

	test('a sheet is changed by what it says, not by the order of its keys', () => {
		const sheet = setWeight(plan, region.id, 'scale', 10);
		expect(changesOf(view, sheet)).toEqual([
			{ lever: 'dealers', kind: 'sheet', region: 'qinglan', cents: null }
		]);
		const { weights } = sheet.dealers.sheets['qinglan'] ?? {};
		const turned = Object.fromEntries(Object.entries(weights ?? {}).reverse()) as NonNullable<typeof weights>;
		const same = { weights: turned, scores: {}, shortlist: [] };
		const standingNow = { ...view, plan: { ...sheet } };
		const next = { ...sheet, dealers: { ...sheet.dealers, sheets: { qinglan: same } } };
		expect(changesOf(standingNow, next)).toEqual([]);
	});

	test('an activity costs what the market commits for it, nowhere nothing', () => {
		const somewhere = addActivity(plan, view, 'sampling');
		const { commitments } = preview(game, somewhere);
		expect(changesOf(view, somewhere)).toMatchObject([{ cents: commitments.activitiesCents }]);
		expect(changesOf(view, changeActivity(somewhere, 0, { targets: [] }))).toMatchObject([{ cents: null }]);
	});

	test('a part of the platform costs what the market commits for it', () => {
		const next = togglePart(plan, 'reports');
		const { commitments } = preview(game, next);
		expect(commitments.platformCents).toBeGreaterThan(0);
		expect(changesOf(view, next)).toEqual([
			{ lever: 'platform', kind: 'platformOn', part: 'reports', cents: commitments.platformCents }
		]);
		expect(changesOf({ ...view, plan: next }, plan)).toMatchObject([
			{ kind: 'platformOff', part: 'reports' }
		]);
	});

	test('a budget is one change, and one taken away another', () => {
		const budget = { promotionCents: 100, peopleCents: 200 };
		const next = setBudget(plan, 'college', budget);
		const change = { lever: 'platform', kind: 'budget', area: 'college', cents: null };
		expect(changesOf(view, next)).toEqual([{ ...change, from: null, to: budget }]);
		expect(changesOf({ ...view, plan: next }, plan)).toEqual([{ ...change, from: budget, to: null }]);
	});

	test('a target and a correction are told apart', () => {
		expect(changesOf(view, setIndex(setTotal(plan, 500), 'college', 12_000))).toEqual([
			{ lever: 'platform', kind: 'target', from: 0, to: 500, cents: null },
			{ lever: 'platform', kind: 'index', area: 'college', from: 10_000, to: 12_000, cents: null }
		]);
	});

	test('support costs what the market commits for it, other terms nothing by themselves', () => {
		const next = setControl(
			setTerms(plan, region.id, { support: { commerce: 1, information: 0, logistics: 2 }, creditDays: 14 }),
			{ inspection: 1, fineBp: 5000 }
		);
		const changes = changesOf(view, next);
		expect(changes.map(({ kind }) => kind)).toEqual(['terms', 'control']);
		const cents = changes.reduce((sum, change) => sum + (change.cents ?? 0), 0);
		expect(cents).toBe(preview(game, next).commitments.supportCents);
		expect(changesOf(view, setTerms(plan, region.id, { rebateBp: 100 }))).toMatchObject([{ cents: null }]);
	});

	test.each([5, 1])('%i people cost what the market books', (heads) => {
		const next = setMerchandisers(plan, heads);
		const [before, after] = [preview(game, plan).commitments, preview(game, next).commitments];
		expect(changesOf(view, next)).toMatchObject([
			{
				kind: 'heads',
				from: 2,
				to: heads,
				cents: after.wagesCents + after.staffChangeCents - before.wagesCents
			}
		]);
	});

	test('a quota counts where it is in force', () => {
		const next = setQuota(setOrderMode(plan, view, 'qinglan', 'quota'), 'qinglan', 'qinghe-500', 90);
		const quota = {
			lever: 'supply',
			kind: 'quota',
			dealer: region.dealer,
			product: 'qinghe-500',
			cents: null
		};
		expect(changesOf(view, next).slice(1)).toEqual([{ ...quota, from: 0, to: 90 }]);
		const standing = { ...view, plan: next, regions: [{ ...region, orderMode: 'quota' as const }] };
		const more = setQuota(next, 'qinglan', 'qinghe-500', 100);
		expect(changesOf(standing, more)).toEqual([{ ...quota, from: 90, to: 100 }]);
		expect(changesOf(view, setQuota(plan, 'qinglan', 'qinghe-500', 90))).toEqual([]);
	});

	test('what was asked for a turn ahead is no change while it stands, and one when it goes', () => {
		const asked = addActivity(plan, view, 'sampling');
		const due = { ...view, plan: asked };
		expect(changesOf(due, asked)).toEqual([]);
		const [change] = changesOf(due, plan);
		expect(change).toMatchObject({ kind: 'activityOff', activity: { kind: 'sampling' } });
		expect(change?.cents).toBe(-preview(game, asked).commitments.activitiesCents);
	});

	test('everything at once, in the order of the levers', () => {
		let next = setOrderMode(plan, view, 'qinglan', 'sellThrough');
		next = setPush(addActivity(next, view, 'tradeDeal'), view, 'qinglan', 'qinghe-500', 20);
		next = setPrice(setCalls(next, 'minutesPerVisit', 'A', 20), 'qinghe-500', 240);
		for (const id of ['hongda', 'qingyuan', 'xinrui']) next = toggleShortlist(next, region, id);
		next = toggleArea(appoint(next, 'qinglan', 'qingyuan'), plan, 'college');
		const changes = changesOf(view, next);
		expect(changes.map(({ lever, kind }) => [lever, kind])).toEqual([
			['regions', 'areaOff'],
			['dealers', 'sheet'],
			['dealers', 'appoint'],
			['field', 'calls'],
			['price', 'price'],
			['activities', 'activity'],
			['supply', 'orderMode'],
			['supply', 'push']
		]);
		const { appointCents, activitiesCents } = preview(game, next).commitments;
		expect(changes.flatMap(({ cents }) => cents ?? [])).toEqual([appointCents, activitiesCents]);
		// Goods are pushed into the dealer who comes, not the one who goes.
		expect(changes.at(-1)).toMatchObject({ dealer: 'qingyuan', cases: 20 });
	});
});

describe.each(LOCALES)('in words of %s', async (locale) => {
	const t = createTranslator(locale, await loadCatalogue(locale, ['play']), { strict: true });
	const words = wordsOf({ locale, t }, textsOf(scenario.draft));

	test('a change has from and to, an order of its own only what it is', () => {
		const changes = changesOf(view, addActivity(setPrice(plan, 'qinghe-500', 240), view, 'priceOff'));
		expect(changes.map((change) => wordChange(change, words))).toEqual(
			locale === 'en'
				? [
						{ what: 'Dealer price, Qinghe fruit tea 500 ml', from: '¥2.39', to: '¥2.40' },
						{
							what: 'Price-off 10%: Old town, Qinghe fruit tea 500 ml, weeks 1–4',
							from: null,
							to: null
						}
					]
				: [
						{ what: '经销商价，青禾果味茶 500 毫升', from: '¥2.39', to: '¥2.40' },
						{ what: '终端特价 10%：老城，青禾果味茶 500 毫升，第 1–4 周', from: null, to: null }
					]
		);
	});

	test('an activity that is nowhere yet says so', () => {
		const nowhere = changeActivity(addActivity(plan, view, 'sampling'), 0, { targets: [] });
		expect(changesOf(view, nowhere).map((change) => wordChange(change, words).what)).toEqual([
			locale === 'en'
				? 'Sampling: no place chosen, Qinghe fruit tea 500 ml, weeks 1–4'
				: '试饮：还没选地方，青禾果味茶 500 毫升，第 1–4 周'
		]);
	});
});
