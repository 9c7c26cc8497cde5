import { expect, test } from 'vitest';
import { advance, newGame, view as viewOf } from '../../engine/game.ts';
import { NOTHING_BUILT } from '../../engine/platform/parts.ts';
import { seedFromText } from '../../engine/random.ts';
import type { FirmView } from '../../engine/view.ts';
import { oneAreaFirst } from '../../strategy/bots/one-area-first.ts';
import { rival } from '../../strategy/index.ts';
import { worldOf } from '../../../../tests/support/scenarios.ts';
import { DUTIES, dutiesOf, type Duty } from './duties.ts';

let game = newGame(worldOf('first-city.yaml'), seedFromText('duties'), rival, false);
const opening = viewOf(game);
for (let turn = 0; turn < 3; turn++)
	game = advance(
		game,
		oneAreaFirst.decide(viewOf(game), () => 0.5)
	);
const late = viewOf(game);

const met = (view: FirmView): Record<Duty, boolean> =>
	Object.fromEntries(dutiesOf(view).map((step) => [step.code, step.met])) as Record<Duty, boolean>;

test('the method does all five, and nobody has done them at the opening', () => {
	expect(dutiesOf(late).map(({ code }) => code)).toEqual(DUTIES);
	expect(Object.values(met(late)).every(Boolean)).toBe(true);
	expect(met(opening)).toMatchObject({ network: false, areas: false, targets: false, checks: false });
});

test('each duty goes by what it names, and by nothing else', () => {
	const all = met(late);
	const without = (view: FirmView, ...duties: Duty[]) =>
		expect(met(view)).toEqual({ ...all, ...Object.fromEntries(duties.map((duty) => [duty, false])) });
	const worked = late.areas.map((area) => ({ ...area, field: { ...area.field, unvisited: area.outlets } }));
	without({ ...late, areas: worked }, 'network');
	const starved = late.regions.map((region) => ({
		...region,
		contract: region.contract && { ...region.contract, outletsBp: 4999 }
	}));
	without({ ...late, regions: starved }, 'network');
	without({ ...late, platform: { ...late.platform, namedShare: 0.5 } }, 'areas');
	const aimless = { ...late.plan, platform: { build: [] } };
	without({ ...late, plan: aimless }, 'targets');
	const nobody = { ...late.plan, field: { ...late.plan.field, responsible: {} } };
	without({ ...late, plan: nobody }, 'targets');
	without({ ...late, field: { ...late.field, load: 1.2 } }, 'tasks');
	without({ ...late, platform: { ...late.platform, built: NOTHING_BUILT } }, 'checks');
});

test('where nothing is worked nothing is done', () => {
	const idle = { ...opening, areas: opening.areas.map((area) => ({ ...area, worked: false })) };
	expect(met(idle)).toMatchObject({ network: false, targets: false, tasks: false, checks: false });
});
