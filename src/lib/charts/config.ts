/** A chart's spec as chart.js wants it. Pure: colours and font come in, nothing is drawn. */
import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';
import { DASHES, type ChartSpec, type Colour, type Mark, type Series } from './spec.ts';

/** Colours as the canvas takes them, by token; `line` is that of the grid, `surface` the ground. */
export type Palette = Readonly<Record<Colour | 'line' | 'surface' | 'quiet', string>>;

export interface Look {
	readonly palette: Palette;
	readonly font: { readonly family: string; readonly size: number };
}

type Kinds = 'bar' | 'line';

/** The room above the mark, so that it does not lie on the edge of the picture. */
const HEADROOM = 1.12;

export function configOf(spec: ChartSpec, look: Look): ChartConfiguration<Kinds, (number | null)[], string> {
	const { palette, font } = look;
	const tick = spec.tick ?? spec.format;
	return {
		type: 'bar',
		data: {
			labels: [...spec.labels],
			datasets: spec.series.map((series) => datasetOf(series, palette))
		},
		plugins: spec.mark === undefined ? [] : [markLine(spec.mark, look)],
		options: {
			responsive: true,
			// The box has its size before anything is drawn; the picture fills it.
			maintainAspectRatio: false,
			animation: false,
			color: palette.text,
			font,
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: {
					grid: { display: false },
					border: { color: palette.line },
					ticks: { color: palette.quiet, font, maxRotation: 0, autoSkipPadding: 8 }
				},
				y: {
					beginAtZero: true,
					...(spec.mark === undefined ? {} : { suggestedMax: spec.mark.value * HEADROOM }),
					grid: { color: palette.line },
					border: { display: false },
					ticks: { color: palette.quiet, font, maxTicksLimit: 6, callback: (value) => tick(Number(value)) }
				}
			},
			plugins: {
				tooltip: {
					backgroundColor: palette.surface,
					titleColor: palette.text,
					bodyColor: palette.text,
					borderColor: palette.line,
					borderWidth: 1,
					titleFont: font,
					bodyFont: font,
					callbacks: {
						label: ({ dataset, parsed }) =>
							`${dataset.label ?? ''}  ${parsed.y === null ? '' : spec.format(parsed.y)}`
					}
				}
			}
		}
	};
}

function datasetOf(series: Series, palette: Palette): ChartDataset<Kinds, (number | null)[]> {
	const colour = palette[series.colour];
	const common = { label: series.label, data: [...series.values], borderColor: colour };
	if (series.kind === 'bar') {
		return {
			...common,
			type: 'bar',
			order: 2,
			backgroundColor: series.hollow ? 'transparent' : colour,
			borderWidth: 2,
			borderRadius: 2,
			categoryPercentage: 0.7,
			barPercentage: 0.9,
			// One turn alone would fill the picture.
			maxBarThickness: 44
		};
	}
	return {
		...common,
		type: 'line',
		// In front of the bars.
		order: 1,
		backgroundColor: colour,
		borderWidth: 2,
		borderDash: [...DASHES[series.dash]],
		pointStyle: series.marker,
		pointRadius: 4,
		pointHoverRadius: 6
	};
}

/**
 * A plugin of its own: the packaged one is larger than what it would draw here. What the line means stands in the
 * legend: words in the picture would lie on a series.
 */
function markLine({ value }: Mark, { palette }: Look): Plugin<Kinds> {
	return {
		id: 'mark',
		afterDatasetsDraw({ ctx, chartArea, scales }) {
			const y = scales['y']?.getPixelForValue(value);
			if (y === undefined) return;
			ctx.save();
			ctx.strokeStyle = palette.text;
			ctx.lineWidth = 1.5;
			ctx.beginPath();
			ctx.moveTo(chartArea.left, y);
			ctx.lineTo(chartArea.right, y);
			ctx.stroke();
			ctx.restore();
		}
	};
}
