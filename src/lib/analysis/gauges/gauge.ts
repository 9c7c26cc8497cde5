/** What a gauge is made of: something measured against a mark. Gauges stand beside the score, never in it. */
export interface GaugeStep<Code extends string> {
	readonly code: Code;
	readonly value: number;
	/** The mark; `most`: at or below it, else at or above. */
	readonly mark: number;
	readonly most: boolean;
	readonly met: boolean;
}

export function atLeast<Code extends string>(code: Code, value: number, mark: number): GaugeStep<Code> {
	return { code, value, mark, most: false, met: value >= mark };
}

export function atMost<Code extends string>(code: Code, value: number, mark: number): GaugeStep<Code> {
	return { code, value, mark, most: true, met: value <= mark };
}
