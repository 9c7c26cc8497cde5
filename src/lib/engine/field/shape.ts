/** Shape of the field block of a plan that comes from outside. */
import * as v from 'valibot';
import { CALL_PURPOSES, CLASSES, PAY_BASES, SELLING_STYLES } from '../vocab.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const whole = v.pipe(
	v.number(),
	v.integer(),
	v.minValue(-Number.MAX_SAFE_INTEGER),
	v.maxValue(Number.MAX_SAFE_INTEGER)
);
const perClass = v.strictObject(v.entriesFromList(CLASSES, whole));
const calls = { visitsPer4Weeks: perClass, minutesPerVisit: perClass };
const people = v.pipe(v.array(v.unknown()), v.maxLength(64), v.array(whole));
const regions = v.pipe(v.array(v.unknown()), v.maxLength(256), v.array(id));

export const FieldSchema = v.strictObject({
	merchandisers: whole,
	...calls,
	calls: v.exactOptional(v.partial(v.strictObject(v.entriesFromList(CALL_PURPOSES, v.strictObject(calls))))),
	keyAccounts: v.exactOptional(whole),
	responsible: v.exactOptional(
		v.pipe(
			v.record(id, people),
			v.check((areas) => Object.keys(areas).length <= 256, 'too many keys')
		)
	),
	trainingHours: v.exactOptional(whole),
	visitStandard: v.exactOptional(whole),
	officeHelp: v.exactOptional(whole),
	accountFile: v.exactOptional(v.boolean()),
	selling: v.exactOptional(v.picklist(SELLING_STYLES)),
	pay: v.exactOptional(v.strictObject({ basis: v.picklist(PAY_BASES), shareBp: whole })),
	advisors: v.exactOptional(v.strictObject({ heads: whole, regions }))
});
