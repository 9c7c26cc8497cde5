/** Rules of accounts (M13, M16, M17, M36): the right person, the key events, whole series, a full funnel, the old before the new. */
import type { Case, Rule } from './case.ts';

/** Part from which a weakness is worth a word. Design (A). */
const MOST = 0.5;
/** Of the accounts that list the firm, gone without a call while new ones are sought. Design (A). */
const MANY_UNSERVED = 0.1;

/** Of all accounts, not yet won: a market to be opened still. Design (A). */
const MANY_LEFT = 0.2;

/** Where people work: accounts that list the firm, and those of them that saw nobody. */
function served({ areas }: Case): { readonly listing: number; readonly unserved: number } {
	const worked = areas.filter((area) => area.worked);
	return {
		listing: worked.reduce(
			(sum, area) => sum + Math.floor(area.numericDistribution * area.accounts + 0.5),
			0
		),
		unserved: worked.reduce((sum, area) => sum + area.unservedAccounts, 0)
	};
}

export const ACCOUNT_RULES: readonly Rule[] = [
	{
		code: 'NEW_BEFORE_OLD',
		tone: 'warn',
		row: 'M13',
		evidence: 'plan',
		costs: ['attainment', 'lead'],
		find(turn) {
			const { begun } = turn.report.facts.field.openings;
			const { listing, unserved } = served(turn);
			if (begun === 0 || unserved === 0 || unserved < MANY_UNSERVED * listing) return null;
			const params = {
				begun: { kind: 'count', value: begun },
				unserved: { kind: 'count', value: unserved },
				listing: { kind: 'count', value: listing }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'KEY_PERSON_UNKNOWN',
		tone: 'warn',
		row: 'M16',
		evidence: 'plan',
		costs: ['lead'],
		find({ report }) {
			const { calledA, strangersA } = report.facts.field;
			if (calledA === 0 || strangersA < MOST * calledA) return null;
			const params = {
				strangers: { kind: 'count', value: strangersA },
				called: { kind: 'count', value: calledA }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'KEY_EVENTS_MISSED',
		tone: 'warn',
		row: 'M16',
		evidence: 'plan',
		costs: ['lead'],
		find({ report, areas }) {
			const { keyEventsMet, keyEventsMissed } = report.facts.field;
			const all = keyEventsMet + keyEventsMissed;
			if (keyEventsMissed === 0 || keyEventsMissed < MOST * all) return null;
			// Where everybody was called on who should be, they fell in areas that were left for a reason.
			const sent = areas.filter((area) => area.worked);
			if (sent.length > 0 && sent.every((area) => area.visitedAccounts >= area.accounts)) return null;
			const params = {
				missed: { kind: 'count', value: keyEventsMissed },
				events: { kind: 'count', value: all }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'SERIES_BROKEN',
		tone: 'warn',
		row: 'M17',
		evidence: 'plan',
		costs: ['lead'],
		find({ report }) {
			const { begun, broken, won } = report.facts.field.openings;
			if (broken === 0 || broken < won) return null;
			const params = {
				broken: { kind: 'count', value: broken },
				begun: { kind: 'count', value: begun },
				won: { kind: 'count', value: won }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'FUNNEL_DRY',
		tone: 'warn',
		row: 'M36',
		evidence: 'plan',
		costs: ['attainment', 'lead'],
		find(turn) {
			const { begun, won, dropped, broken } = turn.report.facts.field.openings;
			const ended = won + dropped + broken;
			// What is not begun now is not won next turn; where hardly anybody is left, that is as it should be.
			const accounts = turn.areas.reduce((sum, area) => sum + (area.worked ? area.accounts : 0), 0);
			const left = accounts - served(turn).listing;
			if (won === 0 || begun >= MOST * ended || left < MANY_LEFT * accounts) return null;
			const params = {
				begun: { kind: 'count', value: begun },
				ended: { kind: 'count', value: ended },
				won: { kind: 'count', value: won },
				left: { kind: 'count', value: left }
			} as const;
			return { params, lever: 'field' };
		}
	}
];
