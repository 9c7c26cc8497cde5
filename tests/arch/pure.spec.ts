import { Linter } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { PURE_FILES, pureRules } from '../../.config/pure.js';
import { filesBelow, read } from './support/tree.ts';

/** The engine's bans, with comments that switch a rule off ignored: they are no way around. */
function violations(text: string, filename: string): string[] {
	const messages = new Linter().verify(
		text,
		{
			files: PURE_FILES,
			languageOptions: { parser: ts.parser as Linter.Parser, sourceType: 'module' },
			linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
			rules: pureRules
		},
		{ filename }
	);
	return messages
		.filter((message) => message.severity === 2)
		.map(({ line, message }) => `${filename}:${line} ${message}`);
}

const FILES = ['engine', 'scenario', 'strategy', 'analysis']
	.flatMap((layer) => filesBelow(`src/lib/${layer}`))
	.filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'));

test('the pure layers use nothing of the host', () => {
	expect(FILES.flatMap((path) => violations(read(path), path))).toEqual([]);
});

describe('the bans would notice', () => {
	test.each([
		'Math.exp(1);',
		'Math.round(1);',
		'Math.random();',
		"Math['exp'](1);",
		'const { exp } = Math;',
		'const M = Math;',
		'f(Math);',
		'2 ** 3;',
		'let a = 2; a **= 3;',
		'Date.now();',
		'new Date();',
		'performance.now();',
		'a.toLocaleString();',
		"'a'.localeCompare('b');",
		'new Intl.NumberFormat();',
		"fetch('/a');",
		'setTimeout(f, 1);',
		'process.env;',
		'globalThis.x;',
		'crypto.randomUUID();',
		'for (const key in object) f(key);',
		"import { hash } from 'node:crypto';",
		"await import('node:fs');",
		'Math.exp(1); // eslint-disable-line',
		'/* eslint-disable */ Math.exp(1);'
	])('%s', (text) => {
		expect(violations(text, 'src/lib/engine/fixture.ts')).toHaveLength(1);
	});

	test('but let exact arithmetic pass', () => {
		const text = 'Math.floor(Math.sqrt(x) + 0.5); Math.imul(a, b); a * b / c; const now: Date2 = row.date;';
		expect(violations(text, 'src/lib/engine/fixture.ts')).toEqual([]);
	});
});
