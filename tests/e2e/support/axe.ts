/** What axe finds amiss on a page as it stands. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** By the rules of these tags, or these rules alone, or all there are. */
type Rules = { readonly tags: string[] } | { readonly rules: string[] } | undefined;

/** Rule by rule, with the first elements that break it; empty where all is well. */
export async function faults(page: Page, by?: Rules): Promise<unknown> {
	// No page holds a frame; to look into frames takes a second page, and that takes as long as all the rest.
	const axe = new AxeBuilder({ page }).setLegacyMode(true);
	if (by !== undefined && 'tags' in by) axe.withTags(by.tags);
	if (by !== undefined && 'rules' in by) axe.withRules(by.rules);
	const { violations } = await axe.analyze();
	return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
}
