import { expect, test } from 'vitest';
import type { HostResult } from '../host/index.ts';
import { patiently } from './patience.ts';

const lost: HostResult<number> = { ok: false, faults: [{ code: 'WORKER_LOST', path: '', message: '' }] };
const over: HostResult<number> = { ok: false, faults: [{ code: 'GAME_OVER', path: '', message: '' }] };

test.each([
	['a lost worker is asked again', [lost, { ok: true, value: 7 }], { ok: true, value: 7 }, 2],
	['twice lost is lost', [lost, lost], lost, 2],
	['a refusal stands', [over], over, 1],
	['an answer is an answer', [{ ok: true, value: 1 }], { ok: true, value: 1 }, 1]
] as const)('%s', async (_name, answers, expected, times) => {
	let asked = 0;
	const answer = await patiently(async () => answers[asked++] as HostResult<number>);
	expect([answer, asked]).toEqual([expected, times]);
});
