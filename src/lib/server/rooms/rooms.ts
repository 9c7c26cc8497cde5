/** Everything the routes ask of rooms, behind one door. */
import { readPlan } from '#lib/engine/shape.ts';
import { ok } from '#lib/result.ts';
import {
	refuseRoom,
	type Command,
	type CommandDone,
	type CreateRoom,
	type HandIn,
	type Join,
	type ResumeTeam,
	type RoomArchive,
	type RoomCard,
	type RoomLine,
	type RoomResult,
	type RoomResults,
	type TurnAck
} from '#lib/protocol/rooms/index.ts';
import type { Database } from '../database/index.ts';
import { MarketFailure, type ServerHost } from '../market/index.ts';
import { enterHost, enterRoom, leave, whoIs, type Who } from './access.ts';
import { ROOM_TOPIC, type RoomsContext } from './context.ts';
import { boardPlaceOf, senderOf } from './board.ts';
import { createRoom, type MadeRoom, type ShippedText } from './create.ts';
import {
	join,
	renewResumeCode,
	resumeTeam,
	roomCard,
	roomOfCode,
	roomOfTeamCode,
	type CameIn
} from './door.ts';
import { gameKey, gameRef } from './game-ref.ts';
import { handIn } from './hand-in.ts';
import { archiveOf, readArchive } from './after/archive.ts';
import { deleteRoom, sweep } from './after/deletion.ts';
import { openArchive } from './after/open-archive.ts';
import { gradebookOf, type Gradebook } from './after/gradebook.ts';
import { rankRoom, rankWhatIsOver, type Ranking } from './after/ranking.ts';
import { resultsOf } from './after/results.ts';
import type { Send } from './channel.ts';
import { Hub } from './hub.ts';
import { perform } from './commands.ts';
import { listRooms } from './list.ts';
import { isOpenToAll, isTogether, turnsFor } from './model.ts';
import { beginGame } from './pace.ts';
import { Pacer } from './pacer.ts';
import { Player } from './player.ts';
import { lockedRoom, roomById, teamById } from './rooms-store.ts';

export interface RoomsOptions {
	readonly database: Database;
	readonly host: ServerHost;
	readonly shipped: ShippedText;
	readonly setupToken: string;
	readonly ranking: Ranking;
	/** Told how many streams are open at this node. */
	readonly streams?: (open: number) => void;
	/** Days after its end that a room is kept. */
	readonly keepDays: number;
	readonly report: RoomsContext['report'];
	readonly now?: () => number;
	/** Between two looks for turns that nobody plays, milliseconds. */
	readonly watchMs?: number;
}

type InRoom = Exclude<Who, { readonly kind: 'host' }>;

const SWEEP_MS = 3600 * 1000;
/** A turn that nobody plays is found after two looks. */
const WATCH_MS = 15_000;

export class Rooms {
	readonly #context: RoomsContext;
	readonly #options: RoomsOptions;
	readonly #hub: Hub;
	readonly #player: Player;
	readonly #pacer: Pacer;
	#sweeping: ReturnType<typeof setInterval> | undefined;

	constructor(options: RoomsOptions) {
		const { database, host, ranking, report, now = Date.now } = options;
		this.#options = options;
		this.#context = {
			database,
			host,
			now,
			report,
			streams: options.streams ?? (() => undefined),
			changed: (room) => {
				database.signals
					.tell({ topic: ROOM_TOPIC, id: room })
					.catch((error: unknown) => report('signals', error));
			},
			play: (room, team) => this.#player.play(room, team),
			over: (room) => {
				rankRoom(this.#context, ranking, room).catch((error: unknown) => report('ranking', error));
			}
		};
		this.#hub = new Hub(this.#context);
		this.#player = new Player(this.#context);
		this.#pacer = new Pacer(this.#context);
	}

	/** Goes on where a server before this one ended. */
	async start(): Promise<void> {
		this.#hub.start();
		this.#pacer.start();
		await this.#player.takeUp();
		this.#player.watch(this.#options.watchMs ?? WATCH_MS);
		await rankWhatIsOver(this.#context, this.#options.ranking);
		this.#sweeping = setInterval(() => {
			this.sweep().catch((error: unknown) => this.#context.report('retention', error));
		}, SWEEP_MS);
		this.#sweeping.unref();
	}

	get streams(): number {
		return this.#hub.streams;
	}

	/** Ends the streams, and begins nothing new. */
	drain(): void {
		clearInterval(this.#sweeping);
		this.#hub.stop();
		this.#pacer.stop();
		this.#player.stop();
	}

	async stop(): Promise<void> {
		this.drain();
		await this.#options.host.stop();
	}

	whoIs(cookie: string | undefined): Promise<Who | null> {
		return whoIs(this.#context, cookie);
	}

	leave(who: Who): Promise<void> {
		return leave(this.#context, who);
	}

	/** @returns the cookie of the host */
	enterHost(offered: string): Promise<RoomResult<string>> {
		return enterHost(this.#context, this.#options.setupToken, offered);
	}

	/** @returns the cookie of an instructor */
	enterRoom(room: string, secret: string): Promise<RoomResult<string>> {
		return enterRoom(this.#context, room, secret);
	}

	create(request: CreateRoom): Promise<RoomResult<MadeRoom>> {
		return createRoom(this.#context, this.#options.shipped, request);
	}

	/** The newest first. */
	list(): Promise<RoomLine[]> {
		return listRooms(this.#context.database.query);
	}

	/** Which room a code opens, without opening it. */
	roomOfCode(code: string): Promise<string | null> {
		return roomOfCode(this.#context, code);
	}

	roomOfTeamCode(code: string): Promise<string | null> {
		return roomOfTeamCode(this.#context, code);
	}

	card(code: string): Promise<RoomResult<RoomCard>> {
		return roomCard(this.#context, code);
	}

	join(request: Join): Promise<RoomResult<CameIn>> {
		return join(this.#context, request);
	}

	resume(request: ResumeTeam): Promise<RoomResult<CameIn>> {
		return resumeTeam(this.#context, request);
	}

	renewResumeCode(room: string, team: string): Promise<string> {
		return renewResumeCode(this.#context, room, team);
	}

	async handIn(room: string, handed: HandIn): Promise<RoomResult<TurnAck>> {
		const taken = await handIn(this.#context, room, handed);
		if (taken.ok) this.#pacer.look(room);
		return taken;
	}

	/** Ends the practice of a team that plays at its own speed. Done twice it is done once. */
	async begin(roomId: string, teamId: string): Promise<RoomResult<null>> {
		const { database, host, now, changed } = this.#context;
		const before = await teamById(database.query, roomId, teamId);
		const begun = await database.transaction(async (tx): Promise<RoomResult<null>> => {
			const room = await lockedRoom(database, tx, roomId);
			if (room === null || before === null) return refuseRoom('TEAM_UNKNOWN', 'no such team in this room');
			if (isTogether(room) || room.phase !== 'open')
				return refuseRoom('COMMAND_NOT_NOW', 'not for a team to do');
			await beginGame(tx, roomId, teamId, now());
			return ok(null);
		});
		if (!begun.ok || before === null) return begun;
		changed(roomId);
		if (before.practice === 1) await host.forget(gameKey(before)).catch(() => undefined);
		return begun;
	}

	/** For whom a team hands a whole game in. */
	sender(room: string, team: string): ReturnType<typeof senderOf> {
		return senderOf(this.#context, room, team);
	}

	/** Which verified board is the room's. */
	boardPlace(who: InRoom): ReturnType<typeof boardPlaceOf> {
		return boardPlaceOf(this.#context, who);
	}

	/** @param browser of the instructor who asks */
	async command(room: string, command: Command, browser: string): Promise<RoomResult<CommandDone>> {
		const done = await perform(this.#context, room, command, browser);
		if (!done.ok) return done;
		this.#pacer.look(room);
		// Boards outlive the hour, and are to know of it too.
		const { ranking } = this.#options;
		if (command.command === 'remove') await ranking.forget(command.team);
		if (command.command === 'rename') await this.#renameOnBoards(room, command.team);
		return done;
	}

	async #renameOnBoards(room: string, team: string): Promise<void> {
		const row = await teamById(this.#context.database.query, room, team);
		if (row !== null) await this.#options.ranking.rename(team, row.name);
	}

	/** JSON of a `TeamMarket`. */
	async market(roomId: string, teamId: string): Promise<RoomResult<string>> {
		const { database, host } = this.#context;
		const [room, team] = [
			await roomById(database.query, roomId),
			await teamById(database.query, roomId, teamId)
		];
		if (room === null || team === null) return refuseRoom('TEAM_UNKNOWN', 'no such team in this room');
		const ref = await gameRef(database.query, room, team, team.played);
		return this.#asked(host.market(ref, teamId, isOpenToAll(room)));
	}

	/** JSON of a `TeamPreview`. */
	async preview(roomId: string, teamId: string, value: unknown): Promise<RoomResult<string>> {
		const { database, host } = this.#context;
		const plan = readPlan(value);
		if (!plan.ok) {
			const faults = plan.faults.map((it) => ({
				...it,
				path: `plan.${it.path}`,
				code: 'TURN_PLAN_SHAPE' as const
			}));
			return { ok: false, faults };
		}
		const [room, team] = [
			await roomById(database.query, roomId),
			await teamById(database.query, roomId, teamId)
		];
		if (room === null || team === null) return refuseRoom('TEAM_UNKNOWN', 'no such team in this room');
		if (team.played !== team.turn || team.turn >= turnsFor(room, team)) {
			return refuseRoom('TURN_NOT_OPEN', 'no turn is to be decided', { turn: team.turn, coming: team.turn });
		}
		return this.#asked(host.preview(await gameRef(database.query, room, team, team.played), plan.value));
	}

	/** Everybody's turns. Teams see them after the reveal. */
	async results(who: InRoom): Promise<RoomResult<RoomResults>> {
		const room = await roomById(this.#context.database.query, who.room);
		if (room === null) return refuseRoom('ROOM_UNKNOWN', 'no such room');
		if (who.kind === 'team' && room.revealed === 0) return refuseRoom('ROOM_SEALED', 'not before the reveal');
		return ok(await resultsOf(this.#context.database.query, room));
	}

	async gradebook(roomId: string): Promise<RoomResult<Gradebook>> {
		const room = await roomById(this.#context.database.query, roomId);
		if (room === null) return refuseRoom('ROOM_UNKNOWN', 'no such room');
		return ok(gradebookOf(await resultsOf(this.#context.database.query, room)));
	}

	/** With seeds: of a sealed room only after the reveal. */
	async archive(roomId: string): Promise<RoomResult<RoomArchive>> {
		const room = await roomById(this.#context.database.query, roomId);
		if (room === null) return refuseRoom('ROOM_UNKNOWN', 'no such room');
		if (!isOpenToAll(room)) return refuseRoom('ROOM_SEALED', 'not before the reveal');
		return ok(await archiveOf(this.#context.database.query, room));
	}

	async openArchive(value: unknown): Promise<RoomResult<MadeRoom>> {
		const read = readArchive(value);
		return read.ok ? openArchive(this.#context, read.value) : read;
	}

	/** For good. */
	delete(room: string): Promise<void> {
		return deleteRoom(this.#context, this.#options.ranking, room);
	}

	/** Deletes what has been kept long enough. */
	sweep(): Promise<number> {
		return sweep(this.#context, this.#options.ranking, this.#options.keepDays);
	}

	/** @returns ends the stream; null where there is nothing (any more) to be seen */
	watch(who: InRoom, after: string | null, send: Send): Promise<(() => void) | null> {
		return this.#hub.watch(who, after, send);
	}

	/** JSON of a `snapshot`. */
	async state(who: InRoom): Promise<RoomResult<string>> {
		const text = await this.#hub.snapshot(who);
		return text === null ? refuseRoom('ROOM_NO_ACCESS', 'this room is closed to you') : ok(text);
	}

	async #asked(answer: Promise<string>): Promise<RoomResult<string>> {
		try {
			return ok(await answer);
		} catch (error) {
			if (!(error instanceof MarketFailure)) throw error;
			this.#context.report('the market failed', error);
			return refuseRoom('MARKET_FAULT', 'the market failed');
		}
	}
}
