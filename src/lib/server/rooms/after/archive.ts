/** A whole room as a file, and the file read: to be looked at, years later and on another server. */
import * as v from 'valibot';
import { readShape } from '#lib/engine/shape.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { compareVersions } from '#lib/protocol/index.ts';
import {
	ARCHIVE_VERSION,
	refuseRoom,
	type ArchivedTeam,
	type ArchivedTurn,
	type RoomArchive,
	type RoomResult
} from '#lib/protocol/rooms/index.ts';
import { ArchiveSchema } from '#lib/protocol/rooms/archive-shape.ts';
import type { Query } from '../../database/index.ts';
import { settingsOf, type RoomRow, type TeamRow } from '../model.ts';
import { chainOf, teamsOf } from '../rooms-store.ts';
import { newId } from '../secrets.ts';
import { resultsOf } from './results.ts';

export async function archiveOf(query: Query, room: RoomRow): Promise<RoomArchive> {
	const { scenario, worldSeed, marketSeed } = await query
		.selectFrom('roomMarket')
		.selectAll()
		.where('room', '=', room.id)
		.executeTakeFirstOrThrow();
	const rows = new Map((await teamsOf(query, room.id)).map((team) => [team.id, team]));
	const teams: ArchivedTeam[] = [];
	for (const { team, name, nicknames, turns, forks } of (await resultsOf(query, room)).teams) {
		const row = rows.get(team);
		// What is played for practice is of another seed, and goes.
		if (row === undefined || row.practice === 1) continue;
		const entries = new Map((await chainOf(query, row)).map((entry) => [entry.turn, entry]));
		const hashes = new Map((await stepsOf(query, row)).map((step) => [step.turn, step.stateHash]));
		teams.push({
			name,
			nicknames,
			joinedAt: row.joinedAt,
			turns: turns.map((turn): ArchivedTurn => ({
				...turn,
				id: entries.get(turn.turn)?.id ?? newId(),
				receivedAt: entries.get(turn.turn)?.receivedAt ?? room.endedAt ?? room.createdAt,
				hash: hashes.get(turn.turn) ?? ''
			})),
			forks
		});
	}
	return {
		format: 'shapan-room',
		version: ARCHIVE_VERSION,
		engineVersion: room.engineVersion,
		room: {
			title: room.title,
			settings: settingsOf(room),
			scenario,
			scenarioHash: room.scenarioHash,
			worldSeed,
			marketSeed,
			createdAt: room.createdAt
		},
		teams
	};
}

function stepsOf(query: Query, { id, run }: TeamRow): Promise<{ turn: number; stateHash: string }[]> {
	return query
		.selectFrom('step')
		.select(['turn', 'stateHash'])
		.where('team', '=', id)
		.where('run', '=', run)
		.execute();
}

const VersionsSchema = v.object({ version: v.number(), engineVersion: v.string() });

export function readArchive(value: unknown): RoomResult<RoomArchive> {
	const versions = v.safeParse(VersionsSchema, value);
	const newer =
		versions.success &&
		(versions.output.version > ARCHIVE_VERSION ||
			compareVersions(versions.output.engineVersion, ENGINE_VERSION) > 0);
	if (newer) return refuseRoom('ARCHIVE_NEWER', 'made by a newer version', { ours: ENGINE_VERSION });
	const schema = ArchiveSchema as unknown as v.GenericSchema<unknown, RoomArchive>;
	const read = readShape(schema, value, 'ARCHIVE_DAMAGED');
	if (read.ok) return read;
	return { ok: false, faults: read.faults.map((it) => ({ ...it, code: 'ARCHIVE_DAMAGED' as const })) };
}
