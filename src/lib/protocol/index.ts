export { compareVersions, type GameLog } from './log.ts';
export { MAX_SAVE_LENGTH, readSave, SAVE_CODES } from './read.ts';
export type { PlayableSave, ReadOnlySave, SaveCode } from './read.ts';
export { MAX_DIFFERENCES, REPLAY_CODES, replaySave } from './replay.ts';
export type { Difference, Replayed, ReplayCode } from './replay.ts';
export { encodeSave, makeSave, SAVE_VERSION, type GameSave } from './save.ts';
export { MAX_REASON, type Prediction } from './prediction.ts';
export { PredictionSchema, ReportSchema } from './shape.ts';
export {
	outlinesOf,
	phaseOf,
	summaryOf,
	type Outlines,
	type Phase,
	type ScenarioSummary
} from './summary.ts';
