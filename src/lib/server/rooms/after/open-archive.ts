/** Opens an archive as a room. Whoever sends the file may have written anything into it. */
import { scoreGame } from '#lib/engine/score.ts';
import { MAX_ROOM_TITLE, MAX_TEAM_NAME, refuseRoom } from '#lib/protocol/rooms/index.ts';
import type { ArchivedTeam, ArchivedTurn, RoomArchive, RoomResult } from '#lib/protocol/rooms/index.ts';
import { ok } from '#lib/result.ts';
import { loadScenario, type Scenario } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { Tx } from '../../database/index.ts';
import type { RoomsContext } from '../context.ts';
import { insertRoom, type MadeRoom } from '../create.ts';
import type { TeamRow } from '../model.ts';
import { cleanName, nameKey } from '../names.ts';
import { newId } from '../secrets.ts';
import { playAgain } from './play-again.ts';

/**
 * Opens an archive as a room that is over: seen by its instructor, played by nobody. What this engine played is played
 * again first, every game of it, and refused where anything comes out otherwise.
 */
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
	const { scenario } = loaded;
	const names = namesOf(archive.teams);
	if (!names.ok) return names;
	const counted = countTurns(archive.teams, scenario);
	if (!counted.ok) return counted;
	const played = await playAgain(context, archive, scenario);
	if (!played.ok) return played;
	const { worldSeed, marketSeed, createdAt, settings } = room;
	const whole = { title: title.value, settings, scenario, worldSeed, marketSeed, createdAt };
	const made = await insertRoom(context, whole, async (tx, id) => {
		await tx
			.updateTable('room')
			.set({
				phase: 'over',
				practice: 0,
				turn: scenario.spec.time.turns,
				joinable: 0,
				revealed: 1,
				boardVisible: 1,
				archived: played.value ? 2 : 1,
				engineVersion: archive.engineVersion,
				// Kept from today on: retention counts from when it was brought in.
				endedAt: context.now()
			})
			.where('id', '=', id)
			.execute();
		for (const [i, team] of archive.teams.entries()) {
			const name = names.value[i] ?? '';
			// What is taken for one name today need not have been when the room was played; no key of a name has a blank.
			await insertTeam(tx, id, name, `${nameKey(name)} ${i}`, team);
		}
	});
	return ok(made);
}

function namesOf(teams: readonly ArchivedTeam[]): RoomResult<readonly string[]> {
	const taken = new Set<string>();
	const names: string[] = [];
	for (const [i, team] of teams.entries()) {
		const cleaned = cleanName(team.name, MAX_TEAM_NAME, `teams.${i}.name`);
		if (!cleaned.ok) return cleaned;
		if (taken.has(cleaned.value)) {
			return refuseRoom('ARCHIVE_DAMAGED', 'two teams of one name', undefined, `teams.${i}.name`);
		}
		taken.add(cleaned.value);
		names.push(cleaned.value);
	}
	return ok(names);
}

/** One after the other from the first, decided all of them, and the closing weeks only after the last. */
function countTurns(teams: readonly ArchivedTeam[], { spec }: Scenario): RoomResult<null> {
	const { turns } = spec.time;
	for (const [i, team] of teams.entries()) {
		const wrong = team.turns.findIndex(
			({ turn, kind, plan }, at) =>
				turn !== at ||
				at > turns ||
				(kind === 'closing') !== (at === turns) ||
				(plan === null) !== (at === turns)
		);
		if (wrong >= 0) {
			return refuseRoom('ARCHIVE_DAMAGED', 'not the next turn', undefined, `teams.${i}.turns.${wrong}`);
		}
	}
	return ok(null);
}

async function insertTeam(
	tx: Tx,
	room: string,
	name: string,
	key: string,
	team: ArchivedTeam
): Promise<void> {
	const { turns } = team;
	const scores = turns.map(({ report }) => report.score);
	const whole = scoreGame(scores.flatMap((score) => (score === null ? [] : [score])));
	const row: TeamRow = {
		id: newId(),
		room,
		name,
		nameKey: key,
		resumeHash: null,
		joinHash: null,
		joinedAt: team.joinedAt,
		run: 0,
		practice: 0,
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
		game: null,
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
