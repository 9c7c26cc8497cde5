/** What everybody in a room sees, made of its rows. Loaded anew at each change; what did not change is kept. */
import type { PerPillar } from '#lib/engine/vocab.ts';
import type { FirmReport } from '#lib/engine/report.ts';
import {
	rankedAsSealed,
	type BoardRow,
	type Entry,
	type RoomState,
	type RosterRow,
	type TeamView
} from '#lib/protocol/rooms/index.ts';
import type { Text } from '#lib/scenario/index.ts';
import type { Query } from '../database/index.ts';
import {
	closesForTeam,
	isDone,
	isTogether,
	isWithRoom,
	settingsOf,
	stateOf,
	wantedPlayed,
	type RoomRow,
	type TeamRow
} from './model.ts';
import { roomById, teamsOf } from './rooms-store.ts';

export interface Member {
	readonly browser: string;
	readonly nickname: string;
}

type Race = BoardRow['race'];

/** What is worked out once for each change of a team. */
interface TeamDetail {
	/** Counter of its hand-ins, from which the entries follow. */
	readonly handed: string;
	readonly entries: readonly Entry[];
	/** What it has played and come to, from which the race follows. */
	readonly stepped: string;
	readonly race: Race;
}

export interface Picture {
	readonly room: RoomRow;
	readonly teams: readonly TeamRow[];
	readonly details: ReadonlyMap<string, TeamDetail>;
	/** Browsers of each team. */
	readonly members: ReadonlyMap<string, readonly Member[]>;
	/** Every browser that may watch, instructors' too. */
	readonly browsers: ReadonlySet<string>;
}

/** @param before the last picture of the same room; null for the first */
export async function loadPicture(
	query: Query,
	roomId: string,
	before: Picture | null
): Promise<Picture | null> {
	const room = await roomById(query, roomId);
	if (room === null) return null;
	const teams = await teamsOf(query, roomId);
	const rows = await query
		.selectFrom('browser')
		.select(['hash', 'team', 'nickname'])
		.where('room', '=', roomId)
		.orderBy('createdAt')
		.execute();
	const members = new Map<string, Member[]>(teams.map(({ id }) => [id, []]));
	for (const { hash, team, nickname } of rows) {
		members.get(team ?? '')?.push({ browser: hash, nickname: nickname ?? '' });
	}
	const details = new Map<string, TeamDetail>();
	for (const team of teams) {
		details.set(team.id, await detailOf(query, team, before?.details.get(team.id)));
	}
	return { room, teams, details, members, browsers: new Set(rows.map(({ hash }) => hash)) };
}

async function detailOf(query: Query, team: TeamRow, known: TeamDetail | undefined): Promise<TeamDetail> {
	const handed = [team.run, team.entries].join('/');
	const stepped = [team.run, team.played, team.total, team.pillars].join('/');
	return {
		handed,
		entries: known?.handed === handed ? known.entries : await entriesOf(query, team),
		stepped,
		race: known?.stepped === stepped ? known.race : await raceOf(query, team)
	};
}

async function entriesOf(query: Query, team: TeamRow): Promise<Entry[]> {
	const entries = await query
		.selectFrom('handIn')
		.select(['id', 'turn', 'kind', 'place', 'parentHash', 'hash', 'receivedAt'])
		.where('team', '=', team.id)
		.where('run', '=', team.run)
		.where('place', 'in', ['chain', 'fork'])
		.orderBy('turn')
		.orderBy('position')
		.execute();
	return entries.map(({ place, kind, ...entry }) => ({
		...entry,
		kind: kind as Entry['kind'],
		fork: place === 'fork'
	}));
}

/** Of the turn played last: own sales over those of the best rival, by area. */
async function raceOf(query: Query, team: TeamRow): Promise<Race> {
	const step = await query
		.selectFrom('step')
		.select('report')
		.where('team', '=', team.id)
		.where('run', '=', team.run)
		.orderBy('turn', 'desc')
		.executeTakeFirst();
	if (step === undefined) return [];
	const { score } = JSON.parse(step.report) as FirmReport;
	const leads = score?.parts.no1.filter(({ code }) => code === 'lead') ?? [];
	return leads.map(({ area, value }) => ({ area: area ?? '', ratio: Math.floor(value * 1000) }));
}

export function roomStateOf({ room, teams }: Picture): RoomState {
	const { luck, pacing, turnSeconds, predictionsRequired, practiceTurns } = settingsOf(room);
	const open = room.phase === 'open';
	return {
		room: room.id,
		title: room.title,
		joinCode: room.joinCode,
		joinable: room.joinable === 1,
		phase: room.phase as RoomState['phase'],
		practice: room.practice === 1,
		practiceTurns,
		turn: room.turn,
		turns: room.turns,
		luck,
		pacing,
		turnSeconds,
		predictionsRequired,
		rankedAsSealed: rankedAsSealed({ luck, pacing }),
		opensAt: room.opensAt,
		closesAt: room.closesAt,
		heldMs: room.heldMs,
		scenario: {
			id: room.scenarioId,
			title: JSON.parse(room.scenarioTitle) as Text,
			hash: room.scenarioHash,
			engineVersion: room.engineVersion,
			weeksPerTurn: room.weeksPerTurn
		},
		teams: teams.length,
		handedIn: open ? teams.filter((team) => team.parked === 0 && isDone(room, team)).length : 0,
		parked: teams.filter(({ parked }) => parked === 1).length,
		played: teams.filter((team) => team.played >= wantedPlayed(room, team)).length,
		revealed: room.revealed === 1,
		boardVisible: room.boardVisible === 1,
		archive: room.archived === 0 ? null : room.archived === 2 ? 'played' : 'told'
	};
}

/** @param connected whether a browser has a stream */
export function teamViewOf(
	picture: Picture,
	team: TeamRow,
	nickname: string,
	connected: (browser: string) => boolean
): TeamView {
	const { room, members, details } = picture;
	const withRoom = isWithRoom(room, team);
	return {
		team: team.id,
		name: team.name,
		nickname,
		members: membersOf(members.get(team.id) ?? [], connected),
		state: stateOf(room, team),
		practice: team.practice === 1,
		turn: team.turn,
		played: team.played,
		head: team.head,
		entries: [...(details.get(team.id)?.entries ?? [])],
		opensAt: withRoom ? room.opensAt : team.openedAt,
		closesAt: withRoom || settingsOf(room).pacing === 'self' ? closesForTeam(room, team) : null,
		extraSeconds: team.extraSeconds,
		parked: team.parked === 1,
		nudgedAt: team.nudgedAt,
		score: team.total
	};
}

export function rosterRowOf(
	picture: Picture,
	team: TeamRow,
	connection: RosterRow['connection'],
	connected: (browser: string) => boolean
): RosterRow {
	const { room, members, details } = picture;
	const entries = details.get(team.id)?.entries ?? [];
	const count = (kind: Entry['kind']): number => entries.filter((it) => it.kind === kind && !it.fork).length;
	return {
		team: team.id,
		name: team.name,
		members: membersOf(members.get(team.id) ?? [], connected),
		connection,
		lastSeenAt: team.seenAt,
		state: stateOf(room, team),
		practice: team.practice === 1,
		turn: team.turn,
		played: team.played,
		late: count('late'),
		absent: count('absent'),
		joinedLate: count('joinedLate'),
		forks: entries.filter(({ fork }) => fork).length,
		parked: team.parked === 1,
		extraSeconds: team.extraSeconds,
		joinedAt: team.joinedAt,
		handedInAt: team.handedAt,
		score: team.total
	};
}

function membersOf(
	members: readonly Member[],
	connected: (browser: string) => boolean
): { nickname: string; connected: boolean }[] {
	return members.map(({ browser, nickname }) => ({ nickname, connected: connected(browser) }));
}

/**
 * The best first; equal totals share a rank and stand in the order they came in. Who still practises while others play
 * stands nowhere.
 */
export function boardOf({ room, teams, details }: Picture): BoardRow[] {
	const practice = isTogether(room) ? room.practice : 0;
	const scored = teams.flatMap((team) =>
		team.total === null || team.pillars === null || team.practice !== practice
			? []
			: [{ team, total: team.total, pillars: JSON.parse(team.pillars) as PerPillar<number> }]
	);
	scored.sort((a, b) => b.total - a.total);
	return scored.map(({ team, total, pillars }) => {
		const { entries, race } = details.get(team.id) ?? { entries: [], race: [] };
		return {
			team: team.id,
			name: team.name,
			rank: 1 + scored.findIndex((other) => other.total === total),
			played: team.played,
			total,
			pillars,
			race,
			marked: entries.filter(({ fork, kind }) => !fork && kind !== 'handedIn').length
		};
	});
}
