/** What the outlets' rules come to for each product and class, as flat tables (rules O4, O6, O7, R6). */
import type { MarketSpec } from './spec.ts';
import { traitOf } from './systems/traits.ts';
import { CLASSES } from './vocab.ts';
import { at, type World } from './world.ts';

export interface OutletRules {
	/** See `traits.ts` [product]. */
	readonly traits: Int32Array;
	/** Units of a pack, and packs of a unit [product]. */
	readonly pack: Int32Array;
	readonly perPack: Float64Array;
	/** O4 Weeks of an age bucket [product], and each number of weeks there is. */
	readonly ageWeeks: Int32Array;
	readonly ageSteps: Int32Array;
	/** O7 Facings, R6 room for products [class]. */
	readonly width: Int32Array;
	readonly slots: Int32Array;
	/** O6 Weeks that cash and space allow [class], half of the life of the goods in weeks [product]. */
	readonly room: Float64Array;
	readonly halfLife: Float64Array;
}

/** Of each file, as they are first asked for: neither a file nor they change. */
const known = new WeakMap<MarketSpec, OutletRules>();

export function outletRules(world: World): OutletRules {
	const before = known.get(world.spec);
	if (before !== undefined) return before;
	const rules = rulesOf(world);
	known.set(world.spec, rules);
	return rules;
}

function rulesOf({ products, productTier, productFirm, productSpecs, spec }: World): OutletRules {
	const { channelRules } = spec;
	// O4 The shop's own, at most half of the life of the goods.
	const ageWeeks = Int32Array.from(productSpecs, ({ shelfLifeWeeks }) =>
		Math.max(1, Math.min(channelRules.outletAgeWeeks, Math.ceil(shelfLifeWeeks / 2)))
	);
	const traits = new Int32Array(products);
	const pack = new Int32Array(products);
	const perPack = new Float64Array(products);
	const halfLife = new Float64Array(products);
	for (let k = 0; k < products; k++) {
		const { unitsPerPack, shelfLifeWeeks } = at(productSpecs, k);
		traits[k] = traitOf(productFirm[k]!, productTier[k]!, k);
		pack[k] = unitsPerPack;
		perPack[k] = 1 / unitsPerPack;
		halfLife[k] = shelfLifeWeeks / 2;
	}
	return {
		traits,
		pack,
		perPack,
		ageWeeks,
		ageSteps: Int32Array.from(new Set(ageWeeks)),
		width: Int32Array.from(CLASSES, (c) => channelRules.outletFacings[c]),
		slots: Int32Array.from(CLASSES, (c) => channelRules.outletSlots[c]),
		room: Float64Array.from(CLASSES, (c) =>
			Math.min(channelRules.outletCashWeeks[c], channelRules.outletSpaceWeeks[c])
		),
		halfLife
	};
}
