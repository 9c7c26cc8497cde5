/** What is proved: one command of ours each, whose JSON is kept under docs/proof. */
import { MARKET_SCENARIOS } from '../../support/scenarios.ts';

export interface Shard {
	/** Name of its files. */
	readonly name: string;
	/** What it shows, in a sentence. */
	readonly about: string;
	/** The command: `npx shapan`, or `npm run load`, `npm run kill`, which try the built server from outside. */
	readonly by?: 'shapan' | 'load' | 'kill';
	/** Arguments after it. */
	readonly args: readonly string[];
	/** A PostgreSQL is started for it, and `DATABASE_URL` names it. */
	readonly postgres?: true;
	/** Folders its figures depend on, besides the market itself. */
	readonly sources: readonly string[];
}

const panelOf = (file: string): Shard => {
	const id = file.replace('.yaml', '');
	return {
		name: `panel-${id}`,
		about: `The bots of the panel on 200 seeds of ${id}: what the method is worth against its opposites.`,
		args: ['panel', `scenarios/${file}`, '--seeds', '200', '--json'],
		sources: ['src/lib/cli/panel']
	};
};

export function commandOf({
	by = 'shapan',
	args,
	postgres
}: Pick<Shard, 'by' | 'args' | 'postgres'>): string {
	const command = [by === 'shapan' ? 'npx shapan' : `npm run ${by} --`, ...args].join(' ');
	return postgres ? `DATABASE_URL=… ${command}` : command;
}

const SERVER = ['src/lib/protocol', 'src/lib/server', 'src/routes/api'];

const DATABASES = ['sqlite', 'postgres'] as const;

const boardOf = (database: (typeof DATABASES)[number]): Shard => ({
	name: `board-${database}`,
	about: `Reading a board on which a million stand, as the server does it, and ranking one more, on ${database}.`,
	args: ['bench-board', '--json'],
	...(database === 'postgres' && { postgres: true }),
	sources: ['src/lib/server/board', 'src/lib/server/database']
});

/** Twelve turns are a game: the class comes back for another room. */
const loadOf = (database: string): Shard => ({
	name: `load-${database}`,
	about: `Two hundred teams with streams, all ending a turn within ten seconds, twenty rounds of the standard scenario, on ${database}.`,
	by: 'load',
	args: ['--teams', '200', '--rounds', '20', '--database', database, '--json'],
	sources: SERVER
});

const killOf = (database: string): Shard => ({
	name: `kill-${database}`,
	about: `A hundred times web node, worker or database is killed while people play, on ${database}: what was acknowledged is there once.`,
	by: 'kill',
	args: ['--rounds', '100', '--database', database, '--json'],
	sources: SERVER
});

/** The quick ones first, so that a run that is broken off has something to show. */
export const SHARDS: readonly Shard[] = [
	{
		name: 'beer-game',
		about: 'The Beer Game as Sterman published it: 46, 50, 54 and 54 dollars.',
		args: ['run', 'scenarios/beer-game.yaml', '--json'],
		sources: []
	},
	{
		name: 'bullwhip-lab',
		about: 'The bullwhip lab over 400 000 weeks beside the formula of Chen et al.',
		args: ['run', 'scenarios/bullwhip-lab.yaml', '--seed', 'proof', '--weeks', '400000', '--json'],
		sources: []
	},
	{
		name: 'calibrate',
		about: 'The market against published figures, at the full count of seeds.',
		args: ['calibrate', '--json', '--lang', 'en'],
		sources: ['src/lib/analysis/calibrate', 'src/lib/cli/calibrate']
	},
	{
		name: 'bench',
		about: 'How fast the engine plays on one machine.',
		args: ['bench', '--json'],
		sources: ['src/lib/cli/bench']
	},
	...MARKET_SCENARIOS.map(panelOf),
	{
		name: 'load-class',
		about:
			'A class of forty teams with streams in one sealed room of the standard scenario, through all its turns.',
		by: 'load',
		args: ['--teams', '40', '--rounds', '12', '--database', 'sqlite', '--json'],
		sources: SERVER
	},
	...DATABASES.map(boardOf),
	...DATABASES.map(killOf),
	...DATABASES.map(loadOf)
];
