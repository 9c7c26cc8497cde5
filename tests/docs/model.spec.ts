import { describe, expect, test } from 'vitest';
import { filesBelow, read } from '../arch/support/tree.ts';
import { rulesIn } from '../support/citations.ts';
import { modelFiles } from './support/model/files.ts';
import { PARAMETERS, untold } from './support/model/page.ts';
import { svgOf } from './support/model/plot.ts';
import { SECTIONS } from './support/model/sections.ts';

test('docs/model.md and its plots are what the engine makes now (npm run model)', () => {
	const files = modelFiles();
	for (const [path, text] of files) expect(read(`docs/${path}`), path).toBe(text);
	expect(filesBelow('docs/model')).toEqual(
		[...files.keys()]
			.filter((path) => path.endsWith('.svg'))
			.map((path) => `docs/${path}`)
			.sort()
	);
});

test('every parameter stands in one section, and every section names rules that exist', () => {
	expect(PARAMETERS.size).toBeGreaterThan(40);
	expect(untold(), 'tell of them in tests/docs/support/model').toEqual([]);
	const known = new Set(rulesIn(read('src/lib/engine/SPEC.md')));
	const named = SECTIONS.flatMap(({ rules }) => rules.match(/[A-Z]\d+/g) ?? []);
	expect(named.filter((rule) => !known.has(rule))).toEqual([]);
});

describe('a plot', () => {
	const svg = svgOf({
		title: 'a < b & "c"',
		x: { label: 'x', from: 0, to: 2, step: 1 },
		y: { label: 'y', from: -1, to: 1, step: 0.5 },
		series: [
			{
				name: 'line',
				points: [
					[0, -1],
					[2, 1]
				]
			},
			{ name: 'dots', points: [[1, 0]], dots: true }
		]
	});

	test('puts values where its axes say', () => {
		// 64 to 620 across, 300 to 40 up.
		expect(svg).toContain('<path d="M64 300L620 40" fill="none"');
		expect(svg).toContain('<circle cx="342" cy="170" r="3"');
	});

	test('has its marks and words, escaped', () => {
		for (const mark of ['>-1<', '>-0.5<', '>0<', '>0.5<', '>1<', '>2<', 'a &lt; b &amp; &quot;c&quot;']) {
			expect(svg).toContain(mark);
		}
	});
});
