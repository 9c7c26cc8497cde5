import type { Locale } from './locale.ts';

/** The English catalogue names the keys; tests/arch holds the others to the same keys and parameters. */
export type MessageKey = keyof typeof import('../../../messages/en.json');

/** ICU messages of one language. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/**
 * One dynamic import per language, so that a page loads only the one it shows. Each goes through a module of its own,
 * which imports its JSON statically: Node wants `with { type: 'json' }`, and Vite's development server leaves that on a
 * dynamic import, where the browser then refuses the JavaScript Vite made of the file.
 */
const LOADERS: Readonly<Record<Locale, () => Promise<{ readonly catalogue: Catalogue }>>> = {
	'zh-CN': () => import('./catalogues/zh-CN.ts'),
	en: () => import('./catalogues/en.ts')
};

export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
	return (await LOADERS[locale]()).catalogue;
}
