/** A whole room as a file, and back: to be looked at, years later and on another server. */
import * as v from 'valibot';
import { PlanSchema, readShape } from '#lib/engine/shape.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { compareVersions, PredictionSchema, ReportSchema } from '#lib/protocol/index.ts';
import {
	ARCHIVE_VERSION,
	ENTRY_KINDS,
	MAX_FORKS,
	MAX_MEMBERS,
	MAX_ROOM_TITLE,
	MAX_TEAM_NAME,
	MAX_TEAMS,
	refuseRoom,
	SettingsSchema,
	type ArchivedTeam,
	type ArchivedTurn,
	type RoomArchive,
	type RoomResult
} from '#lib/protocol/rooms/index.ts';
import { scoreGame } from '#lib/engine/score.ts';
import { loadScenario } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { Query, Tx } from '../../database/index.ts';
import type { RoomsContext } from '../context.ts';
import { insertRoom, type MadeRoom } from '../create.ts';
import { settingsOf, type RoomRow, type TeamRow } from '../model.ts';
import { cleanName, nameKey } from '../names.ts';
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
		const entries = new Map((await chainOf(query, room, team)).map((entry) => [entry.turn, entry]));
		const hashes = new Map((await stepsOf(query, room, team)).map((step) => [step.turn, step.stateHash]));
		teams.push({
			name,
			nicknames,
			joinedAt: rows.get(team)?.joinedAt ?? room.createdAt,
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

function stepsOf(query: Query, room: RoomRow, team: string): Promise<{ turn: number; stateHash: string }[]> {
	return query
		.selectFrom('step')
		.select(['turn', 'stateHash'])
		.where('team', '=', team)
		.where('run', '=', room.run)
		.execute();
}

const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const list = <T extends v.GenericSchema>(item: T, most: number) =>
	v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));

const fork = v.strictObject({
	turn: v.pipe(moment, v.maxValue(64)),
	receivedAt: moment,
	plan: v.nullable(PlanSchema),
	prediction: v.nullable(PredictionSchema)
});

const ArchiveSchema = v.strictObject({
	format: v.literal('shapan-room'),
	version: v.literal(ARCHIVE_VERSION),
	engineVersion: v.pipe(v.string(), v.maxLength(32), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
	room: v.strictObject({
		title: name,
		settings: SettingsSchema,
		scenario: v.pipe(v.string(), v.maxLength(4 * 1024 * 1024)),
		scenarioHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		worldSeed: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
		marketSeed: hash,
		createdAt: moment
	}),
	teams: list(
		v.strictObject({
			name,
			nicknames: list(name, 10 * MAX_MEMBERS),
			joinedAt: moment,
			turns: list(
				v.strictObject({
					...fork.entries,
					id: v.pipe(v.string(), v.maxLength(64)),
					kind: v.picklist(ENTRY_KINDS),
					report: ReportSchema,
					usedMs: v.nullable(moment),
					hash
				}),
				65
			),
			forks: list(fork, MAX_FORKS)
		}),
		MAX_TEAMS
	)
});

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

/** Opens an archive as a room that is over: seen by its instructor, played by nobody. */
export async function openArchive(
	context: RoomsContext,
	archive: RoomArchive
): Promise<RoomResult<MadeRoom>> {
	const { room } = archive;
	const title = cleanName(room.title, MAX_ROOM_TITLE, 'room.title');
	if (!title.ok) return title;
	const loaded = loadScenario(room.scenario, 'archive', { strategies: RIVAL_NAMES });
	if (!loaded.ok || loaded.scenario.hash !== room.scenarioHash) {
		return refuseRoom('ARCHIVE_DAMAGED', 'not the scenario that was played', undefined, 'room.scenario');
	}
	const { worldSeed, marketSeed, createdAt, settings } = room;
	const whole = { title: title.value, settings, scenario: loaded.scenario, worldSeed, marketSeed, createdAt };
	const taken = new Set<string>();
	const names: string[] = [];
	for (const [i, team] of archive.teams.entries()) {
		const cleaned = cleanName(team.name, MAX_TEAM_NAME, `teams.${i}.name`);
		if (!cleaned.ok) return cleaned;
		if (taken.has(nameKey(cleaned.value))) {
			return refuseRoom('ARCHIVE_DAMAGED', 'two teams of one name', undefined, `teams.${i}.name`);
		}
		taken.add(nameKey(cleaned.value));
		names.push(cleaned.value);
	}
	const made = await insertRoom(context, whole, async (tx, id) => {
		await tx
			.updateTable('room')
			.set({
				phase: 'over',
				practice: 0,
				turn: loaded.scenario.spec.time.turns,
				joinable: 0,
				revealed: 1,
				boardVisible: 1,
				archived: 1,
				engineVersion: archive.engineVersion,
				// Kept from today on: retention counts from when it was brought in.
				endedAt: context.now()
			})
			.where('id', '=', id)
			.execute();
		for (const [i, team] of archive.teams.entries()) await insertTeam(tx, id, names[i] ?? '', team);
	});
	return { ok: true, value: made };
}

async function insertTeam(tx: Tx, room: string, name: string, team: ArchivedTeam): Promise<void> {
	const { turns } = team;
	const scores = turns.map(({ report }) => report.score);
	const whole = scoreGame(scores.flatMap((score) => (score === null ? [] : [score])));
	const row: TeamRow = {
		id: newId(),
		room,
		name,
		nameKey: nameKey(name),
		resumeHash: null,
		joinHash: null,
		joinedAt: team.joinedAt,
		turn: turns.filter(({ kind }) => kind !== 'closing').length,
		played: turns.length,
		head: '',
		openedAt: null,
		handedAt: null,
		seenAt: null,
		parked: 0,
		extraSeconds: 0,
		nudgedAt: null,
		total: turns.length === 0 ? null : whole.total,
		pillars: turns.length === 0 ? null : JSON.stringify(whole.pillars),
		entries: 0
	};
	await tx.insertInto('team').values(row).execute();
	for (const nickname of team.nicknames) {
		// Names of who was there; no cookie fits what is no hash.
		const browser = { hash: newId(), kind: 'archived', room, team: row.id, nickname };
		await tx
			.insertInto('browser')
			.values({ ...browser, createdAt: team.joinedAt, expiresAt: Number.MAX_SAFE_INTEGER })
			.execute();
	}
	let position = 0;
	for (const [i, turn] of turns.entries()) {
		const soFar = scoreGame(scores.slice(0, i + 1).flatMap((score) => (score === null ? [] : [score])));
		if (turn.kind !== 'closing') {
			await insertHandIn(tx, row.id, position++, turn.kind, 'chain', turn, turn.usedMs, turn.hash);
		}
		await tx
			.insertInto('step')
			.values({
				team: row.id,
				run: 0,
				turn: turn.turn,
				link: turn.hash,
				stateHash: turn.hash,
				plan: turn.plan === null ? null : JSON.stringify(turn.plan),
				report: JSON.stringify(turn.report),
				total: soFar.total,
				pillars: JSON.stringify(soFar.pillars),
				playedAt: turn.receivedAt
			})
			.execute();
	}
	for (const fork of team.forks) {
		await insertHandIn(tx, row.id, position++, 'handedIn', 'fork', fork, null, '0'.repeat(32));
	}
}

type Decided = Pick<ArchivedTurn, 'turn' | 'plan' | 'prediction' | 'receivedAt'>;

async function insertHandIn(
	tx: Tx,
	team: string,
	position: number,
	kind: string,
	place: 'chain' | 'fork',
	{ turn, plan, prediction, receivedAt }: Decided,
	usedMs: number | null,
	hash: string
): Promise<void> {
	await tx
		.insertInto('handIn')
		.values({
			team,
			id: newId(),
			position,
			run: 0,
			turn,
			kind,
			place,
			parentHash: '',
			hash,
			plan: plan === null ? null : JSON.stringify(plan),
			prediction: prediction === null ? null : JSON.stringify(prediction),
			receivedAt,
			usedMs
		})
		.execute();
}
