import { describe, expect, test } from 'vitest';
import { changed, dealerOf, gameOf, lab, soloSpec, type SpecDraft } from '../../../../tests/support/spec.ts';
import { advance, view, type Game } from '../game.ts';
import { ACCOUNT, balanceOf } from '../ledger.ts';
import type { DealerTerms } from '../plan.ts';
import { agree, USUAL_TERMS } from '../terms.ts';
import { at } from '../world.ts';
import { supportDealers } from './negotiate.ts';
import { leadership } from './advice.ts';
import { supported } from './support.ts';

const withSupport = (support: Partial<DealerTerms['support']>): DealerTerms => ({
	...USUAL_TERMS,
	support: { ...USUAL_TERMS.support, ...support }
});

test('[D20] is paid by level and flow, and comes to what it can do step by step', () => {
	const { world, state } = lab(soloSpec((spec) => Object.assign(spec.dealing, { supportSpeed: 0.5 })));
	agree(world, state, 0, 0, withSupport({ commerce: 3, logistics: 1 }));
	supportDealers(world, state);
	supportDealers(world, state);
	expect(balanceOf(state.balances, 0, ACCOUNT.SUPPORT)).toBe(2 * 4 * 100);
	expect([supported(state, 0, 'commerce'), supported(state, 0, 'information')]).toEqual([0.75, 0]);
	expect(supported(state, 0, 'logistics')).toBeCloseTo(0.25, 12);
});

test('[D20][D5] coaching gives a part of what is missing to a well-led dealer', () => {
	const { world, state } = lab(
		soloSpec((spec) => {
			Object.assign(spec.dealing, { logisticsLed: 0.5 });
			dealerOf(spec).actual.management = 40;
		})
	);
	const led = () => leadership(world, state, 0, 0, 0);
	const before = led();
	agree(world, state, 0, 0, withSupport({ logistics: 3 }));
	supportDealers(world, state);
	expect(before).toBeCloseTo(0.4, 12);
	expect(led()).toBeCloseTo(0.7, 12);
});

describe('planted', () => {
	/** A badly led dealer that reports a week late and a fifth too little; demand leaps in the middle. */
	const spec = (edit: (draft: SpecDraft) => void = () => {}) =>
		soloSpec((draft) => {
			dealerOf(draft).actual.management = 0;
			Object.assign(draft.channelRules, { reportDelayWeeks: 4, reportRosyBp: 1000, pushLimitDays: 400 });
			Object.assign(draft.dealing, { informationReport: 1, logisticsLed: 1 });
			draft.shocks = [
				{
					id: 'heat',
					regions: ['region'],
					fromWeek: 4,
					untilWeek: 5,
					chancePerWeek: 1,
					lastsWeeks: 4,
					factor: 3
				}
			];
			edit(draft);
		});
	function play(terms: DealerTerms, edit?: (draft: SpecDraft) => void): Game {
		let game = gameOf(spec(edit));
		for (let turn = 0; turn < 3; turn++)
			game = advance(
				game,
				changed(view(game).plan, (plan) => {
					plan.dealers.terms = { region: structuredClone(terms) as never };
				})
			);
		return game;
	}
	const dealerStock = (game: Game) => at(at(view(game).regions, 0).dealerStock, 0);

	test('[D20][V7] information makes reports young and true, and the firm knows it', () => {
		const [bare, told] = [play(USUAL_TERMS), play(withSupport({ information: 3 }))];
		const [before, after] = [dealerStock(bare), dealerStock(told)];
		expect([before.asOfWeek, after.asOfWeek]).toEqual([7, 10]);
		const width = ({ low, high }: typeof before) => (high ?? 0) - (low ?? 0);
		expect(width(after)).toBe(0);
		expect(width(before)).toBeGreaterThan(0);
		// It sells and orders as before.
		expect(told.facts.map((turn) => turn[0]?.sellOutUnits)).toEqual(
			bare.facts.map((turn) => turn[0]?.sellOutUnits)
		);
		expect(told.facts.map((turn) => turn[0]?.sellInUnits)).toEqual(
			bare.facts.map((turn) => turn[0]?.sellInUnits)
		);
	});

	test('[D20] turned off by its parameter it costs the same and does nothing', () => {
		const off = (draft: SpecDraft): void => {
			Object.assign(draft.dealing, { informationReport: 0, logisticsLed: 0 });
		};
		const supportedGame = play(withSupport({ information: 3, logistics: 3 }), off);
		const bare = play(USUAL_TERMS, off);
		expect(dealerStock(supportedGame)).toEqual(dealerStock(bare));
		expect(supportedGame.facts.map((turn) => turn[0]?.sellInUnits)).toEqual(
			bare.facts.map((turn) => turn[0]?.sellInUnits)
		);
		expect(supportedGame.facts.map((turn) => turn[0]?.money.supportCents)).toEqual([2400, 2400, 2400]);
	});

	test('[D20][D5] logistics steady what it orders when demand leaps', () => {
		const most = (terms: DealerTerms): number =>
			Math.max(...play(terms).facts.map((turn) => at(turn, 0).sellInUnits));
		expect(most(withSupport({ logistics: 3 }))).not.toBe(most(USUAL_TERMS));
	});
});
