/** What would become of a plan: one question at a time, and only the latest plan matters. */
import type { Plan } from '../engine/plan.ts';
import type { HostFault, Preview } from '../host/index.ts';
import type { Fault, Result } from '../result.ts';

export class Previewer<F extends Fault = HostFault> {
	readonly #ask: (plan: Plan) => Promise<Result<Preview, F>>;
	#preview = $state.raw<Preview | null>(null);
	#faults = $state.raw<readonly F[]>([]);
	/** Whether the preview shown is of the latest plan. */
	#current = $state.raw(false);
	#wanted: Plan | null = null;
	#asking = false;

	constructor(ask: (plan: Plan) => Promise<Result<Preview, F>>) {
		this.#ask = ask;
	}

	get preview(): Preview | null {
		return this.#preview;
	}

	get faults(): readonly F[] {
		return this.#faults;
	}

	get current(): boolean {
		return this.#current;
	}

	want(plan: Plan): void {
		this.#wanted = plan;
		this.#current = false;
		if (!this.#asking) void this.#run();
	}

	async #run(): Promise<void> {
		this.#asking = true;
		for (let plan = this.#wanted; plan !== null; plan = this.#wanted) {
			this.#wanted = null;
			const answer = await this.#ask(plan);
			if (answer.ok) this.#preview = answer.value;
			this.#faults = answer.ok ? [] : answer.faults;
			this.#current = this.#wanted === null && answer.ok;
		}
		this.#asking = false;
	}
}
