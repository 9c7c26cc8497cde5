/** The strategies by name. Rivals play in scenario files; bots play the trainee's firm in panels. */
import type { Strategy } from '../engine/strategy.ts';
import { adWar } from './bots/ad-war.ts';
import { everyLever } from './bots/every-lever.ts';
import { halfHearted } from './bots/half-hearted.ts';
import { hold } from './bots/hold.ts';
import { neverVisit } from './bots/never-visit.ts';
import { oneAreaFirst } from './bots/one-area-first.ts';
import { outletWar } from './bots/outlet-war.ts';
import { priceWar } from './bots/price-war.ts';
import { promoAddict } from './bots/promo-addict.ts';
import { randomLegal } from './bots/random-legal.ts';
import { spreadThin } from './bots/spread-thin.ts';
import { stuff } from './bots/stuff.ts';
import { defendingLeader } from './rivals/defending-leader.ts';
import { priceFighter } from './rivals/price-fighter.ts';

export const RIVALS: readonly Strategy[] = [defendingLeader, priceFighter];
export const BOTS: readonly Strategy[] = [
	oneAreaFirst,
	hold,
	spreadThin,
	stuff,
	priceWar,
	neverVisit,
	promoAddict,
	outletWar,
	adWar,
	halfHearted,
	randomLegal
];

/** Found by name and offered to nobody. */
export const PROBES: readonly Strategy[] = [everyLever];

export const RIVAL_NAMES: readonly string[] = RIVALS.map((strategy) => strategy.name);
export const BOT_NAMES: readonly string[] = BOTS.map((strategy) => strategy.name);

/** A rival's strategy; the scenario check has made sure of the name. */
export function rival(name: string): Strategy {
	const found = RIVALS.find((strategy) => strategy.name === name);
	if (found === undefined) throw new Error(`no such rival: ${name}`);
	return found;
}

/** A bot, a probe, or a rival's strategy set to play the trainee's firm; null when there is none of that name. */
export function strategyNamed(name: string): Strategy | null {
	return [...BOTS, ...RIVALS, ...PROBES].find((strategy) => strategy.name === name) ?? null;
}
