import { createContext } from 'svelte';
import {
	createTranslator,
	detectLocale,
	loadCatalogue,
	LOCALE_STORAGE_KEY,
	type Locale,
	type Part,
	type Translate
} from '#lib/i18n/index.ts';
import { keepChoice, readChoice } from './storage.ts';

/** The language of the page. Changing it redraws the texts in place: nothing a reader was doing is lost. */
export class Language {
	#locale = $state.raw<Locale>('zh-CN');
	#translate = $state.raw<Translate>(() => '');
	/** What was asked for last: a slow network may still be fetching it. */
	#wanted: Locale = 'zh-CN';
	/** Settles when what was asked for last is there. */
	#shown: Promise<void> = Promise.resolve();
	/** Parts of the catalogue that pages have asked for so far. */
	#parts: readonly Part[] = ['shell'];

	/** @returns the language detected for this reader, with the messages of every page loaded */
	static async detect(): Promise<Language> {
		const language = new Language();
		language.#wanted = detectLocale(readChoice(LOCALE_STORAGE_KEY), navigator.languages);
		await language.#show();
		return language;
	}

	get locale(): Locale {
		return this.#locale;
	}

	/** The translator; read it where it is used, so that the text follows the language. */
	get t(): Translate {
		return this.#translate;
	}

	/**
	 * Loads what a page is worded with; before it draws, or it would show keys.
	 *
	 * @throws if a part cannot be fetched
	 */
	async need(...parts: readonly Part[]): Promise<void> {
		const missing = parts.filter((part) => !this.#parts.includes(part));
		if (missing.length === 0) return this.#shown;
		this.#parts = [...this.#parts, ...missing];
		this.#shown = this.#show();
		try {
			await this.#shown;
		} catch (error) {
			this.#parts = this.#parts.filter((part) => !missing.includes(part));
			throw error;
		}
	}

	/** Shows and remembers another language. */
	async choose(locale: Locale): Promise<void> {
		this.#wanted = locale;
		await this.#show();
		keepChoice(LOCALE_STORAGE_KEY, locale);
	}

	/** Fetches until nothing more was asked for meanwhile, then shows it all at once. */
	async #show(): Promise<void> {
		for (;;) {
			const [locale, parts] = [this.#wanted, this.#parts];
			const catalogue = await loadCatalogue(locale, parts);
			if (locale !== this.#wanted || parts !== this.#parts) continue;
			this.#locale = locale;
			this.#translate = createTranslator(locale, catalogue);
			document.documentElement.lang = locale;
			return;
		}
	}
}

export const [getLanguage, setLanguage] = createContext<Language>();
