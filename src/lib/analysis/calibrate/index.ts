/** Every experiment of the calibration, in the order of its table. */
import { BULLWHIP } from './bullwhip.ts';
import { DISTRIBUTION } from './distribution.ts';
import { IDENTITY } from './identity.ts';
import { PASS_THROUGH } from './pass-through.ts';
import { PRICE } from './price.ts';
import type { Experiment, RowSpec } from './row.ts';
import { SELLING } from './selling.ts';
import { SHELVES } from './shelves.ts';
import { TRADE_DEAL } from './trade-deal.ts';

export { MarketBench } from './market.ts';
export { isInside, type Band, type Experiment, type Measured, type RowSpec } from './row.ts';

export const EXPERIMENTS: readonly Experiment[] = [
	...PRICE,
	...PASS_THROUGH,
	...TRADE_DEAL,
	...DISTRIBUTION,
	...SELLING,
	...SHELVES,
	...IDENTITY,
	...BULLWHIP
];

export const ROWS: readonly RowSpec[] = EXPERIMENTS.flatMap(({ rows }) => rows);
