import { describe, expect, test } from 'vitest';
import { BOT_NAMES, PROBES as PROBE_STRATEGIES } from '../strategy/index.ts';
import { BOTS, commandOf, isWhole, PROBES, queryOf, readAddress, SEED, type Choice } from './choice.ts';

const ENTRIES = ['first-city', 'three-cities'];
const CHOICE: Choice = { scenario: 'three-cities', strategy: 'spread-thin', seed: 'a.b-7_' };

test('every bot there is can be chosen', () => {
	expect([...BOTS].sort()).toEqual([...BOT_NAMES].sort());
	expect(PROBES).toEqual(PROBE_STRATEGIES.map(({ name }) => name));
});

test('what an address carries is read back', () => {
	expect(readAddress(new URLSearchParams(queryOf(CHOICE)), ENTRIES)).toEqual({ choice: CHOICE, faults: [] });
});

test('an address without anything is no fault', () => {
	const { choice, faults } = readAddress(new URLSearchParams(), ENTRIES);
	expect([choice, faults, isWhole(choice)]).toEqual([{}, [], false]);
});

describe('an address that says what cannot be used', () => {
	test.each([
		['scenario=atlantis&seed=1', ['ADDRESS_SCENARIO'], { seed: '1' }],
		['scenario=__proto__', ['ADDRESS_SCENARIO'], {}],
		['scenario=../first-city', ['ADDRESS_SCENARIO'], {}],
		['strategy=defending-leader', ['ADDRESS_STRATEGY'], {}],
		['strategy=', ['ADDRESS_STRATEGY'], {}],
		['seed=', ['ADDRESS_SEED'], {}],
		['seed=$(reboot)', ['ADDRESS_SEED'], {}],
		['seed=--save', ['ADDRESS_SEED'], {}],
		['seed=1%0Aid', ['ADDRESS_SEED'], {}],
		[`seed=${'1'.repeat(65)}`, ['ADDRESS_SEED'], {}],
		['scenario=x&strategy=y&seed=%20', ['ADDRESS_SCENARIO', 'ADDRESS_STRATEGY', 'ADDRESS_SEED'], {}]
	])('%s', (query, faults, choice) => {
		expect(readAddress(new URLSearchParams(query), ENTRIES)).toEqual({ choice, faults });
	});
});

test('no seed can add a word to the command', () => {
	expect(commandOf(CHOICE)).toBe(
		'npx shapan run scenarios/three-cities.yaml --seed a.b-7_ --strategy spread-thin'
	);
	for (const bad of [';', ' ', '\n', '\u2028', "'", '"', '`', '$', '|', '&', '>', '\\', '种']) {
		expect(SEED.test(`a${bad}b`)).toBe(false);
	}
});
