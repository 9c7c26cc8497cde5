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
	/** Days of supply, with at most one decimal. */
	readonly days: (value: number) => string;
	/** Changes, with their sign: units, thousandths of a point, parts of 1. */
	readonly change: Readonly<Record<'whole' | 'score' | 'share', (value: number) => string>>;
}

export function formatsOf(locale: Locale): Formats {
	const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
		const { format } = new Intl.NumberFormat(locale, options);
		// A small loss must not round to “−0”, and a minus is as wide as a plus.
		return (value) =>
			format(value)
				.replace(/^-(?=[0.,]*$)/, '')
				.replace('-', '−');
	};
	const fixed = (digits: number): Intl.NumberFormatOptions => ({
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
	/** Nought has no sign. */
	const change = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
		const { format } = new Intl.NumberFormat(locale, { ...options, signDisplay: 'exceptZero' });
		return (value) => format(value).replace('-', '−');
	};
	const changeOfPoints = change(fixed(1));
	const whole = number(fixed(0));
	const tenths = number(fixed(1));
	return {
		whole,
		yuan: (cents) => whole(cents / 100),
		score: (thousandths) => tenths(thousandths / 1000),
		share: number({ style: 'percent', ...fixed(1) }),
		ratio: number(fixed(2)),
		plain: number({}),
		days: number({ maximumFractionDigits: 1 }),
		change: {
			whole: change(fixed(0)),
			score: (thousandths) => changeOfPoints(thousandths / 1000),
			share: change({ style: 'percent', ...fixed(1) })
		}
	};
}
