import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { played } from '../../../tests/support/games.ts';
import { MARKET_SCENARIOS, shipped } from '../../../tests/support/scenarios.ts';
import { newGame } from '../engine/game.ts';
import { generateWorld } from '../engine/generate.ts';
import { seedFromText } from '../engine/random.ts';
import { loadScenario } from '../scenario/index.ts';
import { RIVAL_NAMES, rival } from '../strategy/index.ts';
import { encodeSave, makeSave, readSave, replaySave } from './index.ts';

// Whole processes and games, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const scenario = shipped('first-city.yaml');
const { turns } = scenario.spec.time;

describe('a save', () => {
	test('is read as it was made, and replays to the same, wherever the game stands', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...BOT_NAMES),
				fc.string({ minLength: 1, maxLength: 20 }),
				fc.integer({ min: 0, max: turns + 1 }),
				fc.string({ minLength: 1, maxLength: 128 }),
				(bot, seed, stop, worldSeed) => {
					const game = played(scenario, bot, seed, stop, worldSeed);
					const save = makeSave(game, scenario, bot);
					const read = readSave(encodeSave(save));
					if (!read.ok) throw new Error(JSON.stringify(read.faults));
					expect(read.value.save).toEqual(save);
					expect(read.value.save.reports).toEqual(game.reports);
					expect(read.value.save.log.plans).toEqual(game.log);
					if (read.value.readOnly !== null) throw new Error('this engine made it');
					const replayed = replaySave(read.value);
					expect(replayed).toMatchObject({ same: true, code: null, differences: [] });
					expect(replayed.game.hashes).toEqual(game.hashes);
				}
			),
			{ numRuns: 20, seed: 1 }
		);
	});

	test.each(MARKET_SCENARIOS)('embeds %s so that it stands alone', (name) => {
		const { draft, hash, texts } = shipped(name);
		const again = loadScenario(JSON.stringify(draft), 'save', { strategies: RIVAL_NAMES });
		expect(again).toMatchObject({ ok: true, scenario: { hash, texts } });
	});

	test('is a copy: playing on does not change it', () => {
		const game = played(scenario, 'hold', 'a', 2);
		const save = makeSave(game, scenario, null);
		expect(save.reports).toEqual(game.reports);
		expect(save.reports).not.toBe(game.reports);
	});

	test('needs the hashes of the turns', () => {
		const game = newGame(generateWorld(scenario.spec), seedFromText('a'), rival, false);
		expect(() => makeSave(game, scenario, null)).toThrow('without hashes');
	});
});

test('a scenario that extends another is embedded whole', () => {
	const text = 'extends: first-city\nid: smaller\ntime:\n  weeksPerTurn: 3\n';
	const base = JSON.stringify(scenario.draft);
	const loaded = loadScenario(text, 'smaller.yaml', { strategies: RIVAL_NAMES, resolve: () => base });
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	const save = makeSave(played(loaded.scenario, 'hold', 'a'), loaded.scenario, 'hold');
	expect(save.scenario).not.toHaveProperty('extends');
	expect(readSave(encodeSave(save))).toMatchObject({ ok: true });
});

test('characters that YAML wants escaped do no harm', () => {
	const odd = { ...scenario.draft, goal: { 'zh-CN': '第一\u{1F600}', en: 'a\u0085b\u2028c\u007fd' } };
	const loaded = loadScenario(JSON.stringify(odd).replace('\u007f', '\\u007f'), 'odd', {
		strategies: RIVAL_NAMES
	});
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	const save = makeSave(played(loaded.scenario, 'hold', 'a', 1), loaded.scenario, 'hold');
	const read = readSave(encodeSave(save));
	expect(read).toMatchObject({ ok: true, value: { scenario: { texts: { goal: odd.goal } } } });
});
