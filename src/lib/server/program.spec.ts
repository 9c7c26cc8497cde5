import { expect, test } from 'vitest';
import { programFolder } from './program.ts';

test('the program is found from a built server, too', () => {
	const built = new URL('../../../build/server/chunks/x.js', import.meta.url).href;
	expect(programFolder(built)).toBe(programFolder());
});

test('an installation without sources says so', () => {
	expect(() => programFolder('file:///nowhere/x.js')).toThrow('src');
});
