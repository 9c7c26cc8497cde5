/** Nothing on a page moves by itself, so that who asked for less motion has it, and a theme changes at once. */
import { expect, test } from 'vitest';
import { filesBelow, read } from './support/tree.ts';

const MOVING =
	/\btransition(-[a-z]+)?\s*:|\banimation(-[a-z]+)?\s*:(?!\s*false)|@keyframes|scroll-behavior\s*:\s*smooth|behavior:\s*'smooth'|svelte\/(transition|motion|animate)/;

const moves = (text: string): boolean => MOVING.test(text);

test('no style and no script of a page moves anything', () => {
	const files = filesBelow('src').filter((path) =>
		/\.(svelte|css|html)$|^src\/(lib\/(ui|charts)|routes)\/.*\.ts$/.test(path)
	);
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter((path) => moves(read(path)))).toEqual([]);
});

test.each([
	'.a { transition: color 1s; }',
	'* { transition-duration: 0.01ms !important; }',
	'@keyframes spin {}',
	'.a { animation: spin 1s; }',
	'html { scroll-behavior: smooth; }',
	"import { fly } from 'svelte/transition';",
	"top.scrollIntoView({ behavior: 'smooth' });"
])('the rule would notice %s', (text) => {
	expect(moves(text)).toBe(true);
});

test('but not a chart that is told to keep still', () => {
	expect(moves('animation: false,')).toBe(false);
});
