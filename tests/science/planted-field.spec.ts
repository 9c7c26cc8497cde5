/**
 * The field force, planted: hours, quality, people, relations, planned openings. Each mechanism with it,
 * without it, and with its parameter turned off.
 */
import { describe, expect, test } from 'vitest';
import {
	all,
	ample,
	AREAS,
	both,
	calls,
	CITY,
	field,
	flat,
	leaving,
	leverTests,
	listings,
	ours,
	named,
	own,
	pay,
	people,
	play,
	price,
	quietPay,
	ruleTests,
	set,
	setField,
	dealerHolds,
	staying,
	type Edit,
	type Figure,
	type LeverShown,
	type RuleShown,
	type Use
} from '../support/planted.ts';
import { firmOf, oneClass } from '../support/spec.ts';

/** Nobody takes offence, and nothing is held against anybody. */
const patient = setField('grievance', { stockOut: 0, cutCalls: 0, brokenPrice: 0 });
/** Relations stay as they are. */
const still: Edit = set('response', { relationSpeed: 0 });
/** Everybody is called on in every turn. */
const everybody: Use = field({ ...calls(4, 10) });
/** The list price falls by a tenth in the fourth turn. */
const broken: Use = (plan, turn) => {
	if (turn === 3) price(215)(plan, turn);
};
const overA =
	(visits: number): Use =>
	(plan) => {
		plan.field.visitsPer4Weeks = { ...plan.field.visitsPer4Weeks, A: visits };
	};
const won: Figure = (game) => own(game).reduce((sum, turn) => sum + turn.field.openings.won, 0);

const LEVERS: readonly LeverShown[] = [
	{
		name: '[F1][F2] more people make calls that were left unmade; where none is, they add nothing',
		use: field({ merchandisers: 9 }),
		off: (spec) => (spec.fieldRules.minutesPerWeek = 100_000),
		figure: ours('dependence'),
		moves: 'up',
		where: all(people(1), staying)
	},
	{
		name: '[F2][R2] calls on a class bind that class',
		use: overA(8),
		off: (spec) => oneClass(spec, 'C'),
		figure: ours('dependence'),
		moves: 'up',
		where: ample
	},
	{
		name: '[F4] key accounts one to one are closer',
		use: field({ keyAccounts: 8, calls: { key: calls(8, 30) } }),
		off: setField('opening', { maxKeyAccounts: 0 }),
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[F4][R4] calls to open win accounts; where all are won they have nowhere to go',
		use: field({ calls: { open: calls(4, 15) } }),
		instead: field({ calls: { open: calls(0, 0) } }),
		off: (spec) => {
			for (const { areas } of spec.regions)
				for (const area of areas) {
					area.distribution['qinghe'] = { A: 1, B: 1, C: 1 };
					area.shares['qinghe'] = 0.2;
				}
			for (const dealer of spec.dealers) dealer.reach = Object.fromEntries(AREAS.map((area) => [area, 1]));
			spec.response.delistPerWeek = 0;
			spec.response.unservedDelist = 0;
		},
		figure: listings,
		moves: 'up',
		where: ample
	},
	{
		name: '[F5] calls by a standard are closer',
		use: field({ visitStandard: 100 }),
		off: setField('visit', { standardLift: 0 }),
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[F6] a trained team’s calls are better',
		use: field({ trainingHours: 8 }),
		off: setField('visit', { trainingLift: 0 }),
		figure: ours('closeness'),
		moves: 'up',
		// Hours enough, so that those of training are missed nowhere.
		where: ample
	},
	{
		name: '[F7] an area that one person answers for is closer',
		use: named,
		off: setField('visit', { namedLift: 0 }),
		figure: ours('closeness'),
		moves: 'up',
		// Who leaves, and what goes along, hangs on who answered for it (F10).
		where: staying
	},
	{
		name: '[F7] one that several answer for is less so',
		use: field({ responsible: Object.fromEntries(AREAS.map((area) => [area, [1, 2]])) }),
		off: setField('visit', { sharedLoss: 0 }),
		figure: ours('closeness'),
		moves: 'down',
		where: staying
	},
	{
		name: '[F8] an office leaves more hours for calls',
		use: field({ officeHelp: 100 }),
		off: setField('visit', { officeCut: 0 }),
		figure: ours('dependence'),
		moves: 'up',
		where: people(2)
	},
	{
		name: '[F10] an account file keeps what leavers would take',
		use: field({ accountFile: true }),
		off: setField('people', { leaverTakes: 0 }),
		figure: ours('closeness'),
		moves: 'up',
		where: leaving
	},
	{
		name: '[F12] pay by sell-in fills the dealer',
		use: pay('sellIn'),
		off: quietPay,
		figure: dealerHolds,
		moves: 'up'
	},
	{
		name: '[F12] pay by sell-through makes calls better',
		use: pay('sellThrough'),
		off: quietPay,
		figure: ours('closeness'),
		moves: 'up'
	},
	{
		name: '[F12] pay by calls makes them hasty',
		use: pay('calls'),
		off: quietPay,
		figure: ours('closeness'),
		moves: 'down'
	},
	{
		name: '[F13] a coach binds, if the team is trained',
		use: field({ selling: 'advisory' }),
		off: flat,
		figure: ours('closeness'),
		moves: 'up',
		where: (spec) => {
			spec.fieldRules.selling.advisory.trained = 0;
		}
	},
	{
		name: '[F13] a humane style heals',
		use: both(broken, field({ selling: 'humane' })),
		instead: broken,
		off: flat,
		figure: ours('grievance'),
		moves: 'down',
		where: setField('grievance', { brokenPrice: 200 })
	},
	{
		name: '[R1][R3] minutes make closeness',
		use: field(calls(2, 30)),
		instead: field(calls(2, 10)),
		off: all(still, setField('opening', { wrongPerson: 1 })),
		figure: ours('closeness'),
		moves: 'up',
		where: all(ample, patient, setField('opening', { eventChance: 0 }))
	},
	{
		name: '[R9] who asks long enough learns who decides, and is listed',
		use: field(calls(2, 30)),
		instead: field(calls(2, 10)),
		off: setField('opening', { wrongPerson: 1 }),
		figure: listings,
		moves: 'up',
		where: all(ample, patient, still, setField('opening', { eventChance: 0, wrongPerson: 0.2 }))
	}
];

describe('levers', () => leverTests(LEVERS));

/** Our people waste so much of their time. */
const wasting =
	(share: number): Edit =>
	(spec) =>
		(firmOf(spec).wastedTime = share);

const RULES: readonly RuleShown[] = [
	{
		name: '[F8] the 10 % rule: who wastes more than the rival does, opens less',
		trigger: wasting(0.3),
		by: 'market',
		off: setField('visit', { outworked: 1 }),
		figure: won,
		moves: 'down',
		where: all(ample, wasting(0.05), setField('visit', { outworked: 0.3 }), (spec) => {
			for (const firm of spec.firms.slice(1)) firm.wastedTime = 0.05;
		})
	},
	{
		name: '[F9][F10] leavers take accounts along, and who comes new is slower',
		trigger: leaving,
		by: 'market',
		off: (spec) => {
			spec.fieldRules.people.leaverTakes = 0;
			spec.fieldRules.newcomerOutput = 1;
		},
		figure: ours('closeness'),
		moves: 'down',
		where: staying
	},
	{
		name: '[T2] who comes new makes fewer calls at first',
		trigger: (plan, turn) => {
			if (turn === 4) plan.field.merchandisers = 3;
		},
		by: 'plan',
		off: (spec) => (spec.fieldRules.newcomerOutput = 1),
		figure: ours('dependence'),
		moves: 'down',
		where: all(people(1), staying)
	},
	{
		name: '[R8] a series with weeks between its visits is broken off',
		trigger: field({ calls: { open: calls(1, 15) } }),
		by: 'plan',
		off: setField('opening', { maxGapWeeks: 8 }),
		figure: won,
		moves: 'down',
		use: field({ calls: { open: calls(4, 15) } }),
		where: ample
	},
	{
		name: '[R11] a list price that breaks is held against us',
		trigger: broken,
		by: 'plan',
		off: setField('grievance', { brokenPrice: 0 }),
		figure: ours('grievance'),
		moves: 'up'
	},
	{
		name: '[R11] so are calls that are cut',
		trigger: (plan, turn) => field(turn < 3 ? calls(4, 10) : calls(0, 0))(plan, turn),
		by: 'plan',
		off: setField('grievance', { cutCalls: 0 }),
		figure: ours('grievance'),
		moves: 'up',
		use: everybody,
		where: ample
	},
	{
		name: '[R11] so are empty shelves',
		trigger: (plan) => {
			plan.supply.production = { 'qinghe-500': 0 };
		},
		by: 'plan',
		off: setField('grievance', { stockOut: 0 }),
		figure: ours('grievance'),
		moves: 'up',
		// Where there are goods, no shelf is ever empty: demand is steady and shops keep weeks of it.
		where: all(
			(spec) => {
				Object.assign(spec.category, { noise: 0, weather: 0 });
				for (const region of spec.regions) region.season.fill(1);
				for (const dealer of spec.dealers)
					Object.assign(dealer, { hold: 0, deliveryUnitsPerWeek: 1e6, capitalCents: 1e9 });
			},
			set('channelRules', { outletSafetyWeeks: 6, dealerCoverWeeks: 4 })
		)
	},
	{
		name: '[R11] what is held against us costs closeness',
		trigger: broken,
		by: 'plan',
		off: setField('grievance', { delist: 0, chill: 0 }),
		figure: ours('closeness'),
		moves: 'down',
		where: setField('grievance', { stockOut: 0, cutCalls: 0 })
	},
	{
		name: '[R12] a key event nobody came to is remembered',
		trigger: overA(0),
		by: 'plan',
		off: setField('opening', { eventMissed: 0 }),
		figure: ours('grievance'),
		moves: 'up',
		use: overA(4),
		where: all(ample, setField('opening', { eventChance: 0.5 }))
	},
	{
		name: '[R12] one we came to brings us closer; where there are no A accounts there are none',
		trigger: (spec) => oneClass(spec, 'A'),
		by: 'market',
		off: setField('opening', { eventLift: 0 }),
		figure: ours('closeness'),
		moves: 'up',
		where: all(ample, (spec) => oneClass(spec, 'C'), setField('opening', { eventChance: 0.5 }))
	}
];

describe('rules', () => ruleTests(RULES));

test('[R5] who is seen keeps what is listed; nobody loses anything where nothing is ever dropped', () => {
	const kept = (use: Use, ...edits: Edit[]): number =>
		listings(play(use, [ample, set('response', { listPerVisit: 0, listPerTradeDeal: 0 }), ...edits]));
	const unseen = field(calls(0, 0));
	expect(kept(unseen)).toBeLessThan(0.9 * kept(everybody));
	const lasting = set('response', { delistPerWeek: 0, unservedDelist: 0 });
	expect(kept(unseen, lasting)).toBe(kept(everybody, lasting));
});

test('[R8] a series wins by its later visits: without them calls to open come to little', () => {
	const open = field({ calls: { open: calls(4, 15) } });
	const wins = (third: number, fourth: number): number =>
		won(play(open, [ample, setField('opening', { third, fourth })]));
	const { third, fourth } = CITY.fieldRules.opening;
	const [all4, three, two] = [wins(third, fourth), wins(third, 0), wins(0, 0)];
	expect(all4).toBeGreaterThan(1.2 * three);
	expect(three).toBeGreaterThan(1.2 * two);
});
