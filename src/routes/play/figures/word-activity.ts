/** Activities that are over, and the conditions of the small board, in words. */
import { KIND_RULES } from '#lib/engine/activities/kinds.ts';
import type { BoardCheck } from '#lib/engine/report.ts';
import type { ActivityRecord, Figure } from '#lib/engine/view.ts';
import type { MessageKey } from '#lib/i18n/index.ts';
import type { Words } from '../words.ts';

/** A figure of an activity that is over, with what stands below it in small. */
export interface RecordCell {
	readonly main: string;
	readonly notes: readonly string[];
}

/** In the order of the table: activity, money, reach, units, extra units, return. */
export function recordRow(record: ActivityRecord, words: Words): RecordCell[] {
	const { t, formats, names, percent, list } = words;
	const { facts, turn, spentCents, wastedCents, extra, returns } = record;
	const { kind, depthBp, places, prepared, followedUp } = facts;
	const name = KIND_RULES[kind].place === 'region' ? names.region : names.area;
	const total = (of: (place: (typeof places)[number]) => number): number =>
		places.reduce((sum, place) => sum + of(place), 0);
	return [
		{
			main: depthBp > 0 ? `${t(`kind.${kind}`)} ${percent(depthBp)}` : t(`kind.${kind}`),
			notes: [
				t('past.at', { turn: turn + 1, where: list(places.map(({ id }) => name(id))) }),
				t('past.stages', { before: prepared ? 'yes' : 'no', after: followedUp ? 'yes' : 'no' })
			]
		},
		{
			main: formats.yuan(spentCents),
			notes: [
				t('past.planned', { amount: formats.yuan(facts.plannedCents) }),
				...(wastedCents > 0 ? [t('past.wasted', { amount: formats.yuan(wastedCents) })] : [])
			]
		},
		{
			main: t('past.outlets', { count: facts.outlets }),
			notes: facts.contacts > 0 ? [t('past.contacts', { count: formats.whole(facts.contacts) })] : []
		},
		{
			main: formats.whole(total(({ units }) => units)),
			notes: [t('past.expected', { units: formats.whole(total(({ expectedUnits }) => expectedUnits)) })]
		},
		ranged(extra, formats.whole, words),
		ranged(returns, formats.share, words)
	];
}

function ranged({ value, low, high }: Figure, format: (value: number) => string, { t }: Words): RecordCell {
	if (value === null || low === null || high === null) return { main: '–', notes: [] };
	return { main: format(value), notes: [t('past.range', { low: format(low), high: format(high) })] };
}

/** Conditions that ask for less than a figure, or for no more; all others ask for as much at least. */
const BELOW: readonly string[] = ['rivalry', 'dominant'];
const AT_MOST: readonly string[] = ['protection'];

/** Counts and yes-or-no stand as numbers, a lead as so many times, the rest are shares. */
export function wordCheck({ code, value, needed, met }: BoardCheck, { t, formats }: Words): string {
	const verdict = t(met ? 'smallBoard.met' : 'smallBoard.unmet');
	const name = t(`smallBoard.${code}` as MessageKey);
	if (code === 'dealer' || code === 'priceHeld') return t('smallBoard.verdict', { name, verdict });
	const format = code === 'suitability' ? formats.whole : code === 'lead' ? formats.ratio : formats.share;
	const sense = BELOW.includes(code) ? 'below' : AT_MOST.includes(code) ? 'atMost' : 'atLeast';
	return t('smallBoard.check', { name, value: format(value), needed: format(needed), sense, verdict });
}
