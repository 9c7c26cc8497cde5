/** Line plots as SVG: small, the same bytes everywhere, readable on white and without colour. */

export interface Axis {
	readonly label: string;
	readonly from: number;
	readonly to: number;
	/** Between two marks. */
	readonly step: number;
}

export interface Series {
	readonly name: string;
	readonly points: readonly (readonly [x: number, y: number])[];
	/** Dots that are not joined. */
	readonly dots?: boolean;
}

export interface Plot {
	readonly title: string;
	readonly x: Axis;
	readonly y: Axis;
	readonly series: readonly Series[];
}

const [WIDTH, HEIGHT] = [640, 360];
const PLACE = { left: 64, right: 620, top: 40, bottom: 300 };
/** Okabe & Ito 2008: told apart by the colour-blind; the dashes tell them apart without any colour. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'];
const DASHES = ['none', '6 4', '2 3', '9 3 2 3', '12 4', '1 5'];

export function svgOf({ title, x, y, series }: Plot): string {
	const across = (value: number): number =>
		PLACE.left + ((value - x.from) / (x.to - x.from)) * (PLACE.right - PLACE.left);
	const up = (value: number): number =>
		PLACE.bottom - ((value - y.from) / (y.to - y.from)) * (PLACE.bottom - PLACE.top);
	const parts = [
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
		text(WIDTH / 2, 22, title, 'middle', 15),
		...marks(x).flatMap((value) => [
			line(across(value), PLACE.top, across(value), PLACE.bottom, '#e5e5e5'),
			text(across(value), PLACE.bottom + 18, shown(value), 'middle')
		]),
		...marks(y).flatMap((value) => [
			line(PLACE.left, up(value), PLACE.right, up(value), value === 0 ? '#888' : '#e5e5e5'),
			text(PLACE.left - 8, up(value) + 4, shown(value), 'end')
		]),
		text((PLACE.left + PLACE.right) / 2, PLACE.bottom + 36, x.label, 'middle'),
		`<g transform="rotate(-90)">${text(-(PLACE.top + PLACE.bottom) / 2, 16, y.label, 'middle')}</g>`,
		...series.map((one, i) => drawn(one, colour(i), DASHES[i % DASHES.length] ?? 'none', across, up)),
		...legend(series)
	];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12">`,
		...parts.map((part) => `\t${part}`),
		'</svg>\n'
	].join('\n');
}

const colour = (i: number): string => COLOURS[i % COLOURS.length] ?? '#000';
const px = (value: number): string => String(Math.round(value * 10) / 10);
const shown = (value: number): string => String(Number(value.toPrecision(6)));

function marks({ from, to, step }: Axis): number[] {
	const count = Math.round((to - from) / step);
	return Array.from({ length: count + 1 }, (_, i) => from + i * step);
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string): string {
	return `<path d="M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}" stroke="${stroke}"/>`;
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', size = 12): string {
	return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" font-size="${size}" fill="#222">${escaped(words)}</text>`;
}

function drawn(
	{ points, dots }: Series,
	stroke: string,
	dash: string,
	across: (value: number) => number,
	up: (value: number) => number
): string {
	const places = points.map(([x, y]) => [px(across(x)), px(up(y))] as const);
	if (dots) {
		return places
			.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${stroke}" fill-opacity=".7"/>`)
			.join('');
	}
	const path = places.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
	return `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/>`;
}

/** Below the plot, in one line. */
function legend(series: readonly Series[]): string[] {
	if (series.length < 2) return [];
	const width = (PLACE.right - PLACE.left) / series.length;
	return series.flatMap(({ name, dots }, i) => {
		const x = PLACE.left + i * width;
		const mark = dots
			? `<circle cx="${px(x + 12)}" cy="352" r="3" fill="${colour(i)}"/>`
			: `<path d="M${px(x)} 352h24" stroke="${colour(i)}" stroke-width="2" stroke-dasharray="${DASHES[i % DASHES.length]}"/>`;
		return [mark, text(x + 30, 356, name, 'start', 11)];
	});
}

const escaped = (words: string): string =>
	words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
