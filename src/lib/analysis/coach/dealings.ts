/** Rules of dealing (M7, M8, M6, M4): what was refused, who owes, where goods wander, whether the price holds. */
import type { DealerFacts } from '../../engine/report.ts';
import { platformOf } from '../../engine/platform/parts.ts';
import { offeredTerms } from '../../engine/terms.ts';
import type { Case, Rule } from './case.ts';

/** The usual shelf price has lost so much: a visible step. Design (A), like the limit below. */
const ORDER_LOST_BP = 200;
/** Of what went in, diverted: below it, chance. */
const DIVERTED_SHARE = 0.02;

/** Of what there is, not told: from here on orders and pushes go by a wrong figure. */
const MISTOLD_SHARE = 0.15;

/** Regions whose dealer has changed while nobody had judged it: its scores are its own. Who refused has not come. */
function unjudged({ report: { plan, facts } }: Case): string[] {
	return Object.entries(plan.dealers.appoint)
		.filter(([region, dealer]) => plan.dealers.sheets[region]?.scores[dealer] === undefined)
		.filter(([region, dealer]) => facts.dealers.some((it) => it.region === region && it.dealer === dealer))
		.map(([region]) => region)
		.sort();
}

/** The one of the regions' dealers with the most of something; null where nobody has any. */
function worst(turn: Case, much: (dealer: DealerFacts) => number): DealerFacts | null {
	return turn.report.facts.dealers.reduce<DealerFacts | null>(
		(top, dealer) => (much(dealer) > (top === null ? 0 : much(top)) ? dealer : top),
		null
	);
}

export const DEALING_RULES: readonly Rule[] = [
	{
		code: 'DEALER_AS_STATED',
		tone: 'warn',
		row: 'M7',
		evidence: 'plan',
		costs: [],
		find(turn) {
			const [region] = unjudged(turn);
			if (region === undefined) return null;
			const params = {
				region: { kind: 'region', id: region },
				out: { kind: 'share', value: turn.part('stockOuts')?.value ?? 0 }
			} as const;
			return { params, lever: 'dealers' };
		}
	},
	{
		code: 'STOCK_MISTOLD',
		tone: 'warn',
		row: 'M30',
		evidence: 'days',
		costs: ['dealerDays'],
		find(turn) {
			const { plan } = turn.report;
			// Who has asked for better data gets them with the weeks.
			if (platformOf(plan).build.includes('reports')) return null;
			const hidden = ({ region, stockUnits, toldUnits }: DealerFacts): number =>
				offeredTerms(plan, region).support.information > 0 || stockUnits === 0
					? 0
					: Math.max(0, 1 - toldUnits / stockUnits);
			const rosy = worst(turn, hidden);
			if (rosy === null || hidden(rosy) < MISTOLD_SHARE) return null;
			const params = {
				region: { kind: 'region', id: rosy.region },
				told: { kind: 'units', value: rosy.toldUnits },
				stock: { kind: 'units', value: rosy.stockUnits }
			} as const;
			return { params, lever: 'dealers' };
		}
	},
	{
		code: 'TERMS_REFUSED',
		tone: 'warn',
		row: 'M7',
		evidence: 'plan',
		costs: [],
		find(turn) {
			const no = worst(turn, ({ answer }) => (answer === 'none' || answer === 'accepted' ? 0 : 1));
			if (no === null) return null;
			return { params: { region: { kind: 'region', id: no.region } }, lever: 'dealers' };
		}
	},
	{
		code: 'CREDIT_OVERDUE',
		tone: 'urgent',
		row: 'M8',
		evidence: 'money',
		costs: ['cashFloor', 'dealerDays'],
		find(turn) {
			const late = worst(turn, ({ overdueCents }) => overdueCents);
			if (late === null) return null;
			const params = {
				region: { kind: 'region', id: late.region },
				overdue: { kind: 'cents', value: late.overdueCents },
				owed: { kind: 'cents', value: late.receivableCents }
			} as const;
			return { params, lever: 'dealers' };
		}
	},
	{
		code: 'GOODS_DIVERTED',
		tone: 'warn',
		row: 'M6',
		evidence: 'goods',
		costs: ['flowThrough'],
		find(turn) {
			const { sellOutUnits, divertedUnits } = turn.report.facts;
			const source = worst(turn, ({ divertedOutUnits }) => divertedOutUnits);
			if (source === null || divertedUnits <= DIVERTED_SHARE * sellOutUnits) return null;
			const params = {
				region: { kind: 'region', id: source.region },
				units: { kind: 'units', value: divertedUnits },
				found: {
					kind: 'units',
					value: turn.report.facts.dealers.reduce((sum, { foundUnits }) => sum + foundUnits, 0)
				}
			} as const;
			return { params, lever: 'dealers' };
		}
	},
	{
		code: 'PRICE_ORDER_BROKEN',
		tone: 'warn',
		row: 'M12',
		evidence: 'money',
		costs: ['attainment', 'lead'],
		find(turn) {
			const low = worst(turn, ({ priceOrderBp }) => 10_000 - priceOrderBp);
			if (low === null || 10_000 - low.priceOrderBp < ORDER_LOST_BP) return null;
			const params = {
				region: { kind: 'region', id: low.region },
				order: { kind: 'share', value: low.priceOrderBp / 10_000 }
			} as const;
			return { params, lever: 'price' };
		}
	}
];
