/** The worker's entry: a market behind messages. Scenario texts come with each call, so it has no library. */
import { LocalMarket } from './market.ts';
import { serve } from './serve.ts';
import type { Port } from './wire.ts';

serve(self as unknown as Port, new LocalMarket());
