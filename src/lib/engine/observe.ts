/**
 * `observe` (rules V1–V7): what a firm may know. Own books are exact; dealer stock is what the dealer reported, late
 * and rosy; shares, shelves and rivals come from fixed sample points, with the error such a sample has.
 */
import { AreaLook, wholeArea } from './area-view.ts';
import { recordOf } from './activities/record.ts';
import { fieldRecords, fieldView, type FieldRecords } from './field/observe.ts';
import { ACCOUNT, balanceOf } from './ledger.ts';
import { panelOf, type Panel } from './panel.ts';
import type { Plan } from './plan.ts';
import { platformView } from './platform/view.ts';
import { ownProducts, rivalProducts } from './product-view.ts';
import { RegionLook, wholeRegion } from './region-view.ts';
import type { ActivityFacts, TurnFacts } from './report.ts';
import { rulesView } from './rules-view.ts';
import { TURN, WEEK, type State } from './state.ts';
import type {
	ActivityRecord,
	AreaView,
	FieldView,
	FirmView,
	MoneyView,
	OwnProductView,
	PlatformView,
	PublicRules,
	RegionView,
	RivalProductView
} from './view.ts';
import { LEVERS } from './vocab.ts';
import { at, type World } from './world.ts';

/** Own activities by turn, up to the last. */
type History = readonly (readonly ActivityFacts[])[];

/**
 * @param standing the plan in force
 * @param last the firm's own facts of the turn before, of which only its own books are used; null at the opening
 * @param history its own activities by turn, up to the last
 */
export function observe(
	world: World,
	state: State,
	firm: number,
	standing: Plan,
	last: TurnFacts | null,
	history: History = last === null ? [] : [last.activities]
): FirmView {
	const look = new Look(world, state, firm, standing, last, () => history, panelOf(world, state));
	return {
		scenario: look.scenario,
		firm: look.firm,
		turn: look.turn,
		turns: look.turns,
		week: look.week,
		weeksPerTurn: look.weeksPerTurn,
		open: look.open,
		unlocks: look.unlocks,
		firms: look.firms,
		regions: look.regions.map(wholeRegion),
		areas: look.areas.map(wholeArea),
		products: look.products,
		rivalProducts: look.rivalProducts,
		field: { ...look.field },
		platform: look.platform,
		money: look.money,
		plant: look.plant,
		rules: look.rules,
		sellOutTarget: look.sellOutTarget,
		activities: look.activities,
		communication: look.communication,
		plan: look.plan
	};
}

/**
 * The view as a strategy has it, which decides at once and mostly by a few figures: each part is made when it is first
 * looked at. Good only until the market goes on; what is kept or sent is what `observe` gives.
 */
export class Look implements FirmView {
	readonly scenario: string;
	readonly firm: string;
	readonly turn: number;
	readonly turns: number;
	readonly week: number;
	readonly weeksPerTurn: number;
	readonly unlocks: FirmView['unlocks'];
	readonly money: MoneyView;
	readonly plant: FirmView['plant'];
	readonly sellOutTarget: number | null;
	readonly communication: FirmView['communication'];
	readonly plan: Plan;
	readonly #world: World;
	readonly #state: State;
	readonly #f: number;
	readonly #last: TurnFacts | null;
	readonly #history: () => History;
	readonly #panel: Panel;
	#regions: readonly RegionView[] | null = null;
	#areas: readonly AreaView[] | null = null;
	#products: readonly OwnProductView[] | null = null;
	#rivalProducts: readonly RivalProductView[] | null = null;
	#records: FieldRecords | null = null;
	#field: FieldView | null = null;
	#rules: PublicRules | null = null;
	#activities: readonly ActivityRecord[] | null = null;

	/** @param panel what the sample points tell everybody at this moment */
	constructor(
		world: World,
		state: State,
		firm: number,
		standing: Plan,
		last: TurnFacts | null,
		history: () => History,
		panel: Panel
	) {
		const { spec } = world;
		const me = at(spec.firms, firm);
		this.#world = world;
		this.#state = state;
		this.#f = firm;
		this.#last = last;
		this.#history = history;
		this.#panel = panel;
		this.scenario = spec.id;
		this.firm = me.id;
		this.turn = state.clock[TURN]!;
		this.turns = spec.time.turns;
		this.week = state.clock[WEEK]!;
		this.weeksPerTurn = spec.time.weeksPerTurn;
		this.unlocks = spec.unlocks;
		this.money = moneyView(world, state, firm, last);
		this.plant = me.plant;
		this.sellOutTarget = me.role === 'player' ? (spec.score.sellOutTargets[this.turn] ?? null) : null;
		this.communication = last?.communication ?? null;
		this.plan = standing;
	}

	get open(): FirmView['open'] {
		const { role } = at(this.#world.spec.firms, this.#f);
		return LEVERS.filter((lever) => role !== 'player' || this.turn >= this.unlocks[lever]);
	}

	get firms(): FirmView['firms'] {
		return this.#world.spec.firms.map(({ id, role }) => ({ id, role }));
	}

	get regions(): readonly RegionView[] {
		return (this.#regions ??= this.#world.spec.regions.map(
			(_, r) => new RegionLook(this.#world, this.#state, this.#f, r, this.plan, this.#last?.boards ?? [])
		));
	}

	get areas(): readonly AreaView[] {
		return (this.#areas ??= this.#lookAtAreas());
	}

	get products(): readonly OwnProductView[] {
		return (this.#products ??= ownProducts(this.#world, this.#state, this.#f, this.plan));
	}

	get rivalProducts(): readonly RivalProductView[] {
		return (this.#rivalProducts ??= rivalProducts(this.#world, this.#state, this.#f));
	}

	get field(): FieldView {
		const records = (): FieldRecords => this.#fieldRecords();
		return (this.#field ??= fieldView(this.#world, this.#state, this.#f, this.plan, records));
	}

	get platform(): PlatformView {
		return platformView(this.#world, this.#state, this.#f, this.plan);
	}

	get rules(): PublicRules {
		return (this.#rules ??= rulesView(this.#world));
	}

	get activities(): readonly ActivityRecord[] {
		return (this.#activities ??= this.#history().flatMap((facts, t) =>
			facts.map((activity) => recordOf(t, activity))
		));
	}

	#fieldRecords(): FieldRecords {
		return (this.#records ??= fieldRecords(this.#world, this.#state, this.#f, this.plan));
	}

	#lookAtAreas(): AreaView[] {
		const by = {
			world: this.#world,
			state: this.#state,
			firm: this.#f,
			worked: new Set(this.plan.regions.worked),
			weeks: this.#last?.weeks ?? this.weeksPerTurn,
			panel: this.#panel,
			records: () => this.#fieldRecords()
		};
		return Array.from({ length: this.#world.areas }, (_, a) => new AreaLook(by, a));
	}
}

function moneyView(world: World, state: State, firm: number, last: TurnFacts | null): MoneyView {
	const money = last?.money;
	return {
		cashCents: balanceOf(state.balances, firm, ACCOUNT.CASH),
		creditLineCents: at(world.spec.firms, firm).creditLineCents,
		revenueLastTurnCents: money?.revenueCents ?? 0,
		grossMarginLastTurnCents:
			money === undefined ? 0 : money.revenueCents - money.costOfGoodsCents - money.freightCents,
		expenseLastTurnCents: money === undefined ? 0 : money.promotionCents + money.peopleCents,
		peopleLastTurnCents: money?.peopleCents ?? 0,
		profitLastTurnCents: money?.profitCents ?? 0,
		statements: last?.statements ?? null,
		weeksBroke: state.weeksBroke[firm]!
	};
}
