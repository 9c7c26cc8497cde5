/**
 * The tables, as kysely sees them. Both databases have the same: text, whole numbers (`bigint`; below 2^53), bytes.
 * Moments are milliseconds since 1970; yes and no are 1 and 0; what has parts of its own is JSON in a text.
 */
import type {
	BoardRunTable,
	BoardTable,
	BoardTallyTable,
	JobTable,
	SubmissionTable
} from './tables/boards.ts';
import type {
	BrowserTable,
	HandInTable,
	RoomLinkTable,
	RoomMarketTable,
	RoomTable,
	StepTable,
	TeamTable
} from './tables/rooms.ts';
import type { ScenarioTable } from './tables/scenarios.ts';

export interface Tables {
	readonly scenario: ScenarioTable;
	readonly room: RoomTable;
	readonly roomMarket: RoomMarketTable;
	readonly roomLink: RoomLinkTable;
	readonly team: TeamTable;
	readonly browser: BrowserTable;
	readonly handIn: HandInTable;
	readonly step: StepTable;
	readonly board: BoardTable;
	readonly boardRun: BoardRunTable;
	readonly boardTally: BoardTallyTable;
	readonly submission: SubmissionTable;
	readonly job: JobTable;
}
