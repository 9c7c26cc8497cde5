/** A class in one table: a line for each team, ready for a spreadsheet. */
import { PILLARS } from '#lib/engine/vocab.ts';
import type { EntryKind, RoomResults, TeamResult } from '#lib/protocol/rooms/index.ts';

/** What stands in a column; a screen words it. */
export type GradebookColumn =
	| 'team'
	| 'people'
	| 'turnsPlayed'
	| 'total'
	| (typeof PILLARS)[number]
	| 'late'
	| 'absent'
	| 'joinedLate'
	| 'forks'
	| 'minutesUsed'
	| 'turnScore';

export interface Heading {
	readonly column: GradebookColumn;
	/** From 1, of a turn's own column. */
	readonly turn?: number;
}

/** Null is an empty cell: not played is not nought. */
export type Cell = string | number | null;

export interface Gradebook {
	readonly headings: readonly Heading[];
	readonly rows: readonly (readonly Cell[])[];
}

/** Scores in points, 0–100, with three decimals. */
export function gradebookOf({ teams }: RoomResults): Gradebook {
	const turns = Math.max(0, ...teams.map((team) => team.turns.length));
	const headings: Heading[] = [
		...(['team', 'people', 'turnsPlayed', 'total'] as const).map((column) => ({ column })),
		...PILLARS.map((column) => ({ column })),
		...(['late', 'absent', 'joinedLate', 'forks', 'minutesUsed'] as const).map((column) => ({ column })),
		...Array.from({ length: turns }, (_, turn) => ({ column: 'turnScore' as const, turn: turn + 1 }))
	];
	return { headings, rows: teams.map((team) => rowOf(team, turns)) };
}

function rowOf({ name, nicknames, turns, score, forks }: TeamResult, columns: number): Cell[] {
	const count = (kind: EntryKind): number => turns.filter((turn) => turn.kind === kind).length;
	const used = turns.reduce((sum, { usedMs }) => sum + (usedMs ?? 0), 0);
	return [
		name,
		nicknames.join(', '),
		turns.length,
		points(score?.total),
		...PILLARS.map((pillar) => points(score?.pillars[pillar])),
		count('late'),
		count('absent'),
		count('joinedLate'),
		forks.length,
		Math.round(used / 6000) / 10,
		...Array.from({ length: columns }, (_, turn) => points(turns[turn]?.report.score?.total))
	];
}

function points(thousandths: number | undefined): number | null {
	return thousandths === undefined ? null : thousandths / 1000;
}
