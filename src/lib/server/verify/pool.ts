/** Processes that play games again. One that hangs or dies takes nothing with it but the game it was at. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { BoardResult, BoardScore } from '#lib/protocol/board/index.ts';
import { workerArguments } from '../market/worker-file.ts';
import { programFolder } from '../program.ts';
import type { VerifyCall } from './child.ts';

/** Run from source (ADR 17). */
const CHILD = join('src', 'lib', 'server', 'verify', 'child.ts');

/** Many times what the largest game that is taken needs; a busy machine may need some of it. */
const PATIENCE_MS = 180_000;

/** Null where it was not played to its end: that says nothing about the game. */
export type Verdict = BoardResult<BoardScore> | null;

interface Waiting {
	readonly call: VerifyCall;
	readonly done: (verdict: Verdict) => void;
}

export class VerifyPool {
	readonly #most: number;
	readonly #patience: number;
	readonly #idle: ChildProcess[] = [];
	readonly #busy = new Set<ChildProcess>();
	readonly #waiting: Waiting[] = [];
	#stopped = false;

	constructor(most: number, patience = PATIENCE_MS) {
		this.#most = most;
		this.#patience = patience;
	}

	verify(call: VerifyCall): Promise<Verdict> {
		return new Promise((done) => {
			if (this.#stopped) return done(null);
			this.#waiting.push({ call, done });
			this.#next();
		});
	}

	/** Ids of the processes, for whoever watches or kills them. */
	get pids(): readonly number[] {
		return [...this.#idle, ...this.#busy].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
	}

	stop(): void {
		this.#stopped = true;
		for (const { done } of this.#waiting.splice(0)) done(null);
		for (const child of [...this.#idle, ...this.#busy]) child.kill('SIGKILL');
	}

	#next(): void {
		if (this.#busy.size >= this.#most) return;
		const waiting = this.#waiting.shift();
		if (waiting === undefined) return;
		const child = this.#idle.pop() ?? this.#start();
		this.#busy.add(child);
		this.#run(child, waiting);
	}

	#run(child: ChildProcess, { call, done }: Waiting): void {
		const end = (verdict: Verdict): void => {
			clearTimeout(limit);
			child.off('message', answered);
			child.off('exit', lost);
			child.off('error', lost);
			this.#busy.delete(child);
			done(verdict);
			if (!this.#stopped) this.#next();
		};
		const answered = (verdict: Verdict): void => {
			// It keeps no server running that has nothing else to do.
			child.unref();
			child.channel?.unref();
			this.#idle.push(child);
			end(verdict);
		};
		const lost = (): void => {
			child.kill('SIGKILL');
			end(null);
		};
		const limit = setTimeout(lost, this.#patience);
		child.on('message', answered);
		child.on('exit', lost);
		child.on('error', lost);
		child.ref();
		child.channel?.ref();
		child.send(call, (error) => {
			if (error !== null && this.#busy.has(child)) lost();
		});
	}

	#start(): ChildProcess {
		const child = fork(join(programFolder(), CHILD), [], {
			execArgv: workerArguments(),
			serialization: 'advanced',
			stdio: ['ignore', 'ignore', 'inherit', 'ipc']
		});
		child.on('error', () => undefined);
		child.once('exit', () => {
			const at = this.#idle.indexOf(child);
			if (at >= 0) this.#idle.splice(at, 1);
		});
		return child;
	}
}
