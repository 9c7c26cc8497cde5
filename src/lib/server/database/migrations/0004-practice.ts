import type { Migration } from './index.ts';

export const practice: Migration = {
	name: '0004-practice',
	statements: [
		// Where teams go at their own speed, each ends its practice when it likes.
		'alter table team add column run bigint not null default 0',
		'alter table team add column practice bigint not null default 0',
		'update team set run = (select room.run from room where room.id = team.room)',
		'update team set practice = (select room.practice from room where room.id = team.room)',
		// A player or team that is to be forgotten is looked for on every board.
		'create index board_run_who on board_run (who)',
		'create index submission_who on submission (who)',
		'create index board_room on board (room)',
		// Who hands a game of a room's own scenario in names it by its hash.
		'create index room_scenario on room (scenario_hash)'
	]
};
