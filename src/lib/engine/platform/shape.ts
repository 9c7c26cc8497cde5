/** Shape of the platform block of a plan that comes from outside. */
import * as v from 'valibot';
import { PLATFORM_PARTS } from '../vocab.ts';

export const PlatformSchema = v.strictObject({
	build: v.pipe(v.array(v.unknown()), v.maxLength(16), v.array(v.picklist(PLATFORM_PARTS)))
});
