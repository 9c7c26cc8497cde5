/** The plots of docs/model.md, drawn from the engine's own functions and runs. */
import {
	categoryOf,
	fillShelves,
	MarketBench,
	priceOff,
	type MarketRun
} from '../../../../src/lib/analysis/calibrate/market.ts';
import { listLargest, sharesByRegion } from '../../../../src/lib/analysis/calibrate/velocity.ts';
import { chainOf } from '../../../../src/lib/engine/lab/chain.ts';
import { runLab } from '../../../../src/lib/engine/lab/run.ts';
import type { LabNodeSpec, LabSpec } from '../../../../src/lib/engine/lab/spec.ts';
import { smooth } from '../../../../src/lib/engine/ordering.ts';
import { priceFactor } from '../../../../src/lib/engine/prices.ts';
import { seedFromText } from '../../../../src/lib/engine/random.ts';
import { at } from '../../../../src/lib/engine/world.ts';
import { response } from '../../../../src/lib/engine/response.ts';
import { RESPONSE } from '../../../../src/lib/scenario/defaults.ts';
import { shipped, shippedLab } from '../../../support/scenarios.ts';
import type { Plot, Series } from './plot.ts';

export interface Figure {
	/** Of its file. */
	readonly name: string;
	/** What is seen, for whoever does not see it. */
	readonly caption: string;
	readonly plot: () => Plot;
}

const range = (from: number, to: number, steps: number): number[] =>
	Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);

/** Sales at a price, relative to the opening ones, of a brand with that share of what stands on the shelf. */
function atPrice(price: number, exponent: number, share: number): number {
	const pull = (share / (1 - share)) * priceFactor(price, 1, exponent);
	return pull / (1 + pull) / share;
}

const price: Figure = {
	name: 'price',
	caption:
		'Sales against shelf price for two exponents and two shares: the smaller share answers more strongly',
	plot: () => ({
		title: 'Answer to the shelf price (A4, P4)',
		x: { label: 'shelf price ÷ opening price', from: 0.6, to: 1.4, step: 0.1 },
		y: { label: 'sales ÷ opening sales', from: 0, to: 4, step: 0.5 },
		series: [
			[2, 0.1],
			[2, 0.4],
			[3, 0.1]
		].map(([exponent = 0, share = 0]) => ({
			name: `exponent ${exponent}, share ${share * 100} %`,
			points: range(0.6, 1.4, 80).map((at) => [at, atPrice(at, exponent, share)] as const)
		}))
	})
};

const relation: Figure = {
	name: 'relation',
	caption: 'Closeness rises with minutes in an S, half of it at 20 minutes in four weeks',
	plot: () => ({
		title: 'Closeness and dependence settle at an S-shaped response (R1, R2)',
		x: { label: 'effort in four weeks ÷ effort that gives half', from: 0, to: 4, step: 0.5 },
		y: { label: 'settled closeness or dependence', from: 0, to: 1, step: 0.2 },
		series: [1, RESPONSE.relationShape.default, 4.5].map((shape) => ({
			name: `shape ${shape}`,
			points: range(0, 4, 80).map((x) => [x, response(x, 1, shape)] as const)
		}))
	})
};

const forecast: Figure = {
	name: 'forecast',
	caption:
		'After one week of double demand a forecast with θ .36 forgets within ten weeks, one with θ .1 takes thirty',
	plot: () => ({
		title: 'What one week of double demand leaves in a forecast (N17)',
		x: { label: 'weeks after it', from: 0, to: 30, step: 5 },
		y: { label: 'forecast ÷ usual demand', from: 1, to: 1.4, step: 0.1 },
		series: [0.4, 0.36, 0.1].map((theta) => {
			let now = smooth(1, 2, theta);
			return {
				name: `θ ${theta}`,
				points: range(0, 30, 30).map((week) => {
					if (week > 0) now = smooth(now, 1, theta);
					return [week, now] as const;
				})
			};
		})
	})
};

function orders(spec: LabSpec, weeks: number): Series[] {
	const run = runLab(chainOf(spec), seedFromText('model'), weeks);
	if (!run.ok) throw new Error('a lab that ships ran away');
	return run.value.nodes.map(({ id, ordersByWeek }) => ({
		name: id,
		points: Array.from(ordersByWeek, (units, week) => [week + 1, units] as const)
	}));
}

const eachNode = (spec: LabSpec, change: (node: LabNodeSpec) => Partial<LabNodeSpec>): LabSpec => ({
	...spec,
	nodes: spec.nodes.map((node) => ({ ...node, ...change(node) }))
});

const impulse = (
	name: string,
	title: string,
	caption: string,
	top: number,
	edit: Partial<LabNodeSpec>
): Figure => ({
	name,
	caption,
	plot: () => ({
		title,
		x: { label: 'week', from: 0, to: 36, step: 4 },
		y: { label: 'cases ordered', from: 0, to: top, step: top / 5 },
		series: orders(
			eachNode(shippedLab('beer-game.yaml').spec, () => edit),
			36
		)
	})
});

/** Chen et al. 2000, eq. 3.5, at ρ 0. */
const chen = (lead: number, window: number): number =>
	1 + (2 * lead) / window + (2 * lead * lead) / (window * window);

function alone(spec: LabSpec, lead: number, window: number): LabSpec {
	const [node] = spec.nodes;
	if (node === undefined || spec.demand.source !== 'ar1')
		throw new Error('the bullwhip lab has changed its shape');
	const inTransit = Array.from({ length: lead - node.orderDelay }, () => node.opening.forecast);
	return {
		...spec,
		demand: { ...spec.demand, rho: 0 },
		nodes: [
			{
				...node,
				supplier: null,
				leadWeeks: inTransit.length,
				forecast: { movingAverage: window },
				opening: { ...node.opening, inTransit }
			}
		]
	};
}

const bullwhip: Figure = {
	name: 'bullwhip',
	caption:
		'Variance of orders over that of demand grows with lead time, faster the shorter the forecast; runs lie on the formula',
	plot: () => {
		const { spec } = shippedLab('bullwhip-lab.yaml');
		const run = (lead: number, window: number): number => {
			const done = runLab(chainOf(alone(spec, lead, window)), seedFromText('model'), 10_000);
			return done.ok ? (done.value.nodes[0]?.varianceRatio ?? 0) : 0;
		};
		return {
			title: 'The bullwhip by lead time: the lab on the formula (L12)',
			x: { label: 'weeks from order to arrival', from: 0, to: 6, step: 1 },
			y: { label: 'variance of orders ÷ of demand', from: 0, to: 10, step: 2 },
			series: [
				...[4, 5, 10].map((window) => ({
					name: `window ${window}`,
					points: range(0, 6, 60).flatMap((lead) =>
						chen(lead, window) > 10 ? [] : [[lead, chen(lead, window)] as const]
					)
				})),
				{
					name: 'runs of the lab',
					dots: true,
					points: [4, 5, 10].flatMap((window) =>
						[1, 2, 3, 4, 5, 6].flatMap((lead) =>
							chen(lead, window) > 10 ? [] : [[lead, run(lead, window)] as const]
						)
					)
				}
			]
		};
	}
};

/** Where market runs are drawn from: the scenario the calibration runs on. */
const MARKET = 'six-regions.yaml';

/** Means over so many seeds. */
const SEEDS = 4;

const promotion: Figure = {
	name: 'promotion',
	caption: 'A week at 20 % off: sales of the brand and of the whole category, week by week',
	plot: () => {
		const { spec } = shipped(MARKET);
		const [before, after] = [2, 12];
		const weeks = before + 1 + after;
		const own = Array.from({ length: weeks }, () => 0);
		const all = Array.from({ length: weeks }, () => 0);
		for (let seed = 1; seed <= SEEDS; seed++) {
			const bench = new MarketBench(spec, seed);
			const k = bench.product;
			const [plain, run]: MarketRun[] = [bench.settled(), bench.settled()];
			if (plain === undefined || run === undefined) throw new Error('no run');
			fillShelves(plain, k);
			fillShelves(run, k);
			for (let week = 0; week < weeks; week++) {
				const usual = plain.week();
				const now = run.week(week === before ? priceOff(run.world, k, 0.2) : undefined);
				own[week] = (own[week] ?? 0) + (now.sold[k] ?? 0) / (usual.sold[k] ?? 1) / SEEDS;
				all[week] = (all[week] ?? 0) + categoryOf([now]) / categoryOf([usual]) / SEEDS;
			}
		}
		const points = (values: number[]) => values.map((value, week) => [week - before, value] as const);
		return {
			title: `A week at 20 % off with full shelves, mean of ${SEEDS} seeds (H10, H12)`,
			x: { label: 'weeks from the promotion', from: -before, to: after, step: 2 },
			y: { label: 'sales ÷ sales without', from: 0.8, to: 1.8, step: 0.2 },
			series: [
				{ name: 'the brand', points: points(own) },
				{ name: 'the category', points: points(all) }
			]
		};
	}
};

const goodwill: Figure = {
	name: 'goodwill',
	caption:
		'After advertising stops, goodwill falls by a tenth in a week and a half and by nine tenths in thirty-two weeks',
	plot: () => {
		const keep = RESPONSE.goodwillRetention.default;
		let left = 1;
		return {
			title: 'What is left of an advertisement’s effect (B1)',
			x: { label: 'weeks after it', from: 0, to: 52, step: 4 },
			y: { label: 'part of its first effect', from: 0, to: 1, step: 0.2 },
			series: [
				{
					name: 'goodwill',
					points: range(0, 52, 52).map((week) => {
						if (week > 0) left *= keep;
						return [week, left] as const;
					})
				}
			]
		};
	}
};

const velocity: Figure = {
	name: 'velocity',
	caption:
		'Share against weighted distribution of one brand as it is listed in more and more outlets, bending upwards',
	plot: () => {
		const { spec } = shipped(MARKET);
		const bench = new MarketBench(spec, 3);
		const k = bench.product;
		const curves = range(0.1, 1, 9).map((level) => {
			const run = bench.settled();
			listLargest(run, k, level);
			fillShelves(run, k);
			run.weeks(4);
			return sharesByRegion(run, k);
		});
		return {
			title: 'Velocity: share per point of distribution, the largest outlets first (W10)',
			x: { label: 'weighted distribution', from: 0, to: 1, step: 0.1 },
			y: { label: 'share ÷ weighted distribution', from: 0, to: 0.15, step: 0.03 },
			series: spec.regions.slice(0, 5).map(({ id }, r) => ({
				name: id,
				points: curves.map((curve) => {
					const { reach, share } = at(curve, r);
					return [reach, share / reach] as const;
				})
			}))
		};
	}
};

export const FIGURES: readonly Figure[] = [
	price,
	relation,
	forecast,
	impulse(
		'orders-beer-game',
		'One jump of demand from 4 to 8: the Beer Game’s benchmark (N16, L11)',
		'Orders of four stages after demand jumps once: the jump travels up the chain, later and more broken at every stage',
		20,
		{}
	),
	impulse(
		'orders-people',
		'The same jump with people’s rule: α .26, β .34, θ .36 (N16)',
		'The same with the rule people show: orders of the upper stages swing far and long',
		40,
		{ alpha: 0.26, beta: 0.34, forecast: { theta: 0.36 } }
	),
	bullwhip,
	promotion,
	goodwill,
	velocity
];
