import { describe, expect, test } from 'vitest';
import { played, turnByTurn } from '../../../tests/support/games.ts';
import { MARKET_SCENARIOS, shipped } from '../../../tests/support/scenarios.ts';
import { score } from '../engine/game.ts';
import { encodeSave, makeSave, readSave, type GameSave, type Prediction } from '../protocol/index.ts';
import { loadScenario, standaloneText } from '../scenario/index.ts';
import { saveOf, turnsOf } from './assemble.ts';

const guess = (reason: string): Prediction => ({ sellOutUnits: 1200, reason });

function saveFor(file: string, turns: number, predictions?: readonly (Prediction | null)[]): GameSave {
	const scenario = shipped(file);
	return makeSave(played(scenario, 'random-legal', 'assemble', turns), scenario, null, predictions);
}

describe.each(MARKET_SCENARIOS)('%s', (file) => {
	const { turns } = shipped(file).spec.time;

	test.each([0, 1, turns, turns + 1])(
		'a save of %i turns, taken apart and put together, is the same bytes',
		(n) => {
			const save = saveFor(file, n);
			expect(encodeSave(saveOf(turnsOf(save)))).toBe(encodeSave(save));
		}
	);

	test('as written down and read again, too', () => {
		const text = encodeSave(saveFor(file, turns + 1));
		const read = readSave(text);
		if (!read.ok) throw new Error('not read');
		expect(encodeSave(saveOf(turnsOf(read.value.save)))).toBe(text);
	});

	test('every turn has the score of the game so far', () => {
		const records = turnsOf(saveFor(file, turns + 1)).turns;
		const games = turnByTurn(shipped(file), 'random-legal', 'assemble');
		const totals = Array.from(games, (game) => score(game).total);
		expect(records.map((it) => it.score)).toEqual(totals);
	});

	test('the kept scenario opens the same world', () => {
		const { start } = turnsOf(saveFor(file, 0));
		const loaded = loadScenario(start.scenario.text, start.scenario.file);
		expect(loaded.ok && loaded.scenario.hash).toBe(start.scenarioHash);
		expect(start.scenario.text).toBe(standaloneText(shipped(file).draft));
	});
});

describe('what a save carries', () => {
	test('the chain of hashes, from nothing', () => {
		const save = saveFor('first-city.yaml', 3);
		const { turns } = turnsOf(save);
		expect(turns.map(({ parentHash, hash }) => [parentHash, hash])).toEqual(
			save.hashes.map((hash, i) => [save.hashes[i - 1] ?? '', hash])
		);
	});

	test('the closing weeks have no plan', () => {
		const { start, turns } = turnsOf(saveFor('first-city.yaml', Infinity));
		expect(turns.map(({ plan }) => plan === null)).toEqual([
			...Array.from({ length: start.turns }, () => false),
			true
		]);
	});

	test('predictions, where any were made', () => {
		const predictions = [guess('a'), null, guess('c')];
		const save = saveFor('first-city.yaml', 3, predictions);
		const { start, turns } = turnsOf(save);
		expect(turns.map(({ prediction }) => prediction)).toEqual(predictions);
		expect(encodeSave(saveOf({ start, turns }))).toBe(encodeSave(save));
		expect(saveOf(turnsOf(saveFor('first-city.yaml', 3, [null, null, null])))).not.toHaveProperty(
			'predictions'
		);
	});

	test('who decided', () => {
		const scenario = shipped('first-city.yaml');
		const save = makeSave(played(scenario, 'hold', 'a', 1), scenario, 'hold');
		expect(encodeSave(saveOf(turnsOf(save)))).toBe(encodeSave(save));
		const { strategy, ...person } = turnsOf(save).start;
		expect(strategy).toBe('hold');
		expect(saveOf({ start: person, turns: [] }).strategy).toBeNull();
	});
});

describe('a save of an older engine, whose scenario nobody checked', () => {
	const older = (scenario: GameSave['scenario'], complete: boolean): GameSave => {
		const save = saveFor('first-city.yaml', complete ? Infinity : 2);
		return {
			...save,
			scenario,
			log: { ...save.log, engineVersion: '0.9.0' },
			score: { ...save.score, total: 7 }
		};
	};

	test.each([
		['nothing', {}],
		['texts of another kind', { title: 'City', time: { turns: 'six' } }],
		['one language', { title: { en: '' }, time: null }]
	])('with %s in it has a name, and as many turns as were played', (_name, scenario) => {
		const { start } = turnsOf(older(scenario, true));
		expect(start).toMatchObject({ title: { 'zh-CN': 'first-city', en: 'first-city' }, turns: 6 });
		expect(turnsOf(older(scenario, false)).start.turns).toBe(2);
	});

	test('keeps the score it was given', () => {
		const save = older({ title: { 'zh-CN': '城', en: 'City' } }, true);
		const { start, turns } = turnsOf(save);
		expect([start.title.en, turns.at(-1)?.score]).toEqual(['City', 7]);
		expect(saveOf({ start, turns })).toEqual(save);
	});
});
