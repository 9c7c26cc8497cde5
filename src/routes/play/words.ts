/** All it takes to put a game into words: messages, numbers and names of one language. */
import type { Locale, Translate } from '#lib/i18n/index.ts';
import type { NamedById, ScenarioTexts } from '#lib/scenario/texts.ts';
import { formatsOf, type Formats } from '../formats.ts';

export interface Names {
	readonly area: (id: string) => string;
	readonly region: (id: string) => string;
	readonly firm: (id: string) => string;
	readonly product: (id: string) => string;
	readonly dealer: (id: string) => string;
}

export interface Words {
	readonly locale: Locale;
	readonly t: Translate;
	readonly formats: Formats;
	readonly names: Names;
	/** Several names in one line. */
	readonly list: (names: readonly string[]) => string;
	/** Whole sentences, one after the other. */
	readonly sentences: (...said: readonly string[]) => string;
	/** Cents as yuan with its sign: whole, or to the cent for a price. */
	readonly yuan: (cents: number) => string;
	readonly price: (cents: number) => string;
	/** Basis points with as few decimals as they have. */
	readonly percent: (bp: number) => string;
}

export function wordsOf(
	{ locale, t }: { readonly locale: Locale; readonly t: Translate },
	texts: ScenarioTexts
): Words {
	const formats = formatsOf(locale);
	// An id without a name is shown as it is: a plan from elsewhere may name what this scenario does not have.
	const naming =
		(named: NamedById) =>
		(id: string): string =>
			Object.hasOwn(named, id) ? (named[id]?.name[locale] ?? id) : id;
	const joined = new Intl.ListFormat(locale, { style: 'short', type: 'unit' });
	const money = (amount: string): string => t('money.yuan', { amount });
	return {
		locale,
		t,
		formats,
		names: {
			area: naming(texts.areas),
			region: naming(texts.regions),
			firm: naming(texts.firms),
			product: naming(texts.products),
			// A region may have lost its dealer.
			dealer: (id) => (id === '' ? t('dealers.none') : naming(texts.dealers)(id))
		},
		list: (names) => (locale === 'zh-CN' ? names.join('、') : joined.format(names)),
		sentences: (...said) => said.filter((it) => it !== '').join(locale === 'zh-CN' ? '' : ' '),
		yuan: (cents) => signed(formats.yuan(cents), money),
		price: (cents) => signed(formats.ratio(cents / 100), money),
		percent: (bp) => `${formats.plain(bp / 100)}%`
	};
}

/** The minus stands before the sign of money: −¥120. */
function signed(amount: string, money: (amount: string) => string): string {
	return amount.startsWith('−') ? `−${money(amount.slice(1))}` : money(amount);
}
