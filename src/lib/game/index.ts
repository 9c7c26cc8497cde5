export { App } from './app.ts';
export { boardClient, type WordedFault } from './board-client.ts';
export { followBoard } from './board-follow.ts';
export { BoardDesk, type Handed } from './board-desk.svelte.ts';
export {
	BOTS,
	commandOf,
	DEFAULT_SEED,
	isWhole,
	queryOf,
	readAddress,
	SEED,
	type Address,
	type AddressCode,
	type Bot,
	type Choice
} from './choice.ts';
export { Game, UNKEPT, type Standing as GameStanding } from './game.svelte.ts';
export type { Saving } from './keeper.svelte.ts';
export {
	fileNameOf,
	fileOf,
	Library,
	type GameFile,
	type Imported,
	type Kept,
	type Shelf
} from './library.svelte.ts';
export { areaRows, turnRows, type AreaRow, type Standing, type TurnRow } from '../analysis/outcome.ts';
export { SHIPPED_NAMES } from './shipped.ts';
export { StrategyGame, type Playing } from './strategy-game.svelte.ts';
/** What crosses from market and store, for the components that show it. */
export {
	HOST_CODES,
	type HostFault,
	type Listed,
	type Opened,
	type Preview,
	type Run
} from '../host/index.ts';
export { STORE_CODES, type GameEntry, type StoreFault, type Usage } from '../session/index.ts';
