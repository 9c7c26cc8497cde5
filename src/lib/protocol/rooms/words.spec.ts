import { expect, test } from 'vitest';
import en from '../../../../messages/en/room.json' with { type: 'json' };
import zh from '../../../../messages/zh-CN/room.json' with { type: 'json' };
import { ROOM_CODES } from './index.ts';

test.each([
	['en', en],
	['zh-CN', zh]
])('every code of rooms has words in %s', (_locale, messages) => {
	const known = new Set(Object.keys(messages));
	expect(ROOM_CODES.filter((code) => !known.has(`room.${code}`))).toEqual([]);
});
