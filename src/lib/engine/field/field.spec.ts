import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	dealerOf,
	duoSpec,
	firmOf,
	gameOf,
	keyOf,
	lab,
	oneClass,
	projected,
	soloSpec,
	turnOf,
	type Lab,
	type PlanDraft,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance, view } from '../game.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import { leadership } from '../systems/advice.ts';
import { closeTeams, runTeams } from '../systems/team.ts';
import { CALL_PURPOSES } from '../vocab.ts';
import { at } from '../world.ts';
import { groupAccounts, groupOf, purposeOf } from './groups.ts';
import { fieldTurn } from './turn.ts';

const team = (edit: (spec: SpecDraft) => void = () => {}): Lab =>
	lab(
		soloSpec((spec) => {
			oneClass(spec, 'A');
			areaOf(spec).outlets = 40;
			edit(spec);
		})
	);

/** The player's turn under a changed plan. */
const of = (market: Lab, edit: (plan: PlanDraft) => void = () => {}) =>
	turnOf(market, changed(at(market.plans, 0), edit));
const quality = (market: Lab, edit?: (plan: PlanDraft) => void): number =>
	at(at(of(market, edit).field, 0).quality, 0);

describe('what a call is for', () => {
	const purposes = (market: Lab, keyAccounts = 0): string[] =>
		Array.from(
			groupAccounts(market.world, market.state, [keyAccounts], 0),
			(g) => CALL_PURPOSES[purposeOf(g)] ?? ''
		);

	test('[F4] nothing listed is opened, listed and not close is grown, listed and close is kept', () => {
		const market = team();
		market.state.closeness.fill(0.4);
		market.state.closeness[1] = 0.5;
		market.state.listed[2] = 0;
		expect(purposes(market).slice(0, 3)).toEqual(['grow', 'keep', 'open']);
	});

	test('[F4] the largest accounts are called on one to one', () => {
		const market = team((spec) => {
			spec.category.sizeTail = 0.5;
		});
		const { outletSize } = market.world;
		const keys = purposes(market, 3).flatMap((purpose, o) => (purpose === 'key' ? [o] : []));
		const largest = [...outletSize.keys()].sort((i, j) => outletSize[j]! - outletSize[i]!).slice(0, 3);
		expect(keys).toEqual(largest.sort((i, j) => i - j));
	});

	test('[F4] short hours go to existing accounts first, and calls by purpose differ', () => {
		const market = team((spec) => {
			areaOf(spec).distribution = { own: { A: 0.5, B: 0, C: 0 } };
			spec.fieldRules.minutesPerWeek = 400;
		});
		market.state.closeness.fill(0);
		const { coverage, need } = at(
			of(market, ({ field }) => {
				field.calls = {
					open: { visitsPer4Weeks: { A: 8, B: 0, C: 0 }, minutesPerVisit: { A: 5, B: 0, C: 0 } }
				};
			}).field,
			0
		);
		const [grow, open] = (['grow', 'open'] as const).map((name) => groupOf(0, CALL_PURPOSES.indexOf(name)));
		// 20 × 4 × (10 + 5) ÷ 4 = 300 to grow; 20 × 8 × (5 + 5) ÷ 4 = 400 to open, for which 100 are left.
		expect([need[grow!], need[open!]]).toEqual([300, 400]);
		expect([coverage[grow!], coverage[open!]]).toEqual([1, 0.25]);
	});
});

describe('visit quality', () => {
	test('[F5] a full standard adds its lift, half of it half; without the lift nothing changes', () => {
		const market = team((spec) => void (spec.fieldRules.visit.standardLift = 0.2));
		expect(quality(market)).toBe(1);
		expect(quality(market, ({ field }) => (field.visitStandard = 100))).toBeCloseTo(1.2, 12);
		expect(quality(market, ({ field }) => (field.visitStandard = 50))).toBeCloseTo(1.1, 12);
		expect(quality(team(), ({ field }) => (field.visitStandard = 100))).toBe(1);
	});

	test('[F5] it makes minutes worth more: closeness settles where so many more would', () => {
		const market = team((spec) => void (spec.fieldRules.visit.standardLift = 1));
		const goal = (edit?: (plan: PlanDraft) => void): number =>
			of(market, edit).closenessGoal[groupOf(0, CALL_PURPOSES.indexOf('keep'))]!;
		expect(goal(({ field }) => (field.visitStandard = 100))).toBeCloseTo(
			goal(({ field }) => (field.minutesPerVisit.A = 20)),
			12
		);
	});

	test('[F6] training closes half of the gap a week, costs hours and money, and is forgotten', () => {
		const market = team((spec) => {
			Object.assign(spec.fieldRules.visit, { trainingLift: 0.5 });
		});
		const { world, state } = market;
		const train = (hours: number): void => {
			runTeams(
				world,
				state,
				of(market, ({ field }) => (field.trainingHours = hours))
			);
		};
		const before = balanceOf(state.balances, 0, ACCOUNT.CASH);
		train(10);
		// 10 ÷ (10 + 10) = ½, half of it in the first week; 10 ÷ 4 hours at a yuan.
		expect(state.skill[0]).toBeCloseTo(0.25, 12);
		expect(before - balanceOf(state.balances, 0, ACCOUNT.CASH)).toBe(250);
		expect(quality(market)).toBeCloseTo(1.125, 12);
		expect(at(of(market, ({ field }) => (field.trainingHours = 10)).field, 0).minutes).toBe(1000 - 150);
		train(0);
		expect(state.skill[0]).toBeCloseTo(0.125, 12);
	});

	test('[F7] one who answers adds, several lose, nobody changes nothing; too many areas count in part', () => {
		const market = team((spec) => {
			Object.assign(spec.fieldRules.visit, { namedLift: 0.1, sharedLoss: 0.2 });
			spec.fieldRules.maxMerchandisers = 3;
			firmOf(spec).merchandisers = 2;
		});
		const named = (people: number[], minutes = 10): number =>
			quality(market, ({ field }) => {
				field.responsible = { area: people };
				field.minutesPerVisit.A = minutes;
			});
		expect(named([])).toBe(1);
		expect(named([1])).toBeCloseTo(1.1, 12);
		expect(named([1, 2])).toBeCloseTo(0.8, 12);
		// 40 × (45 + 5) = 2 000 minutes of his 1 000.
		expect(named([1], 45)).toBeCloseTo(1.05, 12);
		// Who is not there answers for nothing.
		expect(named([3])).toBe(1);
	});

	test('[F8] an office cuts waste by half of the gap a week, for its cost', () => {
		const market = team((spec) => {
			firmOf(spec).wastedTime = 0.2;
			spec.fieldRules.visit.officeCut = 0.5;
		});
		const { world, state } = market;
		expect(state.waste[0]).toBe(0.2);
		const before = balanceOf(state.balances, 0, ACCOUNT.CASH);
		runTeams(
			world,
			state,
			of(market, ({ field }) => (field.officeHelp = 100))
		);
		expect(state.waste[0]).toBeCloseTo(0.15, 12);
		expect(before - balanceOf(state.balances, 0, ACCOUNT.CASH)).toBe(300);
		expect(at(of(market).field, 0).minutes).toBeCloseTo(850, 9);
	});

	test.each([
		[0.11, 0.1, 1],
		[0.12, 0.1, 0.5],
		[0.1, 0.12, 1]
	])('[F8] %f against %f: openings × %f', (own, rival, edge) => {
		const market = lab(
			duoSpec((spec) => {
				firmOf(spec).wastedTime = own;
				firmOf(spec, 1).wastedTime = rival;
				spec.fieldRules.visit.outworked = 0.5;
			})
		);
		expect(at(of(market).field, 0).edge).toEqual([edge]);
		// Where the rival does not work, nobody is outworked.
		const alone = turnOf({
			...market,
			plans: market.plans.map((plan, f) => (f === 1 ? { ...plan, regions: { worked: [] } } : plan))
		});
		expect(at(alone.field, 0).edge).toEqual([1]);
	});
});

describe('people', () => {
	const closing = (edit: (spec: SpecDraft) => void, plan: (plan: PlanDraft) => void = () => {}) => {
		const market = team((spec) => {
			Object.assign(firmOf(spec), { merchandisers: 200 });
			spec.fieldRules.maxMerchandisers = 200;
			spec.defaultPlan.field.merchandisers = 200;
			edit(spec);
		});
		closeTeams(market.world, market.state, of(market, plan), keyOf(3), 4);
		return market.state;
	};

	test('[F9] at 260 % a year a fifth is gone in four weeks; off, nobody', () => {
		const chance = 1 - 0.95 ** 4;
		const left = closing((spec) => (spec.fieldRules.people.turnoverPerYear = 2.6)).turnLeavers[0]!;
		// Three standard errors of 200 draws.
		expect(Math.abs(left / 200 - chance)).toBeLessThan(0.085);
		expect(closing(() => {}).turnLeavers[0]).toBe(0);
	});

	test('[F9] a team asked for more than its hours leaves by the other rate', () => {
		const spec = (minutesPerWeek: number) => (draft: SpecDraft) => {
			draft.fieldRules.minutesPerWeek = minutesPerWeek;
			draft.fieldRules.people.overloadTurnover = 52;
		};
		// 40 × 15 = 600 minutes asked of 200 people.
		expect(closing(spec(3)).turnLeavers[0]).toBe(0);
		expect(closing(spec(2)).turnLeavers[0]).toBe(200);
	});

	const taken = (file: number, people: number[] | null): number[] => {
		const market = team((spec) => {
			Object.assign(spec.fieldRules.people, { turnoverPerYear: 52, leaverTakes: 0.5, fileKeeps: 0.8 });
		});
		const { state, world } = market;
		state.closeness.fill(0.8);
		state.file[0] = file;
		const turn = of(market, ({ field }) => {
			if (people !== null) field.responsible = { area: people };
		});
		closeTeams(world, state, turn, keyOf(3), 1);
		expect(state.staff[0]).toBe(0);
		return [at([...state.closeness], 0), at([...state.keyPerson], 0)];
	};

	test('[F10] a leaver takes half of closeness along, and who decides; a full file keeps four fifths, and that', () => {
		expect(taken(0, [1])).toEqual([0.4, 0]);
		expect(taken(1, [1])[0]).toBeCloseTo(0.8 * 0.9, 12);
		expect(taken(1, [1])[1]).toBe(1);
		// The only one there had all of what nobody answered for.
		expect(taken(0, null)).toEqual([0.4, 0]);
	});

	test('[F10] a file fills in its weeks, for each account, and goes stale as fast', () => {
		const market = team();
		const { world, state } = market;
		const keep = (accountFile: boolean): void =>
			runTeams(
				world,
				state,
				of(market, ({ field }) => (field.accountFile = accountFile))
			);
		const before = balanceOf(state.balances, 0, ACCOUNT.CASH);
		keep(true);
		expect(state.file[0]).toBe(0.25);
		expect(before - balanceOf(state.balances, 0, ACCOUNT.CASH)).toBe(40 * 10);
		keep(false);
		expect(state.file[0]).toBe(0);
	});

	test('[F12] paid by calls a call is half as long, by sell-through a quarter better; by sell-in worse, and dealers are pushed', () => {
		const market = team((spec) => {
			spec.fieldRules.pay = { maxShareBp: 10_000, stuffing: 0.6, neglect: 0.4, care: 0.25, haste: 0.5 };
		});
		const paid = (basis: 'sellIn' | 'sellThrough' | 'calls', shareBp = 10_000) =>
			at(of(market, ({ field }) => (field.pay = { basis, shareBp })).field, 0);
		expect(paid('calls').calls.minutes[0]).toBe(5);
		expect(paid('sellThrough').quality[0]).toBe(1.25);
		expect(paid('sellIn', 5000).quality[0]).toBeCloseTo(0.8, 12);
		expect(paid('sellIn', 5000).stuffing).toBeCloseTo(0.3, 12);
		expect(paid('sellThrough').stuffing).toBe(0);
	});

	test('[F12] with pay by sell-in dealers end up fuller than without, by its parameter alone', () => {
		const stock = (stuffing: number, shareBp: number): number => {
			const game = gameOf(
				soloSpec((spec) => {
					spec.fieldRules.pay.stuffing = stuffing;
					spec.channelRules.pushLimitDays = 90;
				})
			);
			const plan = changed(game.world.spec.defaultPlan, ({ field }) => {
				field.pay = { basis: 'sellIn', shareBp };
			});
			return advance(game, plan).reports[0]!.facts.dealerUnits;
		};
		expect(stock(1, 5000)).toBeGreaterThan(stock(1, 0));
		expect(stock(0, 5000)).toBe(stock(0, 0));
	});

	test('[F13] a trained advisor’s minutes count more, a coach’s calls; untrained they do not', () => {
		const market = team((spec) => {
			Object.assign(spec.fieldRules.selling.advisory, { closeness: 0.3, trained: 1 });
			Object.assign(spec.fieldRules.selling.coaching, { dependence: 0.5, trained: 0 });
		});
		const style = (selling: 'advisory' | 'coaching', skill: number): [number, number] => {
			market.state.skill[0] = skill;
			const { warmth, binding } = at(of(market, ({ field }) => (field.selling = selling)).field, 0);
			return [warmth, binding];
		};
		expect(style('advisory', 0)).toEqual([1, 1]);
		expect(style('advisory', 1)).toEqual([1.3, 1]);
		expect(style('coaching', 0)).toEqual([1, 1.5]);
	});
});

describe('advisors', () => {
	const lead = (heads: number, weeks: number): number => {
		const market = team((spec) => {
			dealerOf(spec).actual.management = 40;
			spec.fieldRules.advisors.lift = 0.5;
			spec.fieldRules.advisors.dealersPerHead = 0.5;
		});
		const { world, state } = market;
		const turn = of(market, ({ field }) => (field.advisors = { heads, regions: ['region'] }));
		for (let week = 0; week < weeks; week++) runTeams(world, state, turn);
		return leadership(world, state, 0, 0, 0);
	};

	test('[F11] advice makes up half of what management lacks, half of the gap a week', () => {
		expect(lead(0, 9)).toBeCloseTo(0.4, 12);
		expect(lead(2, 1)).toBeCloseTo(0.4 + 0.6 * 0.5 * 0.5, 12);
		expect(lead(2, 60)).toBeCloseTo(0.7, 9);
		// One advisor of half a dealer each reaches half as far.
		expect(lead(1, 60)).toBeCloseTo(0.55, 9);
	});

	test('[F11] an advised dealer of the careless kind orders with less swing; with lift 0 nothing changes', () => {
		const swing = (lift: number, heads: number): number => {
			const game = gameOf(
				soloSpec((spec) => {
					Object.assign(dealerOf(spec).actual, { management: 0 });
					Object.assign(spec.fieldRules.advisors, { lift, speed: 1 });
					Object.assign(spec.channelRules, { advisedSmoothing: 0.1, advisedAlpha: 0.3 });
					spec.category.noise = 0.25;
					spec.time.turns = 9;
				})
			);
			const plan = changed(game.world.spec.defaultPlan, ({ field }) => {
				field.advisors = { heads, regions: ['region'] };
			});
			let now = game;
			for (let turn = 0; turn < 8; turn++) now = advance(now, plan);
			const shipped = now.reports.map(({ facts }) => facts.sellInUnits);
			const mean = shipped.reduce((sum, units) => sum + units, 0) / shipped.length;
			return shipped.reduce((sum, units) => sum + (units - mean) ** 2, 0);
		};
		expect(swing(1, 1)).toBeLessThan(swing(1, 0));
		expect(swing(0, 1)).toBe(swing(0, 0));
	});
});

describe('key events', () => {
	const after = (edit: (spec: SpecDraft) => void, called: number, known: number): [number, number] => {
		const market = team((spec) => {
			Object.assign(spec.fieldRules.opening, { eventChance: 1, eventLift: 0.5, eventMissed: 30 });
			edit(spec);
		});
		const { state, world } = market;
		state.closeness.fill(0.6);
		state.called.fill(called);
		state.keyPerson.fill(known);
		closeTeams(world, state, of(market), keyOf(3), 4);
		return [at([...state.closeness], 0), at([...state.grievance], 0)];
	};

	test('[R12] who was there and knows the owner is closer, who stayed away is held to it', () => {
		expect(after(() => {}, 1, 1)).toEqual([0.8, 0]);
		expect(after(() => {}, 0, 1)).toEqual([0.6, 30]);
		// There, but with the wrong person: nothing.
		expect(after(() => {}, 1, 0)).toEqual([0.6, 0]);
		expect(after((spec) => (spec.fieldRules.opening.eventChance = 0), 0, 1)).toEqual([0.6, 0]);
	});
});

describe('what the firm sees of it', () => {
	test('[R13][V8] types and levels of ten accounts, from what the firm knows of its own', () => {
		const game = gameOf(soloSpec());
		const { state } = game;
		state.closeness.set([0.6, 0.6, 0.2, 0.2, 0.9, 0.2, 0.2, 0.2, 0.2, 0.2]);
		state.dependence.set([0.6, 0.2, 0.6, 0.2, 0.9, 0.2, 0.2, 0.2, 0.2, 0.2]);
		state.grievance[4] = 128;
		state.listed[9] = 0;
		const [area] = view(game).areas;
		expect(area?.field.relations).toEqual({ opposed: 1, loose: 5, following: 2, symbiotic: 1 });
		expect(area?.field.levels).toEqual({ transaction: 6, advice: 2, coexistence: 1 });
		expect(area?.field.stages).toEqual({ prospect: 1, visited: 0, negotiating: 0, listed: 8, core: 1 });
	});

	test('[R10] the funnel of a turn: begun, opportunities, orders and their rates', () => {
		const game = gameOf(
			soloSpec((spec) => {
				oneClass(spec, 'A');
				Object.assign(areaOf(spec), {
					outlets: 400,
					represents: 2,
					distribution: { own: { A: 0, B: 0, C: 0 } }
				});
				spec.fieldRules.minutesPerWeek = 1_000_000;
				Object.assign(spec.fieldRules.opening, { first: 0, second: 0, third: 0, fourth: 1 });
				spec.response.listPerVisit = 0.5;
			})
		);
		const [area] = view(advance(game, game.world.spec.defaultPlan)).areas;
		const { conversion, openings, stages } = area!.field;
		expect(openings.begun).toBe(800);
		expect(conversion.opportunities).toBe(800);
		expect(conversion.leadRate).toBe(1);
		expect(conversion.orders).toBe(stages.listed + stages.core);
		expect(conversion.orderRate).toBe(conversion.orders / 800);
		// Four visits at dependence as it grows: somewhere between .3 and .6 of them.
		expect(Math.abs((conversion.orderRate ?? 0) - 0.45)).toBeLessThan(0.15);
		expect(area?.field.unvisited).toEqual({ A: 0, B: 0, C: 0 });
	});
});

describe('a projected plan', () => {
	test('[J11] limits, people and areas that there are', () => {
		const { applied, dropped } = projected(
			lab(soloSpec()),
			changed(soloSpec().defaultPlan, ({ field }) => {
				Object.assign(field, {
					keyAccounts: 99,
					trainingHours: 41,
					visitStandard: -1,
					responsible: { area: [1, 2, 1], nowhere: [1] },
					pay: { basis: 'calls', shareBp: 9000 },
					advisors: { heads: 9, regions: ['noland', 'region'] }
				});
			})
		);
		expect(applied.field).toMatchObject({
			keyAccounts: 10,
			trainingHours: 40,
			visitStandard: 0,
			responsible: { area: [1] },
			pay: { basis: 'calls', shareBp: 5000 },
			advisors: { heads: 5, regions: ['region'] }
		});
		expect(dropped.map(({ code, path }) => [code, path])).toEqual([
			['FIELD_LIMIT', 'field.pay.shareBp'],
			['FIELD_LIMIT', 'field.keyAccounts'],
			['UNKNOWN_PERSON', 'field.responsible.area'],
			['UNKNOWN_AREA', 'field.responsible.nowhere'],
			['FIELD_LIMIT', 'field.trainingHours'],
			['FIELD_LIMIT', 'field.visitStandard'],
			['FIELD_LIMIT', 'field.advisors.heads'],
			['UNKNOWN_REGION', 'field.advisors.regions[0]']
		]);
	});

	test('[J11] what the cash does not reach for falls away, advisors first', () => {
		const market = lab(soloSpec((spec) => void (firmOf(spec).cashCents = 4000 + 4 * 300)));
		const { applied, dropped, commitments } = projected(
			market,
			changed(at(market.plans, 0), ({ field }) => {
				Object.assign(field, {
					officeHelp: 100,
					accountFile: true,
					advisors: { heads: 1, regions: ['region'] }
				});
			})
		);
		// Wages 4 000; office 300 a week are all that is left, and the file 100 a week is cheaper.
		expect(applied.field).toMatchObject({ advisors: { heads: 0 }, officeHelp: 0, accountFile: true });
		expect(dropped.map(({ code, path }) => [code, path])).toEqual([
			['FIELD_CASH', 'field.advisors'],
			['FIELD_CASH', 'field.officeHelp']
		]);
		expect(commitments.programmesCents).toBe(400);
	});

	test('[F1] hours of a plan: what it asks for by class, and what the team has', () => {
		const market = team();
		const { commitments } = projected(market, at(market.plans, 0));
		expect(commitments.minutesNeeded).toEqual([600, 0, 0]);
		expect(commitments.minutesAvailable).toBe(1000);
		const groups = groupAccounts(market.world, market.state, [0], 0);
		const { load } = fieldTurn(market.world, 0, at(market.plans, 0), groups, {
			waste: 0,
			skill: 0,
			staff: 1,
			newcomers: 0
		});
		expect(load).toBeCloseTo(0.6, 12);
	});
});
