/** A team's game as the market is asked for it. */
import type { Query } from '../database/index.ts';
import type { GameRef, MarketStart } from '../market/index.ts';
import { planOf, predictionOf } from './entries.ts';
import type { RoomRow, TeamRow } from './model.ts';
import { chainOf } from './rooms-store.ts';

/** One key for each team and run: after a reset of the room it is another game. */
export function gameKey(room: Pick<RoomRow, 'run'>, team: string): string {
	return `${team}/${room.run}`;
}

export async function marketStart(
	query: Query,
	room: Pick<RoomRow, 'id' | 'practice'>
): Promise<MarketStart> {
	const { scenario, worldSeed, marketSeed, practiceSeed } = await query
		.selectFrom('roomMarket')
		.selectAll()
		.where('room', '=', room.id)
		.executeTakeFirstOrThrow();
	return { scenario, worldSeed, marketSeed: room.practice === 1 ? practiceSeed : marketSeed };
}

/** Up to the closed turns: what is handed in for the open one is not played yet. */
export async function gameRef(query: Query, room: RoomRow, team: TeamRow, turns: number): Promise<GameRef> {
	const [start, chain] = [await marketStart(query, room), await chainOf(query, room, team.id)];
	return {
		key: gameKey(room, team.id),
		start,
		turns: chain
			.filter(({ turn }) => turn < turns)
			.map((row) => ({ link: row.hash, plan: planOf(row), prediction: predictionOf(row) })),
		closed: turns > room.turns
	};
}
