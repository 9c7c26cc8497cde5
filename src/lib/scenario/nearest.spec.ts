import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const WORDS = ['merchandisers', 'wastedTime', 'startMonth', 'turns', 'id', 'unitsPerCase', 'unitsPerPack'];

test.each([
	['a letter too few', 'merchandiser', 'merchandisers'],
	['two letters swapped', 'tunrs', 'turns'],
	['another habit of spelling', 'wasted_time', 'wastedTime'],
	['capitals', 'STARTMONTH', 'startMonth'],
	['the nearer of two', 'unitPerCase', 'unitsPerCase'],
	['nothing near', 'sponsor', ''],
	['a short word is not taken for any other', 'xy', '']
])('%s', (_name, word, expected) => {
	expect(nearest(word, WORDS)).toBe(expected);
});
