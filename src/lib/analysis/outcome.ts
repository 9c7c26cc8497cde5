/** What a played game comes to, ready to be shown: rows of numbers, no words. */
import type { FirmReport } from '../engine/report.ts';
import type { FirmView } from '../engine/view.ts';
import { NO1_RATIO } from '../engine/vocab.ts';

export interface TurnRow {
	/** From 1. */
	readonly number: number;
	readonly closing: boolean;
	readonly sellInUnits: number;
	readonly sellOutUnits: number;
	/** At dealers, on the way to them, and at outlets. */
	readonly channelUnits: number;
	/** Promotion and people: what the expense pillar counts. */
	readonly expenseCents: number;
	readonly profitCents: number;
	/** Thousandths. */
	readonly score: number;
}

/** Behind the best rival; ahead, but inside the range where nothing is safe; at or beyond the mark. */
export const STANDINGS = ['behind', 'contestable', 'held'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface AreaRow {
	readonly area: string;
	/** Of all category units sold in the area. */
	readonly ownShare: number;
	/** Null where no rival sold anything. */
	readonly rival: { readonly firm: string; readonly share: number } | null;
	/** Own share over the best rival's. */
	readonly lead: number;
	readonly standing: Standing;
}

export function turnRows(reports: readonly FirmReport[]): TurnRow[] {
	return reports.map(({ facts, score }) => ({
		number: facts.turn + 1,
		closing: facts.closing,
		sellInUnits: facts.sellInUnits,
		sellOutUnits: facts.sellOutUnits,
		channelUnits: facts.dealerUnits + facts.transitUnits + facts.outletUnits,
		expenseCents: facts.money.promotionCents + facts.money.peopleCents,
		profitCents: facts.money.profitCents,
		score: score?.total ?? 0
	}));
}

/**
 * How the areas stood in a turn, by the audited facts the score was made from.
 *
 * @param firms as the view lists them: the order of the facts' columns
 */
export function areaRows({ facts, score, firm }: FirmReport, firms: FirmView['firms']): AreaRow[] {
	const own = firms.findIndex((it) => it.id === firm);
	return facts.areas.map(({ area, units, outsideUnits }) => {
		const all = units.reduce((sum, n) => sum + n, outsideUnits);
		const share = (n: number): number => (all === 0 ? 0 : n / all);
		const best = units.reduce((top, n, f) => (f !== own && n > (units[top] ?? 0) ? f : top), -1);
		const rival = firms[best];
		const lead = score?.parts.no1.find((part) => part.area === area)?.value ?? 0;
		return {
			area,
			ownShare: share(units[own] ?? 0),
			rival: rival === undefined ? null : { firm: rival.id, share: share(units[best] ?? 0) },
			lead,
			standing: lead >= NO1_RATIO ? 'held' : lead > 1 ? 'contestable' : 'behind'
		};
	});
}
