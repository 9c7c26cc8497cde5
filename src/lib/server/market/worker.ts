/** Entry of a market worker: one call after another, each answered. Run by Node as it stands, see ADR 17. */
import { parentPort, workerData } from 'node:worker_threads';
import { Games } from './games.ts';
import type { Answers, Asked, Call, Said, WorkerSetup } from './wire.ts';

const { keepBytes } = workerData as WorkerSetup;
const games = new Games(keepBytes);

parentPort?.on('message', ({ id, ask }: Asked) => {
	parentPort?.postMessage(answer(id, ask));
});

function answer(id: number, ask: Call): Said {
	try {
		return { id, ok: true, value: perform(ask) };
	} catch (error) {
		return {
			id,
			ok: false,
			message: error instanceof Error ? (error.stack ?? error.message) : String(error)
		};
	}
}

function perform(ask: Call): Answers[Call['call']] {
	switch (ask.call) {
		case 'steps':
			return games.steps(ask.game, ask.from);
		case 'market':
			return JSON.stringify(games.market(ask.game, ask.team, ask.open));
		case 'preview':
			return JSON.stringify(games.preview(ask.game, ask.plan));
		case 'forget':
			games.forget(ask.key);
			return null;
	}
}
