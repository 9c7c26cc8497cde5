/** The one way to what the server keeps, the same over SQLite and PostgreSQL. */
import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import type { Signals } from './signals.ts';
import type { Tables } from './tables.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

export type Query = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database {
	readonly kind: DatabaseKind;
	/** Where it lies, without passwords: for a person who starts the server. */
	readonly place: string;
	readonly query: Query;
	/** Between the nodes that share this database. */
	readonly signals: Signals;
	/**
	 * All or nothing. Run again from its beginning where PostgreSQL gave it up for another one (deadlock, serialization):
	 * `act` may do nothing but query. Only through `tx`: under SQLite a query beside it would wait for its end for ever.
	 */
	transaction<T>(act: (tx: Tx) => Promise<T>): Promise<T>;
	/** Holds the rows it reads until the transaction ends, so that nobody decides by a value that is about to change. */
	locked<DB, TB extends keyof DB, O>(rows: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O>;
	close(): Promise<void>;
}
