/** How soon a newcomer has decided something: presses and words from the home page to the first committed lever. */
import type { Locale } from '#lib/i18n/index.ts';
import type { Page } from '@playwright/test';
import { areaBox, CITY, endButton, playerOf } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const MOST_PRESSES = 5;
const MOST_WORDS = 120;
/** What has more words than this is to be read, not a label: with a full stop after it, and without one. */
const LABEL_WORDS = { sentence: 8, phrase: 11 } as const;
const OLD_TOWN = { 'zh-CN': '老城', en: 'Old town' } as const;

/**
 * The texts that a newcomer is given to read: those meant as guidance, and everything else as long as a
 * sentence. Lists of names and figures are looked up, not read. Of the scenarios, the one that is chosen.
 */
async function guidance(page: Page, locale: Locale): Promise<readonly string[]> {
	return page.evaluate(
		([locale, city, limits]) => {
			const words = new Intl.Segmenter(locale, { granularity: 'word' });
			const count = (text: string): number => [...words.segment(text)].filter((it) => it.isWordLike).length;
			const cards = [...document.querySelectorAll('li:has(h3)')];
			const others = cards.filter((card) => card.querySelector('h3')?.textContent !== city);
			return [...document.body.querySelectorAll<HTMLElement>('*')]
				.filter((element) => element.checkVisibility({ visibilityProperty: true }))
				.filter((element) => !others.some((card) => card.contains(element)))
				.filter((element) => element.closest('.visually-hidden, script, noscript, dl') === null)
				.flatMap((element) => {
					if (element.hasAttribute('data-guide')) return [element.innerText];
					const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
					const text = own
						.map((node) => node.textContent ?? '')
						.join(' ')
						.replace(/\s+/g, ' ')
						.trim();
					const marked = element.closest('[data-guide]') !== null;
					const limit = /[.。！？!?]$/.test(text) ? limits.sentence : limits.phrase;
					return !marked && count(text) > limit ? [text] : [];
				});
		},
		[locale, CITY[locale], LABEL_WORDS] as const
	);
}

function wordsIn(texts: Iterable<string>, locale: Locale): number {
	const words = new Intl.Segmenter(locale, { granularity: 'word' });
	return [...words.segment([...texts].join('\n'))].filter((it) => it.isWordLike).length;
}

for (const locale of ['zh-CN', 'en'] as const) {
	test.describe(locale, () => {
		test.use({ locale });

		test(`${MOST_PRESSES} presses and ${MOST_WORDS} words at most`, async ({ page }) => {
			const player = await playerOf(page, locale);
			const { t } = player;
			let presses = 0;
			/** Read once, however long it stays in view. */
			const read = new Set<string>();
			const press = async (act: () => Promise<void>): Promise<void> => {
				for (const text of await guidance(page, locale)) read.add(text);
				await act();
				presses++;
			};
			const play = page.getByRole('button', { name: t('home.play') }).first();
			await page.goto('/');
			await expect(play).toBeVisible();
			await press(() => play.click());
			await expect(page.getByRole('button', { name: t('brief.start') })).toBeVisible();
			await press(() => page.getByRole('button', { name: t('brief.start') }).click());
			await expect(endButton(player)).toBeEnabled();
			await press(() => areaBox(player, OLD_TOWN[locale]).uncheck());
			await press(() => endButton(player).click());
			await press(() => page.getByRole('button', { name: t('end.go') }).click());
			await expect(page).toHaveURL(/turn=1$/);
			const words = wordsIn(read, locale);
			const counts = [...read].map((text) => `${wordsIn([text], locale)} ${text}`);
			console.log(`${locale}: first committed lever after ${presses} presses and ${words} words`);
			expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
			expect(words, counts.join('\n')).toBeLessThanOrEqual(MOST_WORDS);
			// The home page, the goal, the hint and the lever were among them.
			for (const key of ['app.purpose', 'lever.regions.line'] as const) expect([...read]).toContain(t(key));
			expect(read.size).toBeGreaterThanOrEqual(6);
		});
	});
}
