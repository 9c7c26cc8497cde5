import { describe, expect, test } from 'vitest';
import { changed, gameOf, lab, turnOf, type SpecDraft } from '../../../../tests/support/spec.ts';
import { twoRegions } from '../../../../tests/support/two-regions.ts';
import { advance, score, view, type Game } from '../game.ts';
import type { Plan } from '../plan.ts';
import type { TurnFacts } from '../report.ts';
import { USUAL_TERMS } from '../terms.ts';
import { at } from '../world.ts';
import { glutCutBp } from './glut.ts';
import { setMarket } from './market.ts';

test('[D23] a glut of twice its days takes the whole cut off the price to outlets, and part of that reaches the shelf', () => {
	// 150 units are three weeks of 50.
	const cut = (glutDays: number): number[] => {
		const it = lab(twoRegions((spec) => Object.assign(spec.dealing, { glutDays, glutCut: 0.08 })));
		const turn = turnOf(it);
		setMarket(it.world, it.state, turn, 0);
		return [
			glutCutBp(it.world, it.state, 0, 0, 0),
			at([...turn.outletCents], 0),
			at([...turn.shelfNetCents], 1)
		];
	};
	expect([cut(30)[0], cut(21)[0], cut(14)[0], cut(7)[0]]).toEqual([0, 0, 400, 800]);
	// Outlets pay 250 less 8 %; they hand on a half of it, of 300.
	expect(cut(7)).toEqual([800, 230, 288]);
});

describe('stuffing hurts twice', () => {
	const TURNS = 7;
	/** Plain figures of what a dealer does with goods that nobody asked for. */
	const spec = (edit: (draft: SpecDraft) => void = () => {}) =>
		twoRegions((draft) => {
			draft.time.turns = TURNS;
			draft.score.sellOutTargets = new Array<number>(TURNS + 1).fill(400);
			draft.score.profitTargets = new Array<number>(TURNS + 1).fill(0);
			for (const dealer of draft.dealers) dealer.capitalCents = 60_000;
			draft.channelRules.pushLimitDays = 120;
			Object.assign(draft.dealing, {
				...{ glutDays: 35, glutCut: 0.08, creditLimit: 4, goodsBackWeeks: 2, defaultWeeks: 52 },
				...{ loyaltySpeed: 0.06, openingLoyalty: 0.6, lineCost: 0.4, divertResponse: 20 }
			});
			for (const region of draft.regions) region.freightCentsPerUnit = 2;
			// What came from shoppers' answer to price is another mechanism.
			for (const region of draft.regions) region.priceExponent = 0.01;
			edit(draft);
		});

	/** Six weeks of credit; in the first turn the dealer here is filled to the brim. */
	function play(stuffed: boolean, edit?: (draft: SpecDraft) => void): Game {
		let game = gameOf(spec(edit));
		for (let turn = 0; turn < TURNS; turn++) {
			const plan: Plan = changed(view(game).plan, (draft) => {
				const terms = { ...structuredClone(USUAL_TERMS), creditDays: 28 } as never;
				draft.dealers.terms = { region: terms, other: terms };
				if (stuffed && turn === 0)
					draft.supply.pushes = [{ region: 'region', product: 'own-tea', cases: 1000 }];
			});
			game = advance(game, plan);
		}
		return game;
	}
	const facts = (game: Game): TurnFacts[] => game.facts.map((turn) => at(turn, 0));
	const here = (game: Game) => facts(game).map(({ dealers }) => at(dealers, 0));

	test('[D16][D22][D23][D24] the month is made, and then comes back: glut, overdue, goods back, diversion, less sold in', () => {
		const [calm, full] = [play(false), play(true)];
		// Once: what is sold in leaps, what is sold to households does not.
		expect(at(facts(full), 0).sellInUnits).toBeGreaterThan(1.5 * at(facts(calm), 0).sellInUnits);
		expect(at(facts(full), 0).sellOutUnits).toBe(at(facts(calm), 0).sellOutUnits);
		// Twice: in the turns after.
		const later = here(full).slice(1);
		expect(Math.max(...later.map(({ overdueCents }) => overdueCents))).toBeGreaterThan(0);
		const back = later.reduce((sum, { goodsBackUnits }) => sum + goodsBackUnits, 0);
		expect(back).toBeGreaterThan(50);
		const out = here(full).reduce((sum, { divertedOutUnits }) => sum + divertedOutUnits, 0);
		expect(out).toBeGreaterThan(20);
		expect(at(here(full), 2).loyalty).toBeLessThan(at(here(calm), 2).loyalty);
		const sellIn = (game: Game) =>
			facts(game)
				.slice(1, 5)
				.reduce((sum, turn) => sum + turn.sellInUnits, 0);
		expect(sellIn(full)).toBeLessThan(0.85 * sellIn(calm));
		// None of it where nobody stuffed.
		expect(
			here(calm).every((turn) => turn.overdueCents + turn.goodsBackUnits + turn.divertedOutUnits === 0)
		).toBe(true);
		const total = (game: Game) => score(game).pillars;
		expect(total(full).effectiveShipment).toBeLessThan(total(calm).effectiveShipment);
		expect(total(full).stock).toBeLessThan(total(calm).stock);
	});

	const OFF: Readonly<Record<string, (draft: SpecDraft) => void>> = {
		diversion: (draft) => Object.assign(draft.dealing, { divertResponse: 0 }),
		'price cut': (draft) => Object.assign(draft.dealing, { glutCut: 0, divertResponse: 0 }),
		'goods back': (draft) => Object.assign(draft.dealing, { goodsBackWeeks: 52 })
	};
	test.each(Object.keys(OFF))('[D22][D23][D24] without %s only that goes', (name) => {
		const game = play(true, OFF[name]);
		const sum = (key: 'goodsBackUnits' | 'divertedOutUnits') =>
			here(game).reduce((units, turn) => units + turn[key], 0);
		expect(sum('divertedOutUnits') > 0).toBe(name === 'goods back');
		expect(sum('goodsBackUnits') > 0).toBe(name !== 'goods back');
		// Goods go back for what is overdue; where they do, nothing of it may be left when the turn ends.
		if (name === 'goods back') expect(here(game).some(({ overdueCents }) => overdueCents > 0)).toBe(true);
		expect(facts(game).map(({ sellOutUnits }) => sellOutUnits)).toEqual(
			facts(play(false)).map(({ sellOutUnits }) => sellOutUnits)
		);
	});
});
