/** Names people type: kept as text, made comparable, bounded as a reader counts. */
import { fail, ok, type Result } from '#lib/result.ts';
import { roomFault, type RoomFault } from '#lib/protocol/rooms/index.ts';

/** Controls, marks that turn the direction of what follows, and what takes no place at all. */
const UNSEEN =
	/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const BLANKS = /[\t-\r\p{Z}]+/gu;
/** A letter under more marks than any script writes covers its neighbours. */
const STACKED = /(\p{M}{3})\p{M}+/gu;
/** Joined emoji count as one but may be long; no name of people is. */
const MAX_UNITS = 200;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** @param max characters as a reader counts them */
export function cleanName(typed: string, max: number, path: string): Result<string, RoomFault> {
	const name = typed
		.normalize('NFC')
		.replace(BLANKS, ' ')
		.replace(UNSEEN, '')
		.replace(STACKED, '$1')
		.trim()
		// A joiner at an end joins nothing.
		.replace(/^\u200d+|\u200d+$/g, '');
	// Joiners and marks alone show nothing either.
	if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name))
		return fail(roomFault('TEAM_NAME_EMPTY', 'nothing is left of the name', undefined, path));
	const count = [...graphemes.segment(name)].length;
	if (count > max || name.length > MAX_UNITS) {
		return fail(roomFault('TEAM_NAME_LONG', `longer than ${max} characters`, { max }, path));
	}
	return ok(name);
}

/** Equal for names that a reader takes for the same: case, width, blanks, dots and dashes do not tell them apart. */
export function nameKey(name: string): string {
	const key = name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\p{P}\p{Z}\p{Cf}]/gu, '');
	// A name of nothing but punctuation is still one.
	return key === '' ? name : key;
}
