import type { Migration } from './index.ts';

const MEASURES = ['total', 'effective_shipment', 'stock', 'expense', 'no1'];

export const board: Migration = {
	name: '0003-board',
	statements: [
		`create table board (
			id bigint not null primary key,
			scenario_hash text not null,
			scenario_id text not null,
			title text,
			engine_version text not null,
			seal text not null,
			room text not null
		)`,
		`create table board_run (
			board bigint not null references board (id),
			who text not null,
			name text not null,
			${MEASURES.map((measure) => `${measure} bigint not null`).join(', ')},
			earliness bigint not null,
			received_at bigint not null,
			twin bigint not null,
			primary key (board, who)
		)`,
		...MEASURES.map(
			(measure) => `create index board_run_by_${measure} on board_run (board, ${measure}, earliness)`
		),
		`create table board_tally (
			board bigint not null,
			measure text not null,
			level bigint not null,
			bucket bigint not null,
			runs bigint not null,
			primary key (board, measure, level, bucket)
		)`,
		`create table submission (
			id text not null primary key,
			board bigint not null references board (id),
			room text not null,
			who text not null,
			name text not null,
			content text not null,
			game text not null,
			log text not null,
			claim text not null,
			received_at bigint not null,
			state text not null,
			faults text,
			score text,
			twin bigint not null
		)`,
		'create unique index submission_once on submission (room, who, content)',
		`create unique index submission_solo on submission (game) where room = '' and state = 'ranked'`,
		'create index submission_game on submission (room, game)',
		`create index submission_waiting on submission (received_at) where state = 'waiting'`,
		`create table job (
			kind text not null,
			subject text not null,
			attempts bigint not null,
			due_at bigint not null,
			primary key (kind, subject)
		)`,
		'create index job_due on job (due_at)'
	]
};
