import { expect, test } from 'vitest';
import { paragraphs } from './paragraphs.ts';

test('empty lines divide, single breaks do not', () => {
	expect(paragraphs('One\ntwo.\n\n  \nThree.\n')).toEqual(['One two.', 'Three.']);
});

test('Chinese runs on without a space', () => {
	expect(paragraphs('几乎店店有货，\n在老城尤其强；\n  Lingcha\n第一。')).toEqual([
		'几乎店店有货，在老城尤其强；Lingcha 第一。'
	]);
});

test('no text has no paragraph', () => {
	expect(paragraphs(' \n\n ')).toEqual([]);
});
