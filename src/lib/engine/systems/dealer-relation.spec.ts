import { describe, expect, test } from 'vitest';
import {
	changed,
	dealer as candidate,
	dealerOf,
	keyOf,
	lab,
	soloSpec,
	turnOf,
	type Lab,
	type PlanDraft,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { answerTo } from '../acceptance.ts';
import { contractView } from '../contract-view.ts';
import type { DealerTerms } from '../plan.ts';
import { USUAL_TERMS } from '../terms.ts';
import { openTurn } from '../turn.ts';
import { at } from '../world.ts';
import { runDealers } from './dealers.ts';
import { settleDealers } from './dealings.ts';
import { beginTurn } from './handover.ts';
import { loyaltyGoal } from './loyalty.ts';
import { supportDealers } from './negotiate.ts';
import { settleActivities } from './tracking.ts';
import { runTeams } from './team.ts';
import { holdsRegion } from './no1.ts';
import { openOutletWeek } from './outlet-week.ts';

const market = (edit: (spec: SpecDraft) => void = () => {}): Lab => lab(soloSpec(edit));
/** The turn of the firm's plan as changed. */
const turnWith = (it: Lab, edit: (draft: PlanDraft) => void) =>
	openTurn(it.world, it.state, [changed(at(it.plans, 0), edit)], 0);

describe('attention', () => {
	const seenAfter = (edit: (draft: PlanDraft) => void, from = 1): number => {
		const it = market((spec) => Object.assign(spec.dealing, { seenSpeed: 0.25 }));
		it.state.attention[0] = from;
		settleDealers(it.world, it.state, turnWith(it, edit), keyOf(0), 0);
		return at(Array.from(it.state.attention), 0);
	};

	test('[D25] goes where nobody works the region, and comes back', () => {
		expect(seenAfter((draft) => (draft.regions.worked = []))).toBe(0.75);
		expect(seenAfter((draft) => (draft.regions.worked = []), 0.5)).toBe(0.375);
		expect(seenAfter(() => {}, 0.5)).toBe(0.625);
	});

	test('[D25] an area without people is worked by nobody; an advisor is enough', () => {
		const alone = (heads: number) => (draft: PlanDraft) => {
			draft.regions.worked = [];
			draft.field.advisors = { heads, regions: ['region'] };
		};
		expect([seenAfter(alone(0)), seenAfter(alone(1))]).toEqual([0.75, 1]);
	});

	test('[D25] vans that nobody asks for carry other goods', () => {
		const carried = (attention: number): number => {
			const it = market((spec) => {
				Object.assign(spec.dealing, { unseenVans: 0.4 });
				Object.assign(dealerOf(spec), { deliveryUnitsPerWeek: 30 });
			});
			it.state.attention[0] = attention;
			const turn = turnOf(it);
			turn.demand[0] = 50;
			it.state.inbound.fill(5);
			runDealers(it.world, it.state, turn, keyOf(0), 0);
			return it.state.inbound.reduce((sum, units) => sum + units, 0);
		};
		// 30 × (1 − .4 × (1 − attention)).
		expect([carried(1), carried(0.5), carried(0)]).toEqual([30, 24, 18]);
	});
});

test('[D26] a loyal dealer’s men win more listings, a disloyal one’s fewer', () => {
	const worth = (loyalty: number): number => {
		const it = market((spec) => Object.assign(spec.dealing, { loyalZeal: 0.8, openingLoyalty: 0.5 }));
		it.state.loyalty[0] = loyalty;
		const { callWorth } = openOutletWeek(it.world, it.state, turnOf(it), keyOf(0), 0);
		return Math.max(...callWorth);
	};
	expect(worth(1) / worth(0.5)).toBeCloseTo(1.4, 12);
	expect(worth(0.25) / worth(0.5)).toBeCloseTo(0.8, 12);
});

test('[D27] a conference wins a part of what loyalty lacks, once, by its budget and preparation', () => {
	const after = (budgetCents: number, unprepared = 1): number => {
		const it = market((spec) => {
			Object.assign(spec.dealing, { conferenceLoyalty: 0.2 });
			spec.activities.unprepared = unprepared;
		});
		const turn = turnWith(it, (draft) => {
			draft.activities = [
				{
					kind: 'dealerConference',
					product: 'own-tea',
					targets: ['region'],
					startWeek: 0,
					weeks: 2,
					depthBp: 0,
					budgetCents
				}
			];
		});
		turn.running.fill(1);
		for (const week of [0, 1]) settleActivities(it.world, it.state, turn, week);
		return at(Array.from(it.state.loyalty), 0);
	};
	// From .5; full at 1000 cents.
	expect(after(1000)).toBeCloseTo(0.6, 12);
	expect(after(500)).toBeCloseTo(0.55, 12);
	expect(after(1000, 0.5)).toBeCloseTo(0.55, 12);
});

describe('what hurts', () => {
	const terms = (commerce: number): DealerTerms => ({
		...USUAL_TERMS,
		support: { commerce, information: 1, logistics: 0 }
	});
	const begin = (it: Lab, edit: (draft: PlanDraft) => void): number => {
		const plan = changed(at(it.plans, 0), edit);
		beginTurn(it.world, it.state, [plan], keyOf(0));
		return at(Array.from(it.state.loyalty), 0);
	};
	const offer =
		(made: DealerTerms, selling: 'service' | 'humane' = 'service') =>
		(draft: PlanDraft) => {
			draft.dealers.terms = { region: structuredClone(made) as never };
			draft.field.selling = selling;
		};

	test('[D28] each level of support taken away, no level given', () => {
		const cut = (selling?: 'service' | 'humane'): number[] => {
			const it = market((spec) => {
				Object.assign(spec.dealing, { cutSupport: 0.1 });
				spec.fieldRules.selling.humane.healing = 2;
			});
			return [begin(it, offer(terms(3), selling)), begin(it, offer(terms(1), selling))];
		};
		const [given = NaN, taken = NaN] = cut();
		expect(given).toBe(0.5);
		expect(taken).toBeCloseTo(0.3, 12);
		expect(cut('humane')[1]).toBeCloseTo(0.4, 12);
	});

	test('[D28] a list price that breaks, and none that only moves', () => {
		const priced = (cents: number): number => {
			const it = market((spec) => {
				Object.assign(spec.dealing, { brokenPriceLoyalty: 0.2 });
				spec.fieldRules.grievance.brokenPriceBp = 300;
			});
			return begin(it, (draft) => (draft.price.dealerPriceCents = { 'own-tea': cents }));
		};
		expect([priced(199), priced(210)]).toEqual([0.5, 0.5]);
		expect(priced(190)).toBeCloseTo(0.3, 12);
	});
});

describe('the style at dealers', () => {
	test('[D29] advisory selling lifts where loyalty settles, as far as advice has come', () => {
		const it = market((spec) => {
			Object.assign(spec.dealing, { loyaltySpeed: 1 });
			spec.fieldRules.selling.advisory.closeness = 0.5;
			spec.fieldRules.selling.advisory.trained = 0;
		});
		it.state.lineProfit[0] = 0;
		it.state.advice[0] = 0.5;
		expect(loyaltyGoal(it.world, it.state, 0, 0)).toBe(0);
		settleDealers(
			it.world,
			it.state,
			turnWith(it, (draft) => (draft.field.selling = 'advisory')),
			keyOf(0),
			0
		);
		// .3 of support of commerce × .5 × .5, and what a twelfth of a week's profit adds.
		expect(it.state.loyalty[0]).toBeGreaterThanOrEqual(0.075);
		expect(it.state.loyalty[0]).toBeLessThan(0.075 + 0.25);
	});

	test('[D29] who is coached takes advice sooner', () => {
		const advice = (selling: 'service' | 'coaching'): number => {
			const it = market((spec) => {
				spec.fieldRules.advisors.speed = 0.1;
				spec.fieldRules.selling.coaching.dependence = 0.5;
				spec.fieldRules.selling.coaching.trained = 0;
			});
			const turn = turnWith(it, (draft) => {
				draft.field.selling = selling;
				draft.field.advisors = { heads: 1, regions: ['region'] };
			});
			runTeams(it.world, it.state, turn);
			return at(Array.from(it.state.advice), 0);
		};
		expect([advice('service'), advice('coaching')]).toEqual([0.1, expect.closeTo(0.15, 12)]);
	});
});

test('[D30] transaction, advice where it is led, coexistence where it also sells for us alone and earns by it', () => {
	const level = (advice: number, exclusive: boolean, alternativeReturn = 0.2): string | undefined => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn, exclusivePremium: 0 }));
		it.state.loyalty[0] = 1;
		it.state.advice[0] = advice;
		const plan = changed(at(it.plans, 0), (draft) => {
			draft.dealers.terms = { region: structuredClone({ ...USUAL_TERMS, exclusive }) as never };
		});
		beginTurn(it.world, it.state, [plan], keyOf(0));
		return contractView(it.world, it.state, 0, 0)?.level;
	};
	expect([level(0.4, true), level(0.5, false), level(0.5, true)]).toEqual([
		'transaction',
		'advice',
		'coexistence'
	]);
	// It earns 2.6 a year, and asks half of what others earn.
	expect(level(0.5, true, 4)).toBe('advice');
});

describe('type of the relation', () => {
	const relation = (edit: (it: Lab) => void = () => {}, plan: (draft: PlanDraft) => void = () => {}) => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 0.2 }));
		beginTurn(it.world, it.state, [changed(at(it.plans, 0), plan)], keyOf(0));
		edit(it);
		const { relation: type, grievances } = contractView(it.world, it.state, 0, 0) ?? {};
		return [type, ...(grievances ?? [])];
	};
	/** It earns 2.6 a year; with this its other lines earn more. */
	const elsewhere = (it: Lab): void => void Object.assign(it.world.spec.dealing, { alternativeReturn: 4 });
	const led = ({ state }: Lab): void => void (state.advice[0] = 0.5);

	test('[D31] loose, following where it is led or earns, symbiotic where both', () => {
		expect(relation(elsewhere)).toEqual(['loose']);
		expect(relation()).toEqual(['following']);
		expect(relation((it) => (elsewhere(it), led(it)))).toEqual(['following']);
		expect(relation(led)).toEqual(['symbiotic']);
		// A hair less of advice, and nobody leads it.
		expect(relation(({ state }) => void (state.advice[0] = 0.49))).toEqual(['following']);
	});

	test('[D31] opposed with a fine, a broken price or support taken away, however close', () => {
		expect(relation((it) => (led(it), void (it.state.turnFined[0] = 1)))).toEqual(['opposed', 'fine']);
		const cheaper = (draft: PlanDraft): void => {
			draft.price.dealerPriceCents['own-tea'] = 150;
		};
		expect(relation(led, cheaper)).toEqual(['opposed', 'brokenPrice']);
		const felt =
			(level: number) =>
			({ state }: Lab): void =>
				void (state.supported[0] = level / 3);
		expect(relation(felt(0.6))).toEqual(['opposed', 'supportCut']);
		// Nothing is held against who is merely let go cold.
		expect(relation(felt(0.4))).toEqual(['following']);
	});

	test('[D31] who comes as the price breaks holds nothing against it; outlets do, and the next time it does too', () => {
		const it = market((spec) => void spec.dealers.push(candidate('next')));
		const heard = (cents: number, edit: (draft: PlanDraft) => void = () => {}): (string | undefined)[] => {
			const plan = changed(at(it.plans, 0), (draft) => {
				draft.price.dealerPriceCents['own-tea'] = cents;
				edit(draft);
			});
			beginTurn(it.world, it.state, [plan], keyOf(0));
			return [...(contractView(it.world, it.state, 0, 0)?.grievances ?? [])];
		};
		const appoint = (draft: PlanDraft): void => void (draft.dealers.appoint = { region: 'next' });
		expect(heard(150, appoint)).toEqual([]);
		expect([it.state.dealerOf[0], it.state.priceBroken[0]! > 0]).toEqual([1, true]);
		expect(heard(150)).toEqual([]);
		expect(heard(120)).toEqual(['brokenPrice']);
	});

	test('[D31] support that is paid for is no grievance, taken away it is one until it fades', () => {
		const it = market((spec) => Object.assign(spec.dealing, { supportSpeed: 0.25 }));
		const turn = (level: number): (string | undefined)[] => {
			const plan = changed(at(it.plans, 0), (draft) => {
				const support = { commerce: level, information: 0, logistics: 0 };
				draft.dealers.terms = { region: structuredClone({ ...USUAL_TERMS, support }) as never };
			});
			beginTurn(it.world, it.state, [plan], keyOf(0));
			for (let week = 0; week < 4; week++) supportDealers(it.world, it.state);
			return [...(contractView(it.world, it.state, 0, 0)?.grievances ?? [])];
		};
		expect([turn(3), turn(3), turn(0), turn(0), turn(0)]).toEqual([[], [], ['supportCut'], [], []]);
	});
});

test('[Q5] the dealer of the region’s No.1 asks less', () => {
	const takes = (held: boolean): string => {
		const it = market((spec) => {
			Object.assign(spec.dealing, { alternativeReturn: 3, exclusivePremium: 0, openingLoyalty: 0.5 });
			spec.response.no1Terms = 0.8;
		});
		it.state.standing[0] = held ? 100 : 0;
		expect(holdsRegion(it.world, it.state, 0, 0)).toBe(held);
		return answerTo(it.world, it.state, 0, 0, 0, { ...USUAL_TERMS, exclusive: true });
	};
	// It earns 2.6; 3 is asked, 2.4 of who holds the region.
	expect([takes(false), takes(true)]).toEqual(['tooPoor', 'accepted']);
});
