export { DATABASE_CODES, databaseFault, readDatabaseError } from './faults.ts';
export type { DatabaseCode, DatabaseFault, DatabaseResult } from './faults.ts';
export type { Database, DatabaseKind, Query, Tx } from './database.ts';
export { openDatabase, type DatabaseTarget, type DatabaseWatch } from './open.ts';
export type { Tables } from './tables.ts';
export type { Listener, Signal, Signals } from './signals.ts';
