/** Undo and redo by keys, unless somebody is writing: a text field has an undo of its own. */

export interface Pressed {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
	readonly isComposing: boolean;
}

/** Ctrl or ⌘ with Z undoes; with Shift+Z, or Ctrl+Y, does again. */
export function shortcutOf(pressed: Pressed, writing: boolean): 'undo' | 'redo' | null {
	const { ctrlKey, metaKey, shiftKey, altKey, isComposing } = pressed;
	if (writing || isComposing || altKey || ctrlKey === metaKey) return null;
	const key = pressed.key.toLowerCase();
	if (key === 'z') return shiftKey ? 'redo' : 'undo';
	return key === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}
