/**
 * What is wrong with a scenario file: a code, its parameters and the place. The words are in `messages/` under
 * `problem.<CODE>.message` and `.hint`, in both languages; `describeProblem` of the i18n layer puts them together.
 */

/** Closed list; a test holds the two catalogues to it. */
export const PROBLEM_CODES = [
	// Reading the text.
	'TOO_LARGE',
	'EMPTY_FILE',
	'CONTROL_CHARACTER',
	'WRONG_ENCODING',
	'YAML_SYNTAX',
	'TAB_INDENT',
	'FULL_WIDTH_COLON',
	'DUPLICATE_KEY',
	'KEY_NOT_TEXT',
	'FORBIDDEN_KEY',
	'UNKNOWN_TAG',
	'SEVERAL_DOCUMENTS',
	'TOO_DEEP',
	'TOO_MANY_VALUES',
	'NOT_A_NUMBER',
	// Shape.
	'FORMAT_VERSION',
	'MISSING_KEY',
	'MISSING_LANGUAGE',
	'UNKNOWN_KEY',
	'WRONG_TYPE',
	'OUT_OF_RANGE',
	'NOT_WHOLE',
	'TOO_FINE',
	'NOT_AN_OPTION',
	'BAD_ID',
	'BAD_TEXT',
	'WRONG_LENGTH',
	// Inheritance.
	'EXTENDS_UNKNOWN',
	'EXTENDS_CYCLE',
	'EXTENDS_TOO_DEEP',
	// References.
	'DUPLICATE_ID',
	'UNKNOWN_REFERENCE',
	'UNKNOWN_STRATEGY',
	'STRATEGY_MISSING',
	'STRATEGY_ON_PLAYER',
	'PLAN_ON_PLAYER',
	'PLAYER_COUNT',
	'INCUMBENT_MISSING',
	'INCUMBENT_ELSEWHERE',
	'INCUMBENT_SHARED',
	'AREA_ELSEWHERE',
	'HELD_BY_MISSING',
	'SECOND_TIER',
	// Sums, sizes, order.
	'TURN_COUNT',
	'TARGET_COUNT',
	'SUM_NOT_ONE',
	'SEASON_MEAN',
	'SHARES_ABOVE_ONE',
	'SHARE_WITHOUT_DISTRIBUTION',
	'SUM_ABOVE_ONE',
	'NOTHING_TO_SELL',
	'SHOCK_NEVER',
	'TOO_MANY',
	'PRICE_ORDER',
	'BOUND_ORDER',
	'UNLOCK_TOO_LATE',
	'POLYGON_CROSSES',
	'POLYGON_FLAT',
	// Labs.
	'ONE_OF_TWO',
	'KEY_WITHOUT_EFFECT',
	'CHAIN_CYCLE',
	'LEAD_TOO_SHORT',
	'OPENING_LENGTH',
	'LAB_NOT_PLAYED',
	// Economics and sense: warnings.
	'CLASSES_NOT_FALLING',
	'CONTRIBUTION_NEGATIVE',
	'SHELF_PRICE_FAR',
	'DISTRIBUTION_BEYOND_REACH',
	'SHARE_BEYOND_LISTING',
	'DEALER_WITHOUT_REACH',
	'FEW_CANDIDATES',
	'INCUMBENT_TOO_SMALL',
	'TARGET_OUT_OF_REACH',
	'TARGET_BELOW_OPENING',
	'CASH_BELOW_FLOOR',
	'PLAN_DROPPED',
	'POLYGONS_OVERLAP',
	'DEMAND_CUT_OFF'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type Severity = 'error' | 'warning';

export type ProblemParams = Readonly<Record<string, string | number>>;

/** Steps from the root of the file to a value: keys of maps, indices of lists. */
export type Path = readonly (string | number)[];

/** Where something stands in a file; line and column count from 1, the column in UTF-16 units. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

export interface Problem extends Place {
	readonly code: ProblemCode;
	readonly severity: Severity;
	/** As `regions[0].areas[1].shares`; empty for the whole file. */
	readonly path: string;
	readonly params: ProblemParams;
}

export function pathText(path: Path): string {
	return path.reduce<string>((text, step) => {
		if (typeof step === 'number') return `${text}[${step}]`;
		return text === '' ? step : `${text}.${step}`;
	}, '');
}

export function problem(
	code: ProblemCode,
	place: Place,
	path: Path = [],
	params: ProblemParams = {},
	severity: Severity = 'error'
): Problem {
	const { file, line, column } = place;
	return { code, severity, file, line, column, path: pathText(path), params };
}

/** In the order a reader goes through the file; errors before warnings of the same place. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) =>
			Number(a.file > b.file) - Number(a.file < b.file) ||
			a.line - b.line ||
			a.column - b.column ||
			Number(a.severity === 'warning') - Number(b.severity === 'warning')
	);
}
