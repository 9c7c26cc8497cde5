/** Activities that are over, and the conditions of the small board, in words. */
import { KIND_RULES } from '#lib/engine/activities/kinds.ts';
import type { BoardCheck } from '#lib/engine/report.ts';
import type { ActivityRecord, Figure } from '#lib/engine/view.ts';
import type { MessageKey } from '#lib/i18n/index.ts';
import type { Words } from '../words.ts';

/** In the order of the table: turn, activity, where, prepared, spent, wasted, outlets, contacts, units, expected, extra, return. */
export function recordRow(record: ActivityRecord, words: Words): string[] {
	const { t, formats, names, percent, list } = words;
	const { facts, turn, spentCents, wastedCents, extra, returns } = record;
	const { kind, depthBp, places } = facts;
	const name = KIND_RULES[kind].place === 'region' ? names.region : names.area;
	const total = (of: (place: (typeof places)[number]) => number): number =>
		places.reduce((sum, place) => sum + of(place), 0);
	return [
		String(turn + 1),
		depthBp > 0 ? `${t(`kind.${kind}`)} ${percent(depthBp)}` : t(`kind.${kind}`),
		list(places.map(({ id }) => name(id))),
		t(facts.prepared ? 'past.yes' : 'past.no'),
		formats.yuan(spentCents),
		formats.yuan(wastedCents),
		formats.whole(facts.outlets),
		formats.whole(facts.contacts),
		formats.whole(total(({ units }) => units)),
		formats.whole(total(({ expectedUnits }) => expectedUnits)),
		range(extra, formats.whole, words),
		range(returns, formats.share, words)
	];
}

function range({ value, low, high }: Figure, format: (value: number) => string, { t }: Words): string {
	if (value === null || low === null || high === null) return '–';
	return t('past.range', { value: format(value), low: format(low), high: format(high) });
}

/** Counts and yes-or-no stand as numbers, a lead as so many times, the rest are shares. */
export function wordCheck({ code, value, needed, met }: BoardCheck, { t, formats }: Words): string {
	const verdict = t(met ? 'smallBoard.met' : 'smallBoard.unmet');
	const name = t(`smallBoard.${code}` as MessageKey);
	if (code === 'dealer' || code === 'priceHeld') return t('smallBoard.verdict', { name, verdict });
	const format = code === 'suitability' ? formats.whole : code === 'lead' ? formats.ratio : formats.share;
	return t('smallBoard.check', { name, value: format(value), needed: format(needed), verdict });
}
