import { describe, expect, test } from 'vitest';
import {
	areaOf,
	changed,
	dealerOf,
	duoSpec,
	firmOf,
	gameOf,
	lab,
	off,
	soloSpec,
	type SpecDraft
} from '../../../../tests/support/spec.ts';
import { advance, type Game } from '../game.ts';
import type { BoardFacts } from '../report.ts';
import { openTurn } from '../turn.ts';
import { CHANNELS } from '../vocab.ts';
import { setMarket } from './market.ts';
import { BOARD_OPEN, suitability } from './small-board.ts';

const RESTAURANT = CHANNELS.indexOf('onPremise');

type Planned = ReturnType<typeof off>;

/** Ten outlets of class A, half of them restaurants; ours are half of all sales everywhere. */
const city = (spec: SpecDraft): void => {
	firmOf(spec).cashCents = 1e9;
	spec.time.turns = 10;
	spec.score.sellOutTargets = new Array<number>(11).fill(0);
	spec.score.profitTargets = new Array<number>(11).fill(0);
	areaOf(spec).channelMix = { modern: 0, traditional: 0.5, convenience: 0, onPremise: 0.5, specialist: 0 };
	areaOf(spec).unitsPerOutletWeek = 100;
	for (const name of ['A', 'B', 'C'] as const)
		spec.category.classes[name] = { outletShare: name === 'A' ? 1 : 0, volumeShare: name === 'A' ? 1 : 0 };
};
const started = (edit: (spec: SpecDraft) => void = () => {}): Game =>
	gameOf(
		soloSpec((spec) => {
			city(spec);
			edit(spec);
		})
	);
const programme = (change: Partial<Planned> = {}): Planned =>
	off({
		kind: 'smallBoard',
		targets: ['region'],
		channels: ['onPremise'],
		depthBp: 0,
		budgetCents: 1e6,
		...change
	});
const turn = (game: Game, ...activities: Planned[]): Game =>
	advance(
		game,
		changed(game.world.spec.defaultPlan, (plan) => {
			plan.activities = activities;
		})
	);
const board = (game: Game): BoardFacts | undefined => game.reports.at(-1)?.facts.boards[0];
/** After so many turns of the programme. */
const after = (game: Game, turns: number): Game =>
	Array.from({ length: turns }).reduce<Game>((now) => turn(now, programme()), game);
const unmet = (game: Game): string[] =>
	board(game)?.checks.flatMap(({ code, met }) => (met ? [] : [code])) ?? [];

describe('[A20] stages', () => {
	test('a programme that passes every gate goes through six of them, one a turn, and has done its work', () => {
		let game = started();
		for (const stage of [1, 2, 3, 4, 5, 6]) {
			game = turn(game, programme());
			expect(board(game)).toMatchObject({ region: 'region', stage, after: stage + 1 });
		}
		expect(game.state.boardStage[0]).toBe(BOARD_OPEN);
		expect(turn(game).state.boardStage[0]).toBe(BOARD_OPEN);
	});

	test('a turn without it costs a stage, and says so', () => {
		const game = turn(after(started(), 3));
		expect([board(game), game.state.boardStage[0]]).toEqual([
			{ region: 'region', stage: 4, after: 3, checks: [] },
			3
		]);
	});

	test('1: it waits where the region does not suit it', () => {
		const game = after(
			started((spec) => {
				spec.regions[0]!.tiers = { economy: 1, standard: 0, premium: 0 };
				dealerOf(spec).heldBy = 'other';
			}),
			2
		);
		expect(board(game)).toMatchObject({ stage: 1, after: 1 });
		expect(unmet(game)).toEqual(['suitability']);
	});

	test('2: it waits where the outlets are the wrong ones, or nobody calls on them', () => {
		const wrong = turn(turn(started(), programme()), programme({ channels: ['traditional'] }));
		expect(unmet(wrong)).toEqual(['coreShare']);
		const alone = after(
			started((spec) => {
				spec.defaultPlan.field.merchandisers = 0;
				firmOf(spec).merchandisers = 0;
			}),
			2
		);
		expect(unmet(alone)).toEqual(['filed']);
	});

	test('3: it waits while the price is not held', () => {
		const game = turn(after(started(), 2), programme(), off({ depthBp: 500, budgetCents: 1e6 }));
		expect(unmet(game)).toEqual(['priceHeld']);
	});

	test('3: it waits while too few of them list it', () => {
		const game = after(started(), 2);
		game.state.listed.fill(0);
		expect(unmet(turn(game, programme()))).toEqual(['listed']);
	});

	test('4 and 6: it waits while the share inside the core is small, or a rival is near', () => {
		const rivals = gameOf(
			duoSpec((spec) => {
				city(spec);
				firmOf(spec, 1).cashCents = 1e9;
			})
		);
		expect(unmet(after(rivals, 4))).toEqual(['inside']);
		const near = gameOf(
			duoSpec((spec) => {
				city(spec);
				firmOf(spec, 1).cashCents = 1e9;
				areaOf(spec).shares = { own: 0.4, rival: 0.3 };
			})
		);
		expect(unmet(after(near, 6))).toEqual(['lead']);
	});
});

describe('[A20] suitability', () => {
	const tests = (edit: (spec: SpecDraft) => void = () => {}) => {
		const { world, state } = lab(
			duoSpec((spec) => {
				city(spec);
				edit(spec);
			})
		);
		return suitability(world, state, 0, 0, 0);
	};
	const failing = (edit?: (spec: SpecDraft) => void): string[] =>
		tests(edit).flatMap(({ code, met }) => (met ? [] : [code]));

	test('all five hold here', () => {
		expect(tests().map(({ code, value }) => [code, value])).toEqual([
			['rivalry', 0],
			['dominant', 0.25],
			['taste', 1],
			['channels', 0.5],
			['protection', 0]
		]);
		expect(failing()).toEqual([]);
	});

	test.each([
		['a dominant brand', 'dominant', (spec: SpecDraft) => void (areaOf(spec).shares['rival'] = 0.42)],
		[
			'another price tier',
			'taste',
			(spec: SpecDraft) => void (spec.regions[0]!.tiers = { economy: 0.8, standard: 0.2, premium: 0 })
		],
		[
			'one channel without restaurants',
			'channels',
			(spec: SpecDraft) =>
				void (areaOf(spec).channelMix = {
					modern: 0.3,
					traditional: 0.3,
					convenience: 0.2,
					onPremise: 0,
					specialist: 0.2
				})
		],
		['dealers bound', 'protection', (spec: SpecDraft) => spec.dealers.forEach((d) => (d.heldBy = 'rival'))]
	])('%s', (_name, code, edit) => {
		expect(failing(edit)).toEqual([code]);
	});

	test('a rival’s own dealer and a second tier are not to be had, and do not count', () => {
		const bound = (edit: (spec: SpecDraft) => void): number | undefined => {
			const { world, state } = lab(
				duoSpec((spec) => {
					city(spec);
					dealerOf(spec).heldBy = 'rival';
					edit(spec);
				})
			);
			return suitability(world, state, 0, 0, 0).find(({ code }) => code === 'protection')?.value;
		};
		expect(bound(() => {})).toBe(0.5);
		expect(bound((spec) => (dealerOf(spec, 1).open = false))).toBe(1);
		expect(bound((spec) => (dealerOf(spec).open = false))).toBe(0);
		const second = (spec: SpecDraft) => {
			const seconds = { of: dealerOf(spec).id, margin: 0.5, leadWeeks: 1 };
			spec.dealers.push({ ...dealerOf(spec), id: 'second', secondTier: seconds });
		};
		expect(bound(second)).toBe(0.5);
	});

	test('rivals who cut their prices', () => {
		const { world, state } = lab(duoSpec(city));
		state.shelfSeen[1] = 300;
		expect(suitability(world, state, 0, 0, 0)[0]).toMatchObject({ code: 'rivalry', value: 1, met: false });
	});
});

describe('[A12][B2] what it does', () => {
	const sellOut = (
		turns: number,
		edit: (spec: SpecDraft) => void,
		channels: Planned['channels'] & object
	) => {
		const game = started((spec) => {
			spec.response.smallBoard = 0.5;
			edit(spec);
		});
		let now = game;
		for (let t = 0; t < turns; t++) now = turn(now, programme({ channels }));
		const { world, state } = now;
		return { radiance: state.radiance[0]!, stage: state.boardStage[0]!, world };
	};

	test('from the fourth stage the core sells more, and radiates; without its lift it does not', () => {
		const lift = (boardLift: number) => (spec: SpecDraft) => {
			spec.activities.boardLift = boardLift;
		};
		const [plain, lifted] = [sellOut(5, lift(0), ['onPremise']), sellOut(5, lift(1), ['onPremise'])];
		expect([plain.stage, lifted.stage]).toEqual([6, 6]);
		expect(plain.radiance).toBeCloseTo(0.5, 1);
		expect(lifted.radiance).toBeGreaterThan(plain.radiance + 0.1);
	});

	test('from the third stage on the chance of a listing there is larger, and nowhere else', () => {
		const chances = (turns: number): number[] => {
			const game = after(
				started((spec) => {
					spec.activities.boardListing = 2;
					spec.response.listPerVisit = 0.1;
				}),
				turns
			);
			const { world, state } = game;
			const own = changed(world.spec.defaultPlan, (plan) => {
				plan.activities = [programme()];
			});
			const tables = openTurn(world, state, [own], 0);
			setMarket(world, state, tables, 0);
			return Array.from(world.outletChannel, (channel, o) =>
				channel === RESTAURANT ? tables.listBase[tables.rows.ofOutlet[o]!]! : 0
			).filter((chance) => chance > 0);
		};
		expect(new Set(chances(1))).toEqual(new Set([0.1]));
		for (const chance of chances(2)) expect(chance).toBeCloseTo(0.3, 12);
	});
});
