export { ServerHost, type ServerHostOptions } from './server-host.ts';
export { MarketFailure } from './thread.ts';
export type { GameRef, LoggedTurn, MarketStart, SteppedTurn, Steps } from './wire.ts';
