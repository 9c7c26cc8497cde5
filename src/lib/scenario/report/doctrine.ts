/** Lanchester's share doctrine: labels on shares, never laws of the market (SCIENCE: share marks in per cent). */
import { NO1_RATIO } from '../../engine/vocab.ts';

/** Marks a share has passed, lowest first. */
export const MARKS = [
	['bridgehead', 0.028],
	['exists', 0.068],
	['recognised', 0.109],
	['amongEquals', 0.193],
	['influence', 0.261],
	['stable', 0.417],
	['monopoly', 0.739]
] as const;
export type Mark = 'none' | (typeof MARKS)[number][0];

/** How a market is divided; the first that fits. */
export const PATTERNS = [
	'monopoly',
	'oneWinner',
	'twoStrong',
	'threeStrong',
	'dispersed',
	'contested'
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** How the own share stands to the best rival's: beyond the range in front, in it, or out of it behind. */
export const POSITIONS = ['no1', 'firstInRange', 'behindInRange', 'behindOutOfRange', 'absent'] as const;
export type Position = (typeof POSITIONS)[number];

export function markOf(share: number): Mark {
	let mark: Mark = 'none';
	for (const [name, from] of MARKS) if (share >= from) mark = name;
	return mark;
}

/** @param shares of the firms known by name; the many small brands are nobody */
export function patternOf(shares: readonly number[]): Pattern {
	const [first = 0, second = 0, third = 0] = [...shares].sort((a, b) => b - a);
	if (first >= 0.739) return 'monopoly';
	if (first >= 0.417 && first >= NO1_RATIO * second) return 'oneWinner';
	if (first + second >= 0.739) return 'twoStrong';
	if (first + second + third >= 0.739) return 'threeStrong';
	return first < 0.261 ? 'dispersed' : 'contested';
}

export function positionOf(own: number, bestRival: number): Position {
	if (own <= 0) return 'absent';
	if (own >= bestRival) return own >= NO1_RATIO * bestRival ? 'no1' : 'firstInRange';
	return bestRival < NO1_RATIO * own ? 'behindInRange' : 'behindOutOfRange';
}
