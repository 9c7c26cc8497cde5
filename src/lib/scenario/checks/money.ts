/** Money has two decimals: the ledger counts whole cents, and a file that says more would be rounded behind the author's back. */
import type { Path } from '../problem.ts';
import type { Check } from './report.ts';

/** Keys whose figures are yuan, anywhere in a file; some are maps of them. */
export const MONEY_KEYS: ReadonlySet<string> = new Set([
	'freight',
	'cash',
	'creditLine',
	'overheadPerWeek',
	'advertisingPerWeek',
	'advertisingReference',
	'capital',
	'profitTargets',
	'wagePerWeek',
	'hire',
	'dealerCostPerUnit',
	'appoint',
	'activityFixed',
	'displayPerWeek',
	'samplingPerDay',
	'conference',
	'approvalLimit',
	'boardPerWeek',
	'contactBase',
	'supportPerWeek',
	'inspectionPerWeek',
	'cashFloor',
	'profitRange',
	'price',
	'priceByRegion',
	'target',
	'budgets',
	'launchProduct',
	'launchRegion',
	'buildPerWeek',
	'keepPerHeadWeek',
	'trainingPerHour',
	'standardPerWeek',
	'officePerWeek',
	'filePerAccountWeek',
	'sample'
]);

export const checkMoney: Check = (draft, report) => {
	const visit = (value: unknown, path: Path, money: boolean): void => {
		if (typeof value === 'number') {
			if (money && isTooFine(value)) report.error('TOO_FINE', path, { value: String(value) });
		} else if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index], money));
		else if (typeof value === 'object' && value !== null) {
			for (const [key, item] of Object.entries(value))
				visit(item, [...path, key], money || MONEY_KEYS.has(key));
		}
	};
	visit(draft, [], false);
};

export function isTooFine(yuan: number): boolean {
	const cents = yuan * 100;
	return Math.abs(cents - Math.floor(cents + 0.5)) > 1e-6 * Math.max(1, Math.abs(cents));
}
