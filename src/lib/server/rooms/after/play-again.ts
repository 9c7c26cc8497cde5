/** Plays the games of an archive again, and compares them turn by turn. */
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import {
	refuseRoom,
	type ArchivedTeam,
	type RoomArchive,
	type RoomResult
} from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { canonicalJson, standaloneText, type Scenario } from '#lib/scenario/index.ts';
import { MarketFailure, type GameRef, type MarketStart } from '../../market/index.ts';
import type { RoomsContext } from '../context.ts';
import { newId } from '../secrets.ts';

/** Games asked for at once: as many threads may be waiting for one. */
const AT_ONCE = 4;

/** @returns whether they were played: those of another engine can only be told as the file tells them */
export async function playAgain(
	context: RoomsContext,
	{ engineVersion, room, teams }: RoomArchive,
	scenario: Scenario
): Promise<RoomResult<boolean>> {
	if (engineVersion !== ENGINE_VERSION) return ok(false);
	const { worldSeed, marketSeed } = room;
	const start = { scenario: standaloneText(scenario.draft), worldSeed, marketSeed };
	const waiting = [...teams.entries()];
	/** By team: begun in order, so that of several the first is always among them. */
	const wrong = new Map<number, RoomResult<never>>();
	const work = async (): Promise<void> => {
		for (let next = waiting.shift(); next !== undefined && wrong.size === 0; next = waiting.shift()) {
			const [i, team] = next;
			try {
				const found = await differenceOf(context, start, team, scenario.spec.time.turns);
				if (found === null) continue;
				const path = `teams.${i}.turns.${found}`;
				wrong.set(i, refuseRoom('ARCHIVE_DAMAGED', 'played again, it comes out otherwise', undefined, path));
			} catch (error) {
				if (!(error instanceof MarketFailure)) throw error;
				context.report('the market failed at an archive', error);
				wrong.set(i, refuseRoom('MARKET_FAULT', 'the market failed', undefined, `teams.${i}`));
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return wrong.get(Math.min(...wrong.keys())) ?? ok(true);
}

/** @returns the first turn, and what of it, that is not what the market makes of these decisions */
async function differenceOf(
	{ host }: RoomsContext,
	start: MarketStart,
	{ turns }: ArchivedTeam,
	decided: number
): Promise<string | null> {
	const key = `archive/${newId()}`;
	const game: GameRef = {
		key,
		start,
		turns: turns.slice(0, decided).map(({ plan }, turn) => ({ link: String(turn), plan, prediction: null })),
		closed: turns.length > decided
	};
	const { steps } = await host.steps(game, 0).finally(() => host.forget(key).catch(() => undefined));
	for (const [turn, told] of turns.entries()) {
		const step = steps[turn];
		if (step === undefined || step.hash !== told.hash) return `${turn}.hash`;
		if (canonicalJson(told.report) !== canonicalJson(JSON.parse(step.report))) return `${turn}.report`;
	}
	return null;
}
