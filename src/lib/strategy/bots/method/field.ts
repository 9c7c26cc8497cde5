/**
 * How to call (M5, M13–M17, M20, M29, M31): the largest accounts one to one, other existing ones by class, new ones by a
 * planned series of four weekly visits, people enough for it and no more, each area with one who answers for it; calls
 * that follow a standard, an office that saves the road from paper, a file that stays when somebody leaves, pay by what
 * goes through the tills.
 */
import type { FieldPlan } from '../../../engine/plan.ts';
import type { AreaView, FirmView } from '../../../engine/view.ts';
import { CLASSES } from '../../../engine/vocab.ts';
import { perClass } from '../../tools.ts';

const KEEP = { visitsPer4Weeks: perClass(4, 2, 1), minutesPerVisit: perClass(15, 10, 7) };
/** A series breaks where two weeks pass between two visits: small accounts are seen every second week. */
const OPEN = { visitsPer4Weeks: perClass(4, 4, 2), minutesPerVisit: perClass(15, 10, 7) };
/** The largest of an area one to one (M29): as often as other A accounts, with time for what each of them needs. */
const KEY_ACCOUNTS = 10;
const KEY = { visitsPer4Weeks: perClass(4, 4, 4), minutesPerVisit: perClass(25, 25, 25) };
const TRAINING_HOURS = 4;
const PAY_BP = 5000;

export function fieldPlan(view: FirmView, worked: readonly AreaView[]): FieldPlan {
	return {
		...KEEP,
		calls: { key: KEY, open: OPEN },
		keyAccounts: Math.min(KEY_ACCOUNTS, view.rules.field.maxKeyAccounts),
		merchandisers: heads(view, worked),
		responsible: Object.fromEntries(worked.map((area, i) => [area.id, [i + 1]] as const)),
		trainingHours: Math.min(TRAINING_HOURS, view.rules.field.maxTrainingHours),
		visitStandard: 100,
		officeHelp: 100,
		accountFile: true,
		selling: 'advisory',
		pay: { basis: 'sellThrough', shareBp: Math.min(PAY_BP, view.rules.field.maxPayShareBp) }
	};
}

/** For accounts that list us the usual calls, for the others those of a series. */
function heads(view: FirmView, worked: readonly AreaView[]): number {
	const way = view.field.travelMinutesPerVisit;
	let minutes = 0;
	for (const area of worked) {
		const all = CLASSES.reduce((sum, name) => sum + area.outlets[name], 0);
		const { listed, core } = area.field.stages;
		const open = all === 0 ? 0 : 1 - (listed + core) / all;
		for (const name of CLASSES)
			for (const [calls, part] of [
				[OPEN, open],
				[KEEP, 1 - open]
			] as const)
				minutes +=
					(area.outlets[name] * part * calls.visitsPer4Weeks[name] * (calls.minutesPerVisit[name] + way)) / 4;
	}
	// Nobody is left unvisited (M3).
	const needed = Math.ceil(minutes / Math.max(1, view.field.minutesPerHead));
	return Math.min(view.rules.maxMerchandisers, Math.max(worked.length, needed));
}
