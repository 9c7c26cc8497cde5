/**
 * `project` (rules J1–J11): any well-shaped plan becomes one that can run. What does not exist, is locked, is out of
 * bounds or cannot be paid is taken out or cut, in this order, and reported. Total: it never throws on a plan of the
 * right shape, and a projected plan projects to itself.
 */
import { projectActivities } from './activities/project.ts';
import { clip, knownIds } from './clip.ts';
import { fieldNeed, minutesPerHead } from './coverage.ts';
import { ACCOUNT, balanceOf } from './ledger.ts';
import type { DropCode, Dropped, Plan } from './plan.ts';
import { projectPrices } from './list-prices.ts';
import { projectProduction } from './production.ts';
import { projectQuotas } from './quotas.ts';
import { same } from './same.ts';
import { TURN, type State } from './state.ts';
import { pushRoom, staffChangeCents } from './systems/handover.ts';
import { CLASSES, LEVERS, type Lever, type OrderMode, type OutletClass } from './vocab.ts';
import { at, type World } from './world.ts';

/** Most calls on an account in four weeks: twice a working day would be a nuisance. Design (A). */
export const MAX_VISITS = 20;
export const MAX_MINUTES = 120;
export const SHORTLIST_MIN = 3;
export const SHORTLIST_MAX = 4;

export interface Projected {
	readonly applied: Plan;
	readonly dropped: readonly Dropped[];
	/** What the applied plan commits the firm to in the coming turn, cents. */
	readonly commitments: Commitments;
}

export interface Commitments {
	readonly wagesCents: number;
	readonly staffChangeCents: number;
	readonly appointCents: number;
	readonly activitiesCents: number;
	/** Field minutes a week: asked for by the call plan, by class, and on hand. */
	readonly minutesNeeded: readonly number[];
	readonly minutesAvailable: number;
}

/**
 * @param standing the plan in force, which a locked lever falls back to
 */
export function project(
	world: World,
	state: State,
	firm: number,
	plan: Plan,
	standing: Plan,
	weeks: number
): Projected {
	return new Projection(world, state, firm, weeks).run(plan, standing);
}

class Projection {
	private readonly dropped: Dropped[] = [];
	private readonly world: World;
	private readonly state: State;
	private readonly firm: number;
	private readonly weeks: number;

	constructor(world: World, state: State, firm: number, weeks: number) {
		this.world = world;
		this.state = state;
		this.firm = firm;
		this.weeks = weeks;
	}

	run(asked: Plan, standing: Plan): Projected {
		const { world, firm } = this;
		const plan = this.unlock(asked, standing);
		const worked = knownIds(
			plan.regions.worked,
			world.index.area,
			(id, at) => this.drop('UNKNOWN_AREA', 'regions', `regions.worked[${at}]`, { id }),
			(id, at) => this.drop('DUPLICATE', 'regions', `regions.worked[${at}]`, { id })
		);
		const field = this.field(plan, standing);
		const rules = world.spec.fieldRules;
		const change = field.merchandisers - this.state.staff[this.firm]!;
		const wagesCents = field.merchandisers * rules.wageCentsPerWeek * this.weeks;
		const changeCents = staffChangeCents(world, change);

		// J5 wages stand before everything else that costs money.
		let budget = this.spendable() - wagesCents - changeCents;
		const { appoint, cost } = this.appointments(plan, budget);
		budget -= cost;
		const price = projectPrices(world, firm, plan.price, standing.price, (code, path, params) =>
			this.drop(code, 'price', path, params)
		);
		const { activities, cents } = projectActivities(
			world,
			firm,
			plan.activities,
			this.weeks,
			budget,
			(code, path, params) => this.drop(code, 'activities', path, params)
		);
		const supply = this.supply(plan, standing, appoint);
		const applied: Plan = {
			regions: { worked },
			dealers: { sheets: plan.dealers.sheets, appoint },
			field,
			price,
			activities,
			supply
		};
		const areas = worked.map((id) => world.index.area.get(id) ?? -1);
		const newcomers = Math.max(0, change);
		return {
			applied,
			dropped: this.dropped,
			commitments: {
				wagesCents,
				staffChangeCents: changeCents,
				appointCents: cost,
				activitiesCents: cents,
				minutesNeeded: fieldNeed(world, applied, areas),
				minutesAvailable:
					minutesPerHead(world, this.firm) * (field.merchandisers - newcomers * (1 - rules.newcomerOutput))
			}
		};
	}

	private drop(
		code: DropCode,
		lever: Lever,
		path: string,
		params: Readonly<Record<string, string | number>> = {}
	): void {
		this.dropped.push({ code, lever, path, params });
	}

	private spendable(): number {
		const cash = balanceOf(this.state.balances, this.firm, ACCOUNT.CASH);
		return cash + at(this.world.spec.firms, this.firm).creditLineCents;
	}

	/** J1 A locked lever stays where it stands. Rivals are bound by no lesson plan. */
	private unlock(asked: Plan, standing: Plan): Plan {
		if (this.firm !== this.world.player) return asked;
		const turn = this.state.clock[TURN]!;
		const plan: { -readonly [K in keyof Plan]: Plan[K] } = { ...asked };
		for (const lever of LEVERS) {
			const from = this.world.spec.unlocks[lever];
			if (turn >= from || same(asked[lever], standing[lever])) continue;
			this.drop('LOCKED', lever, lever, { turn: from + 1 });
			Object.assign(plan, { [lever]: standing[lever] });
		}
		return plan;
	}

	/** J2 People and calls inside their limits; then J5: no more people than the cash can pay for this turn. */
	private field(plan: Plan, standing: Plan): Plan['field'] {
		const rules = this.world.spec.fieldRules;
		const { field } = plan;
		let heads = clip(field.merchandisers, 0, rules.maxMerchandisers, standing.field.merchandisers);
		if (heads !== field.merchandisers)
			this.drop('HEADCOUNT_LIMIT', 'field', 'field.merchandisers', {
				asked: field.merchandisers,
				given: heads
			});
		const staff = this.state.staff[this.firm]!;
		const affordable = this.affordableHeads(heads, staff);
		if (affordable < heads) {
			this.drop('CASH_SHORT', 'field', 'field.merchandisers', { asked: heads, given: affordable });
			heads = affordable;
		}
		const clipBy = (
			values: Readonly<Record<OutletClass, number>>,
			fallback: Readonly<Record<OutletClass, number>>,
			top: number,
			key: 'visitsPer4Weeks' | 'minutesPerVisit',
			code: DropCode
		): Record<OutletClass, number> => {
			const result = { A: 0, B: 0, C: 0 };
			for (const name of CLASSES) {
				result[name] = clip(values[name], 0, top, fallback[name]);
				if (result[name] !== values[name])
					this.drop(code, 'field', `field.${key}.${name}`, { asked: values[name], given: result[name] });
			}
			return result;
		};
		const now = standing.field;
		return {
			merchandisers: heads,
			visitsPer4Weeks: clipBy(
				field.visitsPer4Weeks,
				now.visitsPer4Weeks,
				MAX_VISITS,
				'visitsPer4Weeks',
				'VISITS_LIMIT'
			),
			minutesPerVisit: clipBy(
				field.minutesPerVisit,
				now.minutesPerVisit,
				MAX_MINUTES,
				'minutesPerVisit',
				'MINUTES_LIMIT'
			)
		};
	}

	private affordableHeads(wanted: number, staff: number): number {
		const rules = this.world.spec.fieldRules;
		const perHead = rules.wageCentsPerWeek * this.weeks;
		const cash = this.spendable();
		let heads = wanted;
		while (heads > staff && heads * perHead + (heads - staff) * rules.hireCents > cash) heads--;
		// Below that, wages of those kept; letting somebody go costs too, so only a wholly empty till sends people home.
		while (heads > 0 && heads * perHead > cash) heads--;
		return heads;
	}

	/** J3 One dealer of the shortlist of three or four, open and free, by region; J6 paid for. */
	private appointments(plan: Plan, budget: number): { appoint: Record<string, string>; cost: number } {
		const { world, state, firm } = this;
		const appoint: Record<string, string> = {};
		let cost = 0;
		for (const [region, dealer] of sorted(plan.dealers.appoint)) {
			const path = `dealers.appoint.${region}`;
			const r = world.index.region.get(region);
			const d = world.index.dealer.get(dealer);
			const refuse = (code: DropCode): void => this.drop(code, 'dealers', path, { region, dealer });
			if (r === undefined) refuse('UNKNOWN_REGION');
			else if (d === undefined || world.dealerRegion[d] !== r) refuse('UNKNOWN_DEALER');
			else if (state.dealerOf[firm * world.regions + r] === d) refuse('DEALER_ALREADY_OURS');
			else if (state.dealerOf.includes(d)) refuse('DEALER_ELSEWHERE');
			else if (!at(world.spec.dealers, d).open) refuse('DEALER_NOT_OPEN');
			else {
				const list = [...new Set(plan.dealers.sheets[region]?.shortlist ?? [])];
				const price = world.spec.channelRules.appointCents;
				if (list.length < SHORTLIST_MIN || list.length > SHORTLIST_MAX) refuse('SHORTLIST_SIZE');
				else if (!list.includes(dealer)) refuse('NOT_SHORTLISTED');
				else if (cost + price > budget) refuse('CASH_SHORT');
				else {
					appoint[region] = dealer;
					cost += price;
				}
			}
		}
		return { appoint, cost };
	}

	/** J8 Order modes of known regions; pushes as far as the dealer has room. J9 Quotas. */
	private supply(plan: Plan, standing: Plan, appoint: Readonly<Record<string, string>>): Plan['supply'] {
		const { world, state, firm } = this;
		const orderMode: Record<string, OrderMode> = {};
		for (const [id] of sorted(plan.supply.orderMode))
			if (!world.index.region.has(id))
				this.drop('UNKNOWN_REGION', 'supply', `supply.orderMode.${id}`, { region: id });
		for (const region of world.spec.regions)
			orderMode[region.id] =
				plan.supply.orderMode[region.id] ?? standing.supply.orderMode[region.id] ?? 'dealerRule';
		const pushes: Plan['supply']['pushes'][number][] = [];
		const taken = new Map<number, number>();
		for (const [i, push] of plan.supply.pushes.entries()) {
			const path = `supply.pushes[${i}]`;
			const r = world.index.region.get(push.region);
			const k = world.index.product.get(push.product);
			if (r === undefined) this.drop('UNKNOWN_REGION', 'supply', path, { region: push.region });
			else if (k === undefined || world.productFirm[k] !== firm)
				this.drop('UNKNOWN_PRODUCT', 'supply', path, { product: push.product });
			else {
				// A dealer who comes this turn starts empty, with the region's sales as it found them.
				const now = state.dealerOf[firm * world.regions + r]!;
				const dealer = world.index.dealer.get(appoint[push.region] ?? '') ?? now;
				const cell = dealer * world.products + k;
				const used = taken.get(cell) ?? 0;
				const perCase = at(world.productSpecs, k).unitsPerCase;
				const room = dealer < 0 ? 0 : Math.floor(pushRoom(world, state, dealer, k, now) / perCase) - used;
				const cases = clip(push.cases, 0, Math.max(0, room), 0);
				if (cases !== push.cases)
					this.drop('PUSH_LIMIT', 'supply', path, { asked: push.cases, given: cases });
				if (cases === 0) continue;
				taken.set(cell, used + cases);
				pushes.push({ region: push.region, product: push.product, cases });
			}
		}
		const quotas = projectQuotas(
			world,
			state,
			firm,
			plan.supply.quotas ?? {},
			orderMode,
			appoint,
			(code, path, params) => this.drop(code, 'supply', path, params)
		);
		const production = projectProduction(world, firm, plan.supply.production ?? {}, (code, path, params) =>
			this.drop(code, 'supply', path, params)
		);
		return {
			orderMode,
			...(Object.keys(quotas).length > 0 && { quotas }),
			...(Object.keys(production).length > 0 && { production }),
			pushes
		};
	}
}

/** Entries in code-unit order of the keys, so that a plan's own key order decides nothing. */
function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
	return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
