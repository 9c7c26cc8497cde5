/** Names people type: kept as text, made comparable, bounded as a reader counts. */
import { fail, ok, type Result } from '#lib/result.ts';
import { roomFault, type RoomFault } from '#lib/protocol/rooms/index.ts';

/** Controls, marks that turn the direction of what follows, and what takes no place at all. */
const UNSEEN =
	/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Letters and signs that are nothing but a blank: fillers of Hangul, the empty pattern of Braille. */
const EMPTY = /[\u115f\u1160\u2800\u3164\uffa0]/g;
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
		.replace(EMPTY, ' ')
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

/**
 * Letters of Cyrillic and Greek that look like one of Latin, small as they are after lowering. Whole alphabets look alike
 * in more ways than these; what is left is a name that differs at a second look.
 */
const TWINS = new Map(
	Object.entries({
		a: 'аα',
		b: 'вβ',
		c: 'с',
		d: 'ԁ',
		e: 'еε',
		h: 'нһη',
		i: 'іι',
		j: 'ј',
		k: 'кκ',
		m: 'мμ',
		n: 'ν',
		o: 'оο',
		p: 'рρ',
		q: 'ԛ',
		s: 'ѕ',
		t: 'тτ',
		w: 'ԝω',
		x: 'хχ',
		y: 'уγ',
		z: 'ζ'
	}).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const))
);

/**
 * Equal for names that a reader takes for the same: case, width, blanks, dots, dashes and what is not seen do not tell
 * them apart, nor which alphabet a letter is from.
 */
export function nameKey(name: string): string {
	const key = name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\p{P}\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
		.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => TWINS.get(letter) ?? letter);
	// A name of nothing but punctuation is still one.
	return key === '' ? name : key;
}
