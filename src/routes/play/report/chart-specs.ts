/** The four pictures of a game: a sentence and the series of each, from rows of numbers. */
import { areaRows, turnRows } from '#lib/analysis/outcome.ts';
import { bandOf, moneyRows, STAGES, stockRows } from '#lib/analysis/series.ts';
import { styleOf, type ChartSpec } from '#lib/charts/spec.ts';
import type { FirmReport } from '#lib/engine/report.ts';
import type { FirmView } from '#lib/engine/view.ts';
import { NO1_RATIO } from '#lib/engine/vocab.ts';
import type { Words } from '../words.ts';

export interface Picture {
	readonly title: string;
	/** What it shows of the last turn. */
	readonly sentence: string;
	readonly spec: ChartSpec;
}

/** What the pictures of one game share. */
export interface Told {
	/** At least one. */
	readonly reports: readonly FirmReport[];
	readonly firms: FirmView['firms'];
	readonly words: Words;
}

/** A turn in running text. */
export function whenOf({ facts }: FirmReport, { t, formats }: Words): string {
	return facts.closing ? t('report.when.closing') : t('report.when', { turn: formats.whole(facts.turn + 1) });
}

function lastOf<T>(rows: readonly T[]): T {
	const last = rows.at(-1);
	if (last === undefined) throw new Error('a picture of no turn');
	return last;
}

function axisOf({ reports, words: { t, formats } }: Told): Pick<ChartSpec, 'axis' | 'labels'> {
	const labels = reports.map(({ facts }) =>
		facts.closing ? t('turn.closing') : formats.whole(facts.turn + 1)
	);
	return { axis: t('turn.turn'), labels };
}

export function goodsPicture(told: Told): Picture {
	const { t, formats } = told.words;
	const rows = turnRows(told.reports);
	const [now, before] = [lastOf(rows), rows.at(-2)];
	const diff = before === undefined ? 0 : now.channelUnits - before.channelUnits;
	return {
		title: t('chart.goods'),
		sentence: t('chart.goods.said', {
			when: whenOf(lastOf(told.reports), told.words),
			sellIn: formats.whole(now.sellInUnits),
			sellOut: formats.whole(now.sellOutUnits),
			channel: formats.whole(now.channelUnits),
			trend: diff > 0 ? 'more' : diff < 0 ? 'less' : 'other',
			diff: formats.whole(Math.abs(diff))
		}),
		spec: {
			...axisOf(told),
			series: [
				{
					kind: 'bar',
					label: t('turn.sellIn'),
					values: rows.map((row) => row.sellInUnits),
					colour: 'neutral',
					hollow: true
				},
				{
					kind: 'bar',
					label: t('turn.sellOut'),
					values: rows.map((row) => row.sellOutUnits),
					colour: 'own',
					hollow: false
				},
				{
					...{ kind: 'line', label: t('turn.channel'), values: rows.map((row) => row.channelUnits) },
					...{ colour: 'warn', dash: 'dashed', marker: 'rectRot' }
				}
			],
			format: formats.whole
		}
	};
}

const STAGE_LOOKS = {
	warehouse: { colour: 'neutral', dash: 'dotted', marker: 'rect' },
	dealer: { colour: 'own', dash: 'solid', marker: 'circle' },
	outlet: { colour: 'ok', dash: 'dashed', marker: 'triangle' }
} as const;

export function daysPicture(told: Told): Picture {
	const { t, formats } = told.words;
	const rows = stockRows(told.reports);
	const now = lastOf(rows);
	const band = bandOf(lastOf(told.reports), 'dealer');
	const days = (value: number | null): string => (value === null ? '–' : formats.days(value));
	return {
		title: t('chart.days'),
		sentence: t('chart.days.said', {
			when: whenOf(lastOf(told.reports), told.words),
			dealer: days(now.stages.dealer.days),
			warehouse: days(now.stages.warehouse.days),
			outlet: days(now.stages.outlet.days),
			rate: now.stockOutRate === null ? '–' : formats.share(now.stockOutRate)
		}),
		spec: {
			...axisOf(told),
			series: STAGES.map((stage) => ({
				kind: 'line' as const,
				label: t(`part.${stage}Days`),
				values: rows.map((row) => row.stages[stage].days),
				...STAGE_LOOKS[stage]
			})),
			columns: [
				...STAGES.map((stage) => ({
					label: t('chart.days.units', { stage: t(`part.${stage}Days`) }),
					values: rows.map((row) => row.stages[stage].units),
					format: formats.whole
				})),
				{ label: t('part.stockOuts'), values: rows.map((row) => row.stockOutRate), format: formats.share }
			],
			...(band === null
				? {}
				: { mark: { label: t('chart.days.mark', { days: formats.days(band.high) }), value: band.high } }),
			format: formats.days
		}
	};
}

export function leadPicture(told: Told): Picture {
	const { firms, reports, words } = told;
	const { t, formats, names } = words;
	const turns = reports.map((report) => areaRows(report, firms));
	const now = lastOf(turns);
	const worked = lastOf(reports).plan.regions.worked;
	const best = now.reduce((top, row) => (row.lead > top.lead ? row : top), lastOf(now));
	const mark = formats.plain(NO1_RATIO);
	/** The plainest looks go to where the people are. */
	const order = now
		.map(({ area }) => area)
		.sort((a, b) => Number(worked.includes(b)) - Number(worked.includes(a)));
	const said = {
		when: whenOf(lastOf(reports), words),
		held: now.filter((row) => row.standing === 'held').length,
		areas: now.length,
		mark,
		area: names.area(best.area)
	};
	return {
		title: t('chart.lead'),
		sentence:
			best.rival === null
				? t('chart.lead.alone', said)
				: t('chart.lead.said', {
						...said,
						ratio: formats.ratio(best.lead),
						rival: names.firm(best.rival.firm)
					}),
		spec: {
			...axisOf(told),
			series: now.map(({ area }, a) => ({
				kind: 'line' as const,
				label: names.area(area),
				values: turns.map((rows) => rows[a]?.lead ?? null),
				// Where the people are, against the rest.
				colour: worked.includes(area) ? ('own' as const) : ('neutral' as const),
				...styleOf(order.indexOf(area))
			})),
			mark: { label: t('chart.lead.mark', { mark }), value: NO1_RATIO },
			format: formats.ratio,
			tick: formats.days
		}
	};
}

export function moneyPicture(told: Told): Picture {
	const { t, yuan, formats } = told.words;
	const rows = moneyRows(told.reports);
	const now = lastOf(rows);
	const line = (label: string, cents: (row: (typeof rows)[number]) => number) => ({
		label,
		values: rows.map(cents),
		format: yuan
	});
	return {
		title: t('chart.money'),
		sentence: t('chart.money.said', {
			when: whenOf(lastOf(told.reports), told.words),
			margin: yuan(now.marginCents),
			expense: yuan(now.expenseCents),
			other: yuan(now.marginCents - now.expenseCents - now.lines.profitCents),
			profit: yuan(now.lines.profitCents),
			cash: yuan(now.lines.cashCents)
		}),
		spec: {
			...axisOf(told),
			series: [
				{
					...{ kind: 'bar', label: t('money.margin'), values: rows.map((row) => row.marginCents) },
					...{ colour: 'own', hollow: false }
				},
				{
					...{ kind: 'bar', label: t('turn.expense'), values: rows.map((row) => row.expenseCents) },
					...{ colour: 'warn', hollow: true }
				},
				{
					...{ kind: 'line', label: t('turn.profit'), values: rows.map((row) => row.lines.profitCents) },
					...{ colour: 'text', dash: 'solid', marker: 'circle' }
				}
			],
			columns: [
				line(t('money.revenue'), (row) => row.lines.revenueCents),
				line(t('money.goods'), (row) => row.lines.costOfGoodsCents),
				line(t('money.freight'), (row) => row.lines.freightCents),
				line(t('money.promotion'), (row) => row.lines.promotionCents),
				line(t('money.people'), (row) => row.lines.peopleCents),
				line(t('money.overhead'), (row) => row.lines.overheadCents),
				line(t('money.interest'), (row) => row.lines.interestCents),
				line(t('money.writeOff'), (row) => row.lines.writeOffCents),
				line(t('money.cash'), (row) => row.lines.cashCents)
			],
			format: yuan,
			tick: formats.yuan
		}
	};
}
