/** Everything of chart.js a page needs, and no more. Loaded when the first chart is shown. */
import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
} from 'chart.js';
import { configOf, type Look, type Palette } from './config.ts';
import { COLOURS, type ChartSpec } from './spec.ts';

/** @returns takes the chart off its canvas again */
export function draw(canvas: HTMLCanvasElement, spec: ChartSpec): () => void {
	// The library keeps what is registered by name: saying it again changes nothing.
	Chart.register(BarController, BarElement, LineController, LineElement, PointElement);
	Chart.register(CategoryScale, LinearScale, Tooltip);
	const chart = new Chart(canvas, configOf(spec, lookOf(canvas)));
	return () => chart.destroy();
}

function lookOf(canvas: HTMLCanvasElement): Look {
	const { fontFamily, fontSize } = getComputedStyle(canvas);
	return { palette: paletteOf(canvas), font: { family: fontFamily, size: parseFloat(fontSize) } };
}

/** A canvas knows no variables, and a variable's own text may still be a choice of two: an element is asked. */
function paletteOf({ parentElement }: HTMLCanvasElement): Palette {
	const probe = document.createElement('span');
	probe.hidden = true;
	(parentElement ?? document.body).append(probe);
	const colour = (token: string): string => {
		probe.style.color = `var(--${token})`;
		return getComputedStyle(probe).color;
	};
	const tokens = COLOURS.map((token) => [token, colour(token)]);
	const palette = {
		...Object.fromEntries(tokens),
		...{ line: colour('line'), surface: colour('surface'), quiet: colour('text-quiet') }
	} as Palette;
	probe.remove();
	return palette;
}
