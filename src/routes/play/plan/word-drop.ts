/** What `project` would take out of a plan, in words: the code says why, the path what. */
import type { DropCode, Dropped, Plan } from '#lib/engine/plan.ts';
import { PLATFORM_PARTS } from '#lib/engine/vocab.ts';
import type { PublicRules } from '#lib/engine/view.ts';
import type { MessageKey, MessageParams } from '#lib/i18n/index.ts';
import type { Words } from '../words.ts';

/** @param plan the one that was handed in, into which the path points */
export function wordDrop(dropped: Dropped, plan: Plan, rules: PublicRules, words: Words): string {
	const { code, lever, params } = dropped;
	const key: MessageKey =
		code === 'OVER_BUDGET'
			? `drop.OVER_BUDGET.${lever === 'field' ? 'field' : 'activities'}`
			: code !== 'CASH_SHORT'
				? `drop.${code}`
				: lever === 'field' || lever === 'dealers'
					? `drop.CASH_SHORT.${lever}`
					: 'drop.CASH_SHORT.activities';
	return words.t(key, {
		...figures(dropped, words),
		name: subject(dropped, plan, words),
		lever: words.t(`lever.${lever}`),
		min: rules.shortlistMin,
		max: rules.shortlistMax,
		turn: params['turn'] ?? ''
	});
}

/** Codes whose figures are money, whatever the lever. */
const MONEY: readonly DropCode[] = [
	'FIELD_CASH',
	'PLATFORM_CASH',
	'LAUNCH_CASH',
	'SUPPORT_SHORT',
	'NOT_APPROVED',
	'APPROVED_LATE'
];

/** What the figures of a drop are: by its code, else by the name of the field that was out of bounds. */
function formatOf({ code, lever, path, params }: Dropped, words: Words): (value: number) => string {
	const { formats, percent } = words;
	if (code === 'PRICE_BOUNDS') return (cents) => formats.ratio(cents / 100);
	if (code === 'DEPTH_LIMIT' || code === 'LAUNCH_EARLY') return percent;
	if (code === 'TARGET_LIMIT' && 'id' in params) return percent;
	if (MONEY.includes(code)) return formats.yuan;
	if ((code === 'CASH_SHORT' || code === 'OVER_BUDGET') && lever === 'activities') return formats.yuan;
	if (path.endsWith('Bp') || path.includes('.steps[')) return percent;
	return path.endsWith('Cents') ? words.yuan : formats.whole;
}

function figures(dropped: Dropped, words: Words): MessageParams {
	const { params } = dropped;
	const format = formatOf(dropped, words);
	const shown = Object.fromEntries(
		['asked', 'given', 'low', 'high', 'limit', 'person'].flatMap((name) => {
			const value = params[name];
			return typeof value === 'number' ? [[name, format(value)]] : [];
		})
	);
	const [start, weeks] = [params['startWeek'], params['weeks']];
	if (typeof start !== 'number' || typeof weeks !== 'number') return shown;
	return { ...shown, from: start + 1, to: start + weeks };
}

/** Parts of the field force that have a name of their own. */
const FIELD_ITEMS = [
	'keyAccounts',
	'trainingHours',
	'visitStandard',
	'officeHelp',
	'accountFile',
	'pay',
	'advisors'
] as const;

/** What it is about: by the parameters where they name it, else by the path. */
function subject({ lever, path, params }: Dropped, plan: Plan, { t, names, list }: Words): string {
	const text = (name: string): string => String(params[name] ?? '');
	const index = Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1);
	if ('dealer' in params) return names.dealer(text('dealer'));
	if ('product' in params && 'region' in params)
		return list([names.product(text('product')), names.region(text('region'))]);
	if ('product' in params) return names.product(text('product'));
	if ('region' in params) return names.region(text('region'));
	if ('id' in params) return names.region(names.area(text('id')));
	const built = PLATFORM_PARTS.find((part) => params['part'] === part);
	if (built !== undefined) return t(`platform.${built}`);
	if (path === 'platform.targets.totalUnits') return t('targets.total');
	const item = FIELD_ITEMS.find((name) => path.startsWith(`field.${name}`));
	if (item !== undefined) return t(`field.item.${item}`);
	if (lever === 'activities') return String(index + 1);
	const [, offered] = /^dealers\.terms\.([^.]+)/.exec(path) ?? [];
	if (offered !== undefined) return names.region(offered);
	const [, region, product] = /^(?:supply\.quotas|price\.byRegion)\.([^.]+)\.([^.]+)$/.exec(path) ?? [];
	if (region !== undefined && product !== undefined)
		return list([names.region(region), names.product(product)]);
	const [, made] = /^supply\.production\.([^.]+)$/.exec(path) ?? [];
	if (made !== undefined) return names.product(made);
	if (lever === 'supply') {
		const push = plan.supply.pushes[index];
		return push === undefined ? '' : list([names.region(push.region), names.product(push.product)]);
	}
	const last = path.slice(path.lastIndexOf('.') + 1);
	return lever === 'price' ? names.product(last) : last;
}

/** Those about one place of the plan, or anything below it. */
export function droppedAt(dropped: readonly Dropped[], place: string): Dropped[] {
	return dropped.filter(
		({ path }) => path === place || (path.startsWith(place) && /^[.[]/.test(path.slice(place.length)))
	);
}
