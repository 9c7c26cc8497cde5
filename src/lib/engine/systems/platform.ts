/** The management platform through a week (rule K1): paid for, built, or falling apart. */
import { ACCOUNT, pay } from '../ledger.ts';
import { builtBy, PARTS, platformCents, platformOf } from '../platform/parts.ts';
import { worldEntity, type State } from '../state.ts';
import type { Turn } from '../turn.ts';
import { PLATFORM_PARTS } from '../vocab.ts';
import { at, type World } from '../world.ts';

/** Before anything else in the week, so that who reads a report knows by how much it was made truer. */
export function buildPlatforms(world: World, state: State, turn: Turn): void {
	const rules = world.spec.platform;
	for (let f = 0; f < world.firms; f++) {
		const plan = platformOf(at(turn.plans, f));
		const cents = platformCents(rules, plan, builtBy(state, f), state.staff[f]!);
		pay(state.balances, f, ACCOUNT.PEOPLE, worldEntity(world), ACCOUNT.REVENUE, cents);
		for (const [p, part] of PLATFORM_PARTS.entries()) {
			const cell = f * PARTS + p;
			const weeks = state.platform[cell]! + (plan.build.includes(part) ? 1 : -1);
			state.platform[cell] = Math.max(0, Math.min(rules.buildWeeks, weeks));
		}
	}
}
