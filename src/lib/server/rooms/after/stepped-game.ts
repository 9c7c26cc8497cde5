/** The game of a team as the server has stepped it, named as one that is handed in would be. */
import type { Plan } from '#lib/engine/plan.ts';
import { gameDigest } from '#lib/protocol/board/index.ts';
import type { Query } from '../../database/index.ts';
import type { RoomRow, TeamRow } from '../model.ts';

/** A digest of the decisions; empty where the team made none itself, since then there is nothing it could have copied. */
export async function steppedGame(
	query: Query,
	room: Pick<RoomRow, 'id' | 'engineVersion' | 'scenarioHash'>,
	{ id, run }: Pick<TeamRow, 'id' | 'run'>
): Promise<string> {
	const decided = await query
		.selectFrom('handIn')
		.select('id')
		.where('team', '=', id)
		.where('run', '=', run)
		.where('kind', '=', 'handedIn')
		.where('place', '=', 'chain')
		.executeTakeFirst();
	if (decided === undefined) return '';
	const steps = await query
		.selectFrom('step')
		.select('plan')
		.where('team', '=', id)
		.where('run', '=', run)
		.orderBy('turn')
		.execute();
	const { worldSeed, marketSeed } = await query
		.selectFrom('roomMarket')
		.select(['worldSeed', 'marketSeed'])
		.where('room', '=', room.id)
		.executeTakeFirstOrThrow();
	return gameDigest({
		engineVersion: room.engineVersion,
		scenarioHash: room.scenarioHash,
		worldSeed,
		marketSeed,
		plans: steps.flatMap(({ plan }) => (plan === null ? [] : [JSON.parse(plan) as Plan]))
	});
}
