/** A team's game as the market is asked for it. */
import type { Query } from '../database/index.ts';
import type { GameRef, MarketStart } from '../market/index.ts';
import { planOf, predictionOf } from './entries.ts';
import type { RoomRow, TeamRow } from './model.ts';
import { chainOf } from './rooms-store.ts';

/** One key for each team and run: after practice it is another game. */
export function gameKey({ id, run }: Pick<TeamRow, 'id' | 'run'>): string {
	return `${id}/${run}`;
}

export async function marketStart(
	query: Query,
	room: string,
	{ practice }: Pick<TeamRow, 'practice'>
): Promise<MarketStart> {
	const { scenario, worldSeed, marketSeed, practiceSeed } = await query
		.selectFrom('roomMarket')
		.selectAll()
		.where('room', '=', room)
		.executeTakeFirstOrThrow();
	return { scenario, worldSeed, marketSeed: practice === 1 ? practiceSeed : marketSeed };
}

/** Up to the closed turns: what is handed in for the open one is not played yet. */
export async function gameRef(query: Query, room: RoomRow, team: TeamRow, turns: number): Promise<GameRef> {
	const [start, chain] = [await marketStart(query, room.id, team), await chainOf(query, team)];
	return {
		key: gameKey(team),
		start,
		turns: chain
			.filter(({ turn }) => turn < turns)
			.map((row) => ({ link: row.hash, plan: planOf(row), prediction: predictionOf(row) })),
		closed: turns > room.turns
	};
}
