/** What a row of the parameter tables says: unit, default, range, source. */

export const UNITS = [
	'share',
	'factor',
	'exponent',
	'chance',
	'yuan',
	'yuan/week',
	'yuan/unit',
	'hours',
	'reviews',
	'points',
	'accounts',
	'dealers',
	'per week',
	'per year',
	'weeks',
	'days',
	'minutes',
	'visits',
	'people',
	'products',
	'facings',
	'contacts',
	'yuan/week per 1000 units'
] as const;
export type Unit = (typeof UNITS)[number];

export const SOURCE_TAGS = ['P', 'R', 'D', 'A'] as const;
export type SourceTag = (typeof SOURCE_TAGS)[number];

export interface Parameter {
	readonly unit: Unit;
	readonly default: number;
	readonly min: number;
	readonly max: number;
	readonly whole: boolean;
	readonly tag: SourceTag;
	/** What it is, and whence the default. */
	readonly about: string;
}

/** Parameters by name; a group of them nests. */
export interface Table {
	readonly [name: string]: Parameter | Table;
}

export function isParameter(row: Parameter | Table): row is Parameter {
	return typeof row['unit'] === 'string';
}

/** A fraction or any other real number. */
export function real(
	unit: Unit,
	value: number,
	[min, max]: readonly [number, number],
	tag: SourceTag,
	about: string
): Parameter {
	return { unit, default: value, min, max, whole: false, tag, about };
}

/** A whole number. */
export function whole(
	unit: Unit,
	value: number,
	[min, max]: readonly [number, number],
	tag: SourceTag,
	about: string
): Parameter {
	return { unit, default: value, min, max, whole: true, tag, about };
}
