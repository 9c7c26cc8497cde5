/** A product with what the loops over products ask of it, in one figure: its firm, its slot among the tiers, itself. */
import { TIERS } from '../vocab.ts';

export const traitOf = (firm: number, tier: number, k: number): number =>
	(firm << 20) | (((tier + 1) % TIERS.length) << 16) | k;

export const productOf = (trait: number): number => trait & 0xffff;
export const firmOf = (trait: number): number => trait >>> 20;

/** 0 premium, 1 economy, 2 standard, so that two bits tell which. */
export const slotOf = (trait: number): number => (trait >>> 16) & 3;
export const isEconomy = (trait: number): number => (trait >>> 16) & 1;
export const isStandard = (trait: number): number => (trait >>> 17) & 1;

/** Figures of an outlet by slot: those of the tiers, and last that of all. */
export const SLOTS = 4;
export const ALL_TIERS = 3;
