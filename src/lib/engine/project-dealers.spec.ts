import { describe, expect, test } from 'vitest';
import {
	changed,
	dealer,
	lab,
	projected,
	soloSpec,
	type Lab,
	type SpecDraft
} from '../../../tests/support/spec.ts';
import { scramble } from './engine.properties.ts';
import { observe } from './observe.ts';
import type { DealersPlan, DealerTerms } from './plan.ts';
import type { Projected } from './project.ts';
import { cloneState } from './state.ts';
import { agree, USUAL_TERMS } from './terms.ts';
import { at } from './world.ts';

const market = (edit: (spec: SpecDraft) => void = () => {}): Lab =>
	lab(
		soloSpec((spec) => {
			spec.dealers.push(dealer('next'), dealer('third'), dealer('fourth'));
			edit(spec);
		})
	);
function project(it: Lab, dealers: Partial<DealersPlan>): Projected {
	return projected(
		it,
		changed(at(it.plans, 0), (plan) => Object.assign(plan.dealers, structuredClone(dealers)))
	);
}
const terms = (change: Partial<DealerTerms>): DealerTerms => ({ ...USUAL_TERMS, ...change });
const offered = (change: Partial<DealerTerms>, it = market()): Projected =>
	project(it, { terms: { region: terms(change) } });
const cut = ({ dropped }: Projected): string[] => dropped.map(({ code, path }) => `${code} ${path}`);

describe('an offer', () => {
	test('[J12] inside its bounds stands as it is, and the usual terms are none', () => {
		const good = terms({
			exclusive: true,
			creditDays: 30,
			targetCents: 1000,
			steps: [{ fromBp: 8000, rebateBp: 100 }]
		});
		const made = offered(good);
		expect([made.applied.dealers.terms, cut(made)]).toEqual([{ region: good }, []]);
		expect('terms' in offered({}).applied.dealers).toBe(false);
	});

	test('[J12] is cut to its bounds, figure by figure', () => {
		const made = offered({
			creditDays: 91,
			rebateBp: -1,
			support: { commerce: 4, information: 3, logistics: 0 }
		});
		expect(made.applied.dealers.terms).toEqual({
			region: terms({ creditDays: 90, support: { commerce: 3, information: 3, logistics: 0 } })
		});
		expect(cut(made)).toEqual([
			'TERMS_LIMIT dealers.terms.region.support.commerce',
			'TERMS_LIMIT dealers.terms.region.creditDays',
			'TERMS_LIMIT dealers.terms.region.rebateBp'
		]);
	});

	test('[J12] steps rise in what they ask and in what they give, three at most', () => {
		const step = (fromBp: number, rebateBp: number) => ({ fromBp, rebateBp });
		const made = offered({
			targetCents: 1000,
			steps: [
				step(8000, 100),
				step(9000, 100),
				step(10_000, 200),
				step(9000, 300),
				step(11_000, 300),
				step(12_000, 400)
			]
		});
		expect(made.applied.dealers.terms?.['region']?.steps).toEqual([
			step(8000, 100),
			step(10_000, 200),
			step(11_000, 300)
		]);
		expect(cut(made)).toEqual([1, 3, 5].map((i) => `TERMS_LIMIT dealers.terms.region.steps[${i}]`));
	});

	test('[J12] assigned are areas of the region, and not none', () => {
		const none = offered({ rebateBp: 1, assigned: { areas: ['nowhere'], classes: ['A'] } });
		expect(none.applied.dealers.terms?.['region']?.assigned).toBeNull();
		expect(cut(none)).toEqual([
			'UNKNOWN_AREA dealers.terms.region.assigned.areas[0]',
			'NOTHING_ASSIGNED dealers.terms.region.assigned'
		]);
		const all = offered({ assigned: { areas: ['area'], classes: ['C', 'B', 'A'] } });
		expect([all.applied.dealers.terms, cut(all)]).toEqual([undefined, []]);
	});

	test('[J12] of unknown regions falls away', () => {
		const made = project(market(), { terms: { nowhere: terms({ rebateBp: 1 }) } });
		expect([made.applied.dealers.terms, cut(made)]).toEqual([
			undefined,
			['UNKNOWN_REGION dealers.terms.nowhere']
		]);
	});
});

describe('what it costs', () => {
	const support = { commerce: 1, information: 1, logistics: 0 };
	const all: Partial<DealersPlan> = {
		terms: { region: terms({ rebateBp: 5, support }) },
		control: { inspection: 2, fineBp: 100, forfeit: false }
	};
	/** Wages of the turn are 4 000. */
	const rich = (cashCents: number): Lab =>
		market((spec) => {
			at(spec.firms, 0).cashCents = cashCents;
		});

	test('[J12] is committed: two levels and two of inspection, 100 each and week', () => {
		expect(project(rich(100_000), all).commitments.supportCents).toBe(4 * 4 * 100);
	});

	test('[J12] support comes before inspection, and what cannot be paid falls away', () => {
		const short = project(rich(4000 + 1000), all);
		expect(short.applied.dealers).toMatchObject({
			terms: { region: terms({ rebateBp: 5, support }) },
			control: { inspection: 0, fineBp: 100 }
		});
		expect([short.commitments.supportCents, cut(short)]).toEqual([
			800,
			['SUPPORT_SHORT dealers.control.inspection']
		]);
		const bare = project(rich(4000 + 700), { terms: { region: terms({ support }) } });
		expect([bare.applied.dealers.terms, cut(bare)]).toEqual([
			undefined,
			['SUPPORT_SHORT dealers.terms.region.support']
		]);
	});
});

test('[J12] a dealer that has gone is not appointed', () => {
	const it = market();
	it.state.gone[1] = 1;
	const weights = { reputation: 1, strength: 1, scale: 1, network: 1, delivery: 1, management: 1 };
	const shortlist = ['next', 'third', 'fourth'];
	const made = project(it, {
		sheets: { region: { weights, scores: {}, shortlist } },
		appoint: { region: 'next' }
	});
	expect([made.applied.dealers.appoint, cut(made)]).toEqual([{}, ['DEALER_GONE dealers.appoint.region']]);
});

test('[V9] a firm sees its own books of a dealer, and nothing that stands in the dealer’s head', () => {
	const it = market();
	agree(it.world, it.state, 0, 0, terms({ creditDays: 14, rebateBp: 200 }));
	Object.assign(it.state.overdue, { 0: 70 });
	Object.assign(it.state.bought, { 0: 1000 });
	Object.assign(it.state.turnFound, { 0: 3 });
	const seen = () => observe(it.world, it.state, 0, at(it.plans, 0), null);
	expect(at(seen().regions, 0).contract).toMatchObject({
		terms: { creditDays: 14, rebateBp: 200 },
		...{ overdueCents: 70, boughtCents: 1000, foundUnits: 3 }
	});
	const before = seen();
	scramble(it.world, it.state, 0, (i) => ((i * 7919) % 97) / 97);
	it.state.turnDivertedOut.fill(99);
	it.state.loyalty.fill(0.01);
	expect(seen()).toEqual(before);
	expect(cloneState(it.world, it.state).loyalty[0]).toBe(0.01);
});
