/** The calibration as a terminal shows it: the table, then what was missed and why. */
import type { Language } from '../language.ts';
import { table } from '../table.ts';
import { figure, type Row } from './rows.ts';

export function calibrationText(rows: readonly Row[], language: Language): string {
	const { t, locale } = language;
	const range = (low: number | null, high: number | null): string => {
		if (low === null || high === null)
			return low === null ? `≤ ${figure(high ?? 0, locale)}` : `≥ ${figure(low, locale)}`;
		return low === high ? figure(low, locale) : `${figure(low, locale)} … ${figure(high, locale)}`;
	};
	const published = (value: Row['published']): string => {
		if (value === null) return '–';
		return typeof value === 'number' ? figure(value, locale) : range(...value);
	};
	const lines = table(
		(['what', 'published', 'measured', 'interval', 'band', 'met', 'restsOn', 'horizon'] as const).map(
			(column) => t(`calibrate.column.${column}`)
		),
		rows.map((row) => [
			row.title,
			published(row.published),
			row.measured === null ? '–' : figure(row.measured, locale),
			row.interval === null ? '–' : range(...row.interval),
			row.band === null ? '–' : range(...row.band),
			t('calibrate.met', { ok: row.ok === null ? 'told' : row.ok ? 'yes' : 'no' }),
			t('calibrate.restsOn', { set: row.setBy.length > 0 ? 'yes' : 'no' }),
			row.horizon
		]),
		['left', 'right', 'right', 'right', 'right', 'left']
	);
	const missed = rows.filter(({ ok }) => ok === false);
	const judged = rows.filter(({ ok }) => ok !== null).length;
	const total = t('calibrate.total', { met: judged - missed.length, judged });
	const reasons = missed.map(
		({ title, reason }) => `  ${t('calibrate.missed', { title, reason: reason ?? '' })}`
	);
	return [lines, '', total, ...reasons].join('\n');
}
