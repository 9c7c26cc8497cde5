/** How soon the desk of a turn answers: from input to the next paint, as the browser times it. Writes docs/pace.md. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { test, type Page } from '@playwright/test';
import { beginGame, endButton, playerOf } from '../support/player.ts';

const FILE = fileURLToPath(new URL('../../../docs/pace.md', import.meta.url));
/** The browser rounds durations to 8 ms and tells of none below 16. */
const FLOOR_MS = 16;
const ROUNDS = 25;

interface Row {
	readonly scenario: string;
	readonly act: string;
	readonly count: number;
	readonly p50: number;
	readonly p95: number;
	readonly most: number;
}

/** Durations of the events since the last call. */
async function durations(page: Page): Promise<number[]> {
	return page.evaluate(() => {
		const held = window as unknown as { paced: number[] };
		return held.paced.splice(0);
	});
}

function rowOf(scenario: string, act: string, ms: readonly number[], count: number): Row {
	// What was too quick to be told counts as the floor.
	const all = [...ms, ...Array<number>(Math.max(0, count - ms.length)).fill(FLOOR_MS)].sort((a, b) => a - b);
	const at = (share: number): number => all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? 0;
	return { scenario, act, count, p50: at(0.5), p95: at(0.95), most: at(1) };
}

// A trace takes a picture of the page at every step, in the page itself: that is not what is timed.
test.use({ locale: 'en', viewport: { width: 1366, height: 860 }, trace: 'off' });

test('pace', async ({ page, browser }) => {
	test.setTimeout(120_000);
	await page.addInitScript(() => {
		const held = window as unknown as { paced: number[] };
		held.paced = [];
		const seen = new Map<number, number>();
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as PerformanceEventTiming[]) {
				if (!['pointerup', 'click', 'keydown'].includes(entry.name) || entry.interactionId === 0) continue;
				// Of the events of one interaction the longest counts, as in the Event Timing standard.
				if ((seen.get(entry.interactionId) ?? 0) >= entry.duration) continue;
				if (!seen.has(entry.interactionId)) held.paced.push(entry.duration);
				else held.paced[held.paced.length - 1] = entry.duration;
				seen.set(entry.interactionId, entry.duration);
			}
		}).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
	});
	const player = await playerOf(page, 'en');
	const { t } = player;
	const rows: Row[] = [];
	for (const scenario of ['First city', 'Three cities']) {
		await beginGame(player, 'pace', '', scenario);
		const measure = async (act: string, once: (i: number) => Promise<void>): Promise<void> => {
			await once(-1);
			await page.waitForTimeout(300);
			await durations(page);
			for (let i = 0; i < ROUNDS; i++) await once(i);
			await page.waitForTimeout(300);
			rows.push(rowOf(scenario, act, await durations(page), ROUNDS));
		};
		const areas = page.getByRole('main').locator('label:has(input[type="radio"])');
		await measure('an area worked or not', () => page.getByRole('checkbox').first().click());
		// A text field has an undo of its own, so the focus stays on the box.
		await measure('undo and redo', (i) => page.keyboard.press(i % 2 === 0 ? 'Control+z' : 'Control+Shift+z'));
		const tabs = page.getByRole('tab');
		await measure('another lever', (i) => tabs.nth((i + 2) % 7).click());
		await page.getByRole('tab', { name: t('lever.field') }).click();
		const heads = page.getByLabel(t('field.heads'), { exact: true });
		await measure('a person more or fewer', (i) => heads.press(i % 2 === 0 ? 'ArrowUp' : 'ArrowDown'));
		await measure('another area chosen in the list', (i) => areas.nth((i + 3) % 3).click());
		await page.getByRole('tab', { name: t('lever.dealers') }).click();
		const folds = page.getByRole('tabpanel').locator('summary');
		await measure('a dealer or its terms, opened or closed', async (i) => {
			await folds.nth(i % 2 === 0 ? 0 : -2).click();
		});
		await measure('the end of the turn, opened', async () => {
			await endButton(player).click();
			await page.keyboard.press('Escape');
		});
	}
	const table = rows.map(
		(it) => `| ${it.scenario} | ${it.act} | ${it.count} | ${it.p50} | ${it.p95} | ${it.most} |`
	);
	const text = `# How soon the page answers

Milliseconds from input to the next paint on the desk of a turn, by the browser's own Event Timing (rounded to 8; what
took less than ${FLOOR_MS} is shown as ${FLOOR_MS}). Made by \`npm run shots\`; the mark is 100, for the slowest too. The first act of
a kind, which fetches or compiles, is left out.

Chromium ${browser.version()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}.

| Scenario | Act | Times | Median | 95 % | Most |
| --- | --- | --- | --- | --- | --- |
${table.join('\n')}
`;
	writeFileSync(FILE, text);
	console.log(text);
});
