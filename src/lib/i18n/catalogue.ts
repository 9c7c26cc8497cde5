import type { Locale } from './locale.ts';

/** The English catalogue names the keys; tests/arch holds the others to the same keys and parameters. */
export type MessageKey = keyof typeof import('../../../messages/en.json');

/** ICU messages of one language. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** One dynamic import per language, so that a page loads only the one it shows. */
const LOADERS: Readonly<Record<Locale, () => Promise<{ default: Catalogue }>>> = {
	'zh-CN': () => import('../../../messages/zh-CN.json', { with: { type: 'json' } }),
	en: () => import('../../../messages/en.json', { with: { type: 'json' } })
};

export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
	return (await LOADERS[locale]()).default;
}
