import type { Migration } from './index.ts';

export const scenarios: Migration = {
	name: '0001-scenarios',
	statements: [
		`create table scenario (
			hash text not null primary key,
			id text not null,
			text text not null,
			kept_at bigint not null
		)`
	]
};
