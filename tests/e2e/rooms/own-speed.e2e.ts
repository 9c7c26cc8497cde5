/** An open room at one's own speed: a team plays on without the network, and what two devices decided apart is a fork. */
import type { TeamMarket } from '../../../src/lib/protocol/rooms/index.ts';
import { expect, test } from '../support/test.ts';
import { Instructor, Trainee, wordsIn } from './support.ts';

test.setTimeout(180_000);

test('a team plays on offline and is taken up; beside another device it makes a fork that is kept', async ({
	browser,
	baseURL
}) => {
	const base = baseURL ?? '';
	const t = await wordsIn('zh-CN');
	const instructor = await Instructor.begin(browser, base, '作业', async (page) => {
		await page.getByText(t('room.luck.open'), { exact: true }).click();
		await page.getByText(t('room.pacing.self'), { exact: true }).click();
	});
	const team = await Trainee.join(browser, base, await instructor.code(), '独行', 'zh-CN');
	await instructor.start();
	const market = (): Promise<TeamMarket> =>
		team.page.evaluate(
			async (path) => (await fetch(path)).json() as Promise<TeamMarket>,
			`/api/rooms/${team.room}/market`
		);
	/** The turn is played here at once, and its report shown. */
	const play = async (by: Trainee, turn: number): Promise<void> => {
		await by.atTurn(turn);
		await by.page.getByRole('button', { name: t('plan.end'), exact: true }).click();
		await expect(by.page.getByText(t('room.end.note.own'))).toBeVisible();
		await by.page
			.getByRole('dialog')
			.getByRole('button', { name: t('end.go'), exact: true })
			.click();
		await expect(by.page.getByRole('heading', { name: t('report.changed') })).toBeVisible();
	};

	await test.step('two turns without a network, taken up by the server when it is back', async () => {
		await team.atTurn(1);
		await team.page.context().setOffline(true);
		await team.decide();
		await play(team, 1);
		await play(team, 2);
		await team.says(t('room.unsent', { count: 2 }));
		await team.page.context().setOffline(false);
		await expect.poll(async () => (await market()).played).toBe(2);
		const { decisions } = await market();
		expect(decisions.map(({ plan }) => plan?.regions.worked.length)).toEqual([2, 2]);
		await expect(team.page.getByText(t('room.unsent', { count: 2 }))).toBeHidden();
	});

	await test.step('what another device decided meanwhile stands; what was played here is kept beside it', async () => {
		const other = await Trainee.resume(browser, base, await team.resumeCode(), '独行', 'zh-CN');
		await team.atTurn(3);
		await other.atTurn(3);
		await team.page.context().setOffline(true);
		await team.decide();
		await play(team, 3);
		await play(team, 4);
		await play(other, 3);
		await expect
			.poll(
				async () =>
					(
						await other.page.evaluate(
							async (path) => (await fetch(path)).json() as Promise<TeamMarket>,
							`/api/rooms/${other.room}/market`
						)
					).played
			)
			.toBe(3);
		await team.page.context().setOffline(false);
		await expect(team.page.getByText(/的这份提交与本队已有的决策冲突/)).toBeVisible();
		await team.atTurn(4);
		expect((await market()).decisions[2]?.plan?.regions.worked).toHaveLength(2);
		await team.page.getByRole('tab', { name: team.words.mine, exact: true }).click();
		await expect(team.page.getByRole('row').filter({ hasText: t('room.entry.fork') })).toHaveCount(2);
		await other.page.context().close();
	});

	await test.step('the instructor ends the room: what is left goes on by itself, marked', async () => {
		const { page } = instructor;
		await page.getByRole('button', { name: t('room.do.endSelf'), exact: true }).click();
		await expect(page.getByText(t('room.sure.endSelf.note'))).toBeVisible();
		await page
			.getByRole('dialog')
			.getByRole('button', { name: t('room.do.endSelf'), exact: true })
			.click();
		await expect(page.getByText(t('room.phase.over'), { exact: true }).first()).toBeVisible();
		await team.says(t('room.state.over'));
		const { decisions, phase } = await market();
		expect(phase).toBe('over');
		expect(decisions.map(({ plan }) => plan !== null)).toEqual([
			true,
			true,
			true,
			false,
			false,
			false,
			false
		]);
	});
});
