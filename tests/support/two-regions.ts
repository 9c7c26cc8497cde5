/** The tiny market twice over: `region` and `other`, a dealer of the firm in each, alike in everything. */
import { dealer, soloSpec, type SpecDraft } from './spec.ts';
import type { MarketSpec } from '#lib/engine/spec.ts';
import { at } from '#lib/engine/world.ts';

export function twoRegions(edit: (spec: SpecDraft) => void = () => {}): MarketSpec {
	return soloSpec((spec) => {
		const other = structuredClone(at(spec.regions, 0));
		other.id = 'other';
		at(other.areas, 0).id = 'other-area';
		spec.regions.push(other);
		spec.dealers.push(dealer('other-dealer', 'other', 'other-area'));
		at(spec.firms, 0).dealers['other'] = 'other-dealer';
		spec.defaultPlan.regions.worked.push('other-area');
		spec.defaultPlan.supply.orderMode['other'] = 'dealerRule';
		edit(spec);
	});
}
