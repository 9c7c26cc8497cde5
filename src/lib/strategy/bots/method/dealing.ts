/**
 * Through whom (M7, M8, M19): the best dealer on the sheet, one a rival holds on an exclusive with a rebate that makes it
 * worth its while; who refuses is not asked again, and the best that nobody holds is taken. Support where people work,
 * and inspection from the day that goods were found where they do not belong.
 */
import { USUAL_TERMS } from '../../../engine/terms.ts';
import type { ControlPlan, DealersPlan, DealerTerms } from '../../../engine/plan.ts';
import type { FirmView, RegionView } from '../../../engine/view.ts';
import { screen } from '../../tools.ts';

/** What a held dealer is offered for selling nobody else's. */
const SOLE_REBATE_BP = 200;
const SUPPORT = { commerce: 1, information: 0, logistics: 0 } as const;
const CONTROL: ControlPlan = { inspection: 2, fineBp: 5000, forfeit: true };
const REFUSALS: readonly string[] = ['tooPoor', 'exclusiveTooDear', 'tooFewOutlets'];

export function dealersPlan(view: FirmView, regions: readonly RegionView[]): DealersPlan {
	const sheets = { ...view.plan.dealers.sheets };
	const appoint: Record<string, string> = {};
	const terms: Record<string, DealerTerms> = { ...view.plan.dealers.terms };
	for (const region of regions) {
		const asked = sheets[region.id] !== undefined;
		const refused = asked && REFUSALS.includes(region.contract?.answer ?? '');
		terms[region.id] = { ...(terms[region.id] ?? USUAL_TERMS), support: SUPPORT };
		// A dealer is chosen once, on the way in, or when there is none; changing it would cost the accounts it opened.
		if (asked && !refused && region.dealer !== '') continue;
		const { sheet, best } = screen(region, refused ? undefined : 1);
		sheets[region.id] = sheet;
		const held = region.candidates.find(({ id }) => id === best)?.heldBy ?? null;
		terms[region.id] = {
			...USUAL_TERMS,
			support: SUPPORT,
			...(held !== null &&
				!refused && {
					exclusive: true,
					rebateBp: Math.min(SOLE_REBATE_BP, view.rules.dealing.maxRebateBp)
				})
		};
		if (best !== null && best !== region.dealer) appoint[region.id] = best;
	}
	const found = view.regions.some(({ contract }) => (contract?.foundUnits ?? 0) > 0);
	const control = found ? CONTROL : view.plan.dealers.control;
	return { sheets, appoint, terms, ...(control !== undefined && { control }) };
}
