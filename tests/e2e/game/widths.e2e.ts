/** The desk of the largest shipped market on screens from a phone to a projector. */
import { beginGame, endButton, playerOf } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

const THREE = { 'zh-CN': '三城记', en: 'Three cities' } as const;
/** Width and height in pixels, and how large its letters are. */
const SCREENS = [
	[360, 740, 16],
	[995, 800, 16],
	[1100, 800, 16],
	[1280, 800, 16],
	[1920, 1080, 16],
	[3840, 2160, 28]
] as const;

for (const locale of ['zh-CN', 'en'] as const)
	test.describe(locale, () => {
		test.use({ locale });

		test('the map’s labels are whole and apart, nothing is cut off, and letters grow with the screen', async ({
			page
		}) => {
			test.setTimeout(120_000);
			const player = await playerOf(page, locale);
			await beginGame(player, 'e2e', '', THREE[locale]);
			for (const [width, height, letters] of SCREENS) {
				await page.setViewportSize({ width, height });
				const map = page.getByRole('radiogroup', { name: player.t('map.areas') });
				const tab = page.getByRole('tab', { name: player.t('map.title') });
				if (width === 360) await tab.click();
				else await expect(tab).toHaveCount(0);
				await expect(map.locator('text')).toHaveCount(6);
				await expect.poll(() => map.evaluate(labelFaults), `labels at ${width}`).toEqual([]);
				await expect(endButton(player)).toBeInViewport();
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
				const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
				expect(parseFloat(size)).toBeCloseTo(letters, 3);
			}
		});
	});

/** Labels that overlap another one or cross the sides of the map. Runs in the page. */
function labelFaults(map: Element): string[] {
	const frame = map.getBoundingClientRect();
	const labels = [...map.querySelectorAll('text')].map((text) => ({
		name: text.textContent.replace(/\s+/g, ' ').trim(),
		box: text.getBoundingClientRect()
	}));
	return labels.flatMap(({ name, box }, i) => {
		const out =
			box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
		const on = labels
			.slice(i + 1)
			.filter(
				(other) =>
					box.left < other.box.right &&
					other.box.left < box.right &&
					box.top < other.box.bottom &&
					other.box.top < box.bottom
			);
		return [...(out ? [`${name} is cut off`] : []), ...on.map((other) => `${name} on ${other.name}`)];
	});
}
