/**
 * `World`: places and actors, generated once from a `MarketSpec` and a world seed, and never changed by play.
 * Struct of arrays; outlets stand area by area, so an area is a contiguous slice. Row-major indices:
 * `[outlet × product]` is `outlet * products + product`, and so on.
 */
import type { Chain } from './echelon/chain.ts';
import type { AreaSpec, MarketSpec, ProductSpec } from './spec.ts';

/** Its nodes as a chain: the dealers, then one warehouse per firm, whose source is the plant. */
export interface World extends Chain {
	readonly spec: MarketSpec;
	/** The seed it was really generated from (a room or a panel may replace the file's). */
	readonly worldSeed: string;
	readonly firms: number;
	readonly regions: number;
	readonly areas: number;
	readonly outlets: number;
	readonly dealers: number;
	readonly player: number;
	readonly index: WorldIndex;

	/** All firms' products in file order: the columns. */
	readonly productSpecs: readonly ProductSpec[];
	readonly productFirm: Uint8Array;
	readonly productTier: Uint8Array;
	/** [firms + 1]: first product of each firm, and the end. */
	readonly firmStart: Int32Array;
	/** Product indices by firm, in file order. */
	readonly firmProducts: readonly (readonly number[])[];
	/** All regions' areas in file order. */
	readonly areaSpecs: readonly AreaSpec[];
	readonly areaRegion: Uint8Array;
	/** Area indices by region, in file order. */
	readonly regionAreas: readonly (readonly number[])[];
	/** [areas + 1]: first outlet of each area, and the end. */
	readonly areaStart: Int32Array;
	/** Real outlets [area × class] and [area × channel], and core outlets [area]. */
	readonly areaClasses: Int32Array;
	readonly areaCore: Int32Array;
	readonly areaChannels: Int32Array;
	/** Sum of the sizes of its outlets [area], and of those that are sample points. */
	readonly areaSize: Float64Array;
	readonly areaPanelSize: Float64Array;
	readonly dealerRegion: Uint8Array;
	/** Incumbent dealer [firm × region]. */
	readonly incumbent: Int32Array;

	readonly outletArea: Uint8Array;
	readonly outletChannel: Uint8Array;
	readonly outletClass: Uint8Array;
	/** Mean weekly category demand at season 1, units, of all the real outlets it stands for. */
	readonly outletSize: Float64Array;
	/** Outlets from the largest to the smallest, of equals the first first. */
	readonly bySize: Int32Array;
	readonly outletRepresents: Int32Array;
	readonly outletCycle: Uint8Array;
	readonly outletOffset: Uint8Array;
	/** Place in [0, 1) within area and class: visited when below the coverage of the class. */
	readonly outletRank: Float64Array;
	/** Row of the week's tables as long as no activity parts its outlets: by area and channel. */
	readonly outletRow: Int32Array;
	/** 1 for fixed sample points. */
	readonly outletPanel: Uint8Array;
	/** 1 for core outlets: class A on-premise (盘中盘). */
	readonly outletCore: Uint8Array;
	/** Outlets that are either, ascending. */
	readonly counted: Int32Array;
	/** Outlets of class A, ascending [area]. */
	readonly classA: readonly Int32Array[];
	/** Mean weekly category demand at season 1 [region], units. */
	readonly regionSize: Float64Array;
	/** Shares of the tiers [area × tier]. */
	readonly tierDemand: Float64Array;
	/** Factor of attraction by facings [256]. */
	readonly shelf: Float64Array;
	/** Potential demand over what is bought at the opening. */
	readonly potential: number;
	/** [dealer × outlet] 1 where the dealer delivers, itself or by its second tier. */
	readonly reach: Uint8Array;
	/** Second-tier wholesalers by dealer, in file order. */
	readonly secondsOf: readonly (readonly number[])[];
	/** Who brings the goods to the outlet for the dealer: itself or one of its second tier [dealer × outlet]; empty without any. */
	readonly via: Int16Array;

	/** Attraction at opening prices and goodwill 1 [area × product]; small brands are 1. */
	readonly appeal: Float64Array;
	/** Attraction of buying nothing [area]. */
	readonly noBuy: Float64Array;
	/** Goodwill and radiance at the opening [region × firm]. */
	readonly openingGoodwill: Float64Array;
	readonly openingRadiance: Float64Array;
	/** Facings at the opening [outlet × product]. */
	readonly openingFacings: Uint8Array;
	/** Opening listings [outlet × product] and relations [outlet × firm]. */
	readonly openingListed: Uint8Array;
	readonly openingCloseness: Float64Array;
	readonly openingDependence: Float64Array;
	/** What carrying the firm's line costs its dealer a week, units apart, cents [firm × region] (D18). */
	readonly lineCents: Float64Array;
	/** Opening weekly sell-through expected per [outlet × product]. */
	readonly openingSales: Float64Array;
}

export interface WorldIndex {
	readonly firm: ReadonlyMap<string, number>;
	readonly product: ReadonlyMap<string, number>;
	readonly region: ReadonlyMap<string, number>;
	readonly area: ReadonlyMap<string, number>;
	readonly dealer: ReadonlyMap<string, number>;
}

/** Width of an age bucket (`ageWeeks`). */
export const AGE_WEEKS = 4;

/** Who delivers to an outlet that a dealer serves (D8). */
export function delivererOf(world: World, dealer: number, outlet: number): number {
	return world.via.length === 0 ? dealer : world.via[dealer * world.outlets + outlet]!;
}

/** The index of a known id; an unknown one is our own bug, since compile checked the references. */
export function indexOf(map: ReadonlyMap<string, number>, id: string): number {
	const found = map.get(id);
	if (found === undefined) throw new Error(`no such id: ${id}`);
	return found;
}

export function at<T>(list: readonly T[], index: number): T {
	const found = list[index];
	if (found === undefined) throw new Error(`index ${index} out of ${list.length}`);
	return found;
}
