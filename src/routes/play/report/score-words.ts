/** A part of the score in words: what it is called, what was measured, against what. */
import type { ScorePart } from '#lib/engine/report.ts';
import type { MessageKey } from '#lib/i18n/index.ts';
import type { Words } from '../words.ts';

export function partName({ code, area }: Pick<ScorePart, 'code' | 'area'>, { t, names }: Words): string {
	const key = `part.${code}` as MessageKey;
	return area === undefined ? t(key) : t(key, { area: names.area(area) });
}

export function partValue({ code, value }: ScorePart, words: Words): string {
	return formatOf(code, words)(value);
}

/** What gives full marks. */
export function partMark(part: ScorePart, words: Words): string {
	const { code, target, band } = part;
	const { t, formats } = words;
	const value = formatOf(code, words)(target);
	if (band !== undefined) {
		return t('report.band', { low: formats.days(band.low), high: formats.days(band.high) });
	}
	// The target of this part is where the marks end.
	if (code === 'stockOuts') return t('report.atMost', { value: formats.share(0) });
	if (code === 'aged' || code === 'expenseRatio') return t('report.atMost', { value });
	return value;
}

function formatOf(code: string, { t, formats, yuan }: Words): (value: number) => string {
	switch (code) {
		case 'warehouseDays':
		case 'dealerDays':
		case 'outletDays':
			return (value) => t('figure.days', { days: formats.days(value) });
		case 'stockOuts':
		case 'aged':
		case 'expenseRatio':
			return formats.share;
		case 'profit':
		case 'cashFloor':
			return yuan;
		case 'lead':
			return (value) => t('figure.times', { ratio: formats.ratio(value) });
		default:
			return formats.whole;
	}
}
