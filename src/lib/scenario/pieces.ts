/** Building blocks of the file's schema. Sums, references and geometry are `compile`'s: here is only shape. */
import * as v from 'valibot';
import { isParameter, type Parameter, type Table } from './parameter.ts';

/** `constructor` is the one such word that every object knows already: as a key it would find what nobody wrote. */
export const ID_PATTERN = /^(?!constructor$)[a-z][a-z0-9-]{0,39}$/;

export const id = (about: string) =>
	v.pipe(v.string(), v.regex(ID_PATTERN), v.description(`${about} Lower-case letters, digits, hyphens.`));

/** A number within bounds; Infinity and NaN have been refused by the reader already. */
export const real = (min: number, max: number, about: string) =>
	v.pipe(v.number(), v.minValue(min), v.maxValue(max), v.description(about));

export const whole = (min: number, max: number, about: string) =>
	v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max), v.description(about));

export const share = (about: string) => real(0, 1, about);

/** Yuan with at most two decimals, so that the ledger has whole cents; `compile` holds the decimals. */
export const yuan = (max: number, about: string) => real(0, max, `${about} Yuan.`);

/** A text in both languages, up to `max` characters each. */
export const text = (max: number, about: string) =>
	v.pipe(
		v.strictObject({
			'zh-CN': v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max)),
			en: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
		}),
		v.description(about)
	);

export const list = <S extends v.GenericSchema>(item: S, min: number, max: number, about: string) =>
	v.pipe(v.array(item), v.minLength(min), v.maxLength(max), v.description(about));

/** A map by id. */
export const byId = <S extends v.GenericSchema>(value: S, about: string) =>
	v.pipe(v.record(v.pipe(v.string(), v.regex(ID_PATTERN)), value), v.description(about));

export const perClass = <S extends v.GenericSchema>(value: S, about: string) =>
	v.pipe(v.strictObject({ A: value, B: value, C: value }), v.description(about));

export const perChannel = <S extends v.GenericSchema>(value: S, about: string) =>
	v.pipe(
		v.strictObject({
			modern: value,
			traditional: value,
			convenience: value,
			onPremise: value,
			specialist: value
		}),
		v.description(about)
	);

export const perTier = <S extends v.GenericSchema>(value: S, about: string) =>
	v.pipe(v.strictObject({ economy: value, standard: value, premium: value }), v.description(about));

/** What a table of parameters gives once defaults are filled in. */
export type Values<T> = T extends Parameter ? number : { readonly [K in keyof T]: Values<T[K]> };

/** Every row optional with its default, groups too. */
export function tableEntries<T extends Table>(
	table: T
): { [K in keyof T]: v.GenericSchema<unknown, Values<T[K]>> } {
	const entries = Object.entries(table).map(([name, row]) => [name, rowSchema(row)]);
	return Object.fromEntries(entries) as { [K in keyof T]: v.GenericSchema<unknown, Values<T[K]>> };
}

function rowSchema(row: Parameter | Table): v.GenericSchema {
	if (!isParameter(row)) return filled(v.strictObject(tableEntries(row)));
	const about = `${row.about} [${row.tag}] Unit: ${row.unit}.`;
	const schema = row.whole ? whole(row.min, row.max, about) : real(row.min, row.max, about);
	return v.optional(schema, row.default);
}

/** A map that may be left out, since everything in it has a default. */
export const filled = <S extends v.GenericSchema>(schema: S): v.GenericSchema<unknown, v.InferOutput<S>> =>
	v.optional(schema, {} as never);

export const table = <T extends Table>(rows: T, about: string) =>
	filled(v.pipe(v.strictObject(tableEntries(rows)), v.description(about)));
