/**
 * What a firm remembers of its own activities (rule A22): spend and reach from its books, sales from the tills it settled with;
 * what would have been sold without is reckoned, and the nearer the more often its outlets were seen.
 */
import type { ActivityFacts } from '../report.ts';
import type { ActivityRecord, Figure } from '../view.ts';

/** Error of the baseline, and the same where the outlets were seen again. Design (A). */
const ERROR = 0.1;
const ERROR_FOLLOWED = 0.05;

export function recordOf(turn: number, facts: ActivityFacts): ActivityRecord {
	const asOfWeek = facts.fromWeek + Math.max(0, facts.weeks - 1);
	const sum = (of: (place: ActivityFacts['places'][number]) => number): number =>
		facts.places.reduce((all, place) => all + of(place), 0);
	const [spent, units, expected] = [
		sum(({ spentCents }) => spentCents),
		sum((place) => place.units),
		sum(({ expectedUnits }) => expectedUnits)
	];
	const error = expected * (facts.followedUp ? ERROR_FOLLOWED : ERROR);
	const range = (value: number, half: number): Figure => ({
		value,
		low: value - half,
		high: value + half,
		asOfWeek,
		source: 'visits'
	});
	const extra = range(units - expected, error);
	// Every unit of error is worth what a unit earns: of activities that sold as expected, nothing is known of that.
	const gain = sum(({ gainCents }) => gainCents);
	const each = units === expected ? 0 : Math.abs(gain / (units - expected));
	const returns: Figure =
		spent === 0
			? { value: null, low: null, high: null, asOfWeek, source: 'visits' }
			: range((gain - spent) / spent, (error * each) / spent);
	return { turn, facts, spentCents: spent, wastedCents: sum((place) => place.wastedCents), extra, returns };
}
