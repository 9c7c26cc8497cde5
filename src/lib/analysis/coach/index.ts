/**
 * The coach: a table of rules, each of which looks for one sign in a turn's audited figures. Nothing here knows what
 * would have happened otherwise; a sign says what stands there, and what the method would try next.
 */
import type { FirmReport } from '../../engine/report.ts';
import type { FirmView } from '../../engine/view.ts';
import { marksLost } from '../turn-change.ts';
import { ACCOUNT_RULES } from './accounts.ts';
import { ACTIVITY_RULES } from './activities.ts';
import { caseOf, type Case, type Found, type Rule } from './case.ts';
import { DEALING_RULES } from './dealings.ts';
import { FIELD_RULES } from './field.ts';
import { FLOW_RULES } from './flow.ts';
import { MONEY_RULES } from './money.ts';
import { PEOPLE_RULES } from './people.ts';
import { PLATFORM_RULES } from './platform.ts';
import { PRODUCT_RULES } from './products.ts';
import { TONES, type Sign } from './sign.ts';

export { EVIDENCE, SIGN_CODES, TONES } from './sign.ts';
export type { Evidence, Quantity, Sign, SignCode, Tone } from './sign.ts';

export const RULES: readonly Rule[] = [
	...MONEY_RULES,
	...ACTIVITY_RULES,
	...FLOW_RULES,
	...DEALING_RULES,
	...FIELD_RULES,
	...PEOPLE_RULES,
	...ACCOUNT_RULES,
	...PLATFORM_RULES,
	...PRODUCT_RULES
];

/**
 * The signs of turn `i`: what is urgent first, then by the marks at stake, then what went well.
 *
 * @param firms as the view lists them: the order of the facts' columns
 * @returns none for a turn without a score
 */
export function coach(reports: readonly FirmReport[], i: number, firms: FirmView['firms']): Sign[] {
	const turn = caseOf(reports, i, firms);
	if (turn === null) return [];
	return RULES.flatMap((rule): Sign[] => {
		const found = rule.find(turn);
		if (found === null) return [];
		const { code, tone, row, evidence } = rule;
		const { params, lever } = found;
		return [{ code, tone, row, evidence, params, lever, atStake: atStake(turn, rule, found) }];
	}).sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || b.atStake - a.atStake);
}

function atStake({ score }: Case, { costs }: Rule, { area }: Found): number {
	return marksLost(score)
		.filter(({ part }) => costs.includes(part.code) && (area === undefined || part.area === area))
		.reduce((sum, { lost }) => sum + lost, 0);
}
