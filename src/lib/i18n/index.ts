export { loadCatalogue, PARTS } from './catalogue.ts';
export type { Catalogue, MessageKey, Part } from './catalogue.ts';
export { detectLocale, isLocale, LOCALE_NAMES, LOCALE_STORAGE_KEY, LOCALES } from './locale.ts';
export type { Locale } from './locale.ts';
export { describeProblem } from './problem.ts';
export type { Worded, WordedCode } from './problem.ts';
export { createTranslator } from './translator.ts';
export type { MessageParams, Translate, TranslatorOptions } from './translator.ts';
