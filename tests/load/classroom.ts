/** A sealed room paced by hand, with its instructor and its teams, each behind a stream. */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RoomCreated, RoomSettings, RoomState, StreamEvent } from '#lib/protocol/rooms/index.ts';
import { bodyOf, Browser } from '../support/browser.ts';
import { SERVED_TOKEN } from '../support/served.ts';
import type { Tally } from './tally.ts';
import { LoadTeam } from './team.ts';

const SETTINGS: RoomSettings = {
	luck: 'sealed',
	pacing: 'hand',
	turnSeconds: null,
	deadlineAt: null,
	practiceTurns: 0,
	predictionsRequired: true,
	endsWhenAllIn: true,
	boardVisible: true
};

/** Teams that come in at once: a class presses the button within some seconds, not in one. */
const JOIN_AT_ONCE = 8;
/** A round that takes longer is given up. */
const PATIENCE_MS = 300_000;
const LOOK_MS = 50;

export class Classroom {
	readonly #instructor: Browser;
	readonly #room: string;
	readonly #teams: LoadTeam[] = [];
	readonly #agent: Agent;
	readonly #tally: Tally;
	#state: RoomState | null = null;
	#leave: () => void = () => undefined;

	/** @param scenario id of a shipped one */
	static async open(address: string, scenario: string, teams: number, tally: Tally): Promise<Classroom> {
		const agent = new Agent({ keepAlive: true, maxSockets: 256 });
		const instructor = new Browser(address, agent);
		bodyOf(await instructor.post('/api/host/session', { secret: SERVED_TOKEN }), 'the setup token');
		const request = { title: 'Load', scenario: { shipped: scenario }, settings: SETTINGS };
		const made = bodyOf<RoomCreated>(await instructor.post('/api/rooms', request), 'a room');
		const classroom = new Classroom(instructor, made.room, agent, tally);
		await classroom.#watch();
		await classroom.#fill(address, made.joinCode, teams);
		return classroom;
	}

	private constructor(instructor: Browser, room: string, agent: Agent, tally: Tally) {
		this.#instructor = instructor;
		this.#room = room;
		this.#agent = agent;
		this.#tally = tally;
	}

	get isOver(): boolean {
		return this.#state?.phase === 'over';
	}

	#watch(): Promise<void> {
		return new Promise((there) => {
			const stream = this.#instructor.stream(`/api/rooms/${this.#room}/stream`, {
				heard: (event, bytes) => {
					this.#tally.heard(bytes);
					const said = event as StreamEvent;
					if (said.event === 'snapshot' || said.event === 'room') this.#state = said.room;
					there();
				},
				ended: (status) => {
					this.#tally.error(`instructor's stream ended (${status})`);
					there();
				}
			});
			this.#leave = () => stream.close();
		});
	}

	async #fill(address: string, code: string, teams: number): Promise<void> {
		const names = Array.from({ length: teams }, (_, i) => `Team ${i + 1}`);
		const comeIn = async (): Promise<void> => {
			for (let name = names.shift(); name !== undefined; name = names.shift()) {
				const browser = new Browser(address, this.#agent);
				this.#teams.push(await LoadTeam.join(browser, code, name, this.#tally));
			}
		};
		await Promise.all(Array.from({ length: JOIN_AT_ONCE }, comeIn));
	}

	async start(): Promise<void> {
		await this.#command({ command: 'start' });
		await this.#until(({ phase }) => phase === 'open');
		await this.#allHaveSeen(0);
	}

	/** Everybody ends the open turn within `spreadMs`, and the instructor goes on when all have. */
	async round(spreadMs: number): Promise<void> {
		const turn = this.#state?.turn ?? 0;
		const began = performance.now();
		await Promise.all(
			this.#teams.map(async (team, i) => {
				await sleep((i * spreadMs) / this.#teams.length);
				await team.handIn(turn);
			})
		);
		const closed = performance.now();
		await this.#command({ command: 'advance', turn });
		await this.#until(({ phase, turn: now }) => phase === 'over' || (phase === 'open' && now > turn));
		const now = performance.now();
		this.#tally.took('stepped', now - began);
		this.#tally.took('closed', now - closed);
		await this.#allHaveSeen(turn + 1);
		for (const team of this.#teams) team.check();
	}

	leave(): void {
		for (const team of this.#teams) team.leave();
		this.#leave();
		this.#agent.destroy();
	}

	async #command(command: object): Promise<void> {
		bodyOf(await this.#instructor.post(`/api/rooms/${this.#room}/commands`, command), 'a command');
	}

	async #allHaveSeen(played: number): Promise<void> {
		for (const team of this.#teams) await until(() => team.hasSeen(played), `turn ${played} at ${team.name}`);
	}

	#until(holds: (room: RoomState) => boolean): Promise<void> {
		return until(async () => this.#state !== null && holds(this.#state), 'the room to go on');
	}
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
	for (const end = performance.now() + PATIENCE_MS; !(await holds()); await sleep(LOOK_MS)) {
		if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
	}
}
