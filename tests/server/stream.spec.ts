/** What a stream is told: everything at first, then what changed, and no more than its reader may know. */
import { expect, test } from 'vitest';
import { MAX_TEAMS, StreamEventSchema, type StreamEvent } from '#lib/protocol/rooms/index.ts';
import * as v from 'valibot';
import type { Database } from '#lib/server/database/index.ts';
import { Channel } from '#lib/server/rooms/channel.ts';
import type { Who } from '#lib/server/rooms/index.ts';
import { onBothDatabases } from '../support/databases.ts';
import { good, joinTeam, makeRoom, nextHandIn, openRooms, until, type RoomBench } from '../support/rooms.ts';

interface Watched {
	readonly events: StreamEvent[];
	readonly ids: (string | null)[];
	/** Null where nothing was to be seen. */
	readonly end: (() => void) | null;
	kinds(): string[];
	last(): string | null;
}

async function watch(
	{ rooms }: RoomBench,
	who: Exclude<Who, { kind: 'host' }>,
	after: string | null = null
): Promise<Watched> {
	const events: StreamEvent[] = [];
	const ids: (string | null)[] = [];
	const end = await rooms.watch(who, after, ({ name, data, id }) => {
		// Each one is what the protocol says: the other side reads it by the same schema.
		const event = v.parse(StreamEventSchema, JSON.parse(data));
		if (event.event !== name) throw new Error(`${event.event} is sent as ${name}`);
		events.push(event);
		ids.push(id);
		return true;
	});
	return {
		events,
		ids,
		end,
		kinds: () => events.map(({ event }) => event),
		last: () => ids.findLast((id) => id !== null) ?? null
	};
}

onBothDatabases((server) => {
	test('a team gets a snapshot, then what changed; never the roster, nor a hidden board', async () => {
		const bench = await openRooms(await server.database());
		const made = await makeRoom(bench);
		const team = await joinTeam(bench, made.joinCode, 'A');
		await joinTeam(bench, made.joinCode, 'Somebody else');
		const stream = await watch(bench, team.who);
		expect(stream.events[0]).toMatchObject({
			event: 'snapshot',
			roster: null,
			board: { visible: false, areas: { 'old-town': { en: 'Old town' } }, rows: [] }
		});
		good(await bench.rooms.command(made.room, { command: 'start' }, made.instructor.browser));
		await until(async () => stream.events.some((it) => it.event === 'team' && it.team.state === 'deciding'));
		good(await bench.rooms.handIn(made.room, await nextHandIn(bench, team)));
		await until(async () => stream.events.some((it) => it.event === 'room' && it.room.handedIn === 1));
		expect(new Set(stream.kinds())).toEqual(new Set(['snapshot', 'room', 'team']));
		expect(JSON.stringify(stream.events)).not.toContain('Somebody else');
	});

	test('who comes in while the room is being looked at is not taken for somebody shut out', async () => {
		const database = await server.database();
		const bench = await openRooms(database);
		const made = await makeRoom(bench);
		const first = await joinTeam(bench, made.joinCode, 'A');
		let held: Promise<void> = Promise.resolve();
		let reached = (): void => undefined;
		const slow = database.query.withPlugin({
			transformQuery: ({ node }) => node,
			transformResult: async ({ result }) => {
				if (result.rows.some((row) => 'nickname' in row)) {
					reached();
					await held;
				}
				return result;
			}
		});
		const own = Object.create(database, { query: { value: slow } }) as Database;
		const channel = new Channel(made.room, { database: own, now: () => bench.clock.now });
		await channel.add(first.who, null, () => true);
		let letGo = (): void => undefined;
		held = new Promise((resolve) => (letGo = resolve));
		const looking = new Promise<void>((resolve) => (reached = resolve));
		const told = channel.tell();
		await looking;
		const second = await joinTeam(bench, made.joinCode, 'B');
		const heard: string[] = [];
		const added = channel.add(second.who, null, ({ name }) => {
			heard.push(name);
			return true;
		});
		letGo();
		await told;
		expect(await added).not.toBeNull();
		expect(heard).toEqual(['snapshot']);
	});

	test('an instructor sees who is there, and who has gone', async () => {
		const bench = await openRooms(await server.database());
		const made = await makeRoom(bench);
		const team = await joinTeam(bench, made.joinCode, 'A');
		const desk = await watch(bench, made.instructor);
		const connection = () => {
			const rows = desk.events.flatMap((it) => {
				if (it.event === 'snapshot') return it.roster?.rows ?? [];
				return it.event === 'roster' ? it.roster.rows : [];
			});
			return rows.findLast((row) => row.team === team.team)?.members[0]?.connected;
		};
		expect(connection()).toBe(false);
		const stream = await watch(bench, team.who);
		await until(async () => connection() === true);
		stream.end?.();
		await until(async () => connection() === false);
		expect(desk.kinds()[0]).toBe('snapshot');
	});

	test('who comes back gets what it missed; who has a place nobody knows gets everything', async () => {
		const bench = await openRooms(await server.database());
		const made = await makeRoom(bench);
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		// Somebody stays, or the channel would be forgotten.
		await watch(bench, made.instructor);
		const first = await watch(bench, a.who);
		first.end?.();
		good(await bench.rooms.command(made.room, { command: 'remove', team: b.team }, made.instructor.browser));
		const again = await watch(bench, a.who, first.last());
		await until(async () => again.kinds().includes('room'));
		expect(again.kinds()).not.toContain('snapshot');
		const lost = await watch(bench, a.who, 'abcdef-12');
		expect(lost.kinds()[0]).toBe('snapshot');
	});

	test('a second stream of a browser ends the first; a removed team, a deleted room, a stop end theirs', async () => {
		const bench = await openRooms(await server.database());
		const made = await makeRoom(bench);
		const [a, b] = [await joinTeam(bench, made.joinCode, 'A'), await joinTeam(bench, made.joinCode, 'B')];
		const [first, second] = [await watch(bench, a.who), await watch(bench, a.who)];
		expect(first.events.at(-1)).toMatchObject({ event: 'bye', reason: 'replaced' });
		good(await bench.rooms.command(made.room, { command: 'remove', team: a.team }, made.instructor.browser));
		await until(async () => second.kinds().includes('bye'));
		expect(second.events.at(-1)).toMatchObject({ reason: 'removed' });
		expect((await watch(bench, a.who)).end).toBeNull();
		const third = await watch(bench, b.who);
		await bench.rooms.delete(made.room);
		await until(async () => third.kinds().includes('bye'));
		expect(third.events.at(-1)).toMatchObject({ reason: 'deleted' });
		const other = await makeRoom(bench);
		const desk = await watch(bench, other.instructor);
		bench.rooms.drain();
		expect(desk.events.at(-1)).toMatchObject({ event: 'bye', reason: 'restart' });
		expect((await watch(bench, other.instructor)).end).toBeNull();
	});

	test('changes made at another node are told here', async () => {
		const target = await server.target();
		if (target.url === null) {
			// One process has the file, so there is no other node.
			expect(server.kind).toBe('sqlite');
			return;
		}
		const { openDatabase } = await import('#lib/server/database/index.ts');
		const nodes = await Promise.all([openDatabase(target), openDatabase(target)]);
		const [here, there] = nodes.map((it) => {
			if (!it.ok) throw new Error('no database');
			return it.value;
		});
		if (here === undefined || there === undefined) throw new Error('no database');
		const [one, two] = [await openRooms(here), await openRooms(there)];
		const made = await makeRoom(one);
		const desk = await watch(one, made.instructor);
		await joinTeam(two, made.joinCode, 'From afar');
		await until(async () => JSON.stringify(desk.events).includes('From afar'));
		expect(MAX_TEAMS).toBeGreaterThan(1);
		one.rooms.drain();
		two.rooms.drain();
		await Promise.all([here.close(), there.close()]);
	});
});
