/** A figure of a plan, by its path inside the lever's block → words; what has none is shown as its path. */
import type { MessageKey, Translate } from '#lib/i18n/index.ts';

/** Beginnings of paths that have words. What follows is a name of the scenario, or a class. */
const HEADS = [
	'worked.count',
	'sheets',
	'appoint',
	'merchandisers',
	'visitsPer4Weeks',
	'minutesPerVisit',
	'dealerPriceCents',
	'count',
	'budgetCents',
	'orderMode',
	'pushes.count',
	'pushes.cases',
	'quotas'
] as const;

export function wordFigure(t: Translate, path: string): string {
	const head = HEADS.find((it) => path === it || path.startsWith(`${it}.`));
	if (head === undefined) return path;
	const rest = path.slice(head.length + 1);
	const word = t(`room.figure.${head}` as MessageKey);
	return rest === '' ? word : `${word} · ${rest}`;
}

/** Amounts of money are in cents in a plan, and in yuan for a reader. */
export const isMoney = (path: string): boolean => /Cents(\.|$)/.test(path);
