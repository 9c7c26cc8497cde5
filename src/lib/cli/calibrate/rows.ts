/** What the seeds measured → the rows of the table: mean, interval, and whether the band is met. */
import { isInside, type Band, type Measured, type RowSpec } from '#lib/analysis/calibrate/index.ts';
import type { MessageKey } from '#lib/i18n/index.ts';
import type { Language } from '../language.ts';
import { estimateExact } from '../panel/statistics.ts';

export interface Row {
	readonly name: string;
	readonly title: string;
	/** A figure, a range of two, or null for a fact that has a direction only. */
	readonly published: RowSpec['published'];
	readonly source: string;
	readonly estimator: string;
	readonly horizon: string;
	/** Ends that are open are null; null altogether for what is only told. */
	readonly band: Band | null;
	readonly measured: number | null;
	/** 95 % over the seeds, by Student's t. */
	readonly interval: readonly [number, number] | null;
	/** Whether the mean lies in the band; null where there is none. */
	readonly ok: boolean | null;
	/** Why it is missed. */
	readonly reason?: string;
	/** Parameters that set it; none: it comes out of the other rules. */
	readonly setBy: readonly string[];
	/** Seeds that could tell. */
	readonly seeds: number;
}

export function rowOf(spec: RowSpec, samples: readonly Measured[], language: Language): Row {
	const { name, published, source, band, weeks, setBy } = spec;
	const { t } = language;
	const values = samples.map((sample) => sample[name] ?? NaN).filter(Number.isFinite);
	const estimate = values.length >= 2 ? estimateExact(values) : null;
	const row = {
		name,
		title: t(`calibrate.${name}.title` as MessageKey),
		published,
		source,
		estimator: t(`calibrate.${name}.estimator` as MessageKey),
		horizon: t('calibrate.horizon', { weeks }),
		band,
		measured: estimate?.mean ?? null,
		interval: estimate?.interval ?? null,
		ok: band === null ? null : estimate !== null && isInside(estimate.mean, band),
		setBy,
		seeds: values.length
	};
	return row.ok === false ? { ...row, reason: reasonOf(row, language) } : row;
}

/** Where it lies, and what is known of the cause. */
function reasonOf({ name, band, measured, interval }: Row, { t, optional, locale }: Language): string {
	if (band === null || measured === null || interval === null) return t('calibrate.reason.none');
	const [low, high] = band;
	const isBelow = low !== null && measured < low;
	const edge = (isBelow ? low : high) ?? 0;
	const reaches = isBelow ? interval[1] >= edge : interval[0] <= edge;
	const side = isBelow ? 'below' : 'above';
	const where = t('calibrate.reason.outside', {
		side,
		by: figure(Math.abs(measured - edge), locale),
		reaches: reaches ? 'yes' : 'no'
	});
	return [where, optional(`calibrate.${name}.${side}`)].filter((part) => part !== null).join(' ');
}

/** Three digits that count, as the language writes them. */
export function figure(value: number, locale: string): string {
	if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(1);
	return new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value);
}
