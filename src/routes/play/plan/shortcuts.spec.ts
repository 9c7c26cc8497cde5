import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const Z = {
	key: 'z',
	ctrlKey: true,
	metaKey: false,
	shiftKey: false,
	altKey: false,
	isComposing: false
};

test.each([
	['Ctrl+Z', {}, 'undo'],
	['⌘Z', { ctrlKey: false, metaKey: true }, 'undo'],
	['Ctrl+Shift+Z', { key: 'Z', shiftKey: true }, 'redo'],
	['Ctrl+Y', { key: 'y' }, 'redo'],
	['Z alone', { ctrlKey: false }, null],
	['Ctrl+Alt+Z', { altKey: true }, null],
	['another key', { key: 'x' }, null],
	['a key of an input method', { isComposing: true }, null]
] as const)('%s', (_name, pressed, expected) => {
	expect(shortcutOf({ ...Z, ...pressed }, false)).toBe(expected);
});

test('whoever is writing keeps the undo of the text field', () => {
	expect(shortcutOf(Z, true)).toBeNull();
});
