/** A room people play in while things are killed, and what has to be true of it afterwards. */
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan } from '#lib/engine/plan.ts';
import type {
	Joined,
	RoomCreated,
	RoomSettings,
	StreamEvent,
	TeamMarket,
	TurnAck
} from '#lib/protocol/rooms/index.ts';
import type { Browser } from '../support/browser.ts';
import { SERVED_TOKEN } from '../support/served.ts';
import type { KeptTeam, Ledger } from './ledger.ts';
import { insist } from './sender.ts';

/** Both ways a turn is closed: at once for one team, and for all by the instructor. */
export type KillPacing = 'self' | 'hand';
type Snapshot = Extract<StreamEvent, { event: 'snapshot' }>;

const SETTLE_MS = 120_000;
const LOOK_MS = 50;

export class KillRoom {
	readonly #instructor: Browser;
	readonly #newBrowser: () => Browser;
	readonly #ledger: Ledger;
	readonly #made: RoomCreated;
	readonly teams: KeptTeam[] = [];

	static async open(pacing: KillPacing, newBrowser: () => Browser, ledger: Ledger): Promise<KillRoom> {
		const instructor = newBrowser();
		await insist(ledger, 'setup', () => instructor.post('/api/host/session', { secret: SERVED_TOKEN }));
		const settings: RoomSettings = {
			luck: pacing === 'self' ? 'open' : 'sealed',
			pacing,
			turnSeconds: null,
			deadlineAt: null,
			practiceTurns: 0,
			predictionsRequired: false,
			endsWhenAllIn: true,
			boardVisible: true
		};
		const request = { title: `Kill ${pacing}`, scenario: { shipped: 'first-city' }, settings };
		const made = await insist(ledger, 'room', () => instructor.post('/api/rooms', request));
		const room = new KillRoom(instructor, newBrowser, ledger, made as RoomCreated);
		await room.#command({ command: 'start' });
		return room;
	}

	private constructor(instructor: Browser, newBrowser: () => Browser, ledger: Ledger, made: RoomCreated) {
		this.#instructor = instructor;
		this.#newBrowser = newBrowser;
		this.#ledger = ledger;
		this.#made = made;
	}

	get joinCode(): string {
		return this.#made.joinCode;
	}

	async join(name: string): Promise<KeptTeam> {
		const browser = this.#newBrowser();
		const id = randomBytes(16).toString('hex');
		const request = { code: this.#made.joinCode, team: name, nickname: 'one', id };
		const joined = await insist(this.#ledger, 'join', () => browser.post('/api/join', request));
		const team = { browser, joined: joined as Joined, turns: [] };
		this.teams.push(team);
		this.#ledger.teams.push(team);
		return team;
	}

	/** Hands in the team's coming turn; @returns false where there is none. */
	async handIn(team: KeptTeam, merchandisers: number): Promise<boolean> {
		const before = await this.stateOf(team);
		const view = before.team;
		if (view === null || view.state === 'over' || view.turn >= before.room.turns) return false;
		// Once for each turn: another for the same one would replace it.
		if (team.turns.some(({ ack }) => ack.turn === view.turn)) return false;
		const market = await this.#marketOf(team);
		const plan: Plan = { ...market.view.plan, field: { ...market.view.plan.field, merchandisers } };
		const handed = {
			team: team.joined.team,
			turn: view.turn,
			parentHash: view.head,
			id: randomBytes(16).toString('hex'),
			plan,
			prediction: null
		};
		const ack = await insist(this.#ledger, 'hand-in', () =>
			team.browser.post(`/api/rooms/${this.#made.room}/turns`, handed)
		);
		team.turns.push({ ack: ack as TurnAck, plan });
		return true;
	}

	/** Ends the turn that is open to all. */
	async advance(): Promise<void> {
		const { room } = await this.state();
		if (room.phase !== 'open') return;
		// Sent again after the first arrived, it is refused: the turn is closed already, and that is what was wanted.
		await this.#command({ command: 'advance', turn: room.turn }).catch((error: unknown) => {
			if (!String(error).includes('COMMAND_NOT_NOW')) throw error;
		});
	}

	state(): Promise<Snapshot> {
		return this.#ask('state of the room', this.#instructor, 'state') as Promise<Snapshot>;
	}

	stateOf(team: KeptTeam): Promise<Snapshot> {
		return this.#ask('state of a team', team.browser, 'state') as Promise<Snapshot>;
	}

	#marketOf(team: KeptTeam): Promise<TeamMarket> {
		return this.#ask('market', team.browser, 'market') as Promise<TeamMarket>;
	}

	#ask(what: string, browser: Browser, path: string): Promise<unknown> {
		return insist(this.#ledger, what, () => browser.get(`/api/rooms/${this.#made.room}/${path}`));
	}

	async #command(command: object): Promise<void> {
		await insist(this.#ledger, 'command', () =>
			this.#instructor.post(`/api/rooms/${this.#made.room}/commands`, command)
		);
	}

	/** Waits until the market has played what is closed: what a dead process left is taken up by the next. */
	async settle(): Promise<void> {
		for (const end = Date.now() + SETTLE_MS; ; await sleep(LOOK_MS)) {
			const { room, roster } = await this.state();
			const playing = roster?.rows.filter(({ state }) => state === 'playing').length ?? 0;
			if (room.phase !== 'playing' && playing === 0) return;
			if (Date.now() > end) throw new Error(`${playing} teams are still being played (${room.phase})`);
		}
	}

	/** @returns what is missing, doubled or another than was acknowledged */
	async check(): Promise<string[]> {
		const { roster } = await this.state();
		const rows = roster?.rows ?? [];
		const faults: string[] = [];
		if (rows.length !== this.teams.length) {
			faults.push(`${rows.length} teams are in, ${this.teams.length} joins were acknowledged`);
		}
		for (const { joined } of this.teams) {
			const same = rows.filter(({ name }) => name === joined.name);
			if (same.length !== 1 || same[0]?.team !== joined.team)
				faults.push(`team ${joined.name} is there ${same.length} times`);
		}
		for (const team of this.teams) faults.push(...(await this.#checkTeam(team)));
		return faults;
	}

	async #checkTeam(team: KeptTeam): Promise<string[]> {
		const [{ team: view }, market] = [await this.stateOf(team), await this.#marketOf(team)];
		if (view === null) return ['a team that does not see itself'];
		const faults: string[] = [];
		for (const { ack, plan } of team.turns) {
			const found = view.entries.filter(({ id }) => id === ack.id);
			const fork = ack.status === 'fork';
			if (found.length !== 1 || found[0]?.turn !== ack.turn || found[0].fork !== fork) {
				faults.push(`turn ${ack.turn} of ${view.name} is there ${found.length} times`);
			} else if (!fork && found[0].hash !== ack.head)
				faults.push(`turn ${ack.turn} of ${view.name} is another`);
			const played = market.open?.plans[ack.turn];
			if (!fork && market.open !== null && ack.turn < market.played && !isDeepStrictEqual(played, plan)) {
				faults.push(`turn ${ack.turn} of ${view.name} was played otherwise`);
			}
		}
		const chain = view.entries.filter(({ fork }) => !fork).map(({ turn }) => turn);
		if (chain.some((turn, i) => turn !== i)) faults.push(`the chain of ${view.name} is ${chain.join()}`);
		// A turn may be played between the two answers: each must be whole, and the later not behind the earlier.
		if (market.reports.length !== market.played || market.played < view.played) {
			faults.push(
				`${view.name} has ${market.reports.length} reports of ${market.played} turns, and had played ${view.played}`
			);
		}
		return faults;
	}
}
