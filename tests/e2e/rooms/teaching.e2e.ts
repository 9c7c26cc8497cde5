/** What an instructor does to a running room, and what a team sees of it: one class, turn by turn. */
import { expect, test } from '../support/test.ts';
import { Instructor, Trainee, wordsIn } from './support.ts';

/** Five browsers, on a machine that is busy with other tests. */
test.setTimeout(240_000);

const seconds = (clock: string): number =>
	clock
		.replace(/[^\d:]/g, '')
		.split(':')
		.reduce((sum, part) => sum * 60 + Number(part), 0);

test('practice, predictions, clock, names and places: an instructor has the room in hand', async ({
	browser,
	baseURL
}) => {
	const base = baseURL ?? '';
	const t = await wordsIn('zh-CN');
	const instructor = await Instructor.begin(browser, base, '带班', async (page) => {
		await page.getByLabel(t('room.new.practice'), { exact: true }).selectOption('1');
		await page.getByLabel(t('room.new.predictionsRequired')).check();
	});
	const { page } = instructor;
	const code = await instructor.code();
	const red = await Trainee.join(browser, base, code, '红队', 'zh-CN');
	const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
	const blue = await Trainee.join(browser, base, code, 'Blue', 'en', phone);
	const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
	const sure = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
	/** Opens what can be done for a team. */
	const manage = async (team: string): Promise<void> => {
		const button = (await instructor.row(team)).getByRole('button');
		if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
		await expect(page.getByRole('heading', { level: 3, name: team })).toBeVisible();
	};
	const clockOf = async (trainee: Trainee): Promise<number> =>
		seconds(await trainee.page.getByRole('timer').innerText());

	await test.step('a plan can be drafted before the room begins', async () => {
		await red.page.getByRole('button', { name: t('brief.start') }).click();
		await expect(red.page.getByText(t('room.lobby.draft'))).toBeVisible();
		await red.decide();
		await press(t('room.do.practice'));
		await expect(red.page.getByText(t('room.practice.note', { count: 1 }))).toBeVisible();
		await expect(red.page.getByRole('tabpanel').getByRole('checkbox').last()).not.toBeChecked();
	});

	await test.step('without a prediction nothing is handed in, and the dialog says why', async () => {
		await red.page.getByRole('button', { name: red.words.end }).first().click();
		const dialog = red.page.getByRole('dialog');
		await expect(dialog.getByText(t('room.end.note.timed'))).toBeVisible();
		await dialog.getByRole('button', { name: t('room.end.go'), exact: true }).click();
		await expect(dialog.getByRole('alert')).toHaveText(t('end.needed'));
		await dialog.getByLabel(t('end.units')).fill('9000');
		await dialog.getByRole('button', { name: t('room.end.go'), exact: true }).click();
		await red.handedIn();
		await expect(red.page.getByRole('button', { name: t('room.end.again') }).first()).toBeVisible();
	});

	await test.step('what is changed after it does not count until it is handed in again', async () => {
		await red.decide();
		await expect(red.page.getByText(t('room.handedIn.differs'))).toBeVisible();
		await red.decide();
		await expect(red.page.getByText(t('room.handedIn.differs'))).toBeHidden();
	});

	await test.step('a nudge reaches the team that has not decided, and goes when it has', async () => {
		const en = await wordsIn('en');
		await manage('Blue');
		await press(t('room.do.nudge'));
		await expect(blue.page.getByRole('alert').filter({ hasText: en('room.nudged') })).toBeVisible();
		await blue.atTurn(1);
		await blue.handIn(8000);
		await expect(blue.page.getByText(en('room.nudged'))).toBeHidden();
	});

	await test.step('the end of practice resets everything', async () => {
		await press(t('room.do.endPractice'));
		await sure(t('room.do.endPractice'));
		await expect(page.getByText(t('room.phase.lobby'), { exact: true })).toBeVisible();
		await red.says(t('room.state.waiting'));
		await press(t('room.do.start'));
		await instructor.atTurn(1);
		await red.atTurn(1);
		await red.page.getByRole('tab', { name: red.words.mine, exact: true }).click();
		await expect(red.page.getByText(t('room.entries.none'))).toBeVisible();
		await expect(red.page.getByText(t('room.practice.note', { count: 1 }))).toBeHidden();
	});

	await test.step('the clock is held, let go, extended for all and for one', async () => {
		await press(t('room.do.hold'));
		await red.says(t('room.held'));
		const held = await clockOf(red);
		await press(t('room.do.extend', { minutes: 2 }));
		await expect.poll(() => clockOf(red)).toBe(held + 120);
		await press(t('room.do.resume'));
		await expect(red.page.locator('.bar').getByText(t('room.held'))).toBeHidden();
		await manage('Blue');
		await page.getByLabel(t('room.extra', { minutes: 0 })).fill('3');
		await press(t('room.do.extraTime'));
		await expect(page.getByText(t('room.extra', { minutes: 3 }))).toBeVisible();
		await expect.poll(async () => (await clockOf(blue)) - (await clockOf(red))).toBeGreaterThan(170);
	});

	await test.step('a team is renamed, and no two have one name', async () => {
		await page.getByLabel(t('room.rename')).fill(' 红 队 ');
		await press(t('room.do.rename'));
		await expect(page.getByText(t('room.TEAM_NAME_TAKEN'))).toBeVisible();
		await page.getByLabel(t('room.rename')).fill('蓝队');
		await press(t('room.do.rename'));
		await blue.says('蓝队');
	});

	await red.atTurn(1);
	await red.decide();
	await red.handIn(9000);
	await blue.atTurn(1);
	await blue.handIn(8000);
	await blue.handedIn();
	await instructor.advance();
	await instructor.atTurn(2);

	const late = await Trainee.join(browser, base, code, '后来', 'zh-CN');
	await test.step('who joins late has the turns before, marked', async () => {
		await late.atTurn(2);
		await late.page.getByRole('tab', { name: late.words.mine, exact: true }).click();
		await expect(late.page.getByRole('row').filter({ hasText: t('room.entry.joinedLate') })).toHaveCount(1);
		await late.page.getByRole('tab', { name: t('room.section.report'), exact: true }).click();
		await expect(late.page.getByRole('heading', { name: t('report.changed') })).toBeVisible();
		const marks = (await instructor.row('后来')).locator('abbr');
		await expect(marks).toHaveAttribute(
			'title',
			t('room.roster.marks.of', { late: 0, absent: 0, joinedLate: 1, forks: 0 })
		);
	});

	await test.step('a team goes on from another device', async () => {
		const other = await Trainee.resume(browser, base, await red.resumeCode(), '红队', 'zh-CN');
		await other.says('红队');
		await other.atTurn(2);
		await other.handIn(7000);
		await red.handedIn();
		// The first device has another plan on screen than the one that stands.
		await red.atTurn(2);
		await expect(red.page.getByText(t('room.handedIn.differs'))).toBeVisible();
		await other.page.context().close();
	});

	await test.step('a team is put back to a turn, plays it again at once, and stands with the others', async () => {
		await manage('蓝队');
		await page.getByLabel(t('room.reset'), { exact: true }).selectOption('0');
		await press(t('room.do.reset'));
		await expect(page.getByText(t('room.sure.reset', { name: '\u2068蓝队\u2069', turn: 1 }))).toBeVisible();
		await page
			.getByRole('alert')
			.getByRole('button', { name: t('room.do.reset'), exact: true })
			.click();
		await blue.atTurn(1);
		await blue.handIn(6000);
		await blue.atTurn(2);
		const marks = (await instructor.row('蓝队')).locator('abbr');
		await expect(marks).toHaveText('0 + 1');
	});

	await test.step('a team is removed, and told', async () => {
		await manage('后来');
		await press(t('room.do.remove'));
		await page
			.getByRole('alert')
			.getByRole('button', { name: t('room.do.remove'), exact: true })
			.click();
		await expect(late.page.getByText(t('room.bye.removed'))).toBeVisible();
		await expect(page.getByRole('row').filter({ hasText: '后来' })).toHaveCount(0);
	});

	await test.step('whoever was not heard of keeps the standing plan, marked', async () => {
		await instructor.advance();
		await instructor.atTurn(3);
		const marks = (await instructor.row('蓝队')).locator('abbr');
		await expect(marks).toHaveText('1 + 1');
	});
});
