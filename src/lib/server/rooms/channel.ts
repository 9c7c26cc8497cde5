/** The streams of one room in this process, and what each of them has seen. */
import { randomBytes } from 'node:crypto';
import {
	HEARTBEAT_MS,
	type AreaNames,
	type ByeReason,
	type RoomBoard,
	type Roster,
	type RosterRow,
	type StreamEvent
} from '#lib/protocol/rooms/index.ts';
import type { Who } from './access.ts';
import type { RoomsContext } from './context.ts';
import { isTogether, type TeamRow } from './model.ts';
import { boardOf, loadPicture, roomStateOf, rosterRowOf, teamViewOf, type Picture } from './picture.ts';

type Watcher = Exclude<Who, { kind: 'host' }>;
/** A message as it goes out: the same text serves every stream that gets it. */
export interface Message {
	readonly name: StreamEvent['event'];
	/** JSON of a `StreamEvent`. */
	readonly data: string;
	/** Its place in the stream; null where it names none. */
	readonly id: string | null;
}

/** Sends one message; false where the stream is gone or does not keep up. */
export type Send = (message: Message) => boolean;

interface Stream {
	readonly who: Watcher;
	readonly send: Send;
	/** Everything up to here was sent. */
	seen: number;
	open: boolean;
	/** Its first message is out. A picture that was begun before it came need not know its browser. */
	begun: boolean;
}

/** A part of the picture as text, and the number of the change that made it so. */
interface Versioned {
	readonly text: string;
	readonly version: number;
}

/** An instructor has the desk open, and the projector's page. */
const STREAMS_PER_INSTRUCTOR = 4;
/** Teams taken away that are remembered; a stream that missed more gets a snapshot. */
const MAX_REMOVED = 200;
/** While teams play at their own speed, the board is told no more often than this. */
const BOARD_MS = 2000;
const LOST_AFTER_MS = 2.5 * HEARTBEAT_MS;

export class Channel {
	readonly #room: string;
	readonly #context: Pick<RoomsContext, 'database' | 'now'>;
	/** Tells the places of this channel from those of one before it. */
	readonly #epoch = randomBytes(6).toString('hex');
	readonly #streams = new Set<Stream>();
	/** Streams of each browser. */
	readonly #open = new Map<string, number>();
	/** Texts of this picture that several streams get. */
	#shared = new Map<string, string>();
	#boardAt = 0;
	readonly #parts = new Map<string, Versioned>();
	readonly #removed: { readonly team: string; readonly version: number }[] = [];
	#picture: Picture | null = null;
	#version = 0;
	/** Of what was forgotten of the teams taken away. */
	#forgotten = 0;
	#drawing: Promise<void> = Promise.resolve();
	/** A drawing that has not begun: whoever asks for one meanwhile gets it. */
	#next: Promise<void> | null = null;

	constructor(room: string, context: Pick<RoomsContext, 'database' | 'now'>) {
		this.#room = room;
		this.#context = context;
	}

	get size(): number {
		return this.#streams.size;
	}

	async add(who: Watcher, after: string | null, send: Send): Promise<(() => void) | null> {
		const stream: Stream = { who, send, seen: 0, open: true, begun: false };
		this.#streams.add(stream);
		this.#open.set(who.browser, (this.#open.get(who.browser) ?? 0) + 1);
		await this.#draw();
		if (this.#picture === null || this.#watched(stream) === null) {
			this.#end(stream);
			return null;
		}
		stream.begun = true;
		this.#endOlder(stream);
		const seen = this.#placeOf(after);
		if (seen === null) this.#sendSnapshot(stream);
		else {
			stream.seen = seen;
			this.#sendNews(stream);
		}
		await this.#seen([who]);
		await this.#unpark(who);
		return () => this.#end(stream);
	}

	async snapshotFor(who: Watcher): Promise<string | null> {
		await this.#draw();
		const event = this.#snapshot(who);
		return event === null ? null : JSON.stringify(event);
	}

	/** Draws the room anew and sends everybody what is new to them. */
	async tell(): Promise<void> {
		await this.#draw();
		for (const stream of [...this.#streams].filter(({ begun }) => begun)) {
			if (this.#picture === null) this.#bye(stream, 'deleted');
			else if (this.#watched(stream) === null) {
				const removed = stream.who.kind === 'team' && this.#teamOf(stream.who) === null;
				this.#bye(stream, removed ? 'removed' : 'revoked');
			} else this.#sendNews(stream);
		}
	}

	heartbeat(): void {
		const message = { ...messageOf({ event: 'heartbeat', serverNow: this.#now() }), id: null };
		for (const stream of [...this.#streams]) this.#send(stream, message);
	}

	/** Whoever has a stream is there. */
	async markSeen(): Promise<void> {
		await this.#seen([...this.#streams].map(({ who }) => who));
	}

	bye(reason: ByeReason): void {
		for (const stream of [...this.#streams]) this.#bye(stream, reason);
	}

	#now(): number {
		return this.#context.now();
	}

	/** One after the other: a picture half drawn is nobody's. */
	#draw(): Promise<void> {
		if (this.#next !== null) return this.#next;
		const draw = async (): Promise<void> => {
			this.#next = null;
			const picture = await loadPicture(this.#context.database.query, this.#room, this.#picture);
			this.#picture = picture;
			this.#shared = new Map();
			if (picture !== null) this.#compare(picture);
		};
		this.#drawing = this.#next = this.#drawing.then(draw, draw);
		return this.#drawing;
	}

	/** Gives each part that is another than before the number of this change. */
	#compare(picture: Picture): void {
		const version = this.#version + 1;
		let changed = false;
		const put = (key: string, value: unknown): void => {
			const text = JSON.stringify(value);
			if (this.#parts.get(key)?.text === text) return;
			this.#parts.set(key, { text, version });
			changed = true;
		};
		put('room', roomStateOf(picture));
		if (this.#boardIsDue(picture)) {
			put('board', { visible: picture.room.boardVisible === 1, rows: boardOf(picture) });
			this.#boardAt = this.#now();
		}
		const there = new Set(picture.teams.map(({ id }) => id));
		for (const team of picture.teams) {
			const mark = this.#markOf(picture, team);
			put(`team/${team.id}`, mark);
			const { connection, lastSeenAt } = this.#row(picture, team);
			put(`row/${team.id}`, [mark, connection, lastSeenAt]);
		}
		for (const key of [...this.#parts.keys()]) {
			const team = /^row\/(.*)$/.exec(key)?.[1];
			if (team === undefined || there.has(team)) continue;
			this.#parts.delete(key);
			this.#parts.delete(`team/${team}`);
			this.#removed.push({ team, version });
			changed = true;
		}
		while (this.#removed.length > MAX_REMOVED) this.#forgotten = this.#removed.shift()?.version ?? 0;
		if (changed) this.#version = version;
	}

	/** All that what is told of a team follows from: shorter than what is told, and equal where that is. */
	#markOf({ room, details, members }: Picture, { seenAt: _, ...team }: TeamRow): unknown {
		const { phase, turn, opensAt, closesAt, ending } = room;
		const people = members.get(team.id) ?? [];
		return [
			[phase, turn, opensAt, closesAt, ending],
			team,
			details.get(team.id)?.handed,
			people.map(({ browser, nickname }) => [nickname, this.#connected(browser)])
		];
	}

	/** A board that is half of this turn and half of the last says nothing: it waits until all are played. */
	#boardIsDue({ room }: Picture): boolean {
		const known = this.#parts.get('board');
		if (known === undefined || known.text.startsWith(`{"visible":${room.boardVisible !== 1}`)) return true;
		if (isTogether(room)) return room.phase !== 'playing';
		return room.phase === 'over' || this.#now() >= this.#boardAt + BOARD_MS;
	}

	readonly #connected = (browser: string): boolean => (this.#open.get(browser) ?? 0) > 0;

	#row(picture: Picture, team: TeamRow): RosterRow {
		const here = (picture.members.get(team.id) ?? []).some(({ browser }) => this.#connected(browser));
		const recently = team.seenAt !== null && team.seenAt > this.#now() - LOST_AFTER_MS;
		const elsewhere = recently && !this.#left.has(team.id);
		const connection = here || elsewhere ? 'connected' : 'lost';
		// The moment alone is no news while somebody is there: it moves all the time.
		return {
			...rosterRowOf(picture, team, connection, this.#connected),
			lastSeenAt: here ? null : team.seenAt
		};
	}

	/** Teams whose last stream here has ended: not connected at once, rather than after a while. */
	readonly #left = new Set<string>();

	/** The place a message's id names, if this channel gave it and still knows all that came after. */
	#placeOf(id: string | null): number | null {
		const [epoch, number] = id?.split('-') ?? [];
		const place = Number(number);
		if (epoch !== this.#epoch || !Number.isSafeInteger(place) || place > this.#version) return null;
		return place < this.#forgotten ? null : place;
	}

	#teamOf(who: Watcher): TeamRow | null {
		if (who.kind !== 'team') return null;
		return this.#picture?.teams.find(({ id }) => id === who.team) ?? null;
	}

	/** Null for a stream whose cookie is worth nothing any more. */
	#watched({ who }: Stream): Picture | null {
		const picture = this.#picture;
		return picture?.browsers.has(who.browser) ? picture : null;
	}

	#snapshot(who: Watcher): Extract<StreamEvent, { event: 'snapshot' }> | null {
		const picture = this.#picture;
		if (picture === null || !picture.browsers.has(who.browser)) return null;
		const team = this.#teamOf(who);
		if (who.kind === 'team' && team === null) return null;
		return {
			event: 'snapshot',
			serverNow: this.#now(),
			room: roomStateOf(picture),
			team:
				team === null || who.kind !== 'team'
					? null
					: teamViewOf(picture, team, who.nickname, this.#connected),
			roster:
				who.kind === 'team' ? null : { rows: picture.teams.map((it) => this.#row(picture, it)), removed: [] },
			board: boardFor(who, picture)
		};
	}

	#sendSnapshot(stream: Stream): void {
		const snapshot = this.#snapshot(stream.who);
		if (snapshot === null) return;
		stream.seen = this.#version;
		this.#send(stream, { ...messageOf(snapshot), id: this.#id() });
	}

	#sendNews(stream: Stream): void {
		const picture = this.#picture;
		if (picture === null) return;
		const { who, seen } = stream;
		const isNew = (key: string): boolean => (this.#parts.get(key)?.version ?? 0) > seen;
		const serverNow = this.#now();
		const messages: Omit<Message, 'id'>[] = [];
		if (isNew('room')) {
			messages.push(this.#common('room', () => ({ event: 'room', serverNow, room: roomStateOf(picture) })));
		}
		if (who.kind === 'team') {
			const team = this.#teamOf(who);
			if (team !== null && isNew(`team/${team.id}`)) {
				const view = teamViewOf(picture, team, who.nickname, this.#connected);
				messages.push(messageOf({ event: 'team', serverNow, team: view }));
			}
		} else {
			const roster = this.#rosterNews(picture, seen);
			if (roster.rows.length + roster.removed.length > 0) {
				messages.push(messageOf({ event: 'roster', serverNow, roster }));
			}
		}
		if (isNew('board')) {
			const board = (): StreamEvent => ({ event: 'board', serverNow, board: boardFor(who, picture) });
			messages.push(this.#common(`board/${who.kind}`, board));
		}
		stream.seen = this.#version;
		// Only the last one names the place: who missed it has to get all of them again.
		messages.forEach((message, i) =>
			this.#send(stream, { ...message, id: i === messages.length - 1 ? this.#id() : null })
		);
	}

	/** The same for every stream of a kind, hence written once. */
	#common(key: string, event: () => StreamEvent): Omit<Message, 'id'> {
		const name = key.replace(/\/.*$/, '') as Message['name'];
		const data = this.#shared.get(key) ?? JSON.stringify(event());
		this.#shared.set(key, data);
		return { name, data };
	}

	#rosterNews(picture: Picture, seen: number): Roster {
		return {
			rows: picture.teams
				.filter(({ id }) => (this.#parts.get(`row/${id}`)?.version ?? 0) > seen)
				.map((team) => this.#row(picture, team)),
			removed: this.#removed.filter(({ version }) => version > seen).map(({ team }) => team)
		};
	}

	#id(): string {
		return `${this.#epoch}-${this.#version}`;
	}

	#send(stream: Stream, message: Message): void {
		if (stream.open && !stream.send(message)) this.#end(stream);
	}

	#bye(stream: Stream, reason: ByeReason): void {
		this.#send(stream, { ...messageOf({ event: 'bye', serverNow: this.#now(), reason }), id: null });
		this.#end(stream);
	}

	#end(stream: Stream): void {
		if (!this.#streams.delete(stream)) return;
		stream.open = false;
		const { who } = stream;
		const left = (this.#open.get(who.browser) ?? 1) - 1;
		if (left > 0) this.#open.set(who.browser, left);
		else this.#open.delete(who.browser);
		if (who.kind !== 'team') return;
		const others = [...this.#streams].some((it) => it.who.kind === 'team' && it.who.team === who.team);
		if (!others) this.#left.add(who.team);
	}

	#endOlder(stream: Stream): void {
		const most = stream.who.kind === 'team' ? 1 : STREAMS_PER_INSTRUCTOR;
		const same = [...this.#streams].filter(({ who }) => who.browser === stream.who.browser);
		for (const older of same.slice(0, Math.max(0, same.length - most))) this.#bye(older, 'replaced');
	}

	/** Who comes back is waited for again. Who stays is not: an instructor may have parked the team for a reason. */
	async #unpark(who: Watcher): Promise<void> {
		if (this.#teamOf(who)?.parked !== 1 || who.kind !== 'team') return;
		const { query } = this.#context.database;
		await query.updateTable('team').set({ parked: 0 }).where('id', '=', who.team).execute();
	}

	async #seen(watchers: readonly Watcher[]): Promise<void> {
		const teams = [...new Set(watchers.flatMap((who) => (who.kind === 'team' ? [who.team] : [])))];
		if (teams.length === 0) return;
		for (const team of teams) this.#left.delete(team);
		await this.#context.database.query
			.updateTable('team')
			.set({ seenAt: this.#now() })
			.where('id', 'in', teams)
			.execute();
	}
}

function messageOf(event: StreamEvent): Omit<Message, 'id'> {
	return { name: event.event, data: JSON.stringify(event) };
}

/** Teams see the board when the instructor shows it. */
function boardFor(who: Watcher, picture: Picture): RoomBoard {
	const visible = picture.room.boardVisible === 1;
	const areas = JSON.parse(picture.room.areas) as AreaNames;
	return { visible, areas, rows: visible || who.kind === 'instructor' ? boardOf(picture) : [] };
}
