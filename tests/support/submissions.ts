/** Finished games as they are handed in, and how they can be forged. */
import { seedFromText } from '#lib/engine/random.ts';
import { digestOf, submissionOf, type Submission } from '#lib/protocol/board/index.ts';
import { makeSave } from '#lib/protocol/index.ts';
import type { Scenario } from '#lib/scenario/index.ts';
import { played, playedIn } from './games.ts';

export const PLAYER = 'a'.repeat(32);

export function handedIn(
	scenario: Scenario,
	bot: string,
	seed: string,
	name = '小明',
	player = PLAYER
): Submission {
	return submissionOf(makeSave(played(scenario, bot, seed), scenario, bot), name, player);
}

/** A game of a market whose seeds somebody was told, played to its end by a bot. */
export function handedInOf(
	scenario: Scenario,
	bot: string,
	seeds: { readonly worldSeed: string; readonly marketSeed: string }
): Submission {
	return submissionOf(makeSave(playedIn(scenario, bot, seeds), scenario, bot), '小明', PLAYER);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a submission that somebody changed
type Loose = any;

export interface Forgery {
	readonly name: string;
	readonly code: string;
	readonly forge: (submission: Loose) => void;
}

export function forged(submission: Submission, { forge }: Forgery): Submission {
	const copy = structuredClone(submission);
	forge(copy);
	return copy;
}

/** Found by playing the game again, and by nothing less. */
export const FORGERIES: readonly Forgery[] = [
	{ name: 'a better score', code: 'BOARD_SCORE', forge: (s) => (s.claim.score.total += 1) },
	{ name: 'a better pillar', code: 'BOARD_SCORE', forge: (s) => (s.claim.score.pillars.no1 += 1) },
	{ name: 'a decision', code: 'BOARD_LOG', forge: (s) => (s.log.plans[2].field.merchandisers += 1) },
	{
		name: 'a decision with its digest',
		code: 'BOARD_HASH',
		forge: (s) => {
			s.log.plans[2].field.merchandisers += 1;
			s.claim.plans = digestOf(s.log.plans);
		}
	},
	{ name: 'the order of turns', code: 'BOARD_LOG', forge: (s) => s.log.plans.reverse() },
	{
		name: 'the seed of the weeks',
		code: 'BOARD_SEED',
		forge: (s) => (s.log.marketSeed = seedFromText('kinder'))
	},
	{ name: 'the seed of the world', code: 'BOARD_SEED', forge: (s) => (s.log.worldSeed = 'kinder') },
	{ name: 'a state', code: 'BOARD_HASH', forge: (s) => (s.claim.hashes[4] = s.claim.hashes[3]) },
	{
		name: 'the last state',
		code: 'BOARD_HASH',
		forge: (s) => (s.claim.hashes[s.claim.hashes.length - 1] = '0'.repeat(32))
	},
	{ name: 'no closing state', code: 'BOARD_HASH', forge: (s) => s.claim.hashes.pop() }
];

/** Refused at once, before anything is played. */
export const REFUSALS: readonly Forgery[] = [
	{ name: 'an older engine', code: 'BOARD_VERSION', forge: (s) => (s.log.engineVersion = '0.9.0') },
	{ name: 'a newer engine', code: 'BOARD_VERSION', forge: (s) => (s.log.engineVersion = '99.0.0') },
	{
		name: 'a scenario nobody has',
		code: 'BOARD_SCENARIO_UNKNOWN',
		forge: (s) => (s.log.scenarioHash = '0'.repeat(64))
	},
	{ name: 'another scenario’s id', code: 'BOARD_SCENARIO', forge: (s) => (s.log.scenario = 'three-cities') },
	{ name: 'a turn too few', code: 'BOARD_INCOMPLETE', forge: (s) => s.log.plans.pop() },
	{ name: 'a turn too many', code: 'BOARD_INCOMPLETE', forge: (s) => s.log.plans.push(s.log.plans[0]) },
	{
		name: 'a million turns',
		code: 'BOARD_INCOMPLETE',
		forge: (s) => (s.log.plans = Array.from({ length: 1e6 }, () => 0))
	},
	{
		name: 'a plan of another shape',
		code: 'BOARD_SHAPE',
		forge: (s) => (s.log.plans[1].field.merchandisers = '9')
	},
	{ name: 'half a person', code: 'BOARD_SHAPE', forge: (s) => (s.log.plans[1].field.merchandisers = 1.5) },
	{ name: 'a field nobody knows', code: 'BOARD_SHAPE', forge: (s) => (s.log.plans[1].luck = 9) },
	{ name: 'a score beyond the best', code: 'BOARD_SHAPE', forge: (s) => (s.claim.score.total = 100_001) },
	{ name: 'a score that is no number', code: 'BOARD_SHAPE', forge: (s) => (s.claim.score.total = null) },
	{ name: 'a key of somebody’s making', code: 'BOARD_SHAPE', forge: (s) => (s.player = "' or 1=1 --") },
	{ name: 'no name', code: 'BOARD_NAME_EMPTY', forge: (s) => (s.name = ' \u200b\u202e ') },
	{ name: 'a long name', code: 'BOARD_NAME_LONG', forge: (s) => (s.name = '长'.repeat(25)) },
	{ name: 'nothing', code: 'BOARD_SHAPE', forge: (s) => delete s.log },
	{ name: 'another format', code: 'BOARD_SHAPE', forge: (s) => (s.format = 'shapan-save') }
];
