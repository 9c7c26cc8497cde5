/** Save files as this engine and this format write them, by name, and what can be wrong with one. */
import { encodeSave, makeSave, type Prediction } from '#lib/protocol/index.ts';
import { played } from '../../support/games.ts';
import { shipped } from '../../support/scenarios.ts';

function save(
	file: string,
	bot: string,
	turns: number,
	strategy: string | null,
	predictions?: readonly (Prediction | null)[]
): string {
	const scenario = shipped(file);
	return encodeSave(makeSave(played(scenario, bot, 'kept', turns), scenario, strategy, predictions));
}

/** Kept for every engine there ever was: what people have on their disks. */
export const MADE: Readonly<Record<string, () => string>> = {
	'finished.json': () => save('first-city.yaml', 'one-area-first', Infinity, 'one-area-first'),
	'midway.json': () => save('three-cities.yaml', 'random-legal', 2, null),
	'begun.json': () => save('first-city.yaml', 'hold', 0, null),
	'predicted.json': () =>
		save('first-city.yaml', 'random-legal', 3, null, [
			{ sellOutUnits: 9000, reason: '学院片先铺开' },
			null,
			{ sellOutUnits: null, reason: 'more calls in the college quarter' }
		])
};

// A variant changes anything anywhere.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

function changed(change: (save: Loose) => void): string {
	const value: Loose = JSON.parse(save('first-city.yaml', 'random-legal', 1, null));
	change(value);
	return `${JSON.stringify(value)}\n`;
}

export interface Variant {
	readonly code: string;
	readonly path: string;
	/** It can be looked at, though not played on. */
	readonly readOnly?: true;
	readonly make: () => string;
}

/** Only what is wrong with a file whatever engine reads it: the other refusals are tested beside their reader. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
	'cut-short.json': {
		code: 'SAVE_NOT_JSON',
		path: '',
		make: () => changed(() => undefined).slice(0, 9_000)
	},
	'foreign.json': {
		code: 'SAVE_FOREIGN',
		path: 'format',
		make: () => '{"format":"other-game","version":1,"level":7}\n'
	},
	'foreign-list.json': { code: 'SAVE_FOREIGN', path: 'format', make: () => '[1,2,3]\n' },
	'newer-format.json': {
		code: 'SAVE_NEWER',
		path: 'version',
		make: () => changed((it) => (it.version = 99))
	},
	'newer-engine.json': {
		code: 'SAVE_NEWER',
		path: 'log.engineVersion',
		make: () => changed((it) => (it.log.engineVersion = '99.0.0'))
	},
	'older-engine.json': {
		code: 'SAVE_OLDER_ENGINE',
		path: 'log.engineVersion',
		readOnly: true,
		make: () => changed((it) => (it.log.engineVersion = '0.9.0'))
	},
	'damaged-report.json': {
		code: 'SAVE_DAMAGED',
		path: 'reports[0].facts.sellOutUnits',
		make: () => changed((it) => (it.reports[0].facts.sellOutUnits = null))
	},
	'damaged-plan.json': {
		code: 'SAVE_DAMAGED',
		path: 'log.plans[0].field',
		make: () => changed((it) => delete it.log.plans[0].field)
	},
	'damaged-hash.json': {
		code: 'SAVE_DAMAGED',
		path: 'hashes[0]',
		make: () => changed((it) => (it.hashes[0] = 'beef'))
	},
	'turn-missing.json': {
		code: 'SAVE_DAMAGED',
		path: 'reports',
		make: () => changed((it) => it.reports.pop())
	}
};
