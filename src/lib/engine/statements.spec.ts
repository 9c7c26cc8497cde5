import { describe, expect, test } from 'vitest';
import { changed, deal, firmOf, gameOf, soloSpec, type SpecDraft } from '../../../tests/support/spec.ts';
import { advance, type Game } from './game.ts';

function played(edit: (spec: SpecDraft) => void = () => {}, turns = 2): Game {
	const spec = soloSpec(edit);
	let game = gameOf(spec);
	for (let turn = 0; turn < turns; turn++)
		game = advance(
			game,
			changed(spec.defaultPlan, (plan) => {
				plan.activities = [deal()];
			})
		);
	return game;
}
const turns = (game: Game) => game.facts.map(([own]) => own as NonNullable<typeof own>);

describe('the statements', () => {
	test('[C6] the balance sheet balances, and cash flow explains the cash', () => {
		let cash = 1_000_000;
		for (const { statements, money } of turns(played())) {
			const { balance, cashFlow } = statements;
			expect(balance.cashCents + balance.inventoryCents + balance.receivableCents).toBe(
				balance.payableCents + balance.overdraftCents + balance.capitalCents + balance.retainedCents
			);
			expect(cashFlow.openingCents).toBe(cash);
			expect(cashFlow.openingCents + cashFlow.profitCents + cashFlow.goodsCents + cashFlow.creditCents).toBe(
				cashFlow.closingCents
			);
			expect(cashFlow.closingCents).toBe(money.cashCents);
			cash = cashFlow.closingCents;
		}
	});

	test('[C6] retained is the sum of all profits', () => {
		const all = turns(played());
		const profits = all.reduce((sum, { money }) => sum + money.profitCents, 0);
		expect(all.at(-1)?.statements.balance.retainedCents).toBe(profits);
	});

	test('[C7] return is profit before interest over mean funds, a year', () => {
		const [, second] = turns(played());
		const [first] = turns(played());
		const funds = (facts: typeof first): number =>
			(facts?.statements.balance.cashCents ?? 0) + (facts?.statements.balance.inventoryCents ?? 0);
		const employed = Math.floor((funds(first) + funds(second)) / 2);
		expect(second?.statements.fundsEmployedCents).toBe(employed);
		expect(second?.statements.returnBp).toBe(
			Math.floor(((second?.money.profitCents ?? 0) * 10_000 * 13) / employed)
		);
	});
});

describe('beyond the credit line', () => {
	/** Overhead eats the till in the first turn. */
	const broke = (edit: (spec: SpecDraft) => void = () => {}) =>
		played((spec) => {
			Object.assign(firmOf(spec), {
				cashCents: 20_000,
				creditLineCents: 10_000,
				overheadCentsPerWeek: 100_000,
				advertisingCentsPerWeek: 1000
			});
			spec.response.advertisingWeight = 0.5;
			edit(spec);
		});

	test('[C8] what is beyond it costs interest twice, and the weeks are counted', () => {
		const game = broke();
		const [first, second] = turns(game);
		expect([first?.weeksBroke, second?.weeksBroke]).toEqual([4, 8]);
		const large = broke((spec) => void (firmOf(spec).creditLineCents = 100_000_000));
		const interest = (facts: typeof second): number => facts?.money.interestCents ?? 0;
		expect(turns(large)[1]?.weeksBroke).toBe(0);
		expect(interest(second)).toBeGreaterThan(interest(turns(large)[1]) * 1.8);
	});

	test('[C8] its advertising stops, and goodwill fades as without', () => {
		const game = broke();
		const paid = turns(game)[1]?.money.promotionCents ?? NaN;
		expect(paid).toBe(0);
		const rich = broke((spec) => void (firmOf(spec).creditLineCents = 100_000_000));
		expect(turns(rich)[1]?.money.promotionCents).toBeGreaterThanOrEqual(4000);
		expect(game.state.goodwill[0]).toBeLessThan(rich.state.goodwill[0] ?? 0);
	});
});
