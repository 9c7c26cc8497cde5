/** Puts the games of a room that is over onto the boards: the server has stepped them itself, so nothing is to be checked. */
import type { PerPillar } from '#lib/engine/vocab.ts';
import { rankedAsSealed } from '#lib/protocol/rooms/index.ts';
import type { Text } from '#lib/scenario/index.ts';
import type { Boards, ServerRun } from '../../board/index.ts';
import type { RoomsContext } from '../context.ts';
import { settingsOf, type RoomRow, type TeamRow } from '../model.ts';
import { roomById, teamsOf } from '../rooms-store.ts';
import { steppedGame } from './stepped-game.ts';

/** What of the boards is needed here. */
export interface Ranking {
	readonly recordServerRun: Boards['recordServerRun'];
	/** Takes a team off every board. */
	readonly forget: (team: string) => Promise<unknown>;
	readonly rename: (team: string, name: string) => Promise<unknown>;
}

/** May be done twice: a board keeps one game of each team. */
export async function rankRoom(context: RoomsContext, ranking: Ranking, roomId: string): Promise<void> {
	const { query } = context.database;
	const room = await roomById(query, roomId);
	if (room === null || room.phase !== 'over' || room.archived !== 0 || room.ranked === 1) return;
	const teams = await teamsOf(query, roomId);
	for (const team of teams) {
		const run = runOf(room, team, team.game ?? (await steppedGame(query, room, team)));
		if (run !== null) await ranking.recordServerRun(run);
	}
	await query.updateTable('room').set({ ranked: 1 }).where('id', '=', roomId).execute();
}

/** Rooms that ended when the server did. */
export async function rankWhatIsOver(context: RoomsContext, ranking: Ranking): Promise<void> {
	const open = await context.database.query
		.selectFrom('room')
		.select('id')
		.where('phase', '=', 'over')
		.where('ranked', '=', 0)
		.where('archived', '=', 0)
		.execute();
	for (const { id } of open) await rankRoom(context, ranking, id);
}

function runOf(room: RoomRow, team: TeamRow, game: string): ServerRun | null {
	const { id, name, total, pillars } = team;
	if (total === null || pillars === null) return null;
	return {
		room: room.id,
		scenario: {
			hash: room.scenarioHash,
			id: room.scenarioId,
			title: JSON.parse(room.scenarioTitle) as Text
		},
		seal: rankedAsSealed(settingsOf(room)) ? 'sealed' : 'open',
		who: id,
		name,
		score: { total, pillars: JSON.parse(pillars) as PerPillar<number> },
		receivedAt: room.endedAt ?? room.createdAt,
		game
	};
}
