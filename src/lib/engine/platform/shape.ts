/** Shape of the platform block of a plan that comes from outside. */
import * as v from 'valibot';
import { PLATFORM_PARTS } from '../vocab.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const whole = v.pipe(
	v.number(),
	v.integer(),
	v.minValue(-Number.MAX_SAFE_INTEGER),
	v.maxValue(Number.MAX_SAFE_INTEGER)
);
const byArea = <T extends v.GenericSchema>(value: T) =>
	v.pipe(
		v.record(id, value),
		v.check((areas) => Object.keys(areas).length <= 256, 'too many keys')
	);

export const PlatformSchema = v.strictObject({
	build: v.pipe(v.array(v.unknown()), v.maxLength(16), v.array(v.picklist(PLATFORM_PARTS))),
	targets: v.exactOptional(v.strictObject({ totalUnits: whole, indexBp: byArea(whole) })),
	budgets: v.exactOptional(byArea(v.strictObject({ promotionCents: whole, peopleCents: whole })))
});
