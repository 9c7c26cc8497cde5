export { HOST_CODES, type HostCode, type HostFault, type HostResult } from './faults.ts';
export type {
	Committed,
	GameId,
	GameLog,
	Listed,
	MarketHost,
	Opened,
	OpenRequest,
	Preview,
	Resume,
	ScenarioText
} from './host.ts';
export type { Phase, ScenarioSummary } from '../protocol/summary.ts';
export type { Library } from './library.ts';
export { LocalHost } from './local-host.ts';
export { runGame, type Played, type Run, type StrategyPlayer, type TurnPlayed } from './runs.ts';
export { startWorker } from './start-worker.ts';
export type { SaveRead, SaveReader } from './saves.ts';
