/**
 * The method wins: on every market scenario “one area first” beats each careless bot, and the method played badly, on the same 20 seeds (world and
 * market both dealt anew), by an interval wholly above zero.
 */
import { availableParallelism } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparePanel } from '#lib/cli/panel/compare.ts';
import { playPanel } from '#lib/cli/panel/pool.ts';
import { BOT_NAMES } from '#lib/strategy/index.ts';
import { MARKET_SCENARIOS, shipped } from '../support/scenarios.ts';

const SEEDS = 20;
/** Points the lower end of the interval must keep, so that a lead by a hair is no proof. */
const MARGIN = 3;
const METHOD = 'one-area-first';

describe.each(MARKET_SCENARIOS)('%s', (file) => {
	let panel: ReturnType<typeof comparePanel>;

	beforeAll(async () => {
		const work = { spec: shipped(file).spec, bots: BOT_NAMES };
		panel = comparePanel(BOT_NAMES, await playPanel(work, SEEDS, availableParallelism()));
	});

	it.each(BOT_NAMES.filter((name) => name !== METHOD))(
		`${METHOD} beats %s over ${SEEDS} paired seeds`,
		(other) => {
			const difference = panel.differences.find((pair) => pair.a === METHOD && pair.b === other);
			expect(difference?.interval[0]).toBeGreaterThan(MARGIN);
		}
	);

	it('stuffing costs where it hurts: the method ships less in and lets more through', () => {
		const [method, stuff] = [METHOD, 'stuff'].map((name) => panel.bots.find((bot) => bot.name === name));
		expect(method?.pillars.effectiveShipment).toBeGreaterThan((stuff?.pillars.effectiveShipment ?? NaN) + 5);
		expect(method?.pillars.stock).toBeGreaterThan((stuff?.pillars.stock ?? NaN) + 20);
	});
});
