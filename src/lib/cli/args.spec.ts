import { describe, expect, test } from 'vitest';
import { readArguments, type Syntax } from './args.ts';

const SYNTAX: Syntax = {
	options: { seed: 'text', seeds: 'whole', json: 'switch' },
	files: [1, 2],
	required: ['seed']
};

describe('arguments', () => {
	test('files and options in any order', () => {
		const read = readArguments(['a', '--seed', 'x y', '--json', 'b', '--seeds=12'], SYNTAX);
		if (!read.ok) throw new Error(JSON.stringify(read.faults));
		const { value } = read;
		expect(value.files).toEqual(['a', 'b']);
		expect([value.text('seed'), value.whole('seeds'), value.has('json'), value.has('lang')]).toEqual([
			'x y',
			12,
			true,
			false
		]);
	});

	test.each([
		['a number below nought is a value', ['a', '--seed', '-5'], '-5'],
		['so is anything after the equals sign', ['a', '--seed=--json'], '--json'],
		['the last of two counts', ['a', '--seed', '1', '--seed', '2'], '2'],
		['after -- nothing is an option', ['--seed', '1', '--', '--json'], '1']
	])('%s', (_name, argv, seed) => {
		const read = readArguments(argv, SYNTAX);
		expect(read.ok && read.value.text('seed')).toBe(seed);
	});

	test.each<[string, string[], string, Record<string, unknown>?]>([
		['an unknown option', ['a', '--seed', '1', '--sed', '1'], 'UNKNOWN_OPTION', { option: '--sed' }],
		['an unknown letter', ['a', '--seed', '1', '-x'], 'UNKNOWN_OPTION', { option: '-x' }],
		['a name all objects have', ['a', '--seed=1', '--constructor'], 'UNKNOWN_OPTION'],
		['an option in place of a value', ['a', '--seed', '--json'], 'VALUE_MISSING', { option: '--seed' }],
		['no value at the end', ['a', '--seed'], 'VALUE_MISSING', { option: '--seed' }],
		['an empty value', ['a', '--seed='], 'VALUE_MISSING', { option: '--seed' }],
		['a value for a switch', ['a', '--seed=1', '--json=yes'], 'VALUE_UNWANTED', { option: '--json' }],
		['words for a number', ['a', '--seed=1', '--seeds=ten'], 'NOT_A_NUMBER', { value: 'ten' }],
		['half a number', ['a', '--seed=1', '--seeds=1.5'], 'NOT_A_NUMBER', { value: '1.5' }],
		['an option that is needed', ['a'], 'OPTION_MISSING', { option: '--seed' }],
		['no file', ['--seed', '1'], 'FILE_NOT_NAMED'],
		['a file too many', ['a', 'b', 'c', '--seed', '1'], 'TOO_MANY_FILES', { extra: 'c', most: 2 }]
	])('%s is told', (_name, argv, code, params) => {
		const read = readArguments(argv, SYNTAX);
		expect(read.ok ? null : read.faults[0]).toMatchObject({ code, ...(params ? { params } : {}) });
	});

	test.each([['--help'], ['-h'], ['--help', '--nonsense']])(
		'help comes before anything missing',
		(...argv) => {
			const read = readArguments(argv, SYNTAX);
			expect(read.ok && read.value.has('help')).toBe(true);
		}
	);
});
