import { createTranslator, loadCatalogue, LOCALES } from '#lib/i18n/index.ts';
import type { PageLoad } from './$types';

/** Both languages stand side by side, whichever the page is in. */
export const load: PageLoad = async ({ parent }) => {
	const { language } = await parent();
	const [words] = await Promise.all([
		Promise.all(
			LOCALES.map(async (locale) => ({
				locale,
				t: createTranslator(locale, await loadCatalogue(locale, ['guide']))
			}))
		),
		language.need('guide')
	]);
	return { words };
};
