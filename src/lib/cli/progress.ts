import type { Language } from './language.ts';

/** Often enough to look alive, seldom enough to cost nothing. */
const REDRAW_MS = 100;

/** A line on standard error that is written over and wiped at the end; on anything but a terminal, nothing. */
export function progressLine(total: number, { t, number }: Language) {
	const stream = process.stderr;
	let drawn = 0;
	return {
		show(done: number): void {
			const now = performance.now();
			if (!stream.isTTY || now - drawn < REDRAW_MS) return;
			drawn = now;
			stream.write(`\r\x1b[K${t('cli.progress', { done: number(done), total: number(total) })}`);
		},
		clear(): void {
			if (drawn > 0) stream.write('\r\x1b[K');
		}
	};
}
