/** What a player expects of a turn, read from what was typed. */
import { MAX_REASON, type Prediction } from '#lib/protocol/prediction.ts';

export type ReadPrediction =
	| { readonly ok: true; readonly prediction: Prediction | null }
	/** The units are no whole number of nought or more. */
	| { readonly ok: false };

/**
 * @param units as typed, read as a number; NaN where something was typed that is none, null where nothing was
 * @returns no prediction where nothing was typed at all
 */
export function readPrediction(units: number | null, reason: string): ReadPrediction {
	const text = reason.trim().slice(0, MAX_REASON);
	if (units === null)
		return { ok: true, prediction: text === '' ? null : { sellOutUnits: null, reason: text } };
	if (!Number.isSafeInteger(units) || units < 0) return { ok: false };
	return { ok: true, prediction: { sellOutUnits: units, reason: text } };
}
