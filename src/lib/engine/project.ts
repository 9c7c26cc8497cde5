/**
 * `project` (rules J1–J17): any well-shaped plan becomes one that can run. What does not exist, is locked, is out of
 * bounds or cannot be paid is taken out or cut, in this order, and reported. Total: it never throws on a plan of the
 * right shape, and a projected plan projects to itself.
 */
import type { Outlook } from './acceptance.ts';
import { projectActivities } from './activities/project.ts';
import { clip, knownIds } from './clip.ts';
import { byClass } from './coverage.ts';
import { groupAccounts } from './field/groups.ts';
import { projectField } from './field/project.ts';
import { fieldTurn } from './field/turn.ts';
import { ACCOUNT, balanceOf } from './ledger.ts';
import type { DropCode, Dropped, Plan } from './plan.ts';
import { budgetedHeads, PromotionBudgets } from './platform/budgets.ts';
import { builtBy } from './platform/parts.ts';
import { projectPlatform } from './platform/project.ts';
import { outlooksOf, projectDealers } from './project-dealers.ts';
import { projectPrices } from './list-prices.ts';
import { projectProduction } from './production.ts';
import { projectQuotas } from './quotas.ts';
import { same } from './same.ts';
import { TURN, WEEK, type State } from './state.ts';
import { projectLaunches } from './systems/launches.ts';
import { pushRoom } from './systems/handover.ts';
import { LEVERS, type Lever, type OrderMode } from './vocab.ts';
import { at, type World } from './world.ts';

export interface Projected {
	readonly applied: Plan;
	readonly dropped: readonly Dropped[];
	/** What the applied plan commits the firm to in the coming turn, cents. */
	readonly commitments: Spending;
}

/** With what only the firm asks: the hours it takes, and what can be known of the dealers' answers (D15). */
export interface Previewed extends Projected {
	readonly commitments: Commitments;
	/** To offers that are not in force. */
	readonly outlooks: readonly Outlook[];
}

export interface Spending {
	readonly wagesCents: number;
	readonly staffChangeCents: number;
	/** Training, visit standard, office, account file and advisors. */
	readonly programmesCents: number;
	/** Building and keeping the management platform. */
	readonly platformCents: number;
	readonly appointCents: number;
	/** Support of dealers, and looking for diverted goods. */
	readonly supportCents: number;
	/** What the plan launches in this turn. */
	readonly launchCents: number;
	readonly activitiesCents: number;
}

export interface Commitments extends Spending {
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

/** `project`, for who wants to know before committing. */
export function previewPlan(
	world: World,
	state: State,
	firm: number,
	plan: Plan,
	standing: Plan,
	weeks: number
): Previewed {
	const { applied, dropped, commitments } = project(world, state, firm, plan, standing, weeks);
	const outlooks = outlooksOf(world, state, firm, applied.dealers);
	const hours = hoursOf(world, state, firm, applied);
	return { applied, dropped, outlooks, commitments: { ...commitments, ...hours } };
}

/** What the call plan asks of the team and what it can give, as the turn begins. */
function hoursOf(world: World, state: State, firm: number, applied: Plan): Omit<Commitments, keyof Spending> {
	const keyAccounts = world.spec.firms.map((_, f) => (f === firm ? (applied.field.keyAccounts ?? 0) : 0));
	const groups = groupAccounts(world, state, keyAccounts, state.clock[WEEK]!, [firm]);
	const { need, minutes } = fieldTurn(world, firm, applied, groups, {
		waste: state.waste[firm]!,
		skill: state.skill[firm]!,
		staff: applied.field.merchandisers,
		newcomers: Math.max(0, applied.field.merchandisers - state.staff[firm]!),
		built: builtBy(state, firm)
	});
	return { minutesNeeded: byClass(need), minutesAvailable: minutes };
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
		const staff = this.state.staff[this.firm]!;
		const { field, wagesCents, staffChangeCents, programmesCents } = projectField(
			{
				world,
				staff,
				weeks: this.weeks,
				cash: this.spendable(),
				drop: (code, path, params) => this.drop(code, 'field', path, params)
			},
			this.withinBudget(plan, worked),
			standing.field,
			worked
		);

		// J5 wages, and what else the field force costs, stand before everything else that costs money.
		let budget = this.spendable() - wagesCents - staffChangeCents - programmesCents;
		const { platformCents, ...platform } = projectPlatform(
			{
				world,
				built: builtBy(this.state, firm),
				heads: field.merchandisers,
				weeks: this.weeks,
				cash: budget,
				drop: (code, path, params) => this.drop(code, 'platform', path, params)
			},
			plan.platform
		);
		budget -= platformCents;
		const { dealers, appointCents, supportCents } = projectDealers(
			world,
			this.state,
			this.firm,
			plan,
			this.weeks,
			budget,
			(code, path, params) => this.drop(code, 'dealers', path, params)
		);
		budget -= appointCents + supportCents;
		const { launches, launchCents } = projectLaunches(
			world,
			this.state,
			firm,
			plan.price.launches ?? {},
			budget,
			(code, path, params) => this.drop(code, 'price', path, params)
		);
		budget -= launchCents;
		const prices = projectPrices(world, firm, plan.price, standing.price, (code, path, params) =>
			this.drop(code, 'price', path, params)
		);
		const price = { ...prices, ...(Object.keys(launches).length > 0 && { launches }) };
		const { activities, cents } = projectActivities(
			world,
			firm,
			plan.activities,
			{
				weeks: this.weeks,
				budgetCents: budget,
				standing: standing.activities,
				areas: new PromotionBudgets(world, platform.platform)
			},
			(code, path, params) => this.drop(code, 'activities', path, params)
		);
		const supply = this.supply(plan, standing, dealers.appoint);
		const applied: Plan = {
			regions: { worked },
			dealers,
			field,
			price,
			activities,
			supply,
			...platform
		};
		return {
			applied,
			dropped: this.dropped,
			commitments: {
				wagesCents,
				staffChangeCents,
				programmesCents,
				platformCents,
				appointCents,
				supportCents,
				launchCents,
				activitiesCents: cents
			}
		};
	}

	/** K9 No more people than the budgets of the worked areas pay for. */
	private withinBudget({ field, platform }: Plan, worked: readonly string[]): Plan['field'] {
		const most = budgetedHeads(this.world, platform?.budgets ?? {}, worked, this.weeks);
		if (most === null || field.merchandisers <= most) return field;
		const given = Math.max(0, most);
		this.drop('OVER_BUDGET', 'field', 'field.merchandisers', { asked: field.merchandisers, given });
		return { ...field, merchandisers: given };
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
