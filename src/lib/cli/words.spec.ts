/** Whatever a command may have to say has words in both languages. In tests a missing message throws. */
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#lib/i18n/index.ts';
import { REPLAY_CODES, SAVE_CODES } from '#lib/protocol/index.ts';
import { played } from '../../../tests/support/games.ts';
import { LAB_FILES, MARKET_SCENARIOS, shipped, shippedLab } from '../../../tests/support/scenarios.ts';
import { chainOf } from '../engine/lab/chain.ts';
import { runLab } from '../engine/lab/run.ts';
import { gameText } from './game-text.ts';
import { labReportText, labText } from './lab-text.ts';
import { speak } from './language.ts';
import { faultProblem, problemText } from './problems.ts';
import { reportText } from './report.ts';

const FILE_CODES = [
	'FILE_NOT_FOUND',
	'FILE_UNREADABLE',
	'FILE_NOT_WRITTEN',
	'FILE_NOT_A_SAVE',
	'PANEL_KIND',
	'LAB_RUNAWAY'
];

/** Stand-ins for all parameters there are. */
const PARAMS = {
	...{ reason: 'X', kind: 'lab', found: 'x', problem: 'X', version: '2.0.0', ours: '1.0.0' },
	...{ engineVersion: '0.9.0', turn: 3, count: 2, max: 1, expected: 1, file: 'a' },
	...{ node: 'a', week: 3 }
};

describe.each(LOCALES)('in %s', (locale) => {
	test.each([...SAVE_CODES, ...REPLAY_CODES, ...FILE_CODES])('%s', async (code) => {
		const language = await speak(locale);
		const fault = { code, path: 'a.b[1]', message: 'developers only', params: PARAMS };
		const problem = faultProblem(fault, 'game.json', language);
		expect(problem.message).not.toBe('developers only');
		expect(problem.hint).not.toBe('');
		expect(problemText(problem, language)).toMatch(/^game\.json: \S+ [A-Z_0-9]+ \[a\.b\[1\]\]: .+\n {4}.+$/);
	});

	test.each(MARKET_SCENARIOS)('a game of %s and its report', async (file) => {
		const language = await speak(locale);
		const scenario = shipped(file);
		for (const turns of [0, 2, Infinity]) {
			const text = gameText(played(scenario, 'stuff', 'a', turns), scenario, language, { strategy: null });
			expect(text).toContain(scenario.texts.title[locale]);
			expect(text.split('\n').filter((line) => line.endsWith(' '))).toEqual([]);
		}
		expect(reportText(scenario, language)).toContain(scenario.hash.slice(0, 16));
	});

	test.each(LAB_FILES)('a run of %s and its report', async (file) => {
		const language = await speak(locale);
		const lab = shippedLab(file);
		for (const weeks of [1, 36, 500]) {
			const run = runLab(chainOf(lab.spec), '0'.repeat(32), weeks);
			const text = run.ok ? labText(run.value, lab, language, 'a') : '';
			expect(text).toContain(lab.texts.title[locale]);
			for (const { name } of Object.values(lab.texts.nodes)) expect(text).toContain(name[locale]);
			expect(text.split('\n').filter((line) => line.endsWith(' '))).toEqual([]);
		}
		expect(labReportText(lab, language)).toContain(lab.hash.slice(0, 16));
	});
});
