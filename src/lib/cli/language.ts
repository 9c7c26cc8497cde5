import {
	createTranslator,
	isLocale,
	loadCatalogue,
	type Locale,
	type MessageKey,
	type Translate
} from '#lib/i18n/index.ts';

export interface Language {
	readonly locale: Locale;
	readonly t: Translate;
	/** For keys made of a code, which need not have words yet. */
	optional(key: string, params?: Readonly<Record<string, string | number>>): string | null;
	/** Whole numbers and decimals with the separators of the language. */
	number(value: number, decimals?: number): string;
	/** Cents as yuan, without the cents. */
	money(cents: number): string;
}

/** The order POSIX gives; a language we do not speak is answered in English, as tools do. */
export function terminalLocale(env: NodeJS.ProcessEnv): Locale {
	const tag = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
	return /^zh\b|^zh_/i.test(tag) ? 'zh-CN' : 'en';
}

/** `--lang` wherever it stands, read before anything else, since even a usage message has a language. */
export function askedLocale(argv: readonly string[]): Locale | undefined {
	const joined = argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
	const apart = argv[argv.indexOf('--lang') + 1];
	const asked = joined ?? (argv.includes('--lang') ? apart : undefined);
	return isLocale(asked) ? asked : undefined;
}

export async function speak(locale: Locale): Promise<Language> {
	const catalogue = await loadCatalogue(locale);
	const t = createTranslator(locale, catalogue);
	const number = (value: number, decimals = 0): string =>
		new Intl.NumberFormat(locale, {
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals
		}).format(
			// Minus nought would be shown with its sign.
			Math.abs(value) * 10 ** decimals < 0.5 ? 0 : value
		);
	return {
		locale,
		t,
		optional: (key, params = {}) => (Object.hasOwn(catalogue, key) ? t(key as MessageKey, params) : null),
		number,
		money: (cents) => number(cents / 100)
	};
}
