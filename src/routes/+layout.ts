import { Language } from './language.svelte.ts';
import type { LayoutLoad } from './$types';

// The market runs in the browser and the language is the reader's, so the server sends one empty frame for every page,
// made at build time: it is the same for everyone, and can be kept for playing offline.
export const prerender = true;
export const ssr = false;

export const load: LayoutLoad = async () => ({ language: await Language.detect() });
