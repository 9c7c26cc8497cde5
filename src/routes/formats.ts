import type { Locale } from '#lib/i18n/index.ts';

/** Numbers as a reader of a language expects them. */
export interface Formats {
	/** Whole number, grouped. */
	readonly whole: (value: number) => string;
	/** Cents as whole yuan. */
	readonly yuan: (cents: number) => string;
	/** Thousandths of a point with one decimal. */
	readonly score: (thousandths: number) => string;
	/** 0–1 as a percentage with one decimal. */
	readonly share: (value: number) => string;
	/** With two decimals. */
	readonly ratio: (value: number) => string;
	/** With as few decimals as it has. */
	readonly plain: (value: number) => string;
}

export function formatsOf(locale: Locale): Formats {
	const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
		const { format } = new Intl.NumberFormat(locale, options);
		// A small loss must not round to “−0”.
		return (value) => format(value).replace(/^-(?=[0.,]*$)/, '');
	};
	const fixed = (digits: number): Intl.NumberFormatOptions => ({
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
	const whole = number(fixed(0));
	const tenths = number(fixed(1));
	return {
		whole,
		yuan: (cents) => whole(cents / 100),
		score: (thousandths) => tenths(thousandths / 1000),
		share: number({ style: 'percent', ...fixed(1) }),
		ratio: number(fixed(2)),
		plain: number({})
	};
}
