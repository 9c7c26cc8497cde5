/** `npm run load`: a hall of teams against a server of its own, measured. Builds what changed first. */
import { measure } from './lib/measure.js';

await measure('load');
