/**
 * What was ever done to the tables, in order. Appended to, never changed: databases out there have run them, and a
 * server refuses one whose checksums differ from these.
 *
 * One SQL for both databases: `text`, `bigint` and `bytea` mean the same to SQLite (by affinity) and PostgreSQL.
 */
import { scenarios } from './0001-scenarios.ts';
import { rooms } from './0002-rooms.ts';
import { board } from './0003-board.ts';
import { practice } from './0004-practice.ts';
import { games } from './0005-games.ts';

export interface Migration {
	readonly name: string;
	readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [scenarios, rooms, board, practice, games];
