import { expect, test } from 'vitest';
import { cacheName, keptCaches, pageKey } from './caches.ts';

test('this version and the one before it are kept, and what is not ours', () => {
	const names = ['shapan-100', 'other', 'shapan-102', 'shapan-101'];
	expect(keptCaches(names, cacheName('102'))).toEqual(['shapan-102', 'shapan-101', 'other']);
	expect(keptCaches(['shapan-102'], cacheName('102'))).toEqual(['shapan-102']);
});

test.each([
	['/', '/'],
	['/play', '/play'],
	['/play/', '/play'],
	['/nowhere', null],
	['', null]
])('the page at “%s” is %s', (pathname, page) => {
	expect(pageKey(pathname, ['/', '/play'])).toBe(page);
});
