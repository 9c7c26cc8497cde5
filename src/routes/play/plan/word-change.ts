import { KIND_RULES } from '#lib/engine/activities/kinds.ts';
import type { BudgetPlan } from '#lib/engine/platform/plan.ts';
import type { Words } from '../words.ts';
import type { Change } from './changes.ts';
import { wordFieldChange } from './word-field-change.ts';
import { controlParts, termParts } from './word-terms.ts';

export interface WordedChange {
	readonly what: string;
	/** Old and new, where it is a change from one to the other. */
	readonly from: string | null;
	readonly to: string | null;
}

export function wordChange(change: Change, words: Words): WordedChange {
	if (change.lever === 'field') return wordFieldChange(change, words);
	const { t, names, formats, list, price, percent } = words;
	const only = (what: string): WordedChange => ({ what, from: null, to: null });
	switch (change.kind) {
		case 'areaOn':
		case 'areaOff':
			return only(t(`change.${change.kind}`, { area: names.area(change.area) }));
		case 'areaOrder':
			return only(t('change.areaOrder'));
		case 'sheet':
			return only(t('change.sheet', { region: names.region(change.region) }));
		case 'appoint':
			return {
				what: t('change.appoint', { region: names.region(change.region) }),
				from: names.dealer(change.from),
				to: names.dealer(change.to)
			};
		case 'terms':
			return {
				what: t('change.terms', { region: words.names.region(change.region) }),
				from: words.list(termParts(change.from, words)),
				to: words.list(termParts(change.to, words))
			};
		case 'control':
			return {
				what: t('change.control'),
				from: words.list(controlParts(change.from, words)),
				to: words.list(controlParts(change.to, words))
			};
		case 'price':
			return {
				what: t('change.price', { product: names.product(change.product) }),
				from: price(change.from),
				to: price(change.to)
			};
		case 'regionPrice':
			return {
				what: t('change.regionPrice', {
					region: names.region(change.region),
					product: names.product(change.product)
				}),
				from: price(change.from),
				to: price(change.to)
			};
		case 'launch':
			return only(
				t('change.launch', {
					product: names.product(change.product),
					regions: list(change.regions.map(names.region))
				})
			);
		case 'activity':
		case 'activityOff': {
			const { kind, product, targets, startWeek, weeks, depthBp, ahead } = change.activity;
			const name = KIND_RULES[kind].place === 'region' ? names.region : names.area;
			const key = change.kind === 'activity' && ahead === true ? 'activityAhead' : change.kind;
			return only(
				t(`change.${key}`, {
					kind: depthBp > 0 ? `${t(`kind.${kind}`)} ${percent(depthBp)}` : t(`kind.${kind}`),
					targets: targets.length > 0 ? list(targets.map(name)) : t('change.noTarget'),
					product: names.product(product),
					from: startWeek + 1,
					to: startWeek + weeks
				})
			);
		}
		case 'orderMode':
			return {
				what: t('change.orderMode', { region: names.region(change.region) }),
				from: t(`mode.${change.from}`),
				to: t(`mode.${change.to}`)
			};
		case 'quota':
			return {
				what: t('change.quota', {
					dealer: names.dealer(change.dealer),
					product: names.product(change.product)
				}),
				from: formats.whole(change.from),
				to: formats.whole(change.to)
			};
		case 'production': {
			const cases = (planned: number | null): string =>
				planned === null ? t('change.production.rule') : formats.whole(planned);
			return {
				what: t('change.production', { product: names.product(change.product) }),
				from: cases(change.from),
				to: cases(change.to)
			};
		}
		case 'platformOn':
		case 'platformOff':
			return only(t(`change.${change.kind}`, { part: t(`platform.${change.part}`) }));
		case 'target':
			return {
				what: t('change.target'),
				from: formats.whole(change.from),
				to: formats.whole(change.to)
			};
		case 'budget': {
			const told = (budget: BudgetPlan | null): string =>
				budget === null
					? t('budgets.none')
					: t('change.budget.of', {
							promotion: formats.yuan(budget.promotionCents),
							people: formats.yuan(budget.peopleCents)
						});
			return {
				what: t('change.budget', { area: names.area(change.area) }),
				from: told(change.from),
				to: told(change.to)
			};
		}
		case 'index':
			return {
				what: t('change.index', { area: names.area(change.area) }),
				from: percent(change.from),
				to: percent(change.to)
			};
		case 'push':
			return only(
				t('change.push', {
					dealer: names.dealer(change.dealer),
					cases: change.cases,
					product: names.product(change.product)
				})
			);
	}
}
