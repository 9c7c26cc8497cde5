/** An area as a firm sees it (rules V1, V3, V4): what sample points tell, and its own field records. */
import { areaFieldView, named, type FieldRecords } from './field/observe.ts';
import { exact, sampled, unknown } from './figures.ts';
import { no1View } from './no1-view.ts';
import type { Panel } from './panel.ts';
import { targetOf } from './platform/targets.ts';
import { WEEK, type State } from './state.ts';
import { CHANNELS, CLASSES } from './vocab.ts';
import type { AreaFieldView, AreaView, Figure, No1View } from './view.ts';
import { at, type World } from './world.ts';

/** Who looks at areas, and what it goes by. */
export interface Onlooker {
	readonly world: World;
	readonly state: State;
	readonly firm: number;
	/** Areas in which its own people work, by id. */
	readonly worked: ReadonlySet<string>;
	/** Weeks of the last turn. */
	readonly weeks: number;
	readonly panel: Panel;
	readonly records: () => FieldRecords;
}

/** What few look at is made when it is asked for, and kept where it takes a look at every outlet. */
export class AreaLook implements AreaView {
	readonly id: string;
	readonly region: string;
	readonly worked: boolean;
	readonly categoryUnits: Figure;
	readonly shares: readonly Figure[];
	readonly ratio: Figure;
	readonly #by: Onlooker;
	readonly #a: number;
	#visitedShare: Figure | null = null;
	#field: AreaFieldView | null = null;
	#no1: No1View | null = null;

	constructor(by: Onlooker, a: number) {
		const { world, firm } = by;
		const panel = by.panel(a);
		this.#by = by;
		this.#a = a;
		this.id = at(world.areaSpecs, a).id;
		this.region = at(world.spec.regions, world.areaRegion[a]!).id;
		this.worked = by.worked.has(this.id);
		this.categoryUnits = panel.categoryUnits;
		this.shares = panel.shares;
		this.ratio = ratio(panel.shares, firm);
	}

	get outlets(): AreaView['outlets'] {
		return named(CLASSES, this.#by.world.areaClasses, this.#a * CLASSES.length);
	}

	get channels(): AreaView['channels'] {
		return named(CHANNELS, this.#by.world.areaChannels, this.#a * CHANNELS.length);
	}

	get sellOut(): Figure {
		return this.#by.panel(this.#a).sellOut(this.#by.firm);
	}

	get stockOutRate(): Figure {
		const { world, state, firm } = this.#by;
		const week = state.clock[WEEK]! - 1;
		const cell = this.#a * world.firms + firm;
		if (week < 0) return unknown('panel');
		return sampled(state.turnPanelEmpty[cell]!, state.turnPanelListed[cell]!, week);
	}

	get target(): number | null {
		const { world, state, firm } = this.#by;
		return state.clock[WEEK] === 0 ? null : targetOf(world, state, firm, this.#a);
	}

	get distribution(): readonly Figure[] {
		return this.#by.panel(this.#a).distribution();
	}

	get no1(): No1View {
		const { world, state, firm, panel, weeks } = this.#by;
		return (this.#no1 ??= no1View(world, state, firm, this.#a, panel(this.#a), weeks));
	}

	get visitedShare(): Figure {
		const { world, state, firm } = this.#by;
		return (this.#visitedShare ??= visitedShare(world, state, firm, this.#a));
	}

	get field(): AreaFieldView {
		const { world, state, firm, records } = this.#by;
		return (this.#field ??= areaFieldView(world, state, firm, this.#a, records));
	}
}

/** All of it, made now. */
export function wholeArea(area: AreaView): AreaView {
	return {
		id: area.id,
		region: area.region,
		worked: area.worked,
		outlets: area.outlets,
		channels: area.channels,
		categoryUnits: area.categoryUnits,
		shares: area.shares,
		ratio: area.ratio,
		distribution: area.distribution,
		no1: area.no1,
		sellOut: area.sellOut,
		stockOutRate: area.stockOutRate,
		visitedShare: area.visitedShare,
		field: { ...area.field },
		target: area.target
	};
}

function visitedShare(world: World, { clock, called }: State, firm: number, a: number): Figure {
	const week = clock[WEEK]! - 1;
	if (week < 0) return unknown('visits');
	const { firms, areaStart, outletRepresents } = world;
	let visited = 0;
	let accounts = 0;
	const end = areaStart[a + 1]!;
	for (let o = areaStart[a]!; o < end; o++) {
		visited += outletRepresents[o]! * called[o * firms + firm]!;
		accounts += outletRepresents[o]!;
	}
	return exact(visited / accounts, week, 'visits');
}

/** As recent, and from the same source, as the shares. */
function ratio(shares: readonly Figure[], firm: number): Figure {
	const own = at(shares, firm);
	const { asOfWeek, source } = own;
	let best: Figure | null = null;
	for (let f = 0; f < shares.length; f++) {
		const figure = at(shares, f);
		if (f !== firm && figure.value !== null && (best === null || figure.value > (best.value ?? 0)))
			best = figure;
	}
	if (own.value === null || best === null || best.value === null || best.value === 0) return unknown(source);
	return {
		value: own.value / best.value,
		low: (own.low ?? 0) / Math.max(1e-6, best.high ?? 1),
		high: (own.high ?? 1) / Math.max(1e-6, best.low ?? 0),
		asOfWeek,
		source
	};
}
