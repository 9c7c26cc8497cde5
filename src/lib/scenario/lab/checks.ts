/** What must hold of a lab beyond its shape. */
import { isTooFine } from '../checks/money.ts';
import { refer, unique } from '../checks/names.ts';
import { figure, type Report } from '../checks/report.ts';
import type { Path } from '../problem.ts';
import type { LabDraft, LabNodeDraft } from './draft.ts';

export function checkLab(draft: LabDraft, report: Report): void {
	checkDemand(draft, report);
	const ids = unique(report, 'node', draft.nodes, (i) => ['nodes', i]);
	draft.nodes.forEach((node, i) => {
		const path: Path = ['nodes', i];
		if (node.supplier !== undefined) refer(report, 'node', node.supplier, ids, [...path, 'supplier']);
		checkRule(node, path, report);
		checkTimes(node, path, report);
		for (const [key, value] of Object.entries(node.cost))
			if (isTooFine(value)) report.error('TOO_FINE', [...path, 'cost', key], { value: String(value) });
	});
	checkCycles(draft, report);
}

/** Keys of each source of demand; those of the other would do nothing. */
const DEMAND_KEYS = { series: ['units'], ar1: ['mean', 'noise', 'rho'] } as const;

function checkDemand({ demand }: LabDraft, report: Report): void {
	for (const [source, keys] of Object.entries(DEMAND_KEYS)) {
		for (const key of keys) {
			const said = demand[key] !== undefined;
			const path = ['demand', key];
			if (source !== demand.source) withoutEffect(report, path, said, `source: ${source}`);
			else if (!said) report.error('MISSING_KEY', path, { key });
		}
	}
	const { mean = 0, noise = 0, rho = 0 } = demand;
	const deviation = noise / Math.sqrt(1 - rho * rho);
	if (demand.source === 'ar1' && mean < 3 * deviation)
		report.warn('DEMAND_CUT_OFF', ['demand', 'mean'], {
			mean: figure(mean),
			deviation: figure(deviation),
			least: figure(3 * deviation)
		});
}

function withoutEffect(report: Report, path: Path, said: boolean, needs: string): void {
	if (said) report.error('KEY_WITHOUT_EFFECT', path, { key: String(path.at(-1)), needs });
}

/** A node that is pushed decides nothing; any other says how it forecasts, and what it aims at. */
function checkRule(node: LabNodeDraft, path: Path, report: Report): void {
	const pushed = node.replenishment === 'fixedPush';
	if (!pushed)
		withoutEffect(report, [...path, 'pushUnits'], node.pushUnits !== undefined, 'replenishment: fixedPush');
	else if (node.pushUnits === undefined)
		report.error('MISSING_KEY', [...path, 'pushUnits'], { key: 'pushUnits' });
	for (const [one, other] of [
		['theta', 'movingAverage'],
		['target', 'coverWeeks']
	] as const) {
		const said = Number(node[one] !== undefined) + Number(node[other] !== undefined);
		if (said === 2 || (said === 0 && !pushed))
			report.error('ONE_OF_TWO', said === 2 ? [...path, other] : path, {
				...{ one, other },
				said: said === 2 ? 'both' : 'neither'
			});
	}
	if (node.supplier !== undefined)
		withoutEffect(report, [...path, 'capacityPerWeek'], node.capacityPerWeek !== undefined, 'noSupplier');
}

/** Stages step in parallel: what is ordered or sent this week cannot be there before next week. */
function checkTimes(node: LabNodeDraft, path: Path, report: Report): void {
	const { orderDelay, leadWeeks, opening } = node;
	const short = (key: 'orderDelay' | 'leadWeeks'): void =>
		report.error('LEAD_TOO_SHORT', [...path, key], { node: node.id, key });
	if (node.supplier === undefined) {
		if (orderDelay + leadWeeks === 0) short('leadWeeks');
	} else {
		if (orderDelay === 0) short('orderDelay');
		if (leadWeeks === 0) short('leadWeeks');
	}
	for (const [key, of] of [
		['inTransit', 'leadWeeks'],
		['onOrder', 'orderDelay']
	] as const) {
		const [found, expected] = [opening[key].length, node[of]];
		if (found > expected || (found === 0 && expected > 0))
			report.error('OPENING_LENGTH', [...path, 'opening', key], { key, found, expected, of });
	}
}

/** Goods come from somewhere: who follows the suppliers up must get to a source. */
function checkCycles({ nodes }: LabDraft, report: Report): void {
	const supplierOf = new Map(nodes.map(({ id, supplier }) => [id, supplier]));
	nodes.forEach(({ id }, i) => {
		const chain = [id];
		let up = supplierOf.get(id);
		while (up !== undefined && !chain.includes(up)) {
			chain.push(up);
			up = supplierOf.get(up);
		}
		// Told once, at the first of the circle.
		const first = nodes.findIndex((node) => chain.includes(node.id));
		if (up === id && first === i)
			report.error('CHAIN_CYCLE', ['nodes', i, 'supplier'], { chain: [...chain, id].join(' → ') });
	});
}
