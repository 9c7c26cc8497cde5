/** A figure of the view in words: what it is, how sure, of when and from whom. Never the bare number. */
import type { Figure } from '#lib/engine/view.ts';
import type { Words } from '../words.ts';

export interface WordedFigure {
	readonly value: string;
	/** Range, source and week in one line; null where nothing is known. */
	readonly from: string | null;
	readonly range: string | null;
}

/**
 * @param format of the value and its bounds
 * @param sampled whether the range is the 95 % interval of a sample; else it is simply from low to high
 */
export function wordFigure(
	figure: Figure,
	format: (value: number) => string,
	sampled: boolean,
	words: Words
): WordedFigure {
	const { t } = words;
	const { value, low, high } = figure;
	if (value === null) return { value: t('figure.unknown'), from: null, range: null };
	const bounds =
		low === null || high === null || low === high ? null : { low: format(low), high: format(high) };
	const range = bounds && t(sampled ? 'figure.range95' : 'figure.range', bounds);
	const source = wordSource(figure, words);
	return { value: format(value), from: range === null ? source : t('figure.from', { range, source }), range };
}

export function wordSource({ source, asOfWeek }: Figure, { t }: Words): string {
	const name = t(`source.${source}`);
	if (source === 'file') return name;
	return asOfWeek < 0
		? t('figure.opening', { source: name })
		: t('figure.week', { source: name, week: asOfWeek + 1 });
}
