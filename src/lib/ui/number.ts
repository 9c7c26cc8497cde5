/** What a reader types into a number field, and what may become of it. */

/** Reads full-width digits, signs of money and of a hundred, spaces and thousands marks, too. Null: no number. */
export function readNumber(text: string): number | null {
	const plain = text
		.normalize('NFKC')
		.replace(/[\s,，¥￥%]/g, '')
		.replace(/^[−–]/, '-');
	return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

export interface Range {
	readonly min: number;
	readonly max: number;
	/** Decimals it is kept to. */
	readonly digits: number;
}

/** The nearest value that may stand. */
export function fit(value: number, { min, max, digits }: Range): number {
	const scale = 10 ** digits;
	return Math.min(max, Math.max(min, Math.round(value * scale) / scale));
}

/** The next multiple of the step up or down: from an odd value to the round one first. */
export function stepped(value: number, direction: 1 | -1, step: number, range: Range): number {
	// A thousandth of a step off a multiple is on it: decimals are not exact.
	const steps = direction > 0 ? Math.floor(value / step + 0.001) + 1 : Math.ceil(value / step - 0.001) - 1;
	return fit(steps * step, range);
}
