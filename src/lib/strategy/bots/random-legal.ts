/** Random legal: any well-shaped plan. The floor of the panel, and the fuzzer of the laws. */
import { KIND_RULES } from '../../engine/activities/kinds.ts';
import type { ActivityPlan, ChoiceSheet, DealerTerms, Plan } from '../../engine/plan.ts';
import type { Strategy, StrategyDraws } from '../../engine/strategy.ts';
import type { FirmView } from '../../engine/view.ts';
import {
	ACTIVITY_KINDS,
	ACTIVITY_PURPOSES,
	ADVERTISING_AIMS,
	CLASSES,
	ORDER_MODES,
	PLATFORM_PARTS,
	type OutletClass
} from '../../engine/vocab.ts';
import { screen } from '../tools.ts';

/** Purposes of the draws, one a decision, so that one more area shifts no other choice. */
const P = {
	area: 0,
	appoint: 1,
	heads: 2,
	visits: 3,
	minutes: 4,
	price: 5,
	activity: 6,
	mode: 7,
	push: 8,
	quota: 9,
	regionPrice: 10,
	terms: 11,
	control: 12,
	production: 13,
	platform: 14,
	launch: 15
} as const;

export const randomLegal: Strategy = {
	name: 'random-legal',
	decide(view, draws) {
		const whole = (id: number, purpose: number, below: number): number =>
			Math.floor(draws(id, purpose) * below);
		const plan: Plan = {
			regions: { worked: view.areas.filter((_, i) => draws(i, P.area) < 0.5).map((area) => area.id) },
			dealers: dealers(view, draws),
			field: {
				merchandisers: whole(0, P.heads, view.rules.maxMerchandisers + 1),
				visitsPer4Weeks: perClass((c) => whole(c, P.visits, 9)),
				minutesPerVisit: perClass((c) => whole(c, P.minutes, 31))
			},
			price: {
				dealerPriceCents: Object.fromEntries(
					view.products.map((product, i) => [product.id, anyPrice(product, draws(i, P.price))] as const)
				),
				byRegion: Object.fromEntries(
					view.regions.map((region, r) => [
						region.id,
						Object.fromEntries(
							view.products
								.map((product, i) => ({ product, draw: draws(r * 16 + i, P.regionPrice) }))
								.filter(({ draw }) => draw < 0.25)
								.map(({ product, draw }) => [product.id, anyPrice(product, draw * 4)] as const)
						)
					])
				),
				launches: Object.fromEntries(
					view.products
						.filter(({ launch }) => launch?.decided === true)
						.map(
							({ id }, i) =>
								[
									id,
									view.regions.filter((_, r) => draws(i * 64 + r, P.launch) < 0.2).map((region) => region.id)
								] as const
						)
				)
			},
			activities: [0, 1, 2].flatMap((slot) => activity(view, draws, slot)),
			supply: {
				orderMode: Object.fromEntries(
					view.regions.map((region, r) => [
						region.id,
						ORDER_MODES[whole(r, P.mode, ORDER_MODES.length)] ?? 'dealerRule'
					])
				),
				quotas: Object.fromEntries(
					view.regions.map((region, r) => [
						region.id,
						Object.fromEntries(
							view.products.map((product, i) => [product.id, whole(r * 16 + i, P.quota, 400)] as const)
						)
					])
				),
				production: Object.fromEntries(
					view.products
						.filter((_, i) => draws(i, P.production) < 0.3)
						.map((product, i) => [product.id, whole(i + 64, P.production, 400)] as const)
				),
				pushes: view.regions.flatMap((region, r) =>
					view.products
						.filter((_, i) => draws(r * 16 + i, P.push) < 0.3)
						.map((product, i) => ({
							region: region.id,
							product: product.id,
							cases: whole(r * 16 + i, P.push, 2000)
						}))
				)
			},
			platform: {
				build: PLATFORM_PARTS.filter((_, i) => draws(i, P.platform) < 0.4),
				...targets(view, draws)
			}
		};
		return plan;
	}
};

function targets(view: FirmView, draws: StrategyDraws): Pick<NonNullable<Plan['platform']>, 'targets'> {
	if (draws(64, P.platform) < 0.5) return {};
	const indexBp = view.areas.map(({ id }, i) => [id, 5000 + Math.floor(draws(65 + i, P.platform) * 15_001)]);
	return {
		targets: {
			totalUnits: Math.floor(draws(0, P.platform) * 100_000),
			indexBp: Object.fromEntries(indexBp) as Record<string, number>
		}
	};
}

function anyPrice(
	{ minDealerPriceCents: low, maxDealerPriceCents: high }: FirmView['products'][number],
	draw: number
): number {
	return low + Math.floor(draw * (high - low + 1));
}

function perClass(value: (c: number) => number): Record<OutletClass, number> {
	const result = { A: 0, B: 0, C: 0 };
	CLASSES.forEach((name, c) => {
		result[name] = value(c);
	});
	return result;
}

function dealers(view: FirmView, draws: StrategyDraws): Plan['dealers'] {
	const sheets: Record<string, ChoiceSheet> = {};
	const appoint: Record<string, string> = {};
	for (const [r, region] of view.regions.entries()) {
		if (draws(r, P.appoint) >= 0.2) continue;
		const { sheet } = screen(region);
		const pick = sheet.shortlist[Math.floor(draws(r + 64, P.appoint) * sheet.shortlist.length)];
		sheets[region.id] = sheet;
		if (pick !== undefined && pick !== region.dealer) appoint[region.id] = pick;
	}
	const draw = (id: number, below: number): number => Math.floor(draws(id, P.terms) * below);
	const terms = Object.fromEntries(
		view.regions
			.filter((_, r) => draws(r, P.terms) < 0.5)
			.map((region, r) => {
				const base = 100 + 16 * r;
				const offer: DealerTerms = {
					exclusive: draw(base, 2) === 1,
					creditDays: draw(base + 1, view.rules.dealing.maxCreditDays + 1),
					rebateBp: draw(base + 2, 600),
					targetCents: draw(base + 3, 50_000_000),
					steps: [
						{ fromBp: 5000 + draw(base + 4, 5000), rebateBp: 1 + draw(base + 5, 300) },
						{ fromBp: 10_000 + draw(base + 6, 5000), rebateBp: 301 + draw(base + 7, 300) }
					],
					support: {
						commerce: draw(base + 8, 4),
						information: draw(base + 9, 4),
						logistics: draw(base + 10, 4)
					},
					assigned:
						draw(base + 11, 3) === 0
							? { areas: region.areas.slice(0, 1 + draw(base + 12, 3)), classes: ['A', 'B'] }
							: null
				};
				return [region.id, offer] as const;
			})
	);
	const look = (id: number, below: number): number => Math.floor(draws(id, P.control) * below);
	const control = { inspection: look(0, 4), fineBp: look(1, 15_000), forfeit: look(2, 2) === 1 };
	return { sheets, appoint, terms, control };
}

function activity(view: FirmView, draws: StrategyDraws, slot: number): ActivityPlan[] {
	const base = slot * 32;
	const draw = (n: number): number => draws(base + n, P.activity);
	if (draw(0) < 0.5) return [];
	const kind = ACTIVITY_KINDS[Math.floor(draw(1) * ACTIVITY_KINDS.length)] ?? 'priceOff';
	const product = view.products[Math.floor(draw(2) * view.products.length)];
	const all = KIND_RULES[kind].place === 'region' ? view.regions : view.areas;
	const target = all[Math.floor(draw(3) * all.length)];
	if (product === undefined || target === undefined) return [];
	const startWeek = Math.floor(draw(4) * view.weeksPerTurn);
	return [
		{
			kind,
			product: product.id,
			targets: [target.id],
			startWeek,
			weeks: 1 + Math.floor(draw(5) * (view.weeksPerTurn - startWeek)),
			depthBp: 1 + Math.floor(draw(6) * view.rules.maxActivityDepthBp),
			budgetCents: 1 + Math.floor(draw(7) * 2_000_000),
			purpose: ACTIVITY_PURPOSES[Math.floor(draw(8) * ACTIVITY_PURPOSES.length)] ?? 'volume',
			aim: ADVERTISING_AIMS[Math.floor(draw(9) * ADVERTISING_AIMS.length)] ?? 'liking',
			followUp: draw(10) < 0.3,
			ahead: draw(11) < 0.3,
			...(KIND_RULES[kind].narrows &&
				draw(12) < 0.3 && { classes: [CLASSES[Math.floor(draw(13) * CLASSES.length)] ?? 'A'] })
		}
	];
}
