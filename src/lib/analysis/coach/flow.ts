/** Rules of shipment and stock (M4–M6): do the goods flow through, and where do they lie? */
import type { SupplyPlan } from '../../engine/plan.ts';
import type { Case, Found, Rule } from './case.ts';

/** Thousandths of flow-through that count as flowing. Design (A), like the limits below. */
const FLOWS = 900;
const FLOWS_CLEAN = 950;
/** Marks for availability below which empty shelves are worth a word, and below which they are the main thing. */
const SHELVES_THIN = 700;
const SHELVES_BARE = 500;
const AGED_SHARE = 0.05;
/** Sell-in over sell-through in a turn with a trade deal that looks like buying ahead. */
const BOUGHT_AHEAD = 1.15;
/** Weeks of shipments below which the warehouse cannot fill what dealers order. */
const WAREHOUSE_WEEKS = 0.5;

interface DealerStock {
	readonly days: number;
	readonly low: number;
	readonly high: number;
}

/** Null without sales: days of supply then say nothing. */
function dealerStock({ part, report }: Case): DealerStock | null {
	const scored = part('dealerDays');
	if (scored?.band === undefined || report.facts.sellOutUnits === 0) return null;
	return { days: scored.value, low: scored.band.low, high: scored.band.high };
}

/** Null while the warehouse can fill a week's orders. */
function emptyWarehouse({ facts }: Case['report']): Found['params'] | null {
	const week = Math.max(facts.sellInUnits, facts.sellOutUnits) / facts.weeks;
	if (facts.warehouseUnits >= week * WAREHOUSE_WEEKS) return null;
	return {
		warehouse: { kind: 'units', value: facts.warehouseUnits },
		week: { kind: 'units', value: Math.floor(week) }
	};
}

function days(stock: DealerStock): Found['params'] {
	return { days: { kind: 'days', value: stock.days }, high: { kind: 'days', value: stock.high } };
}

/** Cases a week by the quotas in force. */
function quotaCases({ orderMode, quotas = {} }: SupplyPlan): number {
	return Object.entries(quotas)
		.filter(([region]) => orderMode[region] === 'quota')
		.flatMap(([, products]) => Object.values(products))
		.reduce((sum, cases) => sum + cases, 0);
}

function thisTurn({ report: { facts } }: Case): Found['params'] {
	return {
		sellIn: { kind: 'units', value: facts.sellInUnits },
		sellOut: { kind: 'units', value: facts.sellOutUnits }
	};
}

export const FLOW_RULES: readonly Rule[] = [
	{
		code: 'SELL_IN_AHEAD',
		tone: 'warn',
		row: 'M5',
		evidence: 'goods',
		costs: ['flowThrough', 'dealerDays'],
		find(turn) {
			const [flow, stock] = [turn.part('flowThrough'), dealerStock(turn)];
			if (flow === null || stock === null || flow.points >= FLOWS || stock.days <= stock.high) return null;
			const params = {
				turns: { kind: 'count', value: turn.before === null ? 1 : 2 },
				sellIn: { kind: 'units', value: flow.target },
				sellOut: { kind: 'units', value: flow.value },
				ahead: { kind: 'units', value: flow.target - flow.value },
				...days(stock)
			} as const;
			return { params, lever: 'supply' };
		}
	},
	{
		code: 'DEALER_OVERSTOCKED',
		tone: 'warn',
		row: 'M6',
		evidence: 'days',
		costs: ['dealerDays'],
		find(turn) {
			const [flow, stock] = [turn.part('flowThrough'), dealerStock(turn)];
			if (flow === null || stock === null || flow.points < FLOWS || stock.days <= stock.high) return null;
			return { params: { ...days(stock), ...thisTurn(turn) }, lever: 'supply' };
		}
	},
	{
		code: 'PUSHED_ON_STOCK',
		tone: 'warn',
		row: 'M4',
		evidence: 'days',
		costs: ['flowThrough', 'dealerDays'],
		find(turn) {
			const stock = dealerStock(turn);
			const cases = turn.report.plan.supply.pushes.reduce((sum, push) => sum + push.cases, 0);
			if (stock === null || cases === 0 || stock.days <= stock.high) return null;
			return { params: { cases: { kind: 'cases', value: cases }, ...days(stock) }, lever: 'supply' };
		}
	},
	{
		code: 'QUOTA_AHEAD',
		tone: 'warn',
		row: 'M6',
		evidence: 'goods',
		costs: ['flowThrough'],
		find(turn) {
			const { facts, plan } = turn.report;
			const cases = quotaCases(plan.supply) * facts.weeks;
			// What is sold is no push: a quota that keeps to it does no harm.
			if (cases === 0 || facts.sellOutUnits * 1000 >= facts.sellInUnits * FLOWS) return null;
			return { params: { cases: { kind: 'cases', value: cases }, ...thisTurn(turn) }, lever: 'supply' };
		}
	},
	{
		code: 'DEALER_FULL_SHELVES_EMPTY',
		tone: 'warn',
		row: 'M7',
		evidence: 'days',
		costs: ['stockOuts'],
		find(turn) {
			const [out, stock] = [turn.part('stockOuts'), dealerStock(turn)];
			if (out === null || stock === null || out.points >= SHELVES_BARE || stock.days <= stock.high)
				return null;
			return { params: { rate: { kind: 'share', value: out.value }, ...days(stock) }, lever: 'dealers' };
		}
	},
	{
		code: 'SHELVES_EMPTY',
		tone: 'warn',
		row: 'M6',
		evidence: 'days',
		costs: ['stockOuts'],
		find(turn) {
			const [out, stock] = [turn.part('stockOuts'), dealerStock(turn)];
			if (out === null || out.points >= SHELVES_THIN) return null;
			// The rule above says it better.
			if (stock !== null && stock.days > stock.high && out.points < SHELVES_BARE) return null;
			const params = {
				rate: { kind: 'share', value: out.value },
				zero: { kind: 'share', value: out.target }
			} as const;
			return { params, lever: 'field' };
		}
	},
	{
		code: 'WAREHOUSE_EMPTY',
		// Whatever else is done: nobody can sell what is not there.
		tone: 'urgent',
		row: 'M6',
		evidence: 'goods',
		costs: ['stockOuts', 'dealerDays'],
		find({ report }) {
			const params = emptyWarehouse(report);
			return params === null ? null : { params, lever: 'supply' };
		}
	},
	{
		code: 'DEALER_RUNS_LOW',
		tone: 'warn',
		row: 'M6',
		evidence: 'days',
		costs: ['dealerDays'],
		find(turn) {
			const stock = dealerStock(turn);
			if (stock === null || stock.days >= stock.low) return null;
			// The rule above says it better: there is nothing to send.
			if (emptyWarehouse(turn.report) !== null) return null;
			const params = {
				days: { kind: 'days', value: stock.days },
				low: { kind: 'days', value: stock.low },
				warehouse: { kind: 'units', value: turn.report.facts.warehouseUnits }
			} as const;
			return { params, lever: 'supply' };
		}
	},
	{
		code: 'STOCK_AGES',
		tone: 'warn',
		row: 'M6',
		evidence: 'days',
		costs: ['aged'],
		find({ report: { facts }, part }) {
			const aged = part('aged');
			if (aged === null || aged.value < AGED_SHARE) return null;
			const params = {
				units: { kind: 'units', value: facts.agedDealerUnits },
				share: { kind: 'share', value: aged.value }
			} as const;
			return { params, lever: 'supply' };
		}
	},
	{
		code: 'DEAL_LOADED_CHANNEL',
		tone: 'warn',
		row: 'M12',
		evidence: 'goods',
		costs: ['flowThrough'],
		find(turn) {
			const { facts, plan } = turn.report;
			if (!plan.activities.some(({ kind }) => kind === 'tradeDeal')) return null;
			if (facts.sellInUnits < BOUGHT_AHEAD * facts.sellOutUnits) return null;
			return { params: thisTurn(turn), lever: 'activities' };
		}
	},
	{
		code: 'FLOW_CLEAN',
		tone: 'good',
		row: 'M5',
		evidence: 'goods',
		costs: [],
		find(turn) {
			const [flow, stock] = [turn.part('flowThrough'), dealerStock(turn)];
			if (flow === null || stock === null || flow.points < FLOWS_CLEAN) return null;
			if (stock.days < stock.low || stock.days > stock.high) return null;
			// Little in the channel is no merit while shelves are bare.
			if ((turn.part('stockOuts')?.points ?? 0) < SHELVES_BARE) return null;
			const params = {
				sellIn: { kind: 'units', value: flow.target },
				sellOut: { kind: 'units', value: flow.value },
				days: { kind: 'days', value: stock.days }
			} as const;
			return { params, lever: 'supply' };
		}
	}
];
