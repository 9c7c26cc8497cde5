import { keepChoice, readChoice } from './storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** static/first-paint.js reads the same key, before anything is drawn. */
const STORAGE_KEY = 'shapan.theme';

/** Light or dark by the reader's choice; without one, by the device's. */
export class ThemeChoice {
	#theme = $state.raw<Theme>(THEMES.find((theme) => theme === readChoice(STORAGE_KEY)) ?? 'system');

	get theme(): Theme {
		return this.#theme;
	}

	choose(theme: Theme): void {
		this.#theme = theme;
		const root = document.documentElement;
		if (theme === 'system') delete root.dataset['theme'];
		else root.dataset['theme'] = theme;
		keepChoice(STORAGE_KEY, theme === 'system' ? null : theme);
	}
}
