/**
 * Text from files and arguments goes to a terminal, which obeys escape sequences and turns lines round at
 * bidirectional marks. Both are shown instead, as JSON would write them: a title can be read, not carried out.
 */
// eslint-disable-next-line no-control-regex -- it is these characters that are looked for
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function harmless(text: string): string {
	return text.replace(COMMANDS, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
