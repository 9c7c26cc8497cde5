/** Making a room: the scenario is read, checked and kept whole, and the seeds are drawn. */
import { seedFromText } from '#lib/engine/random.ts';
import { ENGINE_VERSION } from '#lib/engine/vocab.ts';
import { fail, ok } from '#lib/result.ts';
import {
	JOIN_CODE_LENGTH,
	MAX_ROOM_TITLE,
	refuseRoom,
	roomFault,
	type AreaNames,
	type CreateRoom,
	type RoomCreated,
	type RoomResult,
	type RoomSettings
} from '#lib/protocol/rooms/index.ts';
import { loadFile, standaloneText, type Scenario } from '#lib/scenario/index.ts';
import { RIVAL_NAMES } from '#lib/strategy/index.ts';
import type { Tx } from '../database/index.ts';
import { instructorCookie, newLink } from './access.ts';
import type { RoomsContext } from './context.ts';
import type { RoomRow } from './model.ts';
import { cleanName } from './names.ts';
import { newCode, newId, newSeed } from './secrets.ts';

/** The text of a shipped scenario by its id; null where none has it. */
export type ShippedText = (id: string) => string | null;

export interface MadeRoom {
	readonly created: RoomCreated;
	/** Of whoever made it, as its instructor. */
	readonly cookie: string;
}

export async function createRoom(
	context: RoomsContext,
	shipped: ShippedText,
	request: CreateRoom
): Promise<RoomResult<MadeRoom>> {
	const title = cleanName(request.title, MAX_ROOM_TITLE, 'title');
	if (!title.ok) return title;
	const scenario = loadRoomScenario(shipped, request);
	if (!scenario.ok) return scenario;
	const settings = checkSettings(request.settings, scenario.value, context.now());
	if (!settings.ok) return settings;
	const sealed = request.settings.luck === 'sealed';
	return ok(
		await insertRoom(context, {
			title: title.value,
			settings: request.settings,
			scenario: scenario.value,
			worldSeed: request.worldSeed ?? scenario.value.spec.worldSeed,
			// A seed that somebody has chosen is one that somebody knows.
			marketSeed: sealed || request.marketSeed === undefined ? newSeed() : seedFromText(request.marketSeed),
			createdAt: context.now()
		})
	);
}

export interface NewRoom {
	readonly title: string;
	readonly settings: RoomSettings;
	readonly scenario: Scenario;
	readonly worldSeed: string;
	readonly marketSeed: string;
	readonly createdAt: number;
}

/** @param and what else belongs into the same transaction */
export function insertRoom(
	{ database, now }: RoomsContext,
	room: NewRoom,
	and: (tx: Tx, room: string) => Promise<void> = async () => undefined
): Promise<MadeRoom> {
	return database.transaction(async (tx) => {
		const row = await rowOf(tx, room);
		await tx.insertInto('room').values(row).execute();
		const { worldSeed, marketSeed } = room;
		const scenario = standaloneText(room.scenario.draft);
		const market = { room: row.id, scenario, worldSeed, marketSeed, practiceSeed: newSeed() };
		await tx.insertInto('roomMarket').values(market).execute();
		const secret = await newLink(tx, now(), row.id);
		const cookie = await instructorCookie(tx, now(), row.id);
		await and(tx, row.id);
		return { created: { room: row.id, secret, joinCode: row.joinCode }, cookie };
	});
}

async function rowOf(tx: Tx, { title, settings, scenario, createdAt }: NewRoom): Promise<RoomRow> {
	return {
		id: newId(),
		title,
		joinCode: await freeCode(tx),
		phase: 'lobby',
		practice: settings.practiceTurns > 0 ? 1 : 0,
		run: 0,
		turn: 0,
		turns: scenario.spec.time.turns,
		settings: JSON.stringify(settings),
		boardVisible: settings.boardVisible ? 1 : 0,
		joinable: 1,
		revealed: 0,
		archived: 0,
		scenarioId: scenario.spec.id,
		scenarioHash: scenario.hash,
		scenarioTitle: JSON.stringify(scenario.meta.title),
		areas: JSON.stringify(areaNames(scenario)),
		weeksPerTurn: scenario.spec.time.weeksPerTurn,
		engineVersion: ENGINE_VERSION,
		opensAt: null,
		closesAt: null,
		heldMs: null,
		ending: 0,
		createdAt,
		endedAt: null,
		ranked: 0
	};
}

function areaNames({ texts }: Scenario): AreaNames {
	return Object.fromEntries(Object.entries(texts.areas).map(([id, { name }]) => [id, name]));
}

/** Some hundred million codes: a second draw is hardly ever needed. */
async function freeCode(tx: Tx): Promise<string> {
	for (;;) {
		const code = newCode(JOIN_CODE_LENGTH);
		const taken = await tx.selectFrom('room').select('id').where('joinCode', '=', code).executeTakeFirst();
		if (taken === undefined) return code;
	}
}

function loadRoomScenario(shipped: ShippedText, { scenario }: CreateRoom): RoomResult<Scenario> {
	const text = 'shipped' in scenario ? shipped(scenario.shipped) : scenario.text;
	if (text === null) {
		return refuseRoom('ROOM_SCENARIO_UNKNOWN', 'no such scenario is shipped', undefined, 'scenario.shipped');
	}
	const file = 'shipped' in scenario ? `${scenario.shipped}.yaml` : scenario.file;
	const loaded = loadFile(text, file, { strategies: RIVAL_NAMES, resolve: shipped });
	if (!loaded.ok) {
		const { problems } = loaded;
		const fault = roomFault('ROOM_SCENARIO', 'the scenario is wrong', { count: problems.length }, 'scenario');
		return fail({ ...fault, problems });
	}
	if (loaded.scenario === null) {
		return refuseRoom('ROOM_SCENARIO_LAB', 'a lab is no market to play', undefined, 'scenario');
	}
	return ok(loaded.scenario);
}

/** What the shape cannot say: which settings go together. */
export function checkSettings(
	settings: RoomSettings,
	{ spec }: Scenario,
	now: number
): RoomResult<RoomSettings> {
	const { pacing, turnSeconds, deadlineAt, practiceTurns } = settings;
	const wrong = (path: string, message: string): RoomResult<never> =>
		refuseRoom('ROOM_SETTINGS', message, undefined, `settings.${path}`);
	if ((pacing === 'timed') !== (turnSeconds !== null)) {
		return wrong('turnSeconds', 'turns have a length where the clock paces, and nowhere else');
	}
	if (deadlineAt !== null && pacing !== 'self')
		return wrong('deadlineAt', 'only where teams play at their own speed');
	if (deadlineAt !== null && deadlineAt <= now) return wrong('deadlineAt', 'it is over already');
	if (practiceTurns >= spec.time.turns) return wrong('practiceTurns', 'as many as the game has, or more');
	return ok(settings);
}
