import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from './test.ts';

const SHAPAN = fileURLToPath(new URL('../../../bin/shapan.js', import.meta.url));

/** Has the command line play an exported game again: same hash after the last turn, same score, nothing differs. */
export async function expectReplays(save: string, finalHash: string | null): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'shapan-'));
	try {
		const file = join(folder, 'game.json');
		await writeFile(file, save);
		const { stdout } = await promisify(execFile)(process.execPath, [SHAPAN, 'replay', file, '--json']);
		const replayed = JSON.parse(stdout);
		const { score, hashes } = JSON.parse(save);
		expect(replayed.same).toBe(true);
		expect(replayed.score.total).toBe(score.total / 1000);
		expect(hashes.at(-1)).toBe(finalHash);
	} finally {
		await rm(folder, { recursive: true });
	}
}
