import { describe, expect, test } from 'vitest';
import { importsOf, wrongImports } from './support/house.ts';
import { filesBelow, read } from './support/tree.ts';

const FILES = filesBelow('src').filter(
	(path) => /\.(ts|svelte)$/.test(path) && !/\.(spec|bench|d)\.ts$/.test(path)
);

test('every import in src points down the house', () => {
	expect(FILES.length).toBeGreaterThan(0);
	expect(FILES.flatMap((path) => wrongImports(path, read(path)))).toEqual([]);
});

test('what runs in one process with other tests leaves nothing behind: no mocks, no changed globals', () => {
	const apart = /^(src\/lib|tests)\/server\//;
	const leaves =
		/\bvi\.(mock|doMock|hoisted|spyOn|stub\w+|useFakeTimers)\(|process\.(chdir\(|env\b[^;\n]*[^=!<>]=[^=>])/;
	const files = [...filesBelow('src'), ...filesBelow('tests')].filter((path) => path.endsWith('.spec.ts'));
	const found = files.filter((path) => !apart.test(path) && leaves.test(read(path)));
	// It puts the modules back after every test.
	expect(found.filter((path) => path !== 'tests/arch/house.spec.ts')).toEqual(['tests/laws/laws.spec.ts']);
});

describe('the rule would notice', () => {
	test.each([
		['an import up', 'src/lib/engine/step.ts', "import { parse } from '#lib/scenario/parse.ts';"],
		['a relative import up', 'src/lib/engine/a/b.ts', "import { x } from '../../strategy/x.ts';"],
		['a type import up', 'src/lib/result.ts', "import type { World } from './engine/world.ts';"],
		['a dynamic import up', 'src/lib/scenario/a.ts', "const a = await import('#lib/host/local.ts');"],
		['a re-export up', 'src/lib/engine/index.ts', "export * from '#lib/cli/main.ts';"],
		['a page that calls a host', 'src/routes/+page.ts', "import { LocalHost } from '#lib/host/local.ts';"],
		['a component that knows a game', 'src/lib/ui/Button.ts', "import { Game } from '#lib/game/game.ts';"],
		['a framework in the engine', 'src/lib/engine/a.ts', "import { writable } from 'svelte/store';"],
		['a host module in the engine', 'src/lib/engine/a.ts', "import { readFileSync } from 'node:fs';"],
		['a room the house does not have', 'src/lib/helpers/a.ts', ''],
		[
			'an import in a component',
			'src/lib/ui/A.svelte',
			'<script lang="ts">\n\timport { step } from \'#lib/engine/step.ts\';\n</script>\n<p>a</p>'
		]
	])('%s', (_name, path, text) => {
		expect(wrongImports(path, text)).toHaveLength(1);
	});

	test('but not a comment or a string', () => {
		expect(importsOf('a.ts', "// import '#lib/cli/main.ts'\nconst s = 'import x from \"y\"';")).toEqual([]);
	});
});
