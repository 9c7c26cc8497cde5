export { BOARD_CODES, boardFault, refuseBoard } from './codes.ts';
export type { BoardCode, BoardFault, BoardResult } from './codes.ts';
export * from './submission.ts';
export * from './view.ts';
