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
export { areaRows, turnRows, type AreaRow, type Standing, type TurnRow } from '../analysis/outcome.ts';
export { SHIPPED_NAMES } from './shipped.ts';
export { StrategyGame, type Playing, type Shelf } from './strategy-game.svelte.ts';
/** What crosses from the market, for the components that show it. */
export type { HostFault, Listed, Run } from '../host/index.ts';
