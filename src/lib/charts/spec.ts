/** What a chart shows, apart from how it is drawn: the same for the picture, its legend and its table. */

/** Design tokens of src/app.css that a series may take. */
export const COLOURS = ['own', 'rival', 'neutral', 'ok', 'warn', 'text'] as const;
export type Colour = (typeof COLOURS)[number];

/** Series are told apart by these too, never by colour alone. Lengths of dash and gap in CSS pixels. */
export const DASHES = { solid: [], dashed: [7, 4], dotted: [2, 3], dashDot: [8, 3, 2, 3] } as const;
export type Dash = keyof typeof DASHES;

export const MARKERS = ['circle', 'triangle', 'rect', 'rectRot'] as const;
export type Marker = (typeof MARKERS)[number];

interface Named {
	readonly label: string;
	/** One per label of the axis; null leaves a gap. */
	readonly values: readonly (number | null)[];
	readonly colour: Colour;
}

export interface LineSeries extends Named {
	readonly kind: 'line';
	readonly dash: Dash;
	readonly marker: Marker;
}

export interface BarSeries extends Named {
	readonly kind: 'bar';
	/** Filled, or an outline only. */
	readonly hollow: boolean;
}

export type Series = LineSeries | BarSeries;

/** A horizontal line to read the series against. */
export interface Mark {
	readonly label: string;
	readonly value: number;
}

/** Figures that belong to the picture and stand in its table only. */
export interface Column {
	readonly label: string;
	readonly values: readonly (number | null)[];
	readonly format: (value: number) => string;
}

export interface ChartSpec {
	/** What the axis along the bottom counts; heads the first column of the table. */
	readonly axis: string;
	readonly labels: readonly string[];
	readonly series: readonly Series[];
	readonly mark?: Mark;
	readonly columns?: readonly Column[];
	/** Words a value for table and tooltip. */
	readonly format: (value: number) => string;
	/** For the axis, where there is less room; `format` without it. */
	readonly tick?: (value: number) => string;
}

/** The dash and marker of the nth of many lines: no two of the first sixteen look alike. */
export function styleOf(n: number): { readonly dash: Dash; readonly marker: Marker } {
	const dashes = Object.keys(DASHES) as Dash[];
	const marker = MARKERS[n % MARKERS.length] ?? 'circle';
	const turns = Math.floor(n / MARKERS.length);
	return { dash: dashes[(n + turns) % dashes.length] ?? 'solid', marker };
}
