/** Files the commands read and write, relative to where the caller stands. */
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, fault, ok, type Result } from '#lib/result.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * npm runs scripts at the top of the clone and says in INIT_CWD where it was called. Elsewhere the variable may be
 * left over from an npm further up, and says nothing about us.
 */
export function callersFolder(cwd: string, env: NodeJS.ProcessEnv): string {
	const atTop = resolve(cwd) === resolve(ROOT);
	return atTop ? (env['INIT_CWD'] ?? cwd) : cwd;
}

/** A scenario that came with the clone. */
export function shipped(name: string): string {
	return join(ROOT, 'scenarios', name);
}

/**
 * The text of a file, or the beginning of one that is larger than anybody would accept. What is no UTF-8 becomes
 * U+FFFD, which the readers find and place.
 *
 * @param limit bytes
 */
export function readText(path: string, limit: number): Result<string> {
	let handle: number | undefined;
	try {
		handle = openSync(path, 'r');
		const chunks: Buffer[] = [];
		// One byte beyond the limit, so that whoever checks it sees that it was passed. Pipes come in pieces.
		for (let left = limit + 1; left > 0;) {
			const chunk = Buffer.alloc(Math.min(left, 1 << 20));
			const read = readSync(handle, chunk);
			if (read === 0) break;
			chunks.push(chunk.subarray(0, read));
			left -= read;
		}
		return ok(Buffer.concat(chunks).toString('utf8'));
	} catch (error) {
		const code = codeOf(error);
		if (code === 'ENOENT') return fail(fault('FILE_NOT_FOUND', '', `no such file: ${path}`, { file: path }));
		return fail(fault('FILE_UNREADABLE', '', `cannot read ${path}: ${code}`, { file: path, reason: code }));
	} finally {
		if (handle !== undefined) closeSync(handle);
	}
}

/** A scenario of the same folder, for `extends`. */
export function siblingText(path: string, id: string, limit: number): string | null {
	const text = readText(join(dirname(path), `${id}.yaml`), limit);
	return text.ok ? text.value : null;
}

/** Old content or new, never half of either: written beside it, then renamed over it. */
export function writeWhole(path: string, text: string): Result<void> {
	const beside = `${path}.${process.pid}.part`;
	try {
		const handle = openSync(beside, 'w');
		try {
			// One call may take only a part of the bytes.
			const bytes = Buffer.from(text);
			for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(beside, path);
		return ok(undefined);
	} catch (error) {
		rmSync(beside, { force: true });
		const reason = codeOf(error);
		return fail(fault('FILE_NOT_WRITTEN', '', `cannot write ${path}: ${reason}`, { file: path, reason }));
	}
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
