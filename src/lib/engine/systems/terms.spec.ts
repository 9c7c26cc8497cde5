import { describe, expect, test } from 'vitest';
import {
	changed,
	dealer,
	dealerOf,
	keyOf,
	lab,
	projected,
	soloSpec,
	type Lab,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { answerTo, outlookFor, promisedReturn } from '../acceptance.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import type { DealerTerms } from '../plan.ts';
import { agree, agreedTerms, USUAL_TERMS } from '../terms.ts';
import { at } from '../world.ts';
import { beginTurn } from './handover.ts';

const terms = (change: Partial<DealerTerms> = {}): DealerTerms => ({ ...USUAL_TERMS, ...change });

/** 50 units a week at 50 − 10 cents each, against goods for four weeks at 200: 52 % a year. */
const market = (edit: (spec: SpecDraft) => void = () => {}): Lab =>
	lab(
		soloSpec((spec) => {
			spec.dealers.push({ ...dealer('next'), reach: { area: 0 } });
			Object.assign(spec.dealing, { alternativeReturn: 0.5 });
			edit(spec);
		})
	);
const offer = (it: Lab, made: DealerTerms, appoint = false): void => {
	const plan = changed(at(it.plans, 0), (draft) => {
		draft.dealers.terms = { region: structuredClone(made) as never };
		if (appoint) draft.dealers.appoint = { region: 'next' };
	});
	beginTurn(it.world, it.state, [plan], keyOf(0));
};
const answer = (it: Lab, made: DealerTerms, d = 0) => answerTo(it.world, it.state, 0, 0, d, made);
const inForce = (it: Lab) => agreedTerms(it.world, it.state, 0, 0);

describe('what the line earns', () => {
	test('[D15] margin after delivery over the goods that cover takes', () => {
		const { world, state } = market();
		const earned = promisedReturn(world, state, 0, 0, 0, USUAL_TERMS);
		// A week 50 × (250 − 200 − 10); in it 50 × 200 for a week, a week of lead and two of cover.
		expect(earned).toBeCloseTo((52 * 2000) / 40_000, 12);
	});

	test('[D15] is not known where the outlets it has buy nothing', () => {
		const { world, state } = market((spec) => {
			Object.assign(spec.category.classes, {
				A: { outletShare: 0.5, volumeShare: 1 },
				B: { outletShare: 0, volumeShare: 0 },
				C: { outletShare: 0.5, volumeShare: 0 }
			});
		});
		const idle = terms({ assigned: { areas: ['area'], classes: ['C'] } });
		agree(world, state, 0, 0, idle);
		for (const offered of [idle, USUAL_TERMS])
			expect(promisedReturn(world, state, 0, 0, 0, offered)).toBeNull();
	});

	test('[D15] credit takes the maker’s money for its own, down to a week of its own', () => {
		const { world, state } = market();
		const at = (creditDays: number) => promisedReturn(world, state, 0, 0, 0, terms({ creditDays }));
		expect(at(14)).toBeCloseTo((52 * 2000) / 20_000, 12);
		expect(at(90)).toBeCloseTo((52 * 2000) / 10_000, 12);
	});

	test('[D15] a rebate counts at the step that present sales reach', () => {
		const { world, state } = market();
		// 80 000 in eight weeks: the first step, not the second.
		const steps = [
			{ fromBp: 8000, rebateBp: 100 },
			{ fromBp: 10_000, rebateBp: 300 }
		];
		const made = promisedReturn(world, state, 0, 0, 0, terms({ rebateBp: 100, targetCents: 90_000, steps }));
		expect(made).toBeCloseTo((52 * (2000 + 200)) / 40_000, 12);
	});
});

describe('the answer', () => {
	const poor = (spec: SpecDraft): void => {
		Object.assign(spec.dealing, { alternativeReturn: 2.6 });
	};

	test('[D15] what is no worse in anything is taken, however poor the line', () => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 5 }));
		expect(answer(it, terms({ rebateBp: 1, creditDays: 1 }))).toBe('accepted');
	});

	test('[D15] an exclusive is taken where the line earns the premium too, and refused a cent below', () => {
		// 2.6 ÷ 1.5 is what the line bears with a half on top.
		const bears = (alternativeReturn: number) =>
			answer(
				market((spec) => Object.assign(spec.dealing, { alternativeReturn })),
				terms({ exclusive: true })
			);
		expect([bears(1.733), bears(1.734)]).toEqual(['accepted', 'exclusiveTooDear']);
	});

	test('[D15] a rival’s hold makes it dearer, one’s own does not', () => {
		const held = (heldBy: string) =>
			answer(
				market((spec) => {
					Object.assign(spec.dealing, { alternativeReturn: 1.5 });
					Object.assign(dealerOf(spec), { heldBy, hold: 0.5 });
				}),
				terms({ exclusive: true })
			);
		expect([held('somebody'), held('own')]).toEqual(['exclusiveTooDear', 'accepted']);
	});

	test('[D15] with too few outlets it says so', () => {
		const few = terms({ rebateBp: 10, assigned: { areas: ['area'], classes: ['A'] } });
		const it = market((spec) => Object.assign(spec.dealing, { lineCost: 0.5, alternativeReturn: 0.5 }));
		expect([answer(it, few), answer(market(poor), terms({ creditDays: 0, rebateBp: 0 }))]).toEqual([
			'tooFewOutlets',
			'accepted'
		]);
	});

	test('[D15] less than it had is refused where the line then earns too little', () => {
		const it = market(poor);
		offer(it, terms({ creditDays: 30 }));
		Object.assign(it.state.loyalty, { 0: 0 });
		expect(answer(it, USUAL_TERMS)).toBe('tooPoor');
	});

	test('[D15] a loyal dealer asks less, and so does that of a strong brand', () => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 2, brandPull: 0 }));
		const exclusive = terms({ exclusive: true });
		it.state.loyalty[0] = 1;
		const loyal = answer(it, exclusive);
		it.state.loyalty[0] = 0.5;
		const cold = answer(it, exclusive);
		const brand = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 2, brandPull: 1 }));
		expect([loyal, cold, answer(brand, exclusive)]).toEqual(['accepted', 'exclusiveTooDear', 'accepted']);
	});

	test('[D15] a preview says yes or no only where hold and loyalty change nothing', () => {
		const seen = (alternativeReturn: number) => {
			const { world, state } = market((spec) => Object.assign(spec.dealing, { alternativeReturn }));
			return outlookFor(world, state, 0, 0, 0, terms({ exclusive: true })).outlook;
		};
		// Asked is between alternative × 1.5 × ½ and × 1.5 × 1½, earned 2.6.
		expect([1.15, 1.2, 3.4, 3.5].map(seen)).toEqual(['accepts', 'open', 'open', 'refuses']);
	});

	test('[D15] and is the same whatever they are', () => {
		const it = market((spec) => Object.assign(dealerOf(spec), { heldBy: 'somebody', hold: 0.1 }));
		const other = market((spec) => Object.assign(dealerOf(spec), { heldBy: 'somebody', hold: 0.9 }));
		other.state.loyalty.fill(0.05);
		const plan = changed(at(it.plans, 0), (draft) => {
			draft.dealers.terms = { region: structuredClone(terms({ exclusive: true })) as never };
		});
		expect(projected(other, plan)).toEqual(projected(it, plan));
		expect(projected(it, plan).outlooks).toHaveLength(1);
	});
});

describe('a turn begins', () => {
	test('[T5] what is accepted is in force, what is refused leaves what was', () => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 2.6 }));
		offer(it, terms({ creditDays: 30, rebateBp: 200 }));
		expect(inForce(it)).toEqual(terms({ creditDays: 30, rebateBp: 200 }));
		it.state.loyalty[0] = 0;
		offer(it, terms({ exclusive: true, rebateBp: 100 }));
		expect(inForce(it)).toEqual(terms({ creditDays: 30, rebateBp: 200 }));
	});

	test('[T5] a newcomer that refuses does not come, and costs nothing', () => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 5 }));
		offer(it, terms({ exclusive: true }), true);
		expect(it.state.dealerOf[0]).toBe(0);
		expect(balanceOf(it.state.balances, 0, ACCOUNT.CASH)).toBe(1_000_000);
		offer(it, terms({ rebateBp: 50 }), true);
		expect([it.state.dealerOf[0], inForce(it)]).toEqual([1, terms({ rebateBp: 50 })]);
	});

	test('[D14] outlets that are not assigned are not delivered to, and again when they are', () => {
		const it = market((spec) => Object.assign(spec.dealing, { alternativeReturn: 0.01 }));
		const served = () => it.state.served.slice(0, 10).reduce((sum, one) => sum + one, 0);
		// Two outlets of ten are class A, three class B.
		offer(it, terms({ assigned: { areas: ['area'], classes: ['A', 'B'] } }));
		expect([served(), inForce(it).assigned]).toEqual([5, { areas: ['area'], classes: ['A', 'B'] }]);
		offer(it, USUAL_TERMS);
		expect([served(), inForce(it).assigned]).toEqual([10, null]);
	});
});
