import type { GameFile } from '#lib/game/index.ts';

/** Hands a file to the browser, which puts it where the reader's downloads go. */
export function download({ name, text }: GameFile): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Some browsers begin to read only after this turn of the event loop.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
