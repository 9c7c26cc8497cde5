/** The desk of a turn: the map and its twin, the plan as a whole, what is known of an area. */
import {
	areaBox,
	beginGame,
	COLLEGE,
	endButton,
	expectSaved,
	playerOf,
	workOneArea
} from '../support/player.ts';
import { expect, test } from '../support/test.ts';

/** How it is read out. */
const SAID = { 'zh-CN': '有 2 项办不到。', en: '2 things cannot be carried out.' } as const;

for (const locale of ['zh-CN', 'en'] as const) {
	test.describe(locale, () => {
		test.use({ locale });

		test('map and list choose the same area, by pointer and by arrow keys, and say the same of it', async ({
			page
		}) => {
			const player = await playerOf(page, locale);
			const { t } = player;
			await beginGame(player);
			const map = page.getByRole('radiogroup', { name: t('map.areas') });
			const list = page.getByRole('group', { name: t('map.list') });
			const chosen = map.getByRole('radio', { checked: true });
			const college = COLLEGE[locale];
			await map.getByRole('radio', { name: college }).click();
			await expect(list.getByRole('radio', { name: college })).toBeChecked();
			await expect(page.getByRole('heading', { name: college })).toBeVisible();
			await chosen.press('ArrowUp');
			await expect(list.getByRole('radio', { name: college })).not.toBeChecked();
			const next = await list.getByRole('radio', { checked: true }).inputValue();
			await expect(chosen).toHaveAttribute('data-area', next);
			await list.locator('label').filter({ hasText: college }).click();
			await expect(chosen).toHaveAccessibleName(new RegExp(`^${college}.*${t('area.behind')}.*14\\.0%`));
			await expect(list.getByRole('radio', { name: college })).toHaveAccessibleDescription(/14\.0%/);
			// Told apart by pattern too, never by colour alone.
			await expect(chosen).toHaveAttribute('fill', /^url\(#.+-behind\)$/);
		});

		test('a plan is put back as it was, all at once, and that can be undone', async ({ page }) => {
			const player = await playerOf(page, locale);
			const { t } = player;
			await beginGame(player);
			const reset = page.getByRole('button', { name: t('plan.reset'), exact: true });
			await expect(reset).toBeDisabled();
			await workOneArea(player);
			await page.getByRole('tab', { name: t('lever.field') }).click();
			const heads = page.getByLabel(t('field.heads'), { exact: true });
			const before = Number(await heads.inputValue());
			await page
				.getByRole('button', { name: t('step.more', { name: t('field.heads') }), exact: true })
				.click();
			await expect(heads).toHaveValue(String(before + 1));
			await reset.click();
			await expect(heads).toHaveValue(String(before));
			await expect(page.getByText(t('plan.none'))).toBeVisible();
			await expectSaved(player);
			await page.getByRole('button', { name: t('plan.undo'), exact: true }).click();
			await expect(heads).toHaveValue(String(before + 1));
			await page.getByRole('tab', { name: t('lever.regions') }).click();
			await expect(areaBox(player, COLLEGE[locale])).toBeChecked();
		});

		test('what cannot be carried out is said at the lever, in the plan and before the turn is played', async ({
			page
		}) => {
			const player = await playerOf(page, locale);
			const { t } = player;
			await beginGame(player);
			await page.getByRole('tab', { name: t('lever.activities') }).click();
			await page.getByRole('button', { name: t('activities.add.priceOff') }).click();
			// More than there is, and more than may be spent without being asked for.
			await page.getByLabel(t('activity.budget'), { exact: true }).fill('500000');
			await page.keyboard.press('Enter');
			const plan = page.getByRole('region', { name: t('plan.title', { turn: 1 }) });
			await expect(plan.getByText(t('plan.dropped'), { exact: true })).toBeVisible();
			await expect(page.getByRole('tab', { name: t('lever.activities') })).toContainText(t('lever.dropped'));
			await expect(page.getByRole('status').filter({ hasText: SAID[locale] })).toHaveCount(1);
			await endButton(player).click();
			await expect(page.getByRole('dialog').getByText(t('plan.dropped'), { exact: true })).toBeVisible();
		});
	});
}
