import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesBelow, read, topLevel } from '../arch/support/tree.ts';
import { anchorsOf, brokenLinks, linksOf } from './support/markdown.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENTS = topLevel()
	.flatMap((name) => (name.endsWith('.md') ? [name] : name.startsWith('.') ? [] : foldersFiles(name)))
	.filter((path) => path.endsWith('.md'))
	.sort();

function foldersFiles(name: string): string[] {
	return name.includes('.') || name.startsWith('LICENSE') ? [] : filesBelow(name);
}

const tree = { exists: (path: string) => existsSync(ROOT + path), read };

/** Places on the machine a document was written on: a reader has none of them. */
const MACHINE_PATH = new RegExp(
	`(^|[^\\w./])/(${['work', 'root', 'tmp', 'home', 'Users'].join('|')})/|file://|[A-Z]:\\\\\\\\?\\w`
);

test('the documents a reader looks for are there', () => {
	for (const name of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/method.md']) {
		expect(DOCUMENTS).toContain(name);
	}
});

test('every relative link leads to a file, and every anchor to a heading', () => {
	expect(DOCUMENTS.flatMap((path) => brokenLinks(path, read(path), tree))).toEqual([]);
});

test('no document names a place on the machine it was written on', () => {
	expect(DOCUMENTS.filter((path) => MACHINE_PATH.test(read(path)))).toEqual([]);
});

describe('the rules would notice', () => {
	const small = {
		exists: (path: string) => ['docs/a.md', 'docs/b.md', 'README.md'].includes(path),
		read: () => '# One heading\n\n## 两个 words, one `code`\n\n## One heading\n'
	};

	test.each([
		['a file that is not there', '[x](c.md)'],
		['a path up too far', '[x](../../README.md)'],
		['an absolute path', '[x](/README.md)'],
		['a heading that is not there', '[x](b.md#no-heading)'],
		['a heading of its own that is not there', '[x](#no-heading)'],
		['a reference', '[x][y]\n\n[y]: c.md'],
		['an image', '![x](c.png "title")'],
		['a link in HTML', '<a href="c.md">x</a>']
	])('%s', (_name, markdown) => {
		expect(brokenLinks('docs/a.md', markdown, small)).toHaveLength(1);
	});

	test.each([
		['a neighbour', '[x](b.md)'],
		['a file above', '[x](../README.md)'],
		['the web', '[x](https://example.org/nowhere)'],
		['a heading', '[x](b.md#one-heading) [x](b.md#one-heading-1) [x](b.md#两个-words-one-code)'],
		['a heading of its own', '# Here we are\n\n[x](#here-we-are)'],
		['code', '`[x](c.md)`\n\n```\n[x](c.md)\n```']
	])('but let pass %s', (_name, markdown) => {
		expect(brokenLinks('docs/a.md', markdown, small)).toEqual([]);
	});

	test('a heading in a block of code is none', () => {
		expect(anchorsOf('```sh\n# install\n```\n')).toEqual(new Set());
		expect(linksOf('text [a](b.md) and <img src="c.png">')).toEqual(['b.md', 'c.png']);
	});

	test.each(['tmp', 'work', 'root', 'home'])('a path below /%s', (folder) => {
		expect(MACHINE_PATH.test(`see /${folder}/x`)).toBe(true);
		expect(MACHINE_PATH.test(`https://example.org/${folder}/x and docs/${folder}/y`)).toBe(false);
	});
});
