/** What can have happened to the rows of a game of three turns, and what is then said of them. */
import type { RawGame } from '#lib/session/check.ts';

// Damage has any shape, so what it is done to has none.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

export interface Damage {
	readonly name: string;
	readonly code: string;
	readonly params: Readonly<Record<string, string>>;
	readonly do: (rows: { id: string; game: Loose; start: Loose; turns: Loose[]; lease: Loose }) => void;
}

const damage = (name: string, where: string, change: Damage['do']): Damage => ({
	name,
	code: 'STORE_DAMAGED',
	params: { where },
	do: change
});

/** @param ours version of the engine that looks */
export const damages = (ours: string): readonly Damage[] => [
	damage('no head', 'game', (rows) => (rows.game = undefined)),
	damage('a head with more in it', 'game.more', ({ game }) => (game.more = 1)),
	damage('a head of another length', 'game.turns', ({ game }) => (game.turns = 9)),
	damage('no start', 'start', (rows) => (rows.start = undefined)),
	damage('a start without a seed', 'start.marketSeed', ({ start }) => (start.start.marketSeed = '')),
	damage('a scenario that is no file', 'start.scenario.text', ({ start }) => {
		start.start.scenario.text = '{"format":';
	}),
	damage('no lease', 'lease', (rows) => (rows.lease = undefined)),
	damage('a lease that counts nothing', 'lease.epoch', ({ lease }) => (lease.epoch = 'now')),
	damage('a turn missing in the middle', 'turns[1]', ({ turns }) => turns.splice(1, 1)),
	damage('the last turn missing', 'turns[2]', ({ turns }) => turns.pop()),
	damage('every turn missing', 'turns[0]', ({ turns }) => turns.splice(0)),
	damage('a turn nobody counted', 'game.played', ({ turns }) => {
		const record = { ...turns[2].record, turn: 3, parentHash: turns[2].record.hash };
		turns.push({ ...turns[2], turn: 3, record });
	}),
	damage('a chain that breaks', 'turns[1].parentHash', ({ turns }) => {
		turns[1].record.parentHash = turns[2].record.hash;
	}),
	damage('a chain that does not begin', 'turns[0].parentHash', ({ turns }) => {
		turns[0].record.parentHash = turns[2].record.hash;
	}),
	damage('a turn under another’s number', 'turns[1].turn', ({ turns }) => (turns[1].record.turn = 2)),
	damage('a turn without its plan', 'turns[1].plan', ({ turns }) => (turns[1].record.plan = null)),
	damage('a turn that is no turn', 'turns[1]', ({ turns }) => delete turns[1].record),
	damage('a bad report', 'turns[1].report.facts.sellOutUnits', ({ turns }) => {
		turns[1].record.report.facts.sellOutUnits = Number.NaN;
	}),
	damage('a report with an area that is none', 'turns[1].report.facts.areas[0].units', ({ turns }) => {
		turns[1].record.report.facts.areas[0].units = 'many';
	}),
	{
		name: 'a newer engine’s game, whatever its shape',
		code: 'STORE_NEWER',
		params: { version: '99.0.0', ours },
		do: (rows) => {
			rows.start = { game: rows.id, start: { engineVersion: '99.0.0', of: 'the future' } };
			rows.turns = [];
		}
	}
];

/** The rows of a game after a damage; those given stay as they are. */
export function damaged(rows: RawGame, { do: change }: Damage): RawGame {
	const copy = structuredClone({ ...rows, turns: [...rows.turns] });
	change(copy);
	return copy;
}
