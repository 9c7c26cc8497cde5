/** The levers of the trade: each is moved as a person would move it, and what came of it is found after the turn. */
import type { Locator } from '@playwright/test';
import { ACTIVITY_KINDS } from '#lib/engine/vocab.ts';
import { beginGame, endTurn, expectSaved, goOn, playerOf } from '../support/player.ts';
import { expect, test } from '../support/test.ts';

test.use({ locale: 'en' });

const CITIES = { refused: 'Linting', taken: "Ling'an", dearer: 'Hebu' } as const;
const DEALERS = { refused: 'Tongli Wholesale', taken: 'Jinqiao Traders' } as const;
const PRODUCT = 'Qinghe fruit tea 500 ml';

test('terms, people, openings, prices by region, production and every activity: planned, played, told', async ({
	page
}) => {
	test.setTimeout(120_000);
	const player = await playerOf(page, 'en');
	const { t } = player;
	const panel = page.getByRole('tabpanel');
	const show = (lever: 'dealers' | 'field' | 'price' | 'activities' | 'supply'): Promise<void> =>
		page.getByRole('tab', { name: t(`lever.${lever}`) }).click();
	/** Opens a folded part with a key; only then there is something in it. */
	const open = async (title: string): Promise<void> => {
		const summary = panel.locator('summary').filter({ hasText: title });
		await summary.focus();
		await page.keyboard.press('Enter');
		await expect(summary.locator('..')).toHaveAttribute('open');
	};
	const type = async (name: string, value: string, where: Locator = panel): Promise<void> => {
		const field = where.getByRole('spinbutton', { name, exact: true });
		await field.fill(value);
		await field.press('Enter');
		await expect(field).toHaveValue(value);
	};
	const toRegion = (name: string): Promise<void> =>
		panel
			.getByRole('group', { name: t('dealers.region') })
			.getByText(name)
			.click();
	const ahead = t('activity.ahead', { percent: '5%' });
	await beginGame(player, 'levers', '', 'Three cities');

	await show('dealers');
	await open(t('terms.title'));
	await panel.getByRole('checkbox', { name: t('terms.exclusive') }).check();
	await expect(panel.getByText(t('outlook.open', { dealer: DEALERS.refused }))).toBeVisible();
	await toRegion(CITIES.taken);
	await open(t('terms.title'));
	await type(t('terms.credit'), '28');
	await type(t('terms.rebate'), '3.0');
	await expect(panel.getByText(t('outlook.accepts', { dealer: DEALERS.taken }))).toBeVisible();

	await show('field');
	const heads = Number(await panel.getByLabel(t('field.heads'), { exact: true }).inputValue());
	await type(t('field.heads'), String(heads + 1));
	await open(t('field.purposes'));
	await panel
		.getByRole('checkbox', { name: t('field.purposes.own', { purpose: t('purpose.open') }) })
		.check();
	await type(t('field.visits.for', { purpose: t('purpose.open'), name: 'A' }), '2');
	await open(t('field.named'));
	await panel.getByRole('button', { name: t('field.named.turn') }).click();
	await open(t('field.quality'));
	await type(t('field.item.trainingHours'), '8');

	await show('price');
	await open(t('price.regions'));
	await type(t('price.region', { region: CITIES.dearer }), '2.60');

	await show('supply');
	await panel.getByText(t('supply.production.own'), { exact: true }).click();
	await type(t('supply.production.cases', { product: PRODUCT }), '300');

	await show('activities');
	for (const [i, kind] of ACTIVITY_KINDS.entries()) {
		await panel.getByRole('button', { name: t(`activities.add.${kind}`) }).click();
		await panel.getByRole('checkbox', { name: ahead }).nth(i).check();
	}
	await expectSaved(player);
	await endTurn(player, 1);

	// Who said what, and why; and the dearer city in the money.
	await expect(page.getByText(t('answer.exclusiveTooDear', { dealer: DEALERS.refused }))).toBeVisible();
	await expect(page.getByText(t('answer.accepted', { dealer: DEALERS.taken }))).toBeVisible();
	const figure = async (cell: Locator): Promise<number> =>
		Number((await cell.innerText()).replace(/[^\d.]/g, ''));
	const sellIn = page
		.locator('dl > div')
		.filter({ hasText: t('turn.sellIn') })
		.locator('strong');
	await page.getByText(t('report.money'), { exact: true }).click();
	const revenue = page
		.getByRole('row', { name: t('statement.revenue') })
		.getByRole('cell')
		.first();
	expect(await figure(revenue)).toBeGreaterThan(2.39 * (await figure(sellIn)));
	await goOn(player);

	await show('dealers');
	await toRegion(CITIES.taken);
	const inForce = panel.getByText(t('account.terms'), { exact: true }).locator('..');
	await expect(inForce).toContainText(t('part.credit', { days: 28 }));
	await expect(inForce).toContainText(t('part.rebate', { share: '3%' }));
	await show('field');
	await expect(panel.getByText(new RegExp(`^${heads + 1} now, `))).toBeVisible();
	await expect(panel.locator('summary').filter({ hasText: t('field.quality') })).toHaveText(/[1-9]\d*\.\d%$/);
	await expect(panel.locator('summary').filter({ hasText: t('field.named') })).toContainText(
		t('field.named.now', { named: 6, areas: 6 })
	);
	await open(t('field.state'));
	const openings = panel.getByRole('region', { name: t('field.funnel') });
	const stage = openings.locator('tbody tr').first().locator('td').nth(2);
	expect(await figure(stage)).toBeGreaterThan(0);
	await show('price');
	await expect(panel.getByText(t('price.regions.own', { count: 1 }))).toBeVisible();
	await show('supply');
	await expect(panel.getByText(/18,000/)).toBeVisible();
	await show('activities');
	await expect(panel.getByText(t('activity.prepared'))).toHaveCount(ACTIVITY_KINDS.length);
	await endTurn(player, 2);

	const told = page.getByRole('region', { name: t('report.activities') });
	for (const kind of ACTIVITY_KINDS) {
		const row = told.getByRole('row').filter({ hasText: t(`kind.${kind}`) });
		await expect(row.getByRole('rowheader')).toContainText(t('past.stages', { before: 'yes', after: 'no' }));
		await expect(row.locator('td').first()).toContainText(/planned [\d,]+/);
		await expect(row.locator('td').last()).toHaveText(/^\s*(–|[−\d].*%)/);
	}
	await goOn(player);
	await show('activities');
	const board = panel.getByRole('region', { name: t('smallBoard.title', { region: CITIES.refused }) });
	await expect(board.getByText(t('smallBoard.gate', { stage: 1 }))).toBeVisible();
});
