/** `npm run kill`: kills server, worker and database while people play, and looks for what was lost. Builds first. */
import { measure } from './lib/measure.js';

await measure('kill');
