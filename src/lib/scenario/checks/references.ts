/** Every id names something, once, and in the right place. */
import type { FirmDraft, ScenarioDraft } from '../draft.ts';
import { nearest } from '../nearest.ts';
import type { Path } from '../problem.ts';
import { refer, unique, type Ids } from './names.ts';
import { checkPlan } from './plan.ts';
import type { Check, Options, Report } from './report.ts';

export const checkReferences: Check = (draft, report, options) => {
	const ids = collect(draft, report);
	draft.regions.forEach((region, r) => {
		region.areas.forEach((area, a) => {
			for (const key of ['shares', 'distribution'] as const) {
				for (const firm of Object.keys(area[key])) {
					refer(report, 'firm', firm, ids.firm, ['regions', r, 'areas', a, key, firm]);
				}
			}
		});
	});
	unique(report, 'shock', draft.shocks, (i) => ['shocks', i]);
	draft.shocks.forEach(({ regions }, s) => {
		for (const [i, region] of (regions ?? []).entries())
			refer(report, 'region', region, ids.region, ['shocks', s, 'regions', i]);
	});
	checkDealers(draft, report, ids);
	checkFirms(draft, report, ids, options);
	const player = draft.firms.find(({ role }) => role === 'player');
	if (player !== undefined) checkPlan(draft.defaultPlan, ['defaultPlan'], player, draft, report, ids);
};

function collect(draft: ScenarioDraft, report: Report): Ids {
	const region = unique(report, 'region', draft.regions, (i) => ['regions', i]);
	const places = draft.regions.flatMap(({ areas }, r) =>
		areas.map(({ id }, a) => ({ id, path: ['regions', r, 'areas', a] as Path }))
	);
	const area = unique(report, 'area', places, (i) => places[i]?.path ?? []);
	const firm = unique(report, 'firm', draft.firms, (i) => ['firms', i]);
	const goods = draft.firms.flatMap(({ products }, f) =>
		products.map(({ id }, p) => ({ id, path: ['firms', f, 'products', p] as Path }))
	);
	const product = unique(report, 'product', goods, (i) => goods[i]?.path ?? []);
	const dealer = unique(report, 'dealer', draft.dealers, (i) => ['dealers', i]);
	return { region, area, firm, product, dealer };
}

function checkDealers(draft: ScenarioDraft, report: Report, ids: Ids): void {
	checkSecondTier(draft, report, ids);
	draft.dealers.forEach((dealer, d) => {
		refer(report, 'region', dealer.region, ids.region, ['dealers', d, 'region']);
		const home = new Set(draft.regions.find(({ id }) => id === dealer.region)?.areas.map(({ id }) => id));
		for (const area of Object.keys(dealer.reach)) {
			const path = ['dealers', d, 'reach', area];
			if (!refer(report, 'area', area, ids.area, path)) continue;
			if (home.size > 0 && !home.has(area))
				report.error('AREA_ELSEWHERE', path, { area, region: dealer.region });
		}
		if (dealer.heldBy !== undefined) refer(report, 'firm', dealer.heldBy, ids.firm, ['dealers', d, 'heldBy']);
		else if ((dealer.hold ?? 0) > 0)
			report.error('HELD_BY_MISSING', ['dealers', d, 'hold'], { dealer: dealer.id });
	});
}

/** A second tier buys from a first one, next door; all of a dealer's second tier together cannot have more than its outlets. */
function checkSecondTier({ dealers, firms }: ScenarioDraft, report: Report, ids: Ids): void {
	const wrong = (reason: string, path: Path, dealer: string, of: string): void =>
		report.error('SECOND_TIER', path, { reason, dealer, of });
	const incumbents = new Set(firms.flatMap((firm) => Object.values(firm.dealers)));
	const handed = new Map<string, number>();
	dealers.forEach(({ id, region, reach, returns, secondTier }, d) => {
		if (secondTier === undefined) return;
		const { of } = secondTier;
		const path = ['dealers', d, 'secondTier', 'of'];
		// A contract about returns is one with the firm, of which it buys nothing.
		if (returns !== undefined) wrong('returns', ['dealers', d, 'returns'], id, of);
		if (incumbents.has(id)) wrong('incumbent', ['dealers', d, 'secondTier'], id, of);
		if (!refer(report, 'dealer', of, ids.dealer, path)) return;
		const above = dealers.find((dealer) => dealer.id === of);
		if (above?.region !== region) wrong('elsewhere', path, id, of);
		if (above?.secondTier !== undefined) wrong('third', path, id, of);
		for (const [area, part] of Object.entries(reach)) {
			const sum = (handed.get(`${of}/${area}`) ?? 0) + part;
			handed.set(`${of}/${area}`, sum);
			if (sum > 1.0005 && sum - part <= 1.0005) wrong('reach', ['dealers', d, 'reach', area], id, of);
		}
	});
}

function checkFirms(draft: ScenarioDraft, report: Report, ids: Ids, { strategies }: Options): void {
	const players = draft.firms.filter(({ role }) => role === 'player').length;
	if (players !== 1) report.error('PLAYER_COUNT', ['firms'], { count: players });
	const taken = new Map<string, string>();
	draft.firms.forEach((firm, f) => {
		const { id, role, strategy } = firm;
		if (role === 'player' && players === 1) {
			if (strategy !== undefined) report.error('STRATEGY_ON_PLAYER', ['firms', f, 'strategy'], { firm: id });
			if (firm.plan !== undefined) report.error('PLAN_ON_PLAYER', ['firms', f, 'plan'], { firm: id });
		} else if (role === 'rival' && strategy === undefined) {
			report.error('STRATEGY_MISSING', ['firms', f], { firm: id, known: strategies?.join(', ') ?? '…' });
		} else if (strategy !== undefined && strategies !== undefined && !strategies.includes(strategy)) {
			const suggestion = nearest(strategy, strategies) || 'none';
			const params = { strategy, known: strategies.join(', '), suggestion };
			report.error('UNKNOWN_STRATEGY', ['firms', f, 'strategy'], params);
		}
		checkIncumbents(draft, report, ids, firm, f, taken);
		if (firm.plan !== undefined) checkPlan(firm.plan, ['firms', f, 'plan'], firm, draft, report, ids);
	});
}

function checkIncumbents(
	draft: ScenarioDraft,
	report: Report,
	ids: Ids,
	firm: FirmDraft,
	f: number,
	taken: Map<string, string>
): void {
	for (const [region, dealer] of Object.entries(firm.dealers)) {
		const path = ['firms', f, 'dealers', region];
		const known = refer(report, 'region', region, ids.region, path);
		if (!refer(report, 'dealer', dealer, ids.dealer, path) || !known) continue;
		const home = draft.dealers.find(({ id }) => id === dealer)?.region ?? '';
		if (home !== region) report.error('INCUMBENT_ELSEWHERE', path, { dealer, home, region });
		const other = taken.get(dealer);
		if (other !== undefined) report.error('INCUMBENT_SHARED', path, { dealer, other, firm: firm.id });
		taken.set(dealer, firm.id);
	}
	for (const { id, areas } of draft.regions) {
		const sells = areas.some(({ shares }) => Object.hasOwn(shares, firm.id) && (shares[firm.id] ?? 0) > 0);
		if (Object.hasOwn(firm.dealers, id) || (!sells && firm.role === 'rival')) continue;
		report.error('INCUMBENT_MISSING', ['firms', f, 'dealers'], { firm: firm.id, region: id });
	}
}
