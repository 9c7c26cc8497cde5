/** Who uses the server while something in it dies: teams that come in and hand in, an instructor, players of the board. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from '../support/browser.ts';
import { submitGame } from './games.ts';
import type { Ledger } from './ledger.ts';
import type { KillRoom } from './room.ts';

export interface Scene {
	/** Teams at their own speed: what is handed in is played at once. */
	readonly alone: KillRoom;
	/** All together: the instructor closes the turn. */
	readonly together: KillRoom;
	readonly browser: Browser;
	readonly ledger: Ledger;
	readonly draw: () => number;
	readonly round: number;
}

export class People {
	readonly #scene: Scene;
	#stopped = false;

	constructor(scene: Scene) {
		this.#scene = scene;
	}

	/** Until they are stopped, and what each had begun is done. */
	async play(): Promise<void> {
		await Promise.all([this.#alone('a'), this.#alone('b'), this.#together(), this.#teach(), this.#submit()]);
	}

	stop(): void {
		this.#stopped = true;
	}

	async #alone(who: string): Promise<void> {
		const { alone, draw, round } = this.#scene;
		for (let n = 0; !this.#stopped; n++) {
			const team = await alone.join(`${who} ${round}.${n}`);
			while (!this.#stopped && (await alone.handIn(team, Math.floor(draw() * 9)))) await this.#breathe();
		}
	}

	async #together(): Promise<void> {
		const { together, draw, round } = this.#scene;
		await together.join(`c ${round}`);
		while (!this.#stopped) {
			for (const team of together.teams) {
				if (this.#stopped) return;
				await together.handIn(team, Math.floor(draw() * 9));
				await this.#breathe();
			}
		}
	}

	async #teach(): Promise<void> {
		await sleep(this.#scene.draw() * 1000);
		await this.#scene.together.advance();
	}

	async #submit(): Promise<void> {
		const { browser, ledger, round } = this.#scene;
		for (let n = 0; !this.#stopped; n++) {
			await submitGame(browser, ledger, `${round}-${n}`);
			await this.#breathe();
			await this.#breathe();
		}
	}

	#breathe(): Promise<void> {
		return sleep(40 + this.#scene.draw() * 80);
	}
}
