import { createContext } from 'svelte';
import {
	createTranslator,
	detectLocale,
	loadCatalogue,
	LOCALE_STORAGE_KEY,
	type Locale,
	type Translate
} from '#lib/i18n/index.ts';
import { keepChoice, readChoice } from './storage.ts';

/** The language of the page. Changing it redraws the texts in place: nothing a reader was doing is lost. */
export class Language {
	#locale = $state.raw<Locale>('zh-CN');
	#translate = $state.raw<Translate>(() => '');

	/** @returns the language detected for this reader, with its messages loaded */
	static async detect(): Promise<Language> {
		const language = new Language();
		await language.#show(detectLocale(readChoice(LOCALE_STORAGE_KEY), navigator.languages));
		return language;
	}

	get locale(): Locale {
		return this.#locale;
	}

	/** The translator; read it where it is used, so that the text follows the language. */
	get t(): Translate {
		return this.#translate;
	}

	/** Shows and remembers another language. */
	async choose(locale: Locale): Promise<void> {
		await this.#show(locale);
		keepChoice(LOCALE_STORAGE_KEY, locale);
	}

	async #show(locale: Locale): Promise<void> {
		const translate = createTranslator(locale, await loadCatalogue(locale));
		this.#locale = locale;
		this.#translate = translate;
		document.documentElement.lang = locale;
	}
}

export const [getLanguage, setLanguage] = createContext<Language>();
