/** A figure of a plan, by its path inside the lever's block → words and value as a reader has them. */
import type { MessageKey } from '#lib/i18n/index.ts';
import type { Words } from '../../play/words.ts';

/** Paths with words, a name of the scenario or a word of a vocabulary where one stands. */
const FIGURES = [
	['worked.count', 'room.figure.worked.count'],
	['sheets', 'room.figure.sheets'],
	['appoint.{dealer}', 'room.figure.appoint'],
	['terms.{region}.exclusive', 'room.figure.terms.exclusive'],
	['terms.{region}.creditDays', 'room.figure.terms.creditDays'],
	['terms.{region}.rebateBp', 'room.figure.terms.rebateBp'],
	['terms.{region}.targetCents', 'room.figure.terms.targetCents'],
	['terms.{region}.steps.count', 'room.figure.terms.steps.count'],
	['terms.{region}.support.{flow}', 'room.figure.terms.support'],
	['terms.{region}.assigned.areas.count', 'room.figure.terms.assigned.areas.count'],
	['terms.{region}.assigned.classes.count', 'room.figure.terms.assigned.classes.count'],
	['control.inspection', 'room.figure.control.inspection'],
	['control.fineBp', 'room.figure.control.fineBp'],
	['control.forfeit', 'room.figure.control.forfeit'],
	['merchandisers', 'room.figure.merchandisers'],
	['visitsPer4Weeks.{class}', 'room.figure.visitsPer4Weeks'],
	['minutesPerVisit.{class}', 'room.figure.minutesPerVisit'],
	['calls.{purpose}.visitsPer4Weeks.{class}', 'room.figure.visitsPer4Weeks'],
	['calls.{purpose}.minutesPerVisit.{class}', 'room.figure.minutesPerVisit'],
	['keyAccounts', 'room.figure.keyAccounts'],
	['responsible.{area}.count', 'room.figure.responsible.count'],
	['trainingHours', 'room.figure.trainingHours'],
	['visitStandard', 'room.figure.visitStandard'],
	['officeHelp', 'room.figure.officeHelp'],
	['accountFile', 'room.figure.accountFile'],
	['selling.{selling}', 'room.figure.selling'],
	['pay.basis.{pay}', 'room.figure.pay.basis'],
	['pay.shareBp', 'room.figure.pay.shareBp'],
	['advisors.heads', 'room.figure.advisors.heads'],
	['advisors.regions.count', 'room.figure.advisors.regions.count'],
	['dealerPriceCents.{product}', 'room.figure.dealerPriceCents'],
	['byRegion.{region}.{product}', 'room.figure.byRegion'],
	['count', 'room.figure.count'],
	['budgetCents', 'room.figure.budgetCents'],
	['orderMode.{mode}', 'room.figure.orderMode'],
	['quotas.{region}.{product}', 'room.figure.quotas'],
	['production.{product}', 'room.figure.production'],
	['pushes.count', 'room.figure.pushes.count'],
	['pushes.cases', 'room.figure.pushes.cases'],
	['launches.{product}.count', 'room.figure.launches.count'],
	['build.count', 'room.figure.build.count'],
	['targets.totalUnits', 'room.figure.targets.totalUnits'],
	['targets.indexBp.{area}', 'room.figure.targets.indexBp'],
	['budgets.{area}.promotionCents', 'room.figure.budgets.promotion'],
	['budgets.{area}.peopleCents', 'room.figure.budgets.people']
] as const satisfies readonly (readonly [template: string, key: MessageKey])[];

const TEMPLATES = FIGURES.map(([template, key]) => ({ parts: template.split('.'), key }));

/** @returns null for a figure without words: a test holds that no plan has one */
export function wordFigure(words: Words, path: string): string | null {
	const parts = path.split('.');
	const found = TEMPLATES.find(
		(it) =>
			it.parts.length === parts.length &&
			it.parts.every((part, i) => part.startsWith('{') || part === parts[i])
	);
	if (found === undefined) return null;
	const names = found.parts.flatMap((part, i) =>
		part.startsWith('{') ? [nameOf(words, part.slice(1, -1), parts[i] ?? '')] : []
	);
	return [words.t(found.key), ...names].join(' · ');
}

function nameOf({ t, names }: Words, kind: string, id: string): string {
	if (kind === 'region' || kind === 'area' || kind === 'product' || kind === 'dealer') return names[kind](id);
	if (kind === 'class') return t('terms.class', { name: id });
	// What stands in a plan was read by its schema: the word is one of its vocabulary.
	return t(`${kind}.${id}` as MessageKey);
}

/** The last word of the path that is no name tells the unit. */
export function wordValue({ t, formats, percent }: Words, path: string, value: number): string {
	if (/(^|\.)(exclusive|forfeit|accountFile)$/.test(path))
		return t(value > 0 ? 'room.results.yes' : 'room.results.no');
	if (/Bp(\.|$)/.test(path)) return percent(value);
	const isMoney = /Cents(\.|$)/.test(path) || path.startsWith('byRegion.');
	return isMoney ? formats.ratio(value / 100) : formats.plain(value);
}
