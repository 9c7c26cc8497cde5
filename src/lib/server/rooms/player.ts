/**
 * Has the market play what is closed, team by team, and keeps what came of it. Nothing is lost with the process: what is
 * not played yet shows in the rows, and is taken up again at the next start.
 */
import type { Tx } from '../database/index.ts';
import type { SteppedTurn } from '../market/index.ts';
import type { RoomsContext } from './context.ts';
import { gameRef } from './game-ref.ts';
import { steppedGame } from './after/stepped-game.ts';
import { wantedPlayed, type RoomRow, type TeamRow } from './model.ts';
import { openNextIfPlayed } from './pace.ts';
import { chainOf, lockedRoom, roomById, teamById, teamsOf } from './rooms-store.ts';

/** After a failure; a database that is away comes back, a bug of ours does not and is not to fill the log. */
const PAUSES_MS = [200, 1000, 5000, 30_000];

export class Player {
	readonly #context: RoomsContext;
	/** Teams being seen to; true where something was asked for meanwhile. */
	readonly #busy = new Map<string, boolean>();
	readonly #pauses = new Set<ReturnType<typeof setTimeout>>();
	#watch: ReturnType<typeof setInterval> | undefined;
	#stopped = false;

	constructor(context: RoomsContext) {
		this.#context = context;
	}

	/** Teams whose turns are being played, for the metrics. */
	get open(): number {
		return this.#busy.size;
	}

	play(room: string, team: string): void {
		if (this.#stopped) return;
		if (this.#busy.has(team)) {
			this.#busy.set(team, true);
			return;
		}
		void this.#see(room, team, 0);
	}

	/** Everything that a server before this one left unplayed. */
	async takeUp(): Promise<void> {
		for (const { room, team } of await this.#unplayed()) this.play(room, team);
		await this.#openWaiting();
	}

	/**
	 * Looks every so often for what nobody plays: a database that goes away as it commits may have closed a turn
	 * without telling, and another node may be gone. What was unplayed at the last look already is taken up, so that
	 * no two nodes do the same work as a rule; where they do, one of them is too late.
	 */
	watch(everyMs: number): void {
		let before = new Set<string>();
		const timer = setInterval(() => {
			this.#unplayed()
				.then(async (found) => {
					const now = new Set<string>();
					for (const { room, team, played } of found) {
						const at = `${team} ${played}`;
						now.add(at);
						if (before.has(at)) this.play(room, team);
					}
					before = now;
					await this.#openWaiting();
				})
				.catch((error: unknown) => this.#context.report('a look at what is unplayed', error));
		}, everyMs);
		timer.unref();
		this.#watch = timer;
	}

	async #unplayed(): Promise<{ room: string; team: string; played: number }[]> {
		const { query } = this.#context.database;
		const rooms = await query
			.selectFrom('room')
			.selectAll()
			.where('phase', 'in', ['open', 'playing'])
			.where('archived', '=', 0)
			.execute();
		const found = [];
		for (const room of rooms)
			for (const team of await teamsOf(query, room.id))
				if (team.played < wantedPlayed(room, team))
					found.push({ room: room.id, team: team.id, played: team.played });
		return found;
	}

	/** All were played, and nobody opened what comes next. */
	async #openWaiting(): Promise<void> {
		const { query } = this.#context.database;
		const waiting = await query.selectFrom('room').select('id').where('phase', '=', 'playing').execute();
		for (const { id } of waiting) await openNextIfPlayed(this.#context, id);
	}

	stop(): void {
		this.#stopped = true;
		clearInterval(this.#watch);
		for (const pause of this.#pauses) clearTimeout(pause);
	}

	async #see(room: string, team: string, tries: number): Promise<void> {
		this.#busy.set(team, false);
		try {
			while (await this.#playOnce(room, team)) tries = 0;
			const again = this.#busy.get(team) === true;
			this.#busy.delete(team);
			if (again) this.play(room, team);
		} catch (error) {
			this.#busy.delete(team);
			if (this.#stopped) return;
			this.#context.report('a turn could not be played', error);
			const pause = setTimeout(
				() => {
					this.#pauses.delete(pause);
					if (!this.#stopped && !this.#busy.has(team)) void this.#see(room, team, tries + 1);
				},
				PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]
			);
			pause.unref();
			this.#pauses.add(pause);
		}
	}

	/** @returns whether something was played, so that it is worth looking again */
	async #playOnce(roomId: string, teamId: string): Promise<boolean> {
		const { database, host, changed } = this.#context;
		const [room, team] = [
			await roomById(database.query, roomId),
			await teamById(database.query, roomId, teamId)
		];
		if (room === null || team === null || room.archived !== 0) return false;
		const wanted = wantedPlayed(room, team);
		if (team.played >= wanted) return false;
		const ref = await gameRef(database.query, room, team, wanted);
		const { steps } = await host.steps(ref, team.played);
		const links = ref.turns.map(({ link }) => link);
		const kept = await database.transaction(async (tx) => {
			const now = await lockedRoom(database, tx, roomId);
			const then = now === null ? null : await teamById(tx, roomId, teamId);
			if (now === null || then === null || then.run !== team.run || then.played !== team.played) return false;
			// A reset may have taken out what was just played.
			const chain = (await chainOf(tx, then)).map(({ hash }) => hash);
			if (links.some((link, turn) => chain[turn] !== link)) return false;
			await keepSteps(tx, then, steps, links, this.#context.now());
			if (wanted > now.turns) await keepGame(tx, now, then);
			return true;
		});
		changed(roomId);
		if (kept && room.phase !== 'over') await openNextIfPlayed(this.#context, roomId);
		return true;
	}
}

/** What the whole game is named by, for whoever looks for the same one. */
async function keepGame(tx: Tx, room: RoomRow, team: TeamRow): Promise<void> {
	const game = await steppedGame(tx, room, team);
	await tx.updateTable('team').set({ game }).where('id', '=', team.id).execute();
}

async function keepSteps(
	tx: Tx,
	team: TeamRow,
	steps: readonly SteppedTurn[],
	links: readonly string[],
	playedAt: number
): Promise<void> {
	for (const { turn, hash, report, plan, total, pillars } of steps) {
		await tx
			.insertInto('step')
			.values({
				team: team.id,
				run: team.run,
				turn,
				// The closing weeks follow from the last decision.
				link: links[turn] ?? links.at(-1) ?? '',
				stateHash: hash,
				plan,
				report,
				total,
				pillars: JSON.stringify(pillars),
				playedAt
			})
			.execute();
	}
	const last = steps.at(-1);
	if (last === undefined) return;
	await tx
		.updateTable('team')
		.set({ played: last.turn + 1, total: last.total, pillars: JSON.stringify(last.pillars) })
		.where('id', '=', team.id)
		.execute();
}
