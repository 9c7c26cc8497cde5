/** The languages of the product, the first being the one used when nothing is known of the reader. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A language in its own words: whoever looks for theirs may not read the other. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

/** Where the page keeps an explicit choice; static/first-paint.js reads the same key. */
export const LOCALE_STORAGE_KEY = 'shapan.locale';

export function isLocale(value: unknown): value is Locale {
	return (LOCALES as readonly unknown[]).includes(value);
}

/**
 * @param chosen what the reader chose earlier, if anything; anything else than a locale is ignored
 * @param preferred language tags in the reader's order, as `navigator.languages` has them
 */
export function detectLocale(chosen: unknown, preferred: readonly string[]): Locale {
	if (isLocale(chosen)) return chosen;
	for (const tag of preferred) {
		const language = tag.toLowerCase().split(/[-_]/)[0];
		const match = LOCALES.find((locale) => locale.split('-')[0] === language);
		if (match !== undefined) return match;
	}
	return LOCALES[0];
}
