import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTranslator, describeProblem, loadCatalogue } from '#lib/i18n/index.ts';
import { canonicalJson, scenarioHash, type Problem } from '#lib/scenario/index.ts';
import { loadAny, namesIn, shippedFiles, textOf } from './support.ts';

const FOLDERS = ['bad', 'odd', 'base'].map((folder) => new URL(`./${folder}/`, import.meta.url).pathname);
const TEXTS = [
	...shippedFiles().map(textOf),
	...['bad', 'odd', 'base'].flatMap((folder, i) => namesIn(folder).map((name) => textOf(`${FOLDERS[i]}${name}.yaml`)))
];

const t = createTranslator('en', await loadCatalogue('en'), { strict: true });

/** Whatever the text: a scenario that is whole, or problems that each can be found, read and mended. */
function holds(text: string): void {
	const loaded = loadAny(text, 'fuzz', FOLDERS);
	if (loaded.ok) {
		const { spec, hash } = loaded.scenario ?? loaded.lab;
		expect(scenarioHash(JSON.parse(canonicalJson(spec)))).toBe(hash);
		expect(canonicalJson(spec)).not.toMatch(/null(?!,"|})|NaN|Infinity/);
	} else {
		expect(loaded.problems.length).toBeGreaterThan(0);
	}
	for (const problem of loaded.problems) holdsOf(problem, text);
}

function holdsOf(problem: Problem, text: string): void {
	if (problem.file === 'fuzz.yaml') {
		const lines = text.split(/\r?\n/);
		expect(problem.line).toBeGreaterThanOrEqual(1);
		expect(problem.line).toBeLessThanOrEqual(lines.length);
		expect(problem.column).toBeGreaterThanOrEqual(1);
		expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1]?.length ?? 0) + 2);
	}
	const { message, hint } = describeProblem(t, problem);
	expect(message.length).toBeGreaterThan(3);
	expect(hint.length).toBeGreaterThan(3);
}

/** What people and accidents put into files. */
const SCRAPS = [
	...['\t', '：', ':', ': ', '- ', '\n', '\n\n', '#', '"', "'", '{', '}', '[', ']', '&a', '*a', '!!', '|', '>', '%', '@', '?'],
	...['null', '~', 'true', 'yes', '.nan', '.inf', '-1', '0', '1e999', '1e9', '12%', '2024-03-01', '99999999999999999999'],
	...['__proto__', 'constructor', 'toString', 'extends: small', 'extends: fuzz', '<<: *a', '中文', '\u0000', '\ufffd', '\u2028']
];

const mutation = fc.record({
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	cut: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })),
	put: fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 8 }), fc.constant(''))
});

const mutated = fc
	.tuple(fc.constantFrom(...TEXTS), fc.array(mutation, { minLength: 1, maxLength: 4 }))
	.map(([text, mutations]) =>
		mutations.reduce((now, { at, cut, put }) => {
			const from = Math.floor(at * now.length);
			return now.slice(0, from) + put + now.slice(from + cut);
		}, text)
	);

/** A line moved, doubled or indented otherwise: structure that is nearly right. */
const reordered = fc
	.tuple(fc.constantFrom(...TEXTS), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: -2, max: 4 })), { minLength: 1, maxLength: 3 }))
	.map(([text, moves]) => {
		const lines = text.split('\n');
		for (const [from, to, indent] of moves) {
			const line = lines[from % lines.length] ?? '';
			const moved = indent < 0 ? line.slice(-indent) : ' '.repeat(indent) + line;
			lines.splice(to % lines.length, indent === 0 ? 0 : 1, moved);
		}
		return lines.join('\n');
	});

const RUNS = { seed: 20_240_301, numRuns: 400 };

describe('no text makes it throw, and every problem has a code with words, a line in the file, a hint', () => {
	test('files with scraps put in and pieces cut out', () => {
		fc.assert(fc.property(mutated, holds), RUNS);
	});

	test('files with lines moved, doubled, indented', () => {
		fc.assert(fc.property(reordered, holds), RUNS);
	});

	test('any text', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), RUNS);
	});

	test('any scraps', () => {
		const text = fc.array(fc.constantFrom(...SCRAPS, 'id', 'regions', 'firms', ' ', '  ')).map((parts) => parts.join(''));
		fc.assert(fc.property(text, holds), RUNS);
	});
});
