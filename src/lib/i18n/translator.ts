import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, MessageKey } from './catalogue.ts';
import type { Locale } from './locale.ts';

export type MessageParams = Readonly<Record<string, string | number>>;

/** Renders a message of one language. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

export interface TranslatorOptions {
	/**
	 * What a missing message or parameter does: strict throws, since it is our bug; otherwise the key is shown in
	 * brackets, since a reader is better served by an odd word than by a broken page. Strict in tests and `npm run dev`.
	 */
	readonly strict?: boolean;
}

/** `import.meta.env` is Vite's: absent in plain Node, where the command line serves readers too. */
const STRICT_BY_DEFAULT: boolean = import.meta.env?.DEV ?? false;

export function createTranslator(
	locale: Locale,
	catalogue: Catalogue,
	{ strict = STRICT_BY_DEFAULT }: TranslatorOptions = {}
): Translate {
	// Parsing a message costs more than formatting it, and a screen asks for the same ones again and again.
	const parsed = new Map<MessageKey, IntlMessageFormat>();

	function render(key: MessageKey, params: MessageParams): string {
		let message = parsed.get(key);
		if (message === undefined) {
			const text = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
			if (text === undefined) throw new Error(`No message “${key}” in ${locale}`);
			// No tags: messages are text, and `<` in one means “less than”.
			message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
			parsed.set(key, message);
		}
		return String(message.format(params));
	}

	return (key, params = {}) => {
		try {
			return render(key, params);
		} catch (error) {
			if (strict) throw error;
			return `[${key}]`;
		}
	};
}
