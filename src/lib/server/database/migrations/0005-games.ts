import type { Migration } from './index.ts';

export const games: Migration = {
	name: '0005-games',
	statements: [
		// What a team's whole game is named by, so that the same one of another team is found.
		'alter table team add column game text',
		// Names of the areas, for the race on the wall; rooms that were made before have none.
		`alter table room add column areas text not null default '{}'`
	]
};
