/** One team of a load run as its browser behaves: it holds a stream, fetches its market once a turn, and hands in. */
import { randomBytes } from 'node:crypto';
import type { Plan } from '#lib/engine/plan.ts';
import type { Joined, StreamEvent, TeamMarket, TeamView, TurnAck } from '#lib/protocol/rooms/index.ts';
import { bodyOf, type Browser, type EventStream } from '../support/browser.ts';
import type { Tally } from './tally.ts';

export class LoadTeam {
	readonly #browser: Browser;
	readonly #tally: Tally;
	readonly #joined: Joined;
	#stream: EventStream | null = null;
	#view: TeamView | null = null;
	#plan: Plan | null = null;
	/** Turns the market at hand was fetched after. */
	#fetched = -1;
	#fetching: Promise<void> = Promise.resolve();

	static async join(browser: Browser, code: string, name: string, tally: Tally): Promise<LoadTeam> {
		const id = randomBytes(16).toString('hex');
		const answer = await browser.post('/api/join', { code, team: name, nickname: `${name}-1`, id });
		tally.took('join', answer.milliseconds);
		const team = new LoadTeam(browser, bodyOf<Joined>(answer, 'join'), tally);
		await team.#watch();
		return team;
	}

	private constructor(browser: Browser, joined: Joined, tally: Tally) {
		this.#browser = browser;
		this.#joined = joined;
		this.#tally = tally;
	}

	get name(): string {
		return this.#joined.name;
	}

	/** Until its first message: a page shows nothing before. */
	#watch(): Promise<void> {
		return new Promise((there) => {
			this.#stream = this.#browser.stream(`/api/rooms/${this.#joined.room}/stream`, {
				heard: (event, bytes) => {
					this.#tally.heard(bytes);
					this.#hear(event as StreamEvent);
					there();
				},
				ended: (status) => {
					this.#tally.error(`stream ended (${status})`);
					there();
				}
			});
		});
	}

	#hear(event: StreamEvent): void {
		const view = event.event === 'snapshot' || event.event === 'team' ? event.team : null;
		if (view === null) return;
		this.#view = view;
		if (view.played > this.#fetched) {
			this.#fetched = view.played;
			this.#fetching = this.#fetchMarket();
		}
	}

	async #fetchMarket(): Promise<void> {
		const answer = await this.#browser.get(`/api/rooms/${this.#joined.room}/market`);
		this.#tally.took('market', answer.milliseconds);
		if (answer.status === 200) this.#plan = (answer.body as TeamMarket).view.plan;
		else this.#tally.error(`market ${answer.status}`);
	}

	/** Whether its stream has told it of so many turns played, and it has seen what came of them. */
	async hasSeen(played: number): Promise<boolean> {
		await this.#fetching;
		return (this.#view?.played ?? -1) >= played && this.#plan !== null;
	}

	async handIn(turn: number): Promise<void> {
		const [view, plan] = [this.#view, this.#plan];
		if (view === null || plan === null) return this.#tally.error('a team without a market');
		const id = randomBytes(16).toString('hex');
		const answer = await this.#browser.post(`/api/rooms/${this.#joined.room}/turns`, {
			team: this.#joined.team,
			turn,
			parentHash: view.head,
			id,
			plan: changed(plan, turn),
			prediction: { sellOutUnits: 1000 + turn, reason: 'load' }
		});
		if (answer.status !== 200) return this.#tally.error(`hand-in ${answer.status}`);
		this.#tally.took('acknowledged', answer.milliseconds);
		const { status, head } = answer.body as TurnAck;
		if (status !== 'appended') return this.#tally.error(`hand-in ${status}`);
		this.#acknowledged.push({ id, hash: head });
	}

	readonly #acknowledged: { readonly id: string; readonly hash: string }[] = [];

	/** Every acknowledged turn stands in the chain once, as its stream tells. */
	check(): void {
		for (const { id, hash } of this.#acknowledged) {
			const entries = this.#view?.entries.filter((entry) => entry.id === id) ?? [];
			if (entries.length !== 1 || entries[0]?.hash !== hash || entries[0].fork) {
				this.#tally.error('an acknowledged turn is not in the chain');
			}
		}
	}

	leave(): void {
		this.#stream?.close();
	}
}

/** Somebody decides something: the plan is not the same from turn to turn. */
function changed(plan: Plan, turn: number): Plan {
	return { ...plan, field: { ...plan.field, merchandisers: plan.field.merchandisers + (turn % 2) } };
}
