/** Every experiment of the calibration, in the order of its table. */
import { ADVERTISING } from './advertising.ts';
import { BULLWHIP } from './bullwhip.ts';
import { CALLS } from './calls.ts';
import { DISTRIBUTION } from './distribution.ts';
import { DIVERSION } from './diversion.ts';
import { IDENTITY } from './identity.ts';
import { PASS_THROUGH } from './pass-through.ts';
import { PRICE } from './price.ts';
import type { Experiment, RowSpec } from './row.ts';
import { SELLING } from './selling.ts';
import { SHELF } from './shelf.ts';
import { SHELVES } from './shelves.ts';
import { STOCK_OUT } from './stock-out.ts';
import { TRADE_DEAL } from './trade-deal.ts';
import { VELOCITY } from './velocity.ts';
import { VISITS } from './visits.ts';

export { MarketBench } from './market.ts';
export { isInside, type Band, type Experiment, type Measured, type RowSpec } from './row.ts';

export const EXPERIMENTS: readonly Experiment[] = [
	...PRICE,
	...PASS_THROUGH,
	...TRADE_DEAL,
	...SHELF,
	...ADVERTISING,
	...DISTRIBUTION,
	...VELOCITY,
	...SELLING,
	...CALLS,
	...VISITS,
	...SHELVES,
	...STOCK_OUT,
	...DIVERSION,
	...IDENTITY,
	...BULLWHIP
];

export const ROWS: readonly RowSpec[] = EXPERIMENTS.flatMap(({ rows }) => rows);
