import { describe, expect, test } from 'vitest';
import { advance, newGame, view as viewOf } from '../../engine/game.ts';
import { seedFromText } from '../../engine/random.ts';
import { NOTHING_BUILT } from '../../engine/platform/parts.ts';
import type { FirmView } from '../../engine/view.ts';
import { at } from '../../engine/world.ts';
import { oneAreaFirst } from '../../strategy/bots/one-area-first.ts';
import { rival } from '../../strategy/index.ts';
import { worldOf } from '../../../../tests/support/scenarios.ts';
import { PROCESS_STEPS, processOf } from './process.ts';

const world = worldOf('first-city.yaml');
let game = newGame(world, seedFromText('process'), rival, false);
const opening = viewOf(game);
const turns: FirmView[] = [];
while (turns.length < 6) {
	game = advance(
		game,
		oneAreaFirst.decide(viewOf(game), () => 0.5)
	);
	turns.push(viewOf(game));
}

describe('the operating process', () => {
	test('goes from step to step under the method', () => {
		const stages = [opening, ...turns].map((view) => processOf(view).stage);
		expect(stages.slice(0, 2)).toEqual(['survey', 'platform']);
		const order = stages.map((stage) =>
			stage === null ? PROCESS_STEPS.length : PROCESS_STEPS.indexOf(stage)
		);
		expect(order.slice(2).every((step) => step > PROCESS_STEPS.indexOf('start'))).toBe(true);
	});

	test('the platform counts when three quarters of it stand', () => {
		const late = at(turns, 5);
		const weeks = late.rules.platform.buildWeeks;
		const withBuilt = (built: FirmView['platform']['built']): FirmView => ({
			...late,
			platform: { ...late.platform, built }
		});
		const three = { areas: weeks, reports: weeks, standards: weeks, appraisal: 0 };
		const step = (view: FirmView) => processOf(view).steps.find(({ code }) => code === 'platform');
		expect(step(withBuilt(three))).toMatchObject({ value: 0.75, mark: 0.75, met: true });
		const none = withBuilt(NOTHING_BUILT);
		expect(step(none)).toMatchObject({ value: 0, met: false });
		expect([processOf(withBuilt(three)).early, processOf(none).early]).toEqual([false, true]);
		expect(processOf(none).stage).toBe('platform');
	});

	test('nobody called on is no survey, and open areas in several regions are no choice', () => {
		const late = at(turns, 0);
		const everywhere = late.areas.map((area, i) => ({
			...area,
			worked: true,
			region: `r${i}`,
			ratio: { ...area.ratio, value: 1 },
			field: { ...area.field, unvisited: area.outlets }
		}));
		const { steps, stage } = processOf({ ...late, areas: everywhere });
		expect(steps.find(({ code }) => code === 'choose')).toMatchObject({ met: false });
		expect(steps.find(({ code }) => code === 'survey')).toMatchObject({ value: 0, met: false });
		expect(stage).toBe('choose');
	});
});
