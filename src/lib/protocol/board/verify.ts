/** Plays a game again and says whether it comes to what it is said to. All else about it is settled before. */
import { beginState } from '../../engine/begin.ts';
import { advance, close, newGame, score, type Game } from '../../engine/game.ts';
import { generateWorld } from '../../engine/generate.ts';
import type { MarketSpec } from '../../engine/spec.ts';
import { hashState } from '../../engine/state.ts';
import { ok } from '../../result.ts';
import { rival } from '../../strategy/index.ts';
import { refuseBoard, type BoardResult } from './codes.ts';
import { digestOf, type BoardScore, type Submission } from './submission.ts';

/** @returns the score as it was played here, never as it was claimed */
export function verify(
	{ log, claim }: Pick<Submission, 'log' | 'claim'>,
	spec: MarketSpec
): BoardResult<BoardScore> {
	if (digestOf(log.plans) !== claim.plans) {
		return refuseBoard('BOARD_LOG', 'not the decisions that were played', undefined, 'log.plans');
	}
	const world = generateWorld(spec, log.worldSeed);
	if (hashState(world, beginState(world)) !== claim.openingHash) {
		return refuseBoard('BOARD_SEED', 'another world from the start', undefined, 'log.worldSeed');
	}
	let game: Game = newGame(world, log.marketSeed, rival);
	for (const plan of log.plans) {
		game = advance(game, plan);
		const turn = game.hashes.length - 1;
		if (game.hashes[turn] !== claim.hashes[turn]) return differs(turn);
	}
	game = close(game);
	const last = game.hashes.length - 1;
	if (claim.hashes.length !== game.hashes.length || game.hashes[last] !== claim.hashes[last])
		return differs(last);
	const { total, pillars } = score(game);
	const played: BoardScore = { total, pillars };
	if (digestOf(played) !== digestOf(claim.score)) {
		const params = { claimed: claim.score.total / 1000, played: total / 1000 };
		return refuseBoard('BOARD_SCORE', 'the score is another one', params, 'claim.score');
	}
	return ok(played);
}

/** The decisions are those handed in: what differs from the first week on is the chance of the weeks. */
function differs(turn: number): BoardResult<never> {
	if (turn === 0) return refuseBoard('BOARD_SEED', 'other weeks from the start', undefined, 'log.marketSeed');
	const params = { turn: turn + 1 };
	return refuseBoard('BOARD_HASH', `turn ${turn + 1} comes out otherwise`, params, `claim.hashes[${turn}]`);
}
